/// A name's words, as far as letters without spaces are concerned.
protocol WordLetters: ~Copyable {
    var wordCount: Int { get }
    /// The letters of all words as they are written, one after the other; behind them eight bytes may be read.
    var letters: UnsafeBufferPointer<UInt8> { get }
    /// The letters of a word, behind which eight bytes may be read.
    ///
    /// - Parameter isReading: whether a Han character's are its pinyin.
    func letters(ofWord place: Int, isReading: Bool) -> UnsafeBufferPointer<UInt8>
    /// Whether a word says that the next is a number: `No 5`.
    func announcesNumber(atWord place: Int) -> Bool
}

extension FoldedName: WordLetters {
    var wordCount: Int { units.count }
    var letters: UnsafeBufferPointer<UInt8> { text.buffer }

    @inline(__always)
    func letters(ofWord place: Int, isReading: Bool) -> UnsafeBufferPointer<UInt8> {
        isReading && units[place].kind == .han
            ? readingLetters(ofUnits: place, to: place + 1) : letters(ofUnits: place, to: place + 1)
    }

    @inline(__always)
    func announcesNumber(atWord place: Int) -> Bool { NumberWords.announcesNumber(at: place, of: self) }
}

extension PlainName: WordLetters {
    var wordCount: Int { words.count }
    var letters: UnsafeBufferPointer<UInt8> { text.buffer }

    @inline(__always)
    func letters(ofWord place: Int, isReading: Bool) -> UnsafeBufferPointer<UInt8> {
        letters(of: words[place])
    }

    @inline(__always)
    func announcesNumber(atWord place: Int) -> Bool {
        words[place].count == 2 && place + 1 < words.count && NumberWords.announcesNumber(words[place].key)
            && unit(of: words[place + 1]).kind == .digits
    }
}
