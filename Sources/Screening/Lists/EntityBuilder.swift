import NameMatching

/// Makes entities of the rows of a list in Weir's own format, and says which row can't be one.
struct EntityBuilder {
    /// One row: one name, and on the primary name's row what belongs to the entity.
    struct Row {
        /// The line of the file on which the row begins, from 1.
        let line: Int
        private var cells = [String](repeating: "", count: WeirListReader.Column.allCases.count)

        init(line: Int) { self.line = line }

        mutating func set(_ column: WeirListReader.Column, to bytes: ArraySlice<UInt8>) {
            if !bytes.isEmpty { cells[column.rawValue] = String(decoding: bytes, as: UTF8.self) }
        }

        /// The cell's text; empty where the row or the list has none.
        subscript(_ column: WeirListReader.Column) -> String { cells[column.rawValue] }
    }

    private let path: String
    private(set) var entities: [Entity] = []
    private var places: [String: Int] = [:]
    /// For each entity the line on which a row typed primary stood; nil as long as only its first row is known.
    private var primaryLines: [Int?] = []

    init(path: String) { self.path = path }

    mutating func add(_ row: Row) throws(ScreeningError) {
        let id = row[.entityID]
        let text = row[.name]
        guard !id.isEmpty else { throw failure(row, "the entity_id is empty; expected is the entity's key") }
        guard !text.isEmpty else {
            throw failure(row, "the name of \(id) is empty; expected is a name. Fill it in or remove the row")
        }
        let kind = try kind(of: row)
        let name = Entity.Name(text, kind: kind ?? .alias, isWeak: try isWeak(row))
        guard let place = places[id] else {
            places[id] = entities.count
            entities.append(try entity(of: row, first: name, kind: kind))
            primaryLines.append(kind == .primary ? row.line : nil)
            return
        }
        guard kind == .primary else {
            entities[place].names.append(name)
            return
        }
        if let line = primaryLines[place] {
            throw failure(
                row,
                "\(id) has a second primary name, “\(text)” (the first stands in line \(line)); expected is "
                    + "one. Type the other as alias, former or translation")
        }
        // The first row was only taken for the primary one as long as no other said that it is.
        var entity = try entity(of: row, first: name, kind: kind)
        let earlier = entities[place].names.map {
            $0.kind == .primary ? Entity.Name($0.text, kind: .alias) : $0
        }
        entity.names = earlier + [name]
        entities[place] = entity
        primaryLines[place] = row.line
    }

    private func entity(
        of row: Row, first name: Entity.Name, kind: NameKind?
    ) throws(ScreeningError) -> Entity {
        var entity = Entity(id: row[.entityID], primaryName: name.text)
        entity.names = [Entity.Name(name.text, kind: kind ?? .primary, isWeak: name.isWeak)]
        entity.type = row[.entityType]
        entity.country = row[.country]
        entity.program = row[.program]
        entity.listedOn = try day(.listedOn, of: row)
        entity.delistedOn = try day(.delistedOn, of: row)
        entity.citation = row[.citation]
        entity.licenseRequirement = row[.licenseRequirement]
        entity.licensePolicy = row[.licensePolicy]
        entity.addresses = parts(of: row[.address])
        entity.source = row[.source]
        return entity
    }

    private func kind(of row: Row) throws(ScreeningError) -> NameKind? {
        let text = row[.nameType]
        if text.isEmpty { return nil }
        guard let kind = NameKind(rawValue: text) else {
            let known = NameKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(row, "the name_type is “\(text)”; expected is one of \(known), or nothing")
        }
        return kind
    }

    private func isWeak(_ row: Row) throws(ScreeningError) -> Bool {
        switch row[.strength] {
        case "", "strong": return false
        case "weak": return true
        case let text: throw failure(row, "the strength is “\(text)”; expected is strong, weak or nothing")
        }
    }

    private func day(_ column: WeirListReader.Column, of row: Row) throws(ScreeningError) -> Day? {
        let text = row[column]
        if text.isEmpty { return nil }
        guard let day = Day(iso: Array(text.utf8)) else {
            throw failure(
                row, "\(column.title) is “\(text)”; expected is a day such as 2019-10-09, or nothing")
        }
        return day
    }

    /// Several values in one cell are split by ` | `.
    private func parts(of cell: String) -> [String] {
        guard cell.utf8.contains(UInt8(ascii: "|")) else { return cell.isEmpty ? [] : [cell] }
        return cell.split(separator: " | ").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private func failure(_ row: Row, _ what: String) -> ScreeningError {
        ScreeningError("\(path):\(row.line): \(what)")
    }
}
