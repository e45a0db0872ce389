import CData
import CICU

/// What each code point outside ASCII becomes, as a table: names are folded without calling ICU.
///
/// Only what doesn't depend on its neighbours is in the table; `NameFolder` gives the rest to ICU by the run. The ASCII
/// forms were written from ICU's rules to `Data/` once, since opening those rules costs 16 ms; the kinds are ICU's
/// own. A test compares both with ICU on every code point.
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

    private let entries: Table<UInt32>
    private(set) var longTexts: [[UInt8]] = []

    private static let basic: Range<UInt32> = 0x80..<0x2500
    // Latin ligatures, and the full-width and half-width forms.
    private static let extra: [Range<UInt32>] = [0xFB00..<0xFB07, 0xFF00..<0xFFF0]

    private static let foreign: UInt32 = 5 << 24
    private static let han: UInt32 = 6 << 24

    static let shared = FoldTable()

    /// Fills the table: some 10,000 calls of ICU for kinds, which are cheap, once for the process.
    private init() {
        var values: [UInt32] = []
        for range in [FoldTable.basic] + FoldTable.extra {
            for scalar in range { values.append(FoldTable.packed(weir_scalar_kind(scalar))) }
        }
        let data = weir_data_latin_letters()
        var rest = UnsafeBufferPointer(start: data.bytes, count: Int(data.count))[...]
        var isHeader = true
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            if !isHeader { FoldTable.read(rest[..<end], into: &values, &longTexts) }
            isHeader = false
            rest = rest[(end + 1)...]
        }
        entries = Table(values)
    }

    /// Reads a row: the code points, a comma, and the text that they all stand for.
    private static func read(
        _ row: Slice<UnsafeBufferPointer<UInt8>>, into values: inout [UInt32], _ longTexts: inout [[UInt8]]
    ) {
        guard let comma = row.firstIndex(of: UInt8(ascii: ",")) else { return }
        let value = packed(unquoted(row[(comma + 1)...]), &longTexts)
        for scalar in decodeScalars(UnsafeBufferPointer(rebasing: row[..<comma])) {
            if let place = place(of: scalar) { values[place] = value }
        }
    }

    /// The text of a cell: of one in quotes what stands between them, with a quote for two.
    private static func unquoted(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        guard cell.first == quote else { return Array(cell) }
        var text: [UInt8] = []
        var isSecond = false
        for byte in cell.dropFirst().dropLast() {
            isSecond = byte == quote && !isSecond
            if !isSecond { text.append(byte) }
        }
        return text
    }

    /// What a code point of U+0080 or above becomes.
    func entry(of scalar: UInt32) -> Entry {
        guard let place = FoldTable.place(of: scalar) else {
            return FoldTable.entry(FoldTable.packed(weir_scalar_kind(scalar)))
        }
        return FoldTable.entry(entries[place])
    }

    private static func entry(_ value: UInt32) -> Entry {
        switch value >> 24 {
        case 0...3: .ascii(bytes: value & 0xFF_FFFF, count: Int(value >> 24))
        case 4: .long(Int(value & 0xFF_FFFF))
        case 5: .foreign
        default: .han
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

    /// ICU's folding of one code point.
    static func fold(_ scalar: UInt32) -> [UInt8]? {
        guard let unicode = Unicode.Scalar(scalar) else { return nil }
        var out = [UInt8](repeating: 0, count: 64)
        let input = Array(String(unicode).utf8)
        let count = weir_fold(input, Int32(input.count), &out, Int32(out.count))
        return count < 0 ? nil : Array(out[..<Int(count)])
    }

    /// What a code point becomes that has no ASCII form: nothing where it is a mark, a space where it is no letter.
    private static func packed(_ kind: Int32) -> UInt32 {
        switch kind {
        case Int32(WEIR_HAN): han
        case Int32(WEIR_LETTER): foreign
        case Int32(WEIR_SEPARATOR): 1 << 24 | 0x20
        default: 0
        }
    }

    private static func packed(_ text: [UInt8], _ longTexts: inout [[UInt8]]) -> UInt32 {
        guard text.count <= 3 else {
            longTexts.append(text)
            return 4 << 24 | UInt32(longTexts.count - 1)
        }
        var value = UInt32(text.count) << 24
        for (offset, byte) in text.enumerated() { value |= UInt32(byte) << (8 * UInt32(offset)) }
        return value
    }
}
