/// A word prepared for being compared with many: where each letter stands in it.
///
/// The distance is the optimal string alignment (insert, delete, replace, swap neighbours), a column of whose table is
/// one machine word: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", Nordic
/// Journal of Computing 10 (2003).
struct EditPattern: ~Copyable {
    /// By byte: the places of the letter, as bits.
    private var places = Scratch<UInt64>(zeroed: 256)
    private var letters = Scratch<UInt8>()

    /// Prepares a word of one letter or more, and of 64 at most.
    ///
    /// - Complexity: O(letters).
    mutating func take(_ word: UnsafeBufferPointer<UInt8>) {
        for letter in letters.buffer { places[Int(letter)] = 0 }
        letters.removeAll()
        letters.append(contentsOf: word)
        for (place, letter) in word.enumerated() { places[Int(letter)] |= 1 << UInt64(place) }
    }

    /// The distance to another word, or any number over `limit` where it is over.
    ///
    /// - Complexity: O(letters of the other word).
    @inline(__always)
    func distance(to word: UnsafeBufferPointer<UInt8>, atMost limit: Int) -> Int {
        EditPattern.distance(UnsafePointer(places.base), letters: letters.count, to: word, atMost: limit)
    }

    /// The distance of a word, whose letters stand in these places, to another.
    @inline(__always)
    static func distance(
        _ places: UnsafePointer<UInt64>, letters count: Int, to word: UnsafeBufferPointer<UInt8>,
        atMost limit: Int
    ) -> Int {
        let last: UInt64 = 1 &<< UInt64(count &- 1)
        var (more, less) = (~UInt64(0), UInt64(0))
        var (diagonal, previous) = (UInt64(0), UInt64(0))
        var distance = count
        // Each letter that is left can bring the distance down by one.
        var left = word.count
        for letter in word {
            left &-= 1
            let met = places[Int(letter)]
            let swapped = ((~diagonal & met) &<< 1) & previous
            diagonal = (((met & more) &+ more) ^ more) | met | less | swapped
            var up = less | ~(diagonal | more)
            let down = diagonal & more
            if up & last != 0 { distance &+= 1 }
            if down & last != 0 { distance &-= 1 }
            if distance &- left > limit { return limit + 1 }
            up = up &<< 1 | 1
            more = down &<< 1 | ~(diagonal | up)
            less = up & diagonal
            previous = met
        }
        return distance
    }
}
