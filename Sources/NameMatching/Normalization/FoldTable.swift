import CICU

/// What each code point outside ASCII becomes, as a table filled from ICU: names are folded without calling it.
///
/// Only what doesn't depend on its neighbours is in the table; `NameFolder` gives the rest to ICU by the run.
struct FoldTable: Sendable {
    enum Entry {
        /// ASCII text that stands for the code point; empty where it vanishes (marks, invisible characters).
        case ascii(bytes: UInt32, count: Int)
        /// ASCII text of more than three bytes, by its place in `longTexts`.
        case long(Int)
        /// A letter of a script that only ICU can turn into Latin.
        case foreign
        case han
    }

    private var entries: [UInt32]
    private(set) var longTexts: [[UInt8]] = []

    private static let basic: Range<UInt32> = 0x80..<0x2500
    // Latin ligatures, and the full-width and half-width forms.
    private static let extra: [Range<UInt32>] = [0xFB00..<0xFB07, 0xFF00..<0xFFF0]

    static let shared = FoldTable()

    /// Fills the table: some 10,000 calls of ICU, 3 to 5 ms, once for the process.
    private init() {
        entries = []
        for range in [FoldTable.basic] + FoldTable.extra {
            for scalar in range {
                entries.append(0)
                set(FoldTable.computed(scalar), at: entries.count - 1)
            }
        }
    }

    /// What a code point of U+0080 or above becomes.
    func entry(of scalar: UInt32) -> Entry {
        guard let place = FoldTable.place(of: scalar) else { return FoldTable.outside(scalar) }
        let value = entries[place]
        switch value >> 24 {
        case 0...3: return .ascii(bytes: value & 0xFF_FFFF, count: Int(value >> 24))
        case 4: return .long(Int(value & 0xFF_FFFF))
        case 5: return .foreign
        default: return .han
        }
    }

    private static func place(of scalar: UInt32) -> Int? {
        if basic.contains(scalar) { return Int(scalar - basic.lowerBound) }
        var start = basic.count
        for range in extra {
            if range.contains(scalar) { return start + Int(scalar - range.lowerBound) }
            start += range.count
        }
        return nil
    }

    /// Code points that the table leaves out, told apart by their kind; each is still one look-up in ICU's own tables.
    private static func outside(_ scalar: UInt32) -> Entry {
        switch weir_scalar_kind(scalar) {
        case Int32(WEIR_HAN): .han
        case Int32(WEIR_LETTER): .foreign
        case Int32(WEIR_SEPARATOR): .ascii(bytes: 0x20, count: 1)
        default: .ascii(bytes: 0, count: 0)
        }
    }

    private enum Computed {
        case text([UInt8]), foreign, han
    }

    private static func computed(_ scalar: UInt32) -> Computed {
        let kind = weir_scalar_kind(scalar)
        if kind == Int32(WEIR_HAN) { return .han }
        if kind == Int32(WEIR_MARK) || kind == Int32(WEIR_IGNORABLE) { return .text([]) }
        guard let text = fold(scalar), text.allSatisfy({ $0 < 0x80 }) else {
            return kind == Int32(WEIR_LETTER) ? .foreign : .text([0x20])
        }
        return .text(text)
    }

    /// ICU's folding of one code point.
    static func fold(_ scalar: UInt32) -> [UInt8]? {
        guard let unicode = Unicode.Scalar(scalar) else { return nil }
        var out = [UInt8](repeating: 0, count: 64)
        let input = Array(String(unicode).utf8)
        let count = weir_fold(input, Int32(input.count), &out, Int32(out.count))
        return count < 0 ? nil : Array(out[..<Int(count)])
    }

    private mutating func set(_ computed: Computed, at place: Int) {
        switch computed {
        case .foreign: entries[place] = 5 << 24
        case .han: entries[place] = 6 << 24
        case .text(let bytes) where bytes.count <= 3:
            var value = UInt32(bytes.count) << 24
            for (offset, byte) in bytes.enumerated() { value |= UInt32(byte) << (8 * UInt32(offset)) }
            entries[place] = value
        case .text(let bytes):
            entries[place] = 4 << 24 | UInt32(longTexts.count)
            longTexts.append(bytes)
        }
    }
}
