/// The long words of the lexicon, found by a word that misspells one: by a single error, or two in a very long word.
///
/// One error (a letter more, less, other, or two swapped) leaves the first half of a word as it was or the second, if
/// between them a letter or two belong to neither. So every word is kept under each of its halves together with its
/// length, and a misspelled word asks for the halves of the three lengths that one error can come from.
///
/// For two errors that would be no help: there the words with the same first letter, about the same length and about
/// the same letters are compared.
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
    /// The very long words by their first letter.
    private let veryLongWords: Table<VeryLongWord>
    private let veryLongStart: Table<Int32>
    /// A bit for every three letters that a word begins with, and ends in.
    private let beginnings: Table<UInt64>
    private let ends: Table<UInt64>

    struct VeryLongWord {
        var number: Int32
        var count: Int32
        /// Which letters it has, as bits.
        var letterSet: LetterSet
    }

    private struct Half {
        var hash: UInt32
        var word: Int32
        /// Which letters the whole word has, as bits.
        var letterSet: LetterSet
    }

    private static let bucketBits: UInt32 = 13

    /// - Parameters:
    ///   - text: the letters of the words, one after the other.
    ///   - start: where each word's letters begin, and where the last's end.
    init(_ text: Table<UInt8>, _ start: Table<Int32>) {
        self.text = text
        self.start = start
        var unsorted = Scratch<Half>(capacity: start.count * 2)
        var beginnings = Scratch<UInt64>(zeroed: 1 << 9)
        var ends = Scratch<UInt64>(zeroed: 1 << 9)
        var bucketStart = Scratch<Int32>(zeroed: 1 << Int(WordList.bucketBits) + 1)
        var veryLong = Scratch<VeryLongWord>(capacity: start.count)
        var veryLongStart = Scratch<Int32>(zeroed: 33)
        for number in 0..<Int32(start.count - 1) {
            let letters = text[Int(start[Int(number)])..<Int(start[Int(number) + 1])]
            guard WordList.isLong(letters) else { continue }
            let (beginning, end) = WordList.edges(of: letters)
            beginnings[beginning >> 6] |= 1 << UInt64(beginning & 63)
            ends[end >> 6] |= 1 << UInt64(end & 63)
            let letterSet = LetterSet(letters)
            for isFirst in [true, false] {
                let hash = WordList.hash(ofHalfOf: letters, length: letters.count, isFirst: isFirst)
                unsorted.append(Half(hash: hash, word: number, letterSet: letterSet))
                bucketStart[WordList.bucket(of: hash) + 1] += 1
            }
            guard letters.count >= WordList.veryLong else { continue }
            veryLong.append(
                VeryLongWord(number: number, count: Int32(letters.count), letterSet: letterSet))
            veryLongStart[Int(letters[0] & 31) + 1] += 1
        }
        self.beginnings = Table(beginnings)
        self.ends = Table(ends)
        halves = WordList.sorted(unsorted, &bucketStart) { WordList.bucket(of: $0.hash) }
        self.bucketStart = Table(bucketStart)
        veryLongWords = WordList.sorted(veryLong, &veryLongStart) {
            Int(text[Int(start[Int($0.number)])] & 31)
        }
        self.veryLongStart = Table(veryLongStart)
    }

    /// The elements in the order of their buckets, in a bucket as they were.
    ///
    /// - Parameter starts: one behind each bucket how many elements it has; becomes where it begins.
    private static func sorted<Element>(
        _ elements: borrowing Scratch<Element>, _ starts: inout Scratch<Int32>, by bucket: (Element) -> Int
    ) -> Table<Element> {
        for place in 1..<starts.count { starts[place] += starts[place - 1] }
        var next = Scratch<Int32>(capacity: starts.count)
        next.append(contentsOf: starts.buffer)
        var sorted = Scratch<Element>(capacity: elements.count)
        _ = sorted.extend(by: elements.count)
        for place in elements.indices {
            let bucket = bucket(elements[place])
            sorted[Int(next[bucket])] = elements[place]
            next[bucket] += 1
        }
        return Table(sorted)
    }

    /// The word that a misspelled one is meant for, by its number, or -1: the most similar, of equal ones the first.
    ///
    /// - Complexity: O(letters + words with an equal half); of a very long word, O(very long words with its first
    ///   letter).
    func correction(of letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard letters.count >= WordList.shortest - 1, letters.count <= WordList.longest, letters[0] < 0x80
        else {
            return -1
        }
        if sharesAnEdge(letters), let nearest = withinOneError(letters) { return nearest.word }
        return letters.count >= WordList.veryLong ? withinTwoErrors(letters) : -1
    }

    /// The most similar very long word within two errors, of equal ones the first; or -1.
    private func withinTwoErrors(_ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        var nearest: (word: Int32, similarity: Int32) = (-1, WordList.leastSimilarity - 1)
        let letterSet = LetterSet(letters)
        let first = Int(letters[0] & 31)
        for place in Int(veryLongStart[first])..<Int(veryLongStart[first + 1]) {
            let word = veryLongWords[place]
            // One error makes at most two letters come or go.
            guard abs(word.count - Int32(letters.count)) <= 2,
                word.letterSet.difference(letterSet) <= 4
            else { continue }
            let similarity = WordSimilarity.typed(letters, self.letters(of: word.number))
            if similarity > nearest.similarity { nearest = (word.number, similarity) }
        }
        return nearest.word
    }

    /// The most similar word within one error, of equal ones the first.
    private func withinOneError(_ letters: UnsafeBufferPointer<UInt8>) -> (word: Int32, similarity: Int32)? {
        var best: (word: Int32, similarity: Int32)?
        let letterSet = LetterSet(letters)
        let lengths = max(letters.count - 1, WordList.shortest)...min(letters.count + 1, WordList.longest)
        for length in lengths {
            for isFirst in [true, false] {
                let hash = WordList.hash(ofHalfOf: letters, length: length, isFirst: isFirst)
                let bucket = WordList.bucket(of: hash)
                for place in Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1]) {
                    let half = halves[place]
                    // One error makes at most two letters come or go.
                    guard half.hash == hash, half.letterSet.difference(letterSet) <= 2 else {
                        continue
                    }
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

    /// Whether a word begins with the same three letters or ends in them: one error can't change both.
    @inline(__always)
    private func sharesAnEdge(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let (beginning, end) = WordList.edges(of: letters)
        return beginnings[beginning >> 6] >> UInt64(beginning & 63) & 1 != 0
            || ends[end >> 6] >> UInt64(end & 63) & 1 != 0
    }

    /// The first and the last three letters, five bits each.
    @inline(__always)
    private static func edges(of letters: UnsafeBufferPointer<UInt8>) -> (beginning: Int, end: Int) {
        func code(_ place: Int) -> Int {
            Int(letters[place] & 31) << 10 | Int(letters[place + 1] & 31) << 5 | Int(letters[place + 2] & 31)
        }
        return (code(0), code(letters.count - 3))
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
        veryLongStart.deallocate()
        beginnings.deallocate()
        ends.deallocate()
    }

    @inline(__always)
    private static func bucket(of hash: UInt32) -> Int { Int(hash >> (32 - bucketBits)) }

    private func letters(of word: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(word)])..<Int(start[Int(word) + 1])]
    }

    private static func isLong(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        (shortest...longest).contains(letters.count) && letters[0] < 0x80
    }

    /// The hash of the first or second half that a word of a length would share with this one.
    @inline(__always)
    private static func hash(
        ofHalfOf letters: UnsafeBufferPointer<UInt8>, length: Int, isFirst: Bool
    ) -> UInt32 {
        let count = (length - 1) / 2
        let base = letters.baseAddress!
        let half = WordKey(isFirst ? base : base + (letters.count - count), count: count)
        // Equal halves of words of other lengths are other halves.
        let seed = KeyTable.seed &+ UInt64(length * 2 + (isFirst ? 1 : 0)) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: half.hash(seed: seed) >> 32)
    }
}
