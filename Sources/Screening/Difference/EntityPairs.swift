/// Which entity of one version of a list is which of another.
///
/// By id; what is left by primary name and country, since publishers give all entities new ids at times, and ids made
/// from names change with them. Where several share both, those that are the same in everything else are taken first;
/// one that is then left on either side is the same entity too. Of more nobody can say which is which: they are
/// nobody's partners.
struct EntityPairs {
    /// For each entity of the new version its place in the old one; nil where it was not on it.
    private(set) var oldPlaces: [Int?]
    /// For each entity of the old version whether it is on the new one.
    private(set) var isPaired: [Bool]

    /// - Complexity: linear in the bytes of both.
    init(old: [Entity], new: [Entity]) {
        oldPlaces = [Int?](repeating: nil, count: new.count)
        isPaired = [Bool](repeating: false, count: old.count)
        pairByID(old, new)
        pairByName(old, new)
    }

    private struct NameAndCountry: Hashable {
        let name: String
        let country: String
    }

    private mutating func pairByID(_ old: [Entity], _ new: [Entity]) {
        var places: [String: Int] = [:]
        places.reserveCapacity(old.count)
        for (place, entity) in old.enumerated() where places[entity.id] == nil { places[entity.id] = place }
        for (place, entity) in new.enumerated() {
            if let partner = places[entity.id], !isPaired[partner] { pair(partner, place) }
        }
    }

    private mutating func pairByName(_ old: [Entity], _ new: [Entity]) {
        let key = { (entity: Entity) in NameAndCountry(name: entity.primaryName, country: entity.country) }
        let oldGroups = Dictionary(
            grouping: old.indices.filter { !isPaired[$0] }, by: { key(old[$0]) })
        let newGroups = Dictionary(
            grouping: new.indices.filter { oldPlaces[$0] == nil }, by: { key(new[$0]) })
        for (key, newGroup) in newGroups {
            guard let oldGroup = oldGroups[key] else { continue }
            if oldGroup.count == 1 && newGroup.count == 1 {
                pair(oldGroup[0], newGroup[0])
            } else {
                pairNamesakes(oldGroup, newGroup, old, new)
            }
        }
    }

    /// Pairs entities of one name and country.
    private mutating func pairNamesakes(
        _ oldGroup: [Int], _ newGroup: [Int], _ old: [Entity], _ new: [Entity]
    ) {
        // Reversed, so that the first of equal ones is the last and taken first.
        var equals = Dictionary(
            grouping: oldGroup.reversed(),
            by: { Set(EntityPart.all(of: old[$0]).filter { $0.field != .entityID }) })
        for place in newGroup {
            let content = Set(EntityPart.all(of: new[place]).filter { $0.field != .entityID })
            if let partner = equals[content]?.popLast() { pair(partner, place) }
        }
        let oldLeft = oldGroup.filter { !isPaired[$0] }
        let newLeft = newGroup.filter { oldPlaces[$0] == nil }
        if oldLeft.count == 1 && newLeft.count == 1 { pair(oldLeft[0], newLeft[0]) }
    }

    private mutating func pair(_ old: Int, _ new: Int) {
        oldPlaces[new] = old
        isPaired[old] = true
    }
}
