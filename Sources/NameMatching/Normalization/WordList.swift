/// The long words of the lexicon, found by a word that misspells one: by a single error, or two in a very long word.
///
/// Two words are within one error (a letter more, less, other, or two swapped) only if leaving out at most one letter
/// of each makes them equal; so every word is kept under its own hash and those of all its shortenings, and a
/// misspelled word asks for its own. (The deletion neighbourhood of Mor and Fraenkel, 1982.)
///
/// For two errors the neighbourhood would be too large: there the words with the same first letter, about the same
/// length and about the same letters are compared.
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
    /// The words under each shortening, in buckets by the first bits of the hash.
    private let words: Table<Shortening>
    private let bucketStart: Table<Int32>
    /// A bit for every hash: most words that misspell nothing end here.
    private let bits: Table<UInt64>
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

    private struct Shortening {
        var hash: UInt64
        var word: Int32
    }

    private static let bucketBits: UInt64 = 14
    private static let filterBits: UInt64 = 20

    /// - Parameters:
    ///   - text: the letters of the words, one after the other.
    ///   - start: where each word's letters begin, and where the last's end.
    init(_ text: [UInt8], _ start: [Int32]) {
        self.text = Table(text)
        self.start = Table(start)
        var words: [Shortening] = []
        var bits = [UInt64](repeating: 0, count: 1 << (WordList.filterBits - 6))
        var beginnings = [UInt64](repeating: 0, count: 1 << 9)
        var ends = beginnings
        for number in 0..<Int32(start.count - 1) {
            let letters = self.text[Int(start[Int(number)])..<Int(start[Int(number) + 1])]
            guard WordList.isLong(letters) else { continue }
            let (beginning, end) = WordList.edges(of: letters)
            beginnings[beginning >> 6] |= 1 << UInt64(beginning & 63)
            ends[end >> 6] |= 1 << UInt64(end & 63)
            WordList.forEachShortening(of: letters) { hash in
                words.append(Shortening(hash: hash, word: number))
                let bit = hash >> (64 - WordList.filterBits)
                bits[Int(bit >> 6)] |= 1 << (bit & 63)
            }
        }
        var bucketStart = [Int32](repeating: 0, count: 1 << WordList.bucketBits + 1)
        for word in words { bucketStart[WordList.bucket(of: word.hash) + 1] += 1 }
        for bucket in 1..<bucketStart.count { bucketStart[bucket] += bucketStart[bucket - 1] }
        var fill = bucketStart
        var sorted = words
        for word in words {
            let bucket = WordList.bucket(of: word.hash)
            sorted[Int(fill[bucket])] = word
            fill[bucket] += 1
        }
        self.words = Table(sorted)
        self.bucketStart = Table(bucketStart)
        self.bits = Table(bits)
        self.beginnings = Table(beginnings)
        self.ends = Table(ends)
        var veryLong: [(first: Int, word: VeryLongWord)] = []
        for number in 0..<Int32(start.count - 1) {
            let letters = self.text[Int(start[Int(number)])..<Int(start[Int(number) + 1])]
            guard WordList.isLong(letters), letters.count >= WordList.veryLong else { continue }
            let word = VeryLongWord(
                number: number, count: Int32(letters.count), letterSet: LetterSet(letters))
            veryLong.append((Int(letters[0] & 31), word))
        }
        veryLong.sort { ($0.first, $0.word.number) < ($1.first, $1.word.number) }
        veryLongWords = Table(veryLong.map(\.word))
        veryLongStart = Table((0...32).map { first in Int32(veryLong.count { $0.first < first }) })
    }

    /// The word that a misspelled one is meant for, by its number, or -1: the most similar, of equal ones the first.
    ///
    /// - Complexity: O(letters) look-ups; of a very long word, O(very long words with its first letter).
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
        WordList.forEachShortening(of: letters) { hash in
            let bit = hash >> (64 - WordList.filterBits)
            guard bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0 else { return }
            let bucket = WordList.bucket(of: hash)
            for place in Int(bucketStart[bucket])..<Int(bucketStart[bucket + 1])
            where words[place].hash == hash {
                let word = words[place].word
                let meant = self.letters(of: word)
                guard WordSimilarity.edits(letters, meant, atMost: 1) == 1 else { continue }
                let similarity = WordSimilarity.typed(letters, meant)
                guard similarity > 0 else { continue }
                if let known = best, (known.similarity, -known.word) >= (similarity, -word) { continue }
                best = (word, similarity)
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
        words.deallocate()
        bucketStart.deallocate()
        bits.deallocate()
        veryLongWords.deallocate()
        veryLongStart.deallocate()
        beginnings.deallocate()
        ends.deallocate()
    }

    @inline(__always)
    private static func bucket(of hash: UInt64) -> Int { Int(hash >> (64 - bucketBits)) }

    private func letters(of word: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(word)])..<Int(start[Int(word) + 1])]
    }

    private static func isLong(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        (shortest...longest).contains(letters.count) && letters[0] < 0x80
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let powers: Table<UInt64> = {
        var powers: [UInt64] = [1]
        while powers.count <= longest { powers.append(powers[powers.count - 1] &* base) }
        return Table(powers)
    }()

    /// Calls `body` with the hash of the letters and with those of the letters without each one of them.
    ///
    /// The hash is a polynomial in the letters, so each shortening's comes from the letters before and behind.
    private static func forEachShortening(of letters: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
        let powers = powers
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: letters.count + 1) { behind in
            // behind[i]: the polynomial of the letters from i on.
            behind[letters.count] = 0
            for place in stride(from: letters.count - 1, through: 0, by: -1) {
                behind[place] =
                    behind[place + 1] &+ UInt64(letters[place]) &* powers[letters.count - 1 - place]
            }
            body(mixed(behind[0]))
            var before: UInt64 = 0
            for place in 0..<letters.count {
                // Leaving out either of two equal neighbours is the same.
                if place == 0 || letters[place] != letters[place - 1] {
                    body(mixed(before &* powers[letters.count - 1 - place] &+ behind[place + 1]))
                }
                before = before &* base &+ UInt64(letters[place])
            }
        }
    }

    /// Spreads a hash over its upper bits, by which it is looked up.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = hash.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return (product.high ^ product.low) &* base
    }
}
