/// The long words of the lexicon, found by a word that misspells one: by a single error, or two in a very long word.
///
/// One error (a letter more, less, other, or two swapped) leaves the first half of a word as it was or the second, if
/// between them a letter belongs to neither. So every word is kept under each of its halves together with its
/// length, and a misspelled word asks for the halves of the three lengths that one error can come from.
///
/// For two errors that would be no help: there the words with the same first letter, about the same length and about
/// the same letters are compared (`LetterBuckets`).
///
/// Only words of seven letters and more: shorter ones are a letter away from too many brands. Whether a word is
/// corrected depends on the lexicon alone, never on a list.
struct WordList: Sendable {
    static let shortest = 7
    private static let longest = 40
    /// Words of so many letters may have two errors.
    private static let veryLong = 10
    /// The least similarity of a word with two errors to the one that is meant.
    private static let leastSimilarity: Int32 = 780

    private let text: Table<UInt8>
    private let start: Table<Int32>
    /// The words under each half, in buckets by the first bits of the hash.
    private let halves: Table<Half>
    private let bucketStart: Table<Int32>
    /// Tells most halves that no word has, without a look at a bucket.
    private let halfFilter: BitFilter
    private let veryLongWords: LetterBuckets

    private struct Half {
        var hash: UInt32
        var word: Int32
        /// Which letters the whole word has, as bits.
        var letterSet: LetterSet
    }

    /// There are as many buckets as halves, or more: their number as a power of two.
    private let bucketBits: UInt64
    /// Bits for each half in their filter, at least.
    private static let filterBits = 16

    /// - Parameters:
    ///   - text: the letters of the words, one after the other.
    ///   - start: where each word's letters begin, and where the last's end.
    init(_ text: Table<UInt8>, _ start: Table<Int32>) {
        self.text = text
        self.start = start
        let halfCount = start.count * 2
        var bucketBits: UInt64 = 7
        while 1 << bucketBits < halfCount { bucketBits += 1 }
        self.bucketBits = bucketBits
        var filterSize = bucketBits
        while 1 << filterSize < halfCount * WordList.filterBits { filterSize += 1 }
        var unsorted = Scratch<Half>(capacity: halfCount)
        var filter = BitFilter(size: filterSize)
        var bucketStart = Scratch<Int32>(zeroed: 1 << Int(bucketBits) + 1)
        var veryLong = Scratch<Int32>(capacity: start.count)
        for number in 0..<Int32(start.count - 1) {
            let letters = text[Int(start[Int(number)])..<Int(start[Int(number) + 1])]
            guard WordList.isLong(letters) else { continue }
            let letterSet = LetterSet(letters)
            let ends = WordEnds(letters)
            for isFirst in [true, false] {
                let half = WordList.half(of: ends, length: letters.count, isFirst: isFirst)
                filter.insert(half)
                let hash = BitFilter.hash(half)
                unsorted.append(
                    Half(hash: WordList.kept(of: hash), word: number, letterSet: letterSet))
                bucketStart[Int(hash >> (64 - bucketBits)) + 1] += 1
            }
            if letters.count >= WordList.veryLong { veryLong.append(number) }
        }
        halfFilter = filter
        halves = WordList.sorted(unsorted, &bucketStart, bits: bucketBits)
        self.bucketStart = Table(bucketStart)
        veryLongWords = LetterBuckets(veryLong) { text[Int(start[Int($0)])..<Int(start[Int($0) + 1])] }
    }

    /// The halves in the order of their buckets, in a bucket as they were.
    ///
    /// - Parameter starts: one behind each bucket how many halves it has; becomes where it begins.
    private static func sorted(
        _ halves: borrowing Scratch<Half>, _ starts: inout Scratch<Int32>, bits: UInt64
    ) -> Table<Half> {
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        var next = Scratch<Int32>(capacity: starts.count)
        next.append(contentsOf: starts.buffer)
        var sorted = Scratch<Half>(capacity: halves.count)
        _ = sorted.extend(by: halves.count)
        for place in halves.indices {
            let bucket = Int(halves[place].hash >> UInt32(32 - bits))
            sorted[Int(next[bucket])] = halves[place]
            next[bucket] += 1
        }
        return Table(sorted)
    }

    /// Some of the words, as a list of their own.
    ///
    /// - Complexity: O(letters of all words).
    func filter(_ isKept: (Int32) -> Bool) -> WordList {
        var text = Scratch<UInt8>()
        var start = Scratch<Int32>()
        start.append(0)
        for word in 0..<Int32(count) where isKept(word) {
            text.append(contentsOf: letters(of: word))
            start.append(Int32(text.count))
        }
        return WordList(Table(text), Table(start))
    }

    /// The word that a misspelled one is meant for, by its number, or -1: the most similar, of equal ones the first.
    ///
    /// - Complexity: O(letters + words with an equal half); of a very long word, O(very long words with its first
    ///   letter and about its length / 4).
    @inline(__always)
    func correction(of letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard letters.count >= WordList.shortest - 1, letters.count <= WordList.longest, letters[0] < 0x80
        else {
            return -1
        }
        if mayShareHalf(letters), let nearest = withinOneError(letters) { return nearest.word }
        return letters.count >= WordList.veryLong ? withinTwoErrors(letters) : -1
    }

    /// The most similar very long word within two errors, of equal ones the first; or -1.
    private func withinTwoErrors(_ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        var nearest: (word: Int32, similarity: Int32) = (-1, WordList.leastSimilarity - 1)
        let letterSet = LetterSet(letters)
        let lengths = max(letters.count - 2, WordList.veryLong)...min(letters.count + 2, WordList.longest)
        for length in lengths {
            // One error makes at most two letters come or go.
            veryLongWords.forEach(from: letters[0], length: length, letterSet, atMost: 4) { word in
                let similarity = WordSimilarity.typed(letters, self.letters(of: word))
                if (similarity, -word) > (nearest.similarity, -nearest.word) { nearest = (word, similarity) }
            }
        }
        return nearest.word
    }

    /// Whether a word within one error may have a half in common with this one: of most words none has.
    @inline(__always)
    private func mayShareHalf(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let ends = WordEnds(letters)
        let count = letters.count
        return mayHaveHalf(of: ends, length: count) || mayHaveHalf(of: ends, length: count &+ 1)
            || count > WordList.shortest && mayHaveHalf(of: ends, length: count &- 1)
    }

    @inline(__always)
    private func mayHaveHalf(of ends: WordEnds, length: Int) -> Bool {
        halfFilter.mayHold(WordList.half(of: ends, length: length, isFirst: true))
            || halfFilter.mayHold(WordList.half(of: ends, length: length, isFirst: false))
    }

    /// The most similar word within one error, of equal ones the first.
    private func withinOneError(_ letters: UnsafeBufferPointer<UInt8>) -> (word: Int32, similarity: Int32)? {
        var best: (word: Int32, similarity: Int32)?
        let letterSet = LetterSet(letters)
        let ends = WordEnds(letters)
        let lengths = max(letters.count - 1, WordList.shortest)...min(letters.count + 1, WordList.longest)
        for length in lengths {
            for isFirst in [true, false] {
                let half = WordList.half(of: ends, length: length, isFirst: isFirst)
                guard halfFilter.mayHold(half) else { continue }
                let hash = BitFilter.hash(half)
                let bucket = Int(hash &>> (64 &- bucketBits))
                for place in Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1]) {
                    let half = halves[place]
                    guard half.hash == WordList.kept(of: hash),
                        half.letterSet.isWithinOneError(of: letterSet)
                    else { continue }
                    let meant = self.letters(of: half.word)
                    guard WordSimilarity.edits(letters, meant, atMost: 1) == 1 else { continue }
                    let similarity = WordSimilarity.typed(letters, meant)
                    guard similarity > 0 else { continue }
                    if let known = best, (known.similarity, -known.word) >= (similarity, -half.word) {
                        continue
                    }
                    best = (half.word, similarity)
                }
            }
        }
        return best
    }

    /// The key of a word by its number.
    func key(of word: Int32) -> WordKey {
        let letters = letters(of: word)
        return WordKey(letters.baseAddress!, count: letters.count)
    }

    /// Frees the memory; nobody may read the list, or a copy of it, afterwards.
    func deallocate() {
        text.deallocate()
        start.deallocate()
        halves.deallocate()
        bucketStart.deallocate()
        veryLongWords.deallocate()
        halfFilter.deallocate()
    }

    /// The part of a hash that is kept with a half.
    @inline(__always)
    private static func kept(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    var count: Int { start.count - 1 }

    /// The letters of a word by its number.
    func letters(of word: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(word)])..<Int(start[Int(word) + 1])]
    }

    private static func isLong(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        (shortest...longest).contains(letters.count) && letters[0] < 0x80
    }

    /// The first or second half that a word of a length would share with this one, as a number: the first or the last
    /// eight letters of a long half, and the length, since equal halves of words of other lengths are other halves.
    @inline(__always)
    private static func half(of ends: WordEnds, length: Int, isFirst: Bool) -> UInt64 {
        let letters = isFirst ? ends.first(length / 2) : ends.last((length - 1) / 2)
        return letters &+ UInt64(length * 2 + (isFirst ? 1 : 0)) &* 0xD6E8_FEB8_6659_FD93
    }
}
