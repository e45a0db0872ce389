/// A name as the engine reads it: its words and Han characters in order, folded.
///
/// Words lie one after the other in `text` without separators, so that neighbours written together or apart
/// (`HIK VISION`, `HIKVISION`) are the same bytes.
struct FoldedName {
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
        /// The unit's place in `text`.
        var start: Int32
        var count: Int32
        /// Where the unit's reading begins in `reading`, and its length: of Han characters only.
        var readingStart: Int32 = 0
        var readingCount: Int32 = 0
        /// The reading of a Han character by itself, as it was written: ICU simplifies 乾 (qian) to 干 (gan).
        var syllable: HanTable.Syllable = 0
        var key: WordKey

        var end: Int32 { start + count }
        var readingEnd: Int32 { readingStart + readingCount }
    }

    /// More units than this in one cell are left out: no name has them, and the cost of a cell stays bounded.
    static let unitLimit = 512

    var text: [UInt8] = []
    var units: [Unit] = []
    /// The pinyin of the Han characters, in order and without spaces.
    var reading: [UInt8] = []

    mutating func removeAll() {
        text.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        reading.removeAll(keepingCapacity: true)
    }

    /// The key of the units `first..<last` written together.
    @inline(__always)
    func key(ofUnits first: Int, to last: Int) -> WordKey {
        let start = Int(units[first].start)
        return key(ofText: start, to: Int(units[last - 1].end))
    }

    @inline(__always)
    func key(ofText start: Int, to end: Int) -> WordKey {
        text.withUnsafeBufferPointer { WordKey($0.baseAddress! + start, count: end - start) }
    }

    /// The key of the pinyin of the Han characters `first..<last` written together.
    @inline(__always)
    func readingKey(ofUnits first: Int, to last: Int) -> WordKey {
        let start = Int(units[first].readingStart)
        let end = Int(units[last - 1].readingEnd)
        return reading.withUnsafeBufferPointer { WordKey($0.baseAddress! + start, count: end - start) }
    }

    /// The units `first..<last` as people write them: Latin words apart, Han characters together.
    func spelled(_ first: Int, _ last: Int) -> String {
        var bytes: [UInt8] = []
        for place in first..<last {
            let unit = units[place]
            if place > first && !(unit.kind == .han && units[place - 1].kind == .han) { bytes.append(0x20) }
            bytes += text[Int(unit.start)..<Int(unit.end)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
