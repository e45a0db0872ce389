import CSV
import NameMatching

/// Reads the Consolidated Screening List of trade.gov in CSV: one entity a row, columns found by their header.
///
/// The columns are those of https://www.trade.gov/consolidated-screening-list; `_id` is missing before 2020. The list's
/// `source` is the entity's programme, with `programs` behind it where there are any.
struct CSLReader {
    enum Column: Int, CaseIterable {
        case id, source, entityNumber, type, programs, name, addresses, notice, startDate, endDate
        case licenseRequirement, licensePolicy, callSign, vesselFlag, listURL, altNames, ids
    }

    private static let titles = [
        "_id", "source", "entity_number", "type", "programs", "name", "addresses", "federal_register_notice",
        "start_date", "end_date", "license_requirement", "license_policy", "call_sign", "vessel_flag",
        "source_list_url", "alt_names", "ids",
    ]

    private let table: ListTable
    private var collector = EntityCollector(listName: "CSL")
    private var shared = SharedTexts()

    init(_ text: ListText, path: String) { table = ListTable(text, path: path) }

    /// Whether the first line names columns that only this list has together.
    static func recognises(_ text: ListText) -> Bool {
        let header = Set(ListTable(text, path: "").firstRecord().map { $0.lowercased() })
        return header.isSuperset(of: ["source", "name", "programs", "addresses", "alt_names"])
    }

    /// - Throws: where nothing stands below the header, a quote is never closed, or most rows have another number of
    ///   columns than the header.
    mutating func read() throws(ScreeningError) -> ListContent {
        let table = table
        var skips = try table.forEachEntity(Self.titles) { row in
            if !row.hasName(Column.name.rawValue) { return "no name" }
            add(row)
            return nil
        }
        let entities = collector.finished()
        skips.add(collector.skips)
        // Ends lie in the future; what began last tells of when the list is.
        return ListContent(entities: entities, date: entities.compactMap(\.listedOn).max(), skips: skips)
    }

    private mutating func add(_ row: ListTable.Row) {
        let text = { (column: Column) in row.text(column.rawValue) }
        let addresses = addresses(of: row)
        let country = addresses.first.flatMap(country) ?? text(.vesselFlag)
        let source = shortForm(of: text(.source))
        var entity = Entity(id: text(.id), writtenName: text(.name))
        if entity.id.isEmpty, !row[Column.entityNumber.rawValue].isEmpty {
            entity.id = "\(source)/\(text(.entityNumber))"
        }
        if !row[Column.altNames.rawValue].isEmpty { entity.add(text(.altNames), kind: .alias) }
        entity.type = shared.text(row[Column.type.rawValue])
        entity.country = country
        entity.program = shared.text(row[Column.source.rawValue])
        if !row[Column.programs.rawValue].isEmpty { entity.program += ": " + text(.programs) }
        entity.listedOn = day(.startDate, row)
        entity.delistedOn = day(.endDate, row)
        entity.citation = shared.text(row[Column.notice.rawValue])
        entity.licenseRequirement = shared.text(row[Column.licenseRequirement.rawValue])
        entity.licensePolicy = shared.text(row[Column.licensePolicy.rawValue])
        entity.addresses = addresses
        entity.add(identifier: text(.callSign), kind: "Call Sign")
        for item in row.values(Column.ids.rawValue) {
            guard let identifier = IdentifierText.identifier(item: item) else { continue }
            entity.add(identifier)
        }
        entity.source = shared.text(row[Column.listURL.rawValue])
        collector.add(entity, line: row.line, list: source)
    }

    /// `SDN` of `Specially Designated Nationals (SDN) - Treasury Department`; what stands before the dash where there
    /// are no brackets.
    private func shortForm(of source: String) -> String {
        if let open = source.firstIndex(of: "("),
            let close = source[open...].firstIndex(of: ")"), source.index(after: open) < close
        {
            return String(source[source.index(after: open)..<close])
        }
        return source.firstRange(of: " - ").map { String(source[..<$0.lowerBound]) } ?? source
    }

    private func addresses(of row: ListTable.Row) -> [String] {
        row.values(Column.addresses.rawValue).map { $0.hasPrefix("and ") ? String($0.dropFirst(4)) : $0 }
    }

    /// The country's code, with which an address ends.
    private func country(_ address: String) -> String? {
        let end = Array(address.utf8.suffix(4))
        let code = end.suffix(2)
        guard code.count == 2, code.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }),
            end.count == 2 || end.dropLast(2).allSatisfy({ $0 == 0x20 || $0 == 0x2C })
        else { return nil }
        return String(decoding: code, as: UTF8.self)
    }

    private mutating func day(_ column: Column, _ row: ListTable.Row) -> Day? {
        let cell = row[column.rawValue]
        if cell.isEmpty { return nil }
        if let day = Day(iso: Array(cell)) { return day }
        let days = RecordDate(cell: cell)?.candidates ?? []
        if days.count == 1, days[0].lowerBound == days[0].upperBound { return days[0].lowerBound }
        collector.skips.add(
            "a date that is no single day", line: row.line, example: row.text(column.rawValue))
        return nil
    }
}
