/// A name as the engine reads it: its words and Han characters in order, folded.
///
/// Words lie one after the other in `text` without separators, so that neighbours written together or apart
/// (`HIK VISION`, `HIKVISION`) are the same bytes.
struct FoldedName: ~Copyable {
    /// A Latin word, a number or one Han character.
    struct Unit {
        enum Kind: UInt8 { case latin, digits, han }

        /// What else is known of a unit, in one byte: units are written and copied for every name.
        struct Flags: OptionSet, BitwiseCopyable {
            let rawValue: UInt8

            static let startsLine = Flags(rawValue: 1 << 0)
            static let isForeign = Flags(rawValue: 1 << 1)
            static let followsSlash = Flags(rawValue: 1 << 2)
            static let isContinued = Flags(rawValue: 1 << 3)
            static let isSpelledOut = Flags(rawValue: 1 << 4)
            static let followsComma = Flags(rawValue: 1 << 5)
            static let isInBrackets = Flags(rawValue: 1 << 6)
            static let mayBeginCorrection = Flags(rawValue: 1 << 7)
        }

        var key: WordKey
        /// The word of the lexicon that this one misspells, or none.
        var correction = WordKey.none
        /// The unit's place in `text`.
        var start: Int32
        var count: Int32
        /// Where the unit's reading begins in `reading`, and its length: of Han characters only.
        var readingStart: Int32 = 0
        var readingCount: Int32 = 0
        /// Where the unit leads from the root of the lexicon, or -1.
        var node: Int32 = -1
        /// The reading of a Han character by itself, as it was written: ICU simplifies 乾 (qian) to 干 (gan).
        var syllable: HanTable.Syllable = 0
        var kind: Kind
        var flags: Flags = []

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
        WordKey(padded: text.base + start, count: end - start)
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

extension FoldedName.Unit {
    /// Whether a line break stands before the unit.
    var startsLine: Bool {
        get { flags.contains(.startsLine) }
        set { set(.startsLine, newValue) }
    }

    /// Whether the word was in another script, so that its vowels are ICU's rather than the writer's.
    var isForeign: Bool {
        get { flags.contains(.isForeign) }
        set { set(.isForeign, newValue) }
    }

    /// Whether a slash and nothing else stands before the unit, as in `C/O`.
    var followsSlash: Bool {
        get { flags.contains(.followsSlash) }
        set { set(.followsSlash, newValue) }
    }

    /// Whether the word was written in one with the unit before: `technologyco`.
    var isContinued: Bool {
        get { flags.contains(.isContinued) }
        set { set(.isContinued, newValue) }
    }

    /// Whether the word was written as letters apart: `H I K`.
    var isSpelledOut: Bool {
        get { flags.contains(.isSpelledOut) }
        set { set(.isSpelledOut, newValue) }
    }

    /// Whether a comma stands somewhere between the unit before and this one.
    var followsComma: Bool {
        get { flags.contains(.followsComma) }
        set { set(.followsComma, newValue) }
    }

    /// Whether the unit stands in brackets.
    var isInBrackets: Bool {
        get { flags.contains(.isInBrackets) }
        set { set(.isInBrackets, newValue) }
    }

    /// Whether the unit is a Han character that a reading of several characters begins with.
    var mayBeginCorrection: Bool { flags.contains(.mayBeginCorrection) }

    @inline(__always)
    private mutating func set(_ flag: Flags, _ isSet: Bool) {
        if isSet { flags.insert(flag) } else { flags.remove(flag) }
    }
}
