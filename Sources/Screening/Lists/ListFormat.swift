/// The formats in which lists come. A new one is a case here, what tells it from the others, and its reader.
public enum ListFormat: String, Sendable, CaseIterable {
    /// Weir's own: CSV with `entity_id` and `name`.
    case weir
    /// The consolidated list of the UN Security Council, XML.
    case unXML
    /// A JSON object with the list's name and date, and its `entities`.
    case jsonObject
    /// OpenSanctions: a JSON object in each line, or an array of such.
    case openSanctions
    /// A JSON array of entities.
    case jsonArray
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
        case .unXML: "the UN Security Council's consolidated list (XML)"
        case .jsonObject: "a JSON object with entities"
        case .openSanctions: "OpenSanctions' entities.ftm.json"
        case .jsonArray: "a JSON array of entities"
        case .csl: "the Consolidated Screening List of trade.gov, CSV"
        case .ofac: "OFAC's sdn.csv or cons_prim.csv with its alt.csv and add.csv"
        case .openSanctionsCSV: "OpenSanctions' targets.simple.csv"
        case .dpl: "the Denied Persons List of the Bureau of Industry and Security, tab-separated"
        }
    }

    /// What a list may be in, for messages.
    private static let expectation =
        "Expected is one of: " + allCases.map(\.title).joined(separator: "; ") + ". "
        + WeirListReader.expectation

    /// What a list holds, in whatever format it is.
    static func read(
        _ bytes: [UInt8], path: String
    ) throws(ScreeningError) -> (format: ListFormat, content: ListContent) {
        guard !CompiledHeader.begins(bytes) else {
            throw ScreeningError(
                "the list \(path) is a compiled one, which can only be used as a file: give its path")
        }
        guard let text = ListText(bytes) else {
            throw ListText.notUTF8(bytes, path: path)
        }
        guard !text.isEmpty else {
            throw ScreeningError("the list \(path) is empty. \(expectation)")
        }
        for format in allCases where format.recognises(text) {
            return (format, try format.content(of: text, path: path))
        }
        throw ScreeningError(
            "\(path):1: this is no list that Weir can read; it \(looks(text)). \(expectation)")
    }

    /// What a text that is no list is seen to be.
    private static func looks(_ text: ListText) -> String {
        if let root = XMLDocument.rootName(of: text) { return "is XML with the root element “\(root)”" }
        guard let outline = JSONOutline(text.bytes), !outline.names.isEmpty else {
            return "begins with “\(text.beginning)”"
        }
        let names = outline.names.prefix(8).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
        return outline.isArray
            ? "is a JSON array whose objects have \(names) and no name"
            : "is a JSON object that has \(names) and no “entities”"
    }

    private func recognises(_ text: ListText) -> Bool {
        switch self {
        case .weir: WeirListReader.recognises(text)
        case .unXML: UNListReader.recognises(text)
        case .jsonObject: JSONListReader.recognisesObject(text)
        case .openSanctions: OpenSanctionsReader.recognises(text)
        case .jsonArray: JSONListReader.recognisesArray(text)
        case .csl: CSLReader.recognises(text)
        case .ofac: OFACReader.recognises(text)
        case .openSanctionsCSV: OpenSanctionsCSVReader.recognises(text)
        case .dpl: DeniedPersonsReader.recognises(text)
        }
    }

    private func content(of text: ListText, path: String) throws(ScreeningError) -> ListContent {
        switch self {
        case .weir: return try WeirListReader(text, path: path).content()
        case .unXML: return try UNListReader.content(of: text, path: path)
        case .jsonObject, .jsonArray: return try JSONListReader(text, path: path).content()
        case .openSanctions: return try OpenSanctionsReader(text, path: path).content()
        case .csl:
            var reader = CSLReader(text, path: path)
            return try reader.read()
        case .ofac:
            var reader = OFACReader(text, path: path)
            return try reader.read()
        case .openSanctionsCSV:
            var reader = OpenSanctionsCSVReader(text, path: path)
            return try reader.read()
        case .dpl:
            var reader = DeniedPersonsReader(text, path: path)
            return try reader.read()
        }
    }
}
