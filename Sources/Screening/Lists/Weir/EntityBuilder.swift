import NameMatching

/// Makes entities of the rows of a list in Weir's own format, and says which row can't be one.
struct EntityBuilder {
    /// One row: one name, and on the primary name's row what belongs to the entity.
    typealias Row = ListTable.Row

    private let path: String
    private(set) var entities: [Entity] = []
    private var places = EntityPlaces()
    /// The place of the entity of the row before: names of one stand together.
    private var last = -1
    /// For each entity the line on which a row typed primary stood; nil as long as only its first row is known.
    private var primaryLines: [Int?] = []
    /// The texts that many rows share.
    private var shared = SharedTexts()

    init(path: String) { self.path = path }

    mutating func add(_ row: Row) throws(ScreeningError) {
        guard !row[.entityID].isEmpty else {
            throw failure(row, "the entity_id is empty; expected is the entity's key")
        }
        guard !row[.name].isEmpty else {
            throw failure(
                row,
                "the name of \(text(row[.entityID])) is empty; expected is a name. Fill it in or remove the row"
            )
        }
        let kind = try kind(of: row)
        let name = Entity.Name(text(row[.name]), kind: kind ?? .alias, isWeak: try isWeak(row))
        last = places.place(of: row[.entityID], entities, nearby: last)
        guard last < entities.count else {
            entities.append(try entity(of: row, first: name, kind: kind))
            primaryLines.append(kind == .primary ? row.line : nil)
            return
        }
        guard kind == .primary else {
            entities[last].names.append(name)
            return
        }
        if let line = primaryLines[last] {
            throw failure(
                row,
                "\(text(row[.entityID])) has a second primary name, “\(name.text)” (the first stands in line "
                    + "\(line)); expected is one. Type the other as alias, former or translation")
        }
        // The first row was only taken for the primary one as long as no other said that it is.
        var entity = try entity(of: row, first: name, kind: kind)
        let earlier = entities[last].names.map {
            $0.kind == .primary ? Entity.Name($0.text, kind: .alias) : $0
        }
        entity.names = earlier + [name]
        entities[last] = entity
        primaryLines[last] = row.line
    }

    private mutating func entity(
        of row: Row, first name: Entity.Name, kind: NameKind?
    ) throws(ScreeningError) -> Entity {
        var entity = Entity(id: text(row[.entityID]), primaryName: name.text)
        entity.names = [Entity.Name(name.text, kind: kind ?? .primary, isWeak: name.isWeak)]
        entity.type = shared.text(row[.entityType])
        entity.country = shared.text(row[.country])
        entity.program = shared.text(row[.program])
        entity.listedOn = try day(.listedOn, of: row)
        entity.delistedOn = try day(.delistedOn, of: row)
        entity.citation = shared.text(row[.citation])
        entity.licenseRequirement = shared.text(row[.licenseRequirement])
        entity.licensePolicy = shared.text(row[.licensePolicy])
        entity.addresses = parts(of: row[.address])
        entity.source = shared.text(row[.source])
        entity.identifiers = parts(of: row[.identifiers]).map { Entity.Identifier(written: $0) }
        return entity
    }

    private static let kinds = NameKind.allCases

    private func kind(of row: Row) throws(ScreeningError) -> NameKind? {
        if row[.nameType].isEmpty { return nil }
        guard let kind = EntityBuilder.kinds.first(where: { $0.rawValue.isBytes(row[.nameType]) }) else {
            let text = text(row[.nameType])
            let known = NameKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure(row, "the name_type is “\(text)”; expected is one of \(known), or nothing")
        }
        return kind
    }

    private func isWeak(_ row: Row) throws(ScreeningError) -> Bool {
        if row[.strength].isEmpty { return false }
        switch text(row[.strength]) {
        case "strong": return false
        case "weak": return true
        case let text: throw failure(row, "the strength is “\(text)”; expected is strong, weak or nothing")
        }
    }

    private func day(_ column: WeirListReader.Column, of row: Row) throws(ScreeningError) -> Day? {
        let cell = row[column]
        if cell.isEmpty { return nil }
        guard let day = Day(iso: Array(cell)) else {
            throw failure(
                row, "\(column.title) is “\(text(cell))”; expected is a day such as 2019-10-09, or nothing")
        }
        return day
    }

    /// Several values in one cell are split by ` | `.
    private func parts(of cell: Row.Cell) -> [String] {
        guard cell.contains(UInt8(ascii: "|")) else { return cell.isEmpty ? [] : [text(cell)] }
        return text(cell).split(separator: " | ").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    private func text(_ cell: Row.Cell) -> String { String(decoding: cell, as: UTF8.self) }

    private func failure(_ row: Row, _ what: String) -> ScreeningError {
        ScreeningError("\(path):\(row.line): \(what)")
    }
}
