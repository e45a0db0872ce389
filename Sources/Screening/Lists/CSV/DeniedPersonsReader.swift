import CSV
import NameMatching

/// Reads the Denied Persons List of the Bureau of Industry and Security, `dpl.txt`: cells parted by tabs, one address of
/// a person a row, days as month/day/year.
struct DeniedPersonsReader {
    private static let titles = [
        "Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
        "Expiration_Date",
        "FR_Citation", "Last_Update",
    ]

    private let table: ListTable
    private var collector = EntityCollector(listName: "DPL")
    private var date: Day?

    init(_ text: ListText, path: String) { table = ListTable(text, path: path) }

    static func recognises(_ text: ListText) -> Bool {
        let header = Set(ListTable(text, path: "").firstRecord().map { $0.lowercased() })
        return header.isSuperset(of: [
            "name", "street_address", "effective_date", "expiration_date", "fr_citation",
        ])
    }

    /// - Throws: where nothing stands below the header, a quote is never closed, or most rows have another number of
    ///   columns than the header.
    mutating func read() throws(ScreeningError) -> ListContent {
        let table = table
        var skips = try table.forEachEntity(Self.titles) { row in
            if !row.hasName(0) { return "no name" }
            var entity = Entity(id: "", writtenName: row.text(0))
            // A row is an address: those of one name are one person.
            entity.id = "DPL/\(entity.primaryName)"
            entity.country = row.text(4)
            entity.program = "Denied Persons List (DPL) - Bureau of Industry and Security"
            let address = [1, 2, 3, 5, 4].map { row.text($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
            if !address.isEmpty { entity.addresses = [address] }
            entity.listedOn = day(row, 6)
            entity.delistedOn = day(row, 7)
            entity.citation = row.text(8)
            if let update = Day(iso: Array(row[9])), date.map({ $0 < update }) ?? true {
                date = update
            }
            collector.add(entity, line: row.line)
            return nil
        }
        let entities = collector.finished()
        skips.add(collector.skips)
        return ListContent(entities: entities, date: date, skips: skips)
    }

    private mutating func day(_ row: ListTable.Row, _ column: Int) -> Day? {
        if row[column].isEmpty { return nil }
        if let day = Day(listed: row.text(column)) { return day }
        collector.skips.add("a date that is no day", line: row.line, example: row.text(column))
        return nil
    }
}
