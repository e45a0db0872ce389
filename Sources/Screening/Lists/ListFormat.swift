/// The formats in which lists come. A new one is a case here, what tells it from the others, and its reader.
public enum ListFormat: String, Sendable, CaseIterable {
    /// Weir's own: CSV with `entity_id` and `name`.
    case weir

    /// What the list is in, for people.
    public var title: String {
        switch self {
        case .weir: "Weir's own CSV"
        }
    }

    /// What a list holds, in whatever format it is.
    static func read(
        _ bytes: [UInt8], path: String
    ) throws(ScreeningError) -> (format: ListFormat, content: ListContent) {
        guard !CompiledHeader.begins(bytes) else {
            throw ScreeningError(
                "the list \(path) is a compiled one, which can only be used as a file: give its path")
        }
        guard let text = ListText(bytes) else {
            throw ScreeningError(
                "the list \(path) is not UTF-8 text. Convert it first, e.g.: iconv -f GB18030 -t UTF-8 \(path)"
            )
        }
        guard !text.isEmpty else {
            throw ScreeningError("the list \(path) is empty. \(WeirListReader.expectation)")
        }
        for format in allCases where format.recognises(text) {
            return (format, try format.content(of: text, path: path))
        }
        throw ScreeningError(
            "\(path):1: this is no list that Weir can read; it begins with “\(text.beginning)”. "
                + WeirListReader.expectation)
    }

    private func recognises(_ text: ListText) -> Bool {
        switch self {
        case .weir: WeirListReader.recognises(text)
        }
    }

    private func content(of text: ListText, path: String) throws(ScreeningError) -> ListContent {
        switch self {
        case .weir: ListContent(entities: try WeirListReader(text, path: path).entities())
        }
    }
}
