import NameMatching

/// Gathers the entities that a reader finds, each once and under an id of its own.
///
/// Lists repeat entries, and some give the number of one entity to another. Entries with one number are one entity as
/// long as they share a name; else the numbers tell nothing, and their names are added to them. Entries without a
/// number are known by list and name, then by country, then by type, and are counted where that isn't enough: what an
/// entity is called then hangs on those entries only that have its name.
struct EntityCollector {
    private(set) var entities: [Entity] = []
    /// What was merged or renamed.
    var skips = ListSkips()
    private let listName: String
    /// Whether an entity's id came with it.
    private var hasOwnID: [Bool] = []
    /// The first entity of each id, and the others: there are few.
    private var firstPlaces: [String: Int] = [:]
    private var otherPlaces: [String: [Int]] = [:]

    /// - Parameter listName: what stands before the names of entities without a number.
    init(listName: String) { self.listName = listName }

    /// Takes an entity, whose id is empty where the list gives none.
    ///
    /// - Parameters:
    ///   - line: for the account; 0 where it isn't known.
    ///   - list: stands before its name where it isn't the list that the others are on.
    /// - Complexity: O(1) expected, but for entities of one id.
    mutating func add(_ entity: Entity, line: Int = 0, list: String? = nil) {
        var entity = entity
        let isOwn = !entity.id.isEmpty
        if !isOwn { entity.id = "\(list ?? listName)/\(entity.primaryName)" }
        guard let first = firstPlaces[entity.id] else {
            firstPlaces[entity.id] = entities.count
            entities.append(entity)
            hasOwnID.append(isOwn)
            return
        }
        let others = otherPlaces[entity.id, default: []]
        // A file of nothing but one number mustn't cost the square of its entries.
        for place in [first] + others.prefix(63) where hasOwnID[place] == isOwn {
            let isSame = isOwn ? entities[place].sharesName(with: entity) : entities[place] == entity
            guard isSame else { continue }
            skips.add("listed more than once; merged", line: line, example: entity.id)
            if isOwn { entities[place].merge(entity) }
            return
        }
        if isOwn { skips.add("another entity has the same id; kept apart", line: line, example: entity.id) }
        otherPlaces[entity.id, default: []].append(entities.count)
        entities.append(entity)
        hasOwnID.append(isOwn)
    }

    /// The entities in the order in which they were first met, no two with one id.
    mutating func finished() -> [Entity] {
        if otherPlaces.isEmpty { return entities }
        add(to: { _, isOwn in isOwn }, { $0.primaryName })
        add(to: { _, isOwn in !isOwn }, { $0.country })
        add(to: { _, isOwn in !isOwn }, { $0.type })
        let counts = counts()
        var taken = Set(counts.filter { $0.value == 1 }.keys)
        var next: [String: Int] = [:]
        for place in entities.indices {
            let id = entities[place].id
            if counts[id] == 1 { continue }
            var number = next[id, default: 1]
            var candidate = number == 1 ? id : "\(id)/\(number)"
            while taken.contains(candidate) {
                number += 1
                candidate = "\(id)/\(number)"
            }
            taken.insert(candidate)
            next[id] = number + 1
            entities[place].id = candidate
        }
        return entities
    }

    /// Adds a part to the ids that several still have.
    private mutating func add(to applies: (Entity, Bool) -> Bool, _ part: (Entity) -> String) {
        let counts = counts()
        for place in entities.indices where applies(entities[place], hasOwnID[place]) {
            let part = part(entities[place])
            if part.isEmpty || counts[entities[place].id] == 1 { continue }
            entities[place].id += "/\(part)"
        }
    }

    private func counts() -> [String: Int] {
        var counts = [String: Int](minimumCapacity: entities.count)
        for entity in entities { counts[entity.id, default: 0] += 1 }
        return counts
    }
}

extension Entity {
    fileprivate func sharesName(with other: Entity) -> Bool {
        let texts = Set(names.map(\.text))
        return other.names.contains { texts.contains($0.text) }
    }

    /// Takes what a second entry of the same entity says beyond the first.
    fileprivate mutating func merge(_ other: Entity) {
        for name in other.names {
            let kind = name.kind == .primary && name.text != primaryName ? NameKind.alias : name.kind
            add(name.text, kind: kind, isWeak: name.isWeak)
        }
        for (field, value) in [
            (\Entity.type, other.type), (\.country, other.country), (\.citation, other.citation),
            (\.licenseRequirement, other.licenseRequirement), (\.licensePolicy, other.licensePolicy),
            (\.source, other.source),
        ] where self[keyPath: field].isEmpty {
            self[keyPath: field] = value
        }
        if !other.program.isEmpty, !program.split(separator: ", ").contains(other.program[...]) {
            program += program.isEmpty ? other.program : ", \(other.program)"
        }
        if let day = other.listedOn { listedOn = listedOn.map { min($0, day) } ?? day }
        if let own = delistedOn, let day = other.delistedOn {
            delistedOn = max(own, day)
        } else {
            delistedOn = nil
        }
        for address in other.addresses { add(address: address) }
        for identifier in other.identifiers { add(identifier) }
    }

    /// Adds an address in one line, once.
    mutating func add(address: some StringProtocol) {
        let line = address.inOneLine
        if !line.isEmpty, !addresses.contains(line) { addresses.append(line) }
    }

    /// Adds a number, once.
    mutating func add(identifier value: some StringProtocol, kind: String) {
        add(Identifier(kind: kind, value: value.inOneLine))
    }

    /// Adds a number, once, as it is written.
    mutating func add(_ identifier: Identifier) {
        if !identifier.value.isEmpty, !identifiers.contains(identifier) { identifiers.append(identifier) }
    }
}

extension StringProtocol {
    /// With one space wherever ASCII white space stands, and none at both ends.
    var inOneLine: String {
        var text = String(self)
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
        let bytes = text.withUTF8 { text -> [UInt8]? in
            var isBehindSpace = true
            let isLine = text.allSatisfy { byte in
                defer { isBehindSpace = byte == 32 }
                return byte == 32 ? !isBehindSpace : !isSpace(byte)
            }
            if isLine, !isBehindSpace { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(text.count)
            for word in text.split(whereSeparator: isSpace) {
                if !bytes.isEmpty { bytes.append(32) }
                bytes += word
            }
            return bytes
        }
        return (bytes.map { String(decoding: $0, as: UTF8.self) } ?? text).trimmed
    }
}
