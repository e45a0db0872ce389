import CSV

/// The formats in which lists come. A new one is a case here, what tells it from the others, and its reader.
enum ListFormat: CaseIterable {
    /// Weir's own: CSV with `entity_id` and `name`.
    case weir

    /// The entities of a list in whatever format it has.
    static func read(_ bytes: [UInt8], path: String) throws(ScreeningError) -> [Entity] {
        guard let whole = ListText(bytes) else {
            throw ScreeningError(
                "the list \(path) is not UTF-8 text. Convert it first, e.g.: iconv -f GB18030 -t UTF-8 \(path)"
            )
        }
        guard !whole.isEmpty else {
            throw ScreeningError("the list \(path) is empty. \(WeirListReader.expectation)")
        }
        for format in allCases where format.recognises(whole) {
            return try format.entities(of: whole, path: path)
        }
        throw ScreeningError(
            "\(path):1: this is no list that Weir can read; it begins with “\(whole.beginning)”. "
                + WeirListReader.expectation)
    }

    private func recognises(_ text: ListText) -> Bool {
        switch self {
        case .weir: WeirListReader.recognises(text)
        }
    }

    private func entities(of text: ListText, path: String) throws(ScreeningError) -> [Entity] {
        switch self {
        case .weir: try WeirListReader(text, path: path).entities()
        }
    }
}

/// The text of a list, or of a file of words: valid UTF-8 without byte order mark.
struct ListText {
    let bytes: ArraySlice<UInt8>

    init?(_ bytes: [UInt8]) {
        guard bytes.withUnsafeBufferPointer(isValidUTF8) else { return nil }
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// Whether nothing but white space is in it.
    var isEmpty: Bool { bytes.allSatisfy { $0 == 32 || (9...13).contains($0) } }

    /// The first line, cut to what a message can show.
    var beginning: String {
        let line = bytes.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
        let text = String(decoding: line, as: UTF8.self)
        return text.count > 80 ? text.prefix(80) + "…" : text
    }

    /// The dialect with the delimiter of which the header, whose names hold none, has most.
    var dialect: Dialect {
        let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let counts = delimiters.map { delimiter in firstLine.count { $0 == delimiter } }
        let most = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
        return Dialect(delimiter: delimiters[most])
    }

    /// The first line's bytes.
    private var firstLine: ArraySlice<UInt8> {
        bytes.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
    }
}
