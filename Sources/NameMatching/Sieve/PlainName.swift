import CSystem

/// A name of nothing but Latin letters, digits and what parts words, cut into words: all that the coarse sieve needs
/// of most names, at a fraction of what folding them takes.
///
/// Its words are the units that `NameFolder` makes of such a name; `PlainNameTests` hold that they are the same.
struct PlainName: ~Copyable {
    /// A word: letters that stand alone one after the other, `S.R.L.`, are one.
    struct Word {
        var key: WordKey
        /// As `WordSignsCache` looks the word up.
        var hash: UInt64
        /// Where it begins in `text`, and its length.
        var start: Int32
        var count: Int32

        var end: Int { Int(start + count) }
    }

    /// Words longer than this leave no room for signs in their keys.
    static let longestWord = 15

    private(set) var words = Scratch<Word>(capacity: WEIR_PLAIN_LONGEST)
    /// The words one after the other.
    private(set) var text = Scratch<UInt8>(capacity: WEIR_PLAIN_ROOM)
    /// Whether letters that stand alone may be as many words: a bit for each word that is two.
    private(set) var pairs: UInt64 = 0
    /// The name as it is written, in lower case.
    private var folded = Scratch<UInt8>(capacity: WEIR_PLAIN_ROOM)
    /// The name without accents.
    private var bare = Scratch<UInt8>(capacity: WEIR_PLAIN_ROOM)

    /// Reads a name; says no where it has anything else in it, or is long: then it is to be folded.
    ///
    /// - Complexity: O(bytes).
    @inline(__always)
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var letters: UInt64 = 0
        guard let start = bytes.baseAddress, bytes.count <= WEIR_PLAIN_LONGEST,
            weir_fold_plain(start, bytes.count, folded.base, &letters)
        else { return false }
        return cut(letters)
    }

    /// Whether the first byte beyond ASCII begins a Latin letter.
    @inline(never)
    static func mayHaveAccents(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // U+00C0…U+02FF and U+1E00…U+1EFF.
        bytes.first { $0 >= 0x80 }.map { (0xC3..<0xCC).contains($0) || $0 == 0xE1 } ?? false
    }

    /// Reads a name that has letters with accents, as `take` does.
    ///
    /// - Complexity: O(bytes).
    @inline(never)
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ table: FoldTable) -> Bool {
        guard bytes.count <= WEIR_PLAIN_LONGEST else { return false }
        var place = 0
        var end = 0
        while place < bytes.count {
            // A letter's ASCII may be longer than it is: three letters for two bytes.
            guard end < WEIR_PLAIN_LONGEST else { return false }
            if bytes[place] < 0x80 {
                bare.base[end] = bytes[place]
                place += 1
                end += 1
                continue
            }
            let (scalar, width) = decodeScalar(bytes, at: place)
            guard let form = table.form(of: scalar), form.isPlain else { return false }
            UnsafeMutableRawPointer(bare.base + end).storeBytes(of: form.text.littleEndian, as: UInt32.self)
            place += width
            end += form.count
        }
        return take(UnsafeBufferPointer(start: bare.base, count: end))
    }

    /// - Parameter letters: a bit for each byte of a word.
    @inline(__always)
    private mutating func cut(_ letters: UInt64) -> Bool {
        let (folded, text) = (UnsafePointer(folded.base), text.base)
        var rest = letters
        var end = 0
        // Behind the last word, and whether that is letters which stand alone.
        var word = words.base
        var isSpelledOut = false
        var pairs: UInt64 = 0
        while rest != 0 {
            let first = rest.trailingZeroBitCount
            let count = (~(rest &>> UInt64(truncatingIfNeeded: first))).trailingZeroBitCount
            guard count <= PlainName.longestWord else { return false }
            // Carried through the word, a one clears it.
            rest &= rest &+ (rest & (0 &- rest))
            weir_copy_piece(folded + first, text + end)
            let isLetter = count == 1 && folded[first] >= UInt8(ascii: "a")
            if isLetter && isSpelledOut {
                let start = Int(word[-1].start)
                let joined = end &+ 1 &- start
                guard joined <= PlainName.longestWord else { return false }
                put(word - 1, text, start: start, count: joined)
                let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: word - words.base - 1)
                pairs = joined == 2 ? pairs | bit : pairs & ~bit
            } else {
                put(word, text, start: end, count: count)
                word += 1
                isSpelledOut = isLetter
            }
            end &+= count
        }
        words.take(word - words.base)
        self.text.take(end)
        self.pairs = pairs
        return true
    }

    @inline(__always)
    private func put(
        _ word: UnsafeMutablePointer<Word>, _ text: UnsafePointer<UInt8>, start: Int, count: Int
    ) {
        let key = WordKey(short: text + start, count: count)
        word.pointee = Word(
            key: key, hash: WordSignsCache.hash(key), start: Int32(truncatingIfNeeded: start),
            count: Int32(truncatingIfNeeded: count))
    }
}

extension PlainName {
    @inline(__always)
    func letters(of word: Word) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text.base + Int(word.start), count: Int(word.count))
    }

    /// A letter of a word, as a word by itself.
    func letter(_ place: Int32, of word: Word) -> Word {
        let start = word.start + place
        let key = WordKey(short: text.base + Int(start), count: 1)
        return Word(key: key, hash: WordSignsCache.hash(key), start: start, count: 1)
    }

    /// A word as folding makes it.
    func unit(of word: Word) -> FoldedName.Unit {
        let isNumber = letters(of: word).allSatisfy { $0 < UInt8(ascii: "a") }
        return FoldedName.Unit(
            key: word.key, start: word.start, count: word.count, kind: isNumber ? .digits : .latin)
    }
}
