/// A name as the engine reads it: its words and Han characters in order, folded.
///
/// Words lie one after the other in `text` without separators, so that neighbours written together or apart
/// (`HIK VISION`, `HIKVISION`) are the same bytes.
struct FoldedName: ~Copyable {
    /// A Latin word, a number or one Han character.
    struct Unit {
        enum Kind: UInt8 { case latin, digits, han }

        var kind: Kind
        /// Whether a line break stands before the unit.
        var startsLine = false
        /// Whether the word was in another script, so that its vowels are ICU's rather than the writer's.
        var isForeign = false
        /// Whether a slash and nothing else stands before the unit, as in `C/O`.
        var followsSlash = false
        /// Whether the word was written in one with the unit before: `technologyco`.
        var isContinued = false
        /// Whether the word was written as letters apart: `H I K`.
        var isSpelledOut = false
        /// Whether a comma stands somewhere between the unit before and this one.
        var followsComma = false
        /// Whether the unit stands in brackets.
        var isInBrackets = false
        /// The unit's place in `text`.
        var start: Int32
        var count: Int32
        /// Where the unit's reading begins in `reading`, and its length: of Han characters only.
        var readingStart: Int32 = 0
        var readingCount: Int32 = 0
        /// The reading of a Han character by itself, as it was written: ICU simplifies 乾 (qian) to 干 (gan).
        var syllable: HanTable.Syllable = 0
        /// Where the unit leads from the root of the lexicon, or -1.
        var node: Int32 = -1
        /// The word of the lexicon that this one misspells, or none.
        var correction = WordKey.none
        var key: WordKey

        var end: Int32 { start + count }
        var readingEnd: Int32 { readingStart + readingCount }
        /// The word that the lexicon is asked for in the unit's place.
        var lexiconKey: WordKey { correction == .none ? key : correction }
    }

    /// More units than this in one cell are left out: no name has them, and the cost of a cell stays bounded.
    static let unitLimit = 512

    var text = Scratch<UInt8>(capacity: 256)
    var units = Scratch<Unit>()
    /// The pinyin of the Han characters, in order and without spaces.
    var reading = Scratch<UInt8>()
    /// Whether there were more units than the limit.
    var isTruncated = false
    /// Whether words written in one have been taken apart.
    var isTakenApart = false

    mutating func removeAll() {
        text.removeAll()
        units.removeAll()
        reading.removeAll()
        isTruncated = false
        isTakenApart = false
    }

    /// The key of the units `first..<last` written together.
    @inline(__always)
    func key(ofUnits first: Int, to last: Int) -> WordKey {
        let start = Int(units[first].start)
        return key(ofText: start, to: Int(units[last - 1].end))
    }

    @inline(__always)
    func key(ofText start: Int, to end: Int) -> WordKey {
        WordKey(text.base + start, count: end - start)
    }

    /// The key of the pinyin of the Han characters `first..<last` written together.
    @inline(__always)
    func readingKey(ofUnits first: Int, to last: Int) -> WordKey {
        let start = Int(units[first].readingStart)
        let end = Int(units[last - 1].readingEnd)
        return WordKey(reading.base + start, count: end - start)
    }

    /// The letters of the units `first..<last` written together.
    @inline(__always)
    func letters(ofUnits first: Int, to last: Int) -> UnsafeBufferPointer<UInt8> {
        text[Int(units[first].start)..<Int(units[last - 1].end)]
    }

    /// The pinyin of the Han characters `first..<last`.
    @inline(__always)
    func readingLetters(ofUnits first: Int, to last: Int) -> UnsafeBufferPointer<UInt8> {
        reading[Int(units[first].readingStart)..<Int(units[last - 1].readingEnd)]
    }

    /// The units `first..<last` as people write them: Latin words apart, Han characters together.
    func spelled(_ first: Int, _ last: Int) -> String {
        var bytes = Scratch<UInt8>()
        appendSpelled(first, last, to: &bytes)
        return String(decoding: bytes.buffer, as: UTF8.self)
    }

    /// Appends the units `first..<last` as people write them.
    func appendSpelled(_ first: Int, _ last: Int, to bytes: inout Scratch<UInt8>) {
        for place in first..<last {
            let unit = units[place]
            if place > first && !(unit.kind == .han && units[place - 1].kind == .han) { bytes.append(0x20) }
            bytes.append(contentsOf: text[Int(unit.start)..<Int(unit.end)])
        }
    }
}
