import NameMatching

/// A party that met an entity, with everything that its row says.
struct Hit {
    let column: PartyColumn
    let match: NameMatch
    let entity: Entity
    /// The place of the list among the lists, and its name.
    let listPlace: Int
    let list: String
    /// The name on the list that matched.
    let alias: String
    let inForce: Policy.InForce
    let restricted: Policy.Restricted

    var band: Band { Band(match.score) }

    init(
        _ match: NameMatch, column: PartyColumn, date: RecordDate?, catalog: ListCatalog,
        options: ScreeningOptions
    ) {
        let entry = catalog.entries[Int(match.entity)]
        self.column = column
        self.match = match
        entity = entry.entity
        listPlace = entry.list
        list = catalog.lists[entry.list].name
        alias = catalog.names[Int(match.name)].text
        inForce = Policy.inForce(on: date, listedOn: entity.listedOn, delistedOn: entity.delistedOn)
        restricted = Policy.restricted(
            direction: options.direction, role: column.role, inForce: inForce,
            asksDate: options.columns.date != nil, requiresLicense: !entity.licenseRequirement.isEmpty)
    }
}
