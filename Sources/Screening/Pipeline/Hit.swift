import NameMatching

/// A party that met an entity, with everything that its row says.
struct Hit {
    let column: PartyColumn
    let match: NameMatch
    let entity: Entity
    /// The place of the list among the lists, and its name.
    let listPlace: Int
    let list: String
    /// The name or identifier on the list that matched.
    let alias: String
    let inForce: Policy.InForce
    let restricted: Policy.Restricted

    var band: Band { Band(match.score) }

    /// A name that met one of the entity's.
    init(
        _ match: NameMatch, column: PartyColumn, date: RecordDate?, catalog: ListCatalog,
        options: ScreeningOptions
    ) {
        self.init(
            match, alias: catalog.names[Int(match.name)].text, column: column, date: date, catalog: catalog,
            options: options)
    }

    /// A cell that has one of the entity's identifiers.
    init(
        _ listed: IdentifierIndex.Listed, column: PartyColumn, date: RecordDate?, catalog: ListCatalog,
        options: ScreeningOptions
    ) {
        // No listed name has this place: none was met.
        let match = NameMatch(
            entity: listed.entity, name: -1, score: Score(1), reason: listed.identifier.reason)
        self.init(
            match, alias: listed.identifier.text, column: column, date: date, catalog: catalog,
            options: options)
    }

    private init(
        _ match: NameMatch, alias: String, column: PartyColumn, date: RecordDate?, catalog: ListCatalog,
        options: ScreeningOptions
    ) {
        self.alias = alias
        let entry = catalog.entries[Int(match.entity)]
        self.column = column
        self.match = match
        entity = entry.entity
        listPlace = entry.list
        list = catalog.lists[entry.list].name
        inForce = Policy.inForce(on: date, listedOn: entity.listedOn, delistedOn: entity.delistedOn)
        restricted = Policy.restricted(
            direction: options.direction, role: column.role, inForce: inForce,
            asksDate: options.columns.date != nil, requiresLicense: !entity.licenseRequirement.isEmpty)
    }
}
