import NameMatching

/// One thing that a list says of an entity, such as one of its names: an entity is the set of its parts.
struct EntityPart: Hashable {
    /// What a part may be, in the order in which differences are shown. The titles are those of the columns of Weir's
    /// own format, where it has one.
    enum Field: Int, Sendable, CaseIterable {
        case entityID, primaryName, name, type, country, program, listedOn, delistedOn, citation
        case licenseRequirement, licensePolicy, address, identifier, source

        /// What the field is called: the primary name is a name.
        var title: String {
            switch self {
            case .entityID: "entity_id"
            case .primaryName, .name: "name"
            case .type: "entity_type"
            case .country: "country"
            case .program: "program"
            case .listedOn: "listed_on"
            case .delistedOn: "delisted_on"
            case .citation: "citation"
            case .licenseRequirement: "license_requirement"
            case .licensePolicy: "license_policy"
            case .address: "address"
            case .identifier: "identifier"
            case .source: "source"
            }
        }

        /// Whether an entity may have several.
        var isSet: Bool {
            switch self {
            case .name, .address, .identifier: true
            default: false
            }
        }
    }

    let field: Field
    /// Of a name its type, of an identifier what number it is, else empty.
    let kind: String
    let text: String

    /// All parts of an entity, each once and none empty but the primary name, in the order of the fields and, within one, of the list.
    ///
    /// - Complexity: linear.
    static func all(of entity: Entity) -> [EntityPart] {
        var parts: [EntityPart] = []
        func add(_ field: Field, _ text: String, kind: String = "") {
            if !text.isEmpty { parts.append(EntityPart(field: field, kind: kind, text: text)) }
        }
        add(.entityID, entity.id)
        let isPrimary = { (name: Entity.Name) in name.kind == .primary && name.text == entity.primaryName }
        let kind = { (name: Entity.Name) in (name.isWeak ? "weak " : "") + name.kind.rawValue }
        // There even where it is empty, so that every entity has a part besides its id.
        let primaryKind = entity.names.first(where: isPrimary).map(kind) ?? NameKind.primary.rawValue
        parts.append(EntityPart(field: .primaryName, kind: primaryKind, text: entity.primaryName))
        for name in entity.names where !isPrimary(name) { add(.name, name.text, kind: kind(name)) }
        add(.type, entity.type)
        add(.country, entity.country)
        add(.program, entity.program)
        add(.listedOn, entity.listedOn?.description ?? "")
        add(.delistedOn, entity.delistedOn?.description ?? "")
        add(.citation, entity.citation)
        add(.licenseRequirement, entity.licenseRequirement)
        add(.licensePolicy, entity.licensePolicy)
        for address in entity.addresses { add(.address, address) }
        for identifier in entity.identifiers { add(.identifier, identifier.value, kind: identifier.kind) }
        add(.source, entity.source)
        var seen: Set<EntityPart> = []
        return parts.filter { seen.insert($0).inserted }
    }
}
