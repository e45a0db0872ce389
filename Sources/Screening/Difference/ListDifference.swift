import NameMatching

/// What changed from one version of a list to another: which entities came, which went, and what of the others is not
/// as it was.
///
/// Names, addresses and identifiers are sets: their order, and a second copy, are no difference. Texts are equal where
/// Unicode holds them to be (canonical equivalence).
public struct ListDifference: Sendable {
    /// What became of an entity.
    public enum Kind: String, Sendable, CaseIterable {
        case added, removed, changed
        /// The entity is the same, but words of its names weigh otherwise, since more or fewer entities have them.
        case reweighed
    }

    /// An entity that is not in both versions, or not the same in both.
    public struct Change: Sendable, Equatable {
        public let kind: Kind
        /// Its place among the entities of the old version; nil where it was added or reweighed.
        public let old: Int?
        /// Its place among the entities of the new version; nil where it was removed.
        public let new: Int?
        /// Everything that it had and has no more, or has and had not; empty of a reweighed one alone. Of an entity that was added or
        /// removed all that there is, its primary name first.
        public let parts: [PartDifference]

        /// Whether the list's key alone is another.
        public var isOfIDOnly: Bool { parts.count == 1 && parts[0].field == .entityID }
    }

    public let old: EntityList
    public let new: EntityList
    /// In the order of the bytes of the entities' ids: the new ones, but of removed entities the old.
    public let changes: [Change]

    /// Compares two versions of a list; ``EntityPairs`` says how entities are known again.
    ///
    /// - Complexity: linear in the bytes of both, but for the sorting of what changed.
    public init(from old: EntityList, to new: EntityList) {
        self.old = old
        self.new = new
        // Read once each, should they lie in a compiled list.
        let (oldEntities, newEntities) = (old.entities.all, new.entities.all)
        let pairs = EntityPairs(old: oldEntities, new: newEntities)
        var changes: [Change] = []
        for (place, entity) in newEntities.enumerated() {
            guard let partner = pairs.oldPlaces[place] else {
                let parts = PartDifference.between(nil, entity)
                changes.append(Change(kind: .added, old: nil, new: place, parts: parts))
                continue
            }
            let earlier = oldEntities[partner]
            if earlier == entity { continue }
            let parts = PartDifference.between(earlier, entity)
            if !parts.isEmpty {
                changes.append(Change(kind: .changed, old: partner, new: place, parts: parts))
            }
        }
        for (place, entity) in oldEntities.enumerated() where !pairs.isPaired[place] {
            let parts = PartDifference.between(entity, nil)
            changes.append(Change(kind: .removed, old: place, new: nil, parts: parts))
        }
        self.changes = ListDifference.inOrder(changes) { change in
            change.new.map { newEntities[$0].id } ?? change.old.map { oldEntities[$0].id } ?? ""
        }
    }

    /// The same with the entities whose hits may be others though nothing of them changed but, at most, an order.
    ///
    /// - Parameter words: what names are read with.
    /// - Throws: where the two are one and the same list.
    /// - Complexity: linear in the names of both, which are read.
    public func withReweighed(words: Words = .builtIn) throws(ScreeningError) -> ListDifference {
        let catalog = try ListCatalog([new])
        let others = try ChangedEntities(from: try ListCatalog([old]), to: catalog, words: words)
        let ids = Set((others.changed + others.reweighed).map { catalog.entries[$0].entity.id })
        let newEntities = new.entities.all
        var known = Set(addedOrChanged)
        var changes = changes
        for (place, entity) in newEntities.enumerated() where ids.contains(entity.id) {
            guard known.insert(place).inserted else { continue }
            changes.append(Change(kind: .reweighed, old: nil, new: place, parts: []))
        }
        return ListDifference(
            old: old, new: new,
            changes: ListDifference.inOrder(changes) { change in
                change.new.map { newEntities[$0].id } ?? entity(of: change)?.id ?? ""
            })
    }

    private init(old: EntityList, new: EntityList, changes: [Change]) {
        (self.old, self.new, self.changes) = (old, new, changes)
    }

    private static func inOrder(_ changes: [Change], by id: (Change) -> String) -> [Change] {
        let keys = changes.map(id)
        let order = changes.indices.sorted { a, b in
            let (idA, idB) = (keys[a].utf8, keys[b].utf8)
            return idA.elementsEqual(idB) ? a < b : idA.lexicographicallyPrecedes(idB)
        }
        return order.map { changes[$0] }
    }

    /// The entity as the list has it now, or had it where it was removed.
    public func entity(of change: Change) -> Entity? {
        change.new.map { new.entities[$0] } ?? change.old.map { old.entities[$0] }
    }

    /// How many entities were added, removed or changed.
    public func count(of kind: Kind) -> Int { changes.count { $0.kind == kind } }

    /// The places in the new version of all entities that were added, or changed in whatever field, in their order:
    /// records that were screened before need only be screened against these.
    public var addedOrChanged: [Int] {
        changes.filter { $0.kind != .reweighed }.compactMap(\.new).sorted()
    }

    /// Those among them of which nothing but the id is another: who was screened against them would be again.
    public var renumbered: [Int] { changes.filter(\.isOfIDOnly).compactMap(\.new).sorted() }

    /// The ids of the entities that were removed, in the order of their bytes.
    public var removedIDs: [String] {
        changes.filter { $0.kind == .removed }.compactMap { $0.old.map { old.entities[$0].id } }
    }
}
