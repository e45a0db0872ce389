import CSV
import NameMatching

/// Reads OpenSanctions' simplified CSV, `targets.simple.csv`: one entity a row, several values of a cell joined by `;`,
/// those that hold one themselves in quotes (https://www.opensanctions.org/docs/bulk/csv/).
struct OpenSanctionsCSVReader {
    enum Column: Int, CaseIterable {
        case id, schema, name, aliases, countries, addresses, identifiers, sanctions, programIDs, dataset,
            lastSeen
    }

    private static let titles = [
        "id", "schema", "name", "aliases", "countries", "addresses", "identifiers", "sanctions",
        "program_ids",
        "dataset", "last_seen",
    ]

    private let table: ListTable
    private var collector = EntityCollector(listName: "OpenSanctions")
    private var date: Day?
    private var shared = SharedTexts()

    init(_ text: ListText, path: String) { table = ListTable(text, path: path, delimiter: UInt8(ascii: ",")) }

    static func recognises(_ text: ListText) -> Bool {
        let header = Set(ListTable(text, path: "", delimiter: UInt8(ascii: ",")).firstRecord())
        return header.isSuperset(of: ["id", "schema", "name", "aliases", "identifiers", "dataset"])
    }

    /// - Throws: where nothing stands below the header, a quote is never closed, or most rows have another number of
    ///   columns than the header.
    mutating func read() throws(ScreeningError) -> ListContent {
        let table = table
        var skips = try table.forEachEntity(Self.titles) { row in
            if !row.hasName(Column.name.rawValue) || row[Column.id.rawValue].isEmpty {
                return "no id or name"
            }
            add(row)
            return nil
        }
        let entities = collector.finished()
        skips.add(collector.skips)
        return ListContent(entities: entities, date: date, skips: skips)
    }

    private mutating func add(_ row: ListTable.Row) {
        let cell = { (column: Column) in row[column.rawValue] }
        var entity = Entity(
            id: row.text(Column.id.rawValue), writtenName: row.text(Column.name.rawValue))
        for name in values(cell(.aliases)) { entity.add(name, kind: .alias) }
        entity.type = shared.text(cell(.schema))
        entity.country = shared.text(cell(.countries))
        entity.program = shared.text(cell(.programIDs).isEmpty ? cell(.sanctions) : cell(.programIDs))
        entity.addresses = values(cell(.addresses))
        for number in values(cell(.identifiers)) { entity.add(identifier: number, kind: "") }
        entity.source = shared.text(cell(.dataset))
        if let seen = Day(iso: Array(cell(.lastSeen).prefix(10))), date.map({ $0 < seen }) ?? true {
            date = seen
        }
        collector.add(entity, line: row.line)
    }

    /// The values of a cell, itself a record of CSV with semicolons.
    private func values(_ cell: ListTable.Row.Cell) -> [String] {
        if cell.isEmpty { return [] }
        if !cell.contains(UInt8(ascii: ";")), cell.first != UInt8(ascii: "\"") {
            return [String(decoding: cell, as: UTF8.self)]
        }
        var values: [String] = []
        var cursor = RecordCursor(cell, dialect: Dialect(delimiter: UInt8(ascii: ";")))
        var scratch: [UInt8] = []
        while cursor.next() {
            for i in 0..<cursor.fieldCount {
                scratch.removeAll(keepingCapacity: true)
                cursor.field(i).append(to: &scratch)
                let value = String(decoding: scratch.trimmed, as: UTF8.self)
                if !value.isEmpty { values.append(value) }
            }
        }
        return values
    }
}
