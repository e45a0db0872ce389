/// The formats in which lists come. A new one is a case here, what tells it from the others, and its reader.
public enum ListFormat: String, Sendable, CaseIterable {
    /// Weir's own: CSV with `entity_id` and `name`.
    case weir
    /// The Consolidated Screening List of trade.gov: CSV with `source`, `name`, `programs`, `addresses`, `alt_names`.
    case csl
    /// OFAC's list of Specially Designated Nationals, or the consolidated one of others: several files of CSV.
    case ofac
    /// OpenSanctions' `targets.simple.csv`.
    case openSanctionsCSV = "opensanctions_csv"
    /// The Denied Persons List of the Bureau of Industry and Security: cells parted by tabs.
    case dpl

    /// What the list is in, for people.
    public var title: String {
        switch self {
        case .weir: "Weir's own CSV"
        case .csl: "Consolidated Screening List of trade.gov, CSV"
        case .ofac: "OFAC's sdn.csv or cons_prim.csv with its alt.csv and add.csv"
        case .openSanctionsCSV: "OpenSanctions' targets.simple.csv"
        case .dpl: "Denied Persons List of the Bureau of Industry and Security, tab-separated"
        }
    }

    /// What a list holds, in whatever format it is.
    static func read(
        _ bytes: [UInt8], path: String
    ) throws(ScreeningError) -> (format: ListFormat, content: ListContent) {
        guard let text = ListText(bytes) else {
            throw ScreeningError(
                "the list \(path) is not UTF-8 text. Convert it first, e.g.: iconv -f GB18030 -t UTF-8 \(path)"
            )
        }
        guard !text.isEmpty else {
            throw ScreeningError("the list \(path) is empty. \(expectation)")
        }
        for format in allCases where format.recognises(text) {
            return (format, try format.content(of: text, path: path))
        }
        throw ScreeningError(
            "\(path):1: this is no list that Weir can read; it begins with “\(text.beginning)”. "
                + expectation)
    }

    /// What a list may be, for messages.
    private static var expectation: String {
        WeirListReader.expectation + " Or one of: "
            + allCases.filter { $0 != .weir }.map(\.title).joined(separator: "; ") + "."
    }

    private func recognises(_ text: ListText) -> Bool {
        switch self {
        case .weir: WeirListReader.recognises(text)
        case .csl: CSLReader.recognises(text)
        case .ofac: OFACReader.recognises(text)
        case .openSanctionsCSV: OpenSanctionsReader.recognises(text)
        case .dpl: DeniedPersonsReader.recognises(text)
        }
    }

    private func content(of text: ListText, path: String) throws(ScreeningError) -> ListContent {
        switch self {
        case .weir: return ListContent(entities: try WeirListReader(text, path: path).entities())
        case .csl:
            var reader = CSLReader(text, path: path)
            return try reader.read()
        case .ofac:
            var reader = OFACReader(text, path: path)
            return try reader.read()
        case .openSanctionsCSV:
            var reader = OpenSanctionsReader(text, path: path)
            return try reader.read()
        case .dpl:
            var reader = DeniedPersonsReader(text, path: path)
            return try reader.read()
        }
    }
}
