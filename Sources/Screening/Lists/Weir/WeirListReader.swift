/// Reads a list in Weir's own format: CSV, one name a row, with at least the columns `entity_id` and `name`.
///
/// The optional columns are `name_type` (primary, alias, former, translation), `strength` (strong, weak),
/// `entity_type`, `country`, `program`, `listed_on`, `delisted_on`, `citation`, `license_requirement`,
/// `license_policy`, `address` (several split by ` | `), `source` and `identifiers` (several split by ` | `, each as
/// `Tax ID No.: 7707083893` or the number alone). The row typed primary, else the first of an entity, has its primary name
/// and what belongs to the entity as a whole. Columns of other names are passed over.
struct WeirListReader {
    static let expectation =
        "Weir's own has the columns entity_id,name and, optional, "
        + Column.allCases.dropFirst(2).map(\.title).joined(separator: ",") + "."

    /// The columns, in the order in which the documentation names them.
    enum Column: Int, CaseIterable {
        case entityID, name, nameType, strength, entityType, country, program, listedOn, delistedOn, citation
        case licenseRequirement, licensePolicy, address, source, identifiers

        /// The column's header.
        var title: String { Column.titles[rawValue] }

        static let titles = [
            "entity_id", "name", "name_type", "strength", "entity_type", "country", "program", "listed_on",
            "delisted_on", "citation", "license_requirement", "license_policy", "address", "source",
            "identifiers",
        ]
    }

    private let table: ListTable

    init(_ text: ListText, path: String) { table = ListTable(text, path: path) }

    /// Whether the first line names the two columns that every list in this format has.
    static func recognises(_ text: ListText) -> Bool {
        let header = ListTable(text, path: "").firstRecord().map { $0.lowercased() }
        return header.contains(Column.entityID.title) && header.contains(Column.name.title)
    }

    /// The entities in the order in which they first occur.
    func content() throws(ScreeningError) -> ListContent {
        let header = table.firstRecord()
        let places = ListTable.places(of: Column.titles, in: header)
        var builder = EntityBuilder(path: table.path)
        try table.forEachRow(places, isHeaded: true) { row throws(ScreeningError) in try builder.add(row) }
        guard !builder.entities.isEmpty else {
            throw ScreeningError("the list \(table.path) holds no names: nothing stands below its header")
        }
        return ListContent(entities: builder.entities, skips: mistypedColumns(header, places))
    }

    /// Columns that are none of the format's, but nearly one that the list lacks.
    private func mistypedColumns(_ header: [String], _ places: [Int?]) -> ListSkips {
        var skips = ListSkips()
        let lacking = Column.allCases.filter { places[$0.rawValue] == nil }.map(\.title)
        for (place, title) in header.enumerated() where !places.contains(place) {
            guard let meant = Spelling.nearest(to: title, among: lacking) else { continue }
            skips.add("a column that is none of the format's; \(meant) may be meant", line: 1, example: title)
        }
        return skips
    }
}

extension ListTable.Row {
    /// The bytes of a column's cell, valid until the next row is read; empty where the row or the list has none.
    subscript(_ column: WeirListReader.Column) -> Cell { self[column.rawValue] }
}

extension BidirectionalCollection<UInt8> {
    /// Without ASCII white space at both ends.
    var trimmed: SubSequence {
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
        else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
