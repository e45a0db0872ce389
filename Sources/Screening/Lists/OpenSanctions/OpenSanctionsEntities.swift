import NameMatching

/// Makes entities of the objects of a file of OpenSanctions.
struct OpenSanctionsEntities {
    private var collector: EntityCollector
    /// The parties, whose entities wait for what is said of them elsewhere.
    private var parties: [(entity: Entity, line: Int, hasTopics: Bool)] = []
    /// By the id of the party that they are said of, which need not be in the file.
    private var facts: [String: OpenSanctionsFacts] = [:]
    private var addressTexts: [String: String] = [:]
    private var lastSeen: Day?
    private var lastChange: Day?
    /// Schemata that were counted by name; the file decides how many there are.
    private var countedSchemata: Set<String> = []

    init(listName: String) { collector = EntityCollector(listName: listName) }

    mutating func skip(_ reason: String, line: Int, example: String) {
        collector.skips.add(reason, line: line, example: example)
    }

    /// Takes one object, or counts why not.
    mutating func add(_ value: JSONNode, line: Int) {
        guard let object = OpenSanctionsObject(value) else {
            skip("no object with a schema", line: line, example: value.text ?? value["id"]?.text ?? "")
            return
        }
        take(dayOf: object, "last_seen", into: \.lastSeen)
        take(dayOf: object, "last_change", into: \.lastChange)
        if OpenSanctionsSchema.parties.contains(object.schema) {
            add(party: object, line: line)
            return
        }
        let isFact = OpenSanctionsSchema.facts.contains(object.schema)
        count(object, isFact: isFact, line: line)
        if isFact { add(fact: object, owners: object.references("entity") + object.references("holder")) }
    }

    /// The entities, each with what other objects said of it.
    mutating func content() -> ListContent {
        for (entity, line, hasTopics) in parties {
            var entity = entity
            let facts = facts[entity.id] ?? OpenSanctionsFacts()
            facts.apply(to: &entity, hasTopics: hasTopics, addressTexts: addressTexts)
            collector.add(entity, line: line)
        }
        return ListContent(
            entities: collector.finished(), date: lastSeen ?? lastChange, skips: collector.skips)
    }

    private mutating func count(_ object: OpenSanctionsObject, isFact: Bool, line: Int) {
        if countedSchemata.count < 100 { countedSchemata.insert(object.schema) }
        let schema = countedSchemata.contains(object.schema) ? object.schema : "another schema"
        skip(
            isFact ? "\(schema): no party; added to the party it belongs to" : "\(schema): no party",
            line: line, example: object.id)
    }

    private mutating func take(
        dayOf object: OpenSanctionsObject, _ member: StaticString, into day: WritableKeyPath<Self, Day?>
    ) {
        guard let text = object.text(member), let new = Day(listed: text) else { return }
        if self[keyPath: day].map({ $0 < new }) ?? true { self[keyPath: day] = new }
    }

    /// - Parameter owners: the ids of the parties that it belongs to.
    private mutating func add(fact object: OpenSanctionsObject, owners: [String]) {
        switch object.schema {
        case "Address":
            if !object.id.isEmpty { addressTexts[object.id] = object.address }
            for owner in owners { facts[owner, default: OpenSanctionsFacts()].take(address: object.address) }
        case "Sanction":
            for owner in owners { facts[owner, default: OpenSanctionsFacts()].take(sanction: object) }
        default:
            for owner in owners { facts[owner, default: OpenSanctionsFacts()].take(identification: object) }
        }
    }

    private mutating func add(party object: OpenSanctionsObject, line: Int) {
        guard !object.id.isEmpty else {
            skip("no id", line: line, example: object.text("caption") ?? "")
            return
        }
        let hasTopics = !object.texts("topics").isEmpty
        if object.isNoTarget, !hasTopics {
            skip("no target and without topics", line: line, example: object.id)
            return
        }
        var entity = Entity(id: object.id, primaryName: "")
        addNames(of: object, to: &entity, line: line)
        guard let first = entity.names.first else {
            skip("no name", line: line, example: object.id)
            return
        }
        entity.primaryName = first.text
        entity.type = object.schema
        var countries: [String] = []
        for property in OpenSanctionsSchema.countries where countries.isEmpty {
            countries = object.texts(property)
        }
        entity.country = countries.joined(separator: ", ")
        for (property, title) in OpenSanctionsSchema.identifiers {
            for value in object.texts(property) { entity.add(identifier: value, kind: title) }
        }
        for address in object.texts("address") { entity.add(address: address) }
        entity.source = object.texts(beside: "datasets").joined(separator: ", ")
        addNestedFacts(of: object)
        parties.append((entity, line, hasTopics))
    }

    /// The name that the file shows for the party comes first if it is one of them.
    private mutating func addNames(of object: OpenSanctionsObject, to entity: inout Entity, line: Int) {
        let named = object.texts("name")
        let others: [(property: StaticString, kind: NameKind, isWeak: Bool)] = [
            ("alias", .alias, false), ("previousName", .former, false), ("weakAlias", .alias, true),
            ("abbreviation", .alias, true),
        ]
        let caption = (object.text("caption") ?? "").trimmed
        if let primary = named.contains(caption) ? caption : named.first {
            entity.add(primary, kind: .primary)
        }
        for name in named { entity.add(name, kind: .alias) }
        for (property, kind, isWeak) in others {
            for name in object.texts(property) { entity.add(name, kind: kind, isWeak: isWeak) }
        }
        if named.isEmpty, let first = entity.names.first {
            skip("no name, but aliases; one of them is taken for it", line: line, example: first.text)
            let place = entity.names.firstIndex { $0.text == caption } ?? 0
            entity.names[place].kind = .primary
            entity.names.swapAt(0, place)
        }
        let wrong = (["name"] + others.map(\.property)).reduce(0) { $0 + object.wrongValues($1) }
        for _ in 0..<wrong {
            skip("a name of another type than text; left out", line: line, example: object.id)
        }
    }

    private mutating func addNestedFacts(of object: OpenSanctionsObject) {
        let programs = object.texts("program")
        if !programs.isEmpty { facts[object.id, default: OpenSanctionsFacts()].add(programs: programs) }
        for property in OpenSanctionsSchema.nested {
            for inner in object.objects(property) where OpenSanctionsSchema.facts.contains(inner.schema) {
                add(fact: inner, owners: [object.id])
            }
        }
        for id in object.references("addressEntity") {
            facts[object.id, default: OpenSanctionsFacts()].take(addressID: id)
        }
    }
}
