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
        /// ASCII text of more than three bytes, by its number.
        case long(Int)
        /// A letter of a script that only ICU can turn into Latin.
        case foreign
        case han
    }

    /// What a code point becomes, in one word: an entry, and what the reader of a name asks for most.
    ///
    /// The lower three bytes are ASCII text or a number of a longer text, the three bits above its length or a kind.
    struct Form {
        fileprivate(set) var bits: UInt32

        private static let plain: UInt32 = 1 << 30
        private static let continuesRun: UInt32 = 1 << 31

        fileprivate init(_ value: UInt32, kind: Int32) {
            let count = value >> 24
            let isPlain =
                count <= 3
                && (0..<count).allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(
                        UInt8(truncatingIfNeeded: value >> (8 * $0)))
                }
            let continues = kind == Int32(WEIR_LETTER) || kind == Int32(WEIR_MARK)
            bits = value | (isPlain ? Form.plain : 0) | (continues ? Form.continuesRun : 0)
        }

        /// What stands for a code point of a kind that has no ASCII form.
        init(kind: Int32) { self.init(FoldTable.packed(kind), kind: kind) }

        /// Whether it is nothing but lower-case letters, `count` of them in `text`.
        var isPlain: Bool { bits & Form.plain != 0 }
        /// Whether a run of another script goes on with the code point: it is a letter or a mark.
        var continuesRun: Bool { bits & Form.continuesRun != 0 }
        var text: UInt32 { bits & 0xFF_FFFF }
        var count: Int { Int(bits >> 24 & 7) }

        var entry: Entry {
            switch count {
            case 0...3: .ascii(bytes: text, count: count)
            case 4: .long(Int(text))
            case 5: .foreign
            default: .han
            }
        }
    }

    private let forms: Table<Form>
    private let longStarts: Table<Int32>
    private let longBytes: Table<UInt8>

    private static let basic: Range<UInt32> = 0x80..<0x2500
    // Latin ligatures, and the full-width and half-width forms.
    private static let extra: [Range<UInt32>] = [0xFB00..<0xFB07, 0xFF00..<0xFFF0]

    private static let foreign: UInt32 = 5 << 24
    private static let han: UInt32 = 6 << 24

    static let shared = FoldTable()

    /// Fills the table: some 10,000 calls of ICU for kinds, which are cheap, once for the process.
    private init() {
        var kinds: [Int32] = []
        for range in [FoldTable.basic] + FoldTable.extra {
            for scalar in range { kinds.append(weir_scalar_kind(scalar)) }
        }
        var values = kinds.map(FoldTable.packed)
        var longTexts: [[UInt8]] = []
        let data = weir_data_latin_letters()
        var rest = UnsafeBufferPointer(start: data.bytes, count: Int(data.count))[...]
        var isHeader = true
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            if !isHeader { FoldTable.read(rest[..<end], into: &values, &longTexts) }
            isHeader = false
            rest = rest[(end + 1)...]
        }
        forms = Table(zip(values, kinds).map { Form($0, kind: $1) })
        var starts: [Int32] = [0]
        for text in longTexts { starts.append(starts[starts.count - 1] + Int32(text.count)) }
        longStarts = Table(starts)
        longBytes = Table(longTexts.flatMap { $0 })
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
        (form(of: scalar) ?? Form(kind: weir_scalar_kind(scalar))).entry
    }

    /// What a code point of U+0080 or above becomes; nil where the table has none and its kind decides.
    @inline(__always)
    func form(of scalar: UInt32) -> Form? {
        // The letters with accents first.
        if FoldTable.basic.contains(scalar) { return forms[Int(scalar - FoldTable.basic.lowerBound)] }
        return FoldTable.place(of: scalar).map { forms[$0] }
    }

    /// An ASCII text of more than three bytes.
    func longText(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        longBytes[Int(longStarts[number])..<Int(longStarts[number + 1])]
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
