import CSystem

/// Words in buckets by first letter and length, with the sets of their letters: what a misspelled word is compared with,
/// eight at a time where the processor can.
struct LetterBuckets: Sendable {
    /// By first letter and length; one more than there are buckets.
    private let start: Table<Int32>
    private let words: Table<Int32>
    // By place in `words`: the letters alone, and all that counts.
    private let letters: Table<UInt32>
    private let letterSets: Table<LetterSet>

    /// The letters of the longest words that have a bucket.
    static let longest = WordSimilarity.longest
    private static let buckets = 32 * (longest + 1)
    /// How many words are compared in one go.
    private static let width = 256

    /// - Parameters:
    ///   - words: their numbers; in a bucket they keep this order.
    ///   - letters: those of a word by its number: from 1 to `longest`.
    /// - Complexity: O(letters of all words).
    init(
        _ words: borrowing Scratch<Int32>, _ letters: (Int32) -> UnsafeBufferPointer<UInt8>
    ) {
        var start = Scratch<Int32>(zeroed: LetterBuckets.buckets + 1)
        func bucket(_ letters: UnsafeBufferPointer<UInt8>) -> Int {
            LetterBuckets.bucket(letters[0], letters.count)
        }
        for place in words.indices { start[bucket(letters(words[place])) + 1] += 1 }
        for bucket in 0..<LetterBuckets.buckets { start[bucket + 1] += start[bucket] }
        var next = Scratch<Int32>(capacity: LetterBuckets.buckets)
        next.append(contentsOf: start[0..<LetterBuckets.buckets])
        var sorted = Scratch<Int32>(repeating: -1, count: words.count)
        var letterSets = Scratch<LetterSet>(zeroed: words.count)
        var lettersAlone = Scratch<UInt32>(zeroed: words.count)
        for place in words.indices {
            let letters = letters(words[place])
            let bucket = bucket(letters)
            sorted[Int(next[bucket])] = words[place]
            let letterSet = LetterSet(letters)
            letterSets[Int(next[bucket])] = letterSet
            lettersAlone[Int(next[bucket])] = letterSet.letters
            next[bucket] += 1
        }
        self.start = Table(start)
        self.words = Table(sorted)
        self.letters = Table(lettersAlone)
        self.letterSets = Table(letterSets)
    }

    /// Calls `body` with the words of a length that begin with a letter and differ from a set of letters by so many at
    /// most, in their order; others may be among them.
    ///
    /// - Complexity: O(words of the bucket / 8) where the processor compares eight at once.
    @inline(__always)
    func forEach(
        from first: UInt8, length: Int, _ letterSet: LetterSet, atMost most: Int, _ body: (Int32) -> Void
    ) {
        let bucket = LetterBuckets.bucket(first, length)
        var place = Int(start[bucket])
        let last = Int(start[bucket + 1])
        guard place < last else { return }
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LetterBuckets.width) { near in
            while place < last {
                let width = min(LetterBuckets.width, last - place)
                let count = weir_near_sets(
                    letters[place..<last].baseAddress!, width, letterSet.letters, UInt32(most),
                    near.baseAddress!)
                for offset in near[..<count] {
                    let word = place + Int(offset)
                    if letterSet.differs(from: letterSets[word], byAtMost: most) { body(words[word]) }
                }
                place += width
            }
        }
    }

    @inline(__always)
    private static func bucket(_ first: UInt8, _ length: Int) -> Int {
        Int(first & 31) * (longest + 1) + length
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        start = try reader.table()
        words = try reader.table()
        letters = try reader.table()
        letterSets = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(start.buffer)
        writer.write(words.buffer)
        writer.write(letters.buffer)
        writer.write(letterSets.buffer)
    }

    /// Frees the memory; nobody may read the buckets, or a copy of them, afterwards.
    func deallocate() {
        start.deallocate()
        words.deallocate()
        letters.deallocate()
        letterSets.deallocate()
    }
}
