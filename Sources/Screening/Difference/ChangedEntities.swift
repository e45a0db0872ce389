import NameMatching

/// The entities of lists that score otherwise than on an earlier version of the lists, or whose rows read otherwise.
///
/// What a name scores hangs on nothing but the name, the words that the listed one has and what they weigh, and a word
/// that more entities of the lists have weighs less. So beside what came and what changed there are entities whose
/// names only weigh otherwise. All others have the same rows in a run against either version: a run against all of the
/// new one gives those of a run against the old one without the removed, changed and reweighed entities' rows, and with
/// the rows of a run against these.
public struct ChangedEntities: Sendable {
    /// The earlier lists.
    public let lists: [EntityList]
    /// Those that were on none of the lists, by their places among the catalog's entries.
    public let added: [Int]
    /// Those of which anything is not as it was.
    public let changed: [Int]
    /// Those that are as they were, but whose names have a word that weighs otherwise.
    public let reweighed: [Int]
    /// The ids of those that are on the list no more, in the order of their bytes.
    public let removedIDs: [String]
    /// What the words of all names weigh.
    let counts: ListWordCounts

    /// All of them by their places among the catalog's entries, in that order.
    var places: [Int] { (added + changed + reweighed).sorted() }

    /// - Parameter words: what names are read with.
    /// - Throws: where there are more lists on one side.
    /// - Complexity: linear in the names of both; names are read unless a compiled list spares it.
    init(from old: ListCatalog, to new: ListCatalog, words: Words) throws(ScreeningError) {
        guard old.lists.count == new.lists.count else {
            throw ScreeningError(
                "there are \(new.lists.count) lists and \(old.lists.count) earlier ones; expected is an earlier version "
                    + "of each list, in the same order")
        }
        lists = old.lists
        let (oldIndex, newIndex) = (old.unsearchedIndex(words: words), new.unsearchedIndex(words: words))
        counts = ListWordCounts(of: newIndex)
        let (oldEntries, newEntries) = (old.entries.all, new.entries.all)
        let (oldNames, newNames) = (
            ChangedEntities.firstNames(of: oldEntries), ChangedEntities.firstNames(of: newEntries)
        )
        var (added, changed, reweighed): ([Int], [Int], [Int]) = ([], [], [])
        var removed: [String] = []
        for list in new.lists.indices {
            let oldPlaces = oldEntries.indices.filter { oldEntries[$0].list == list }
            let newPlaces = newEntries.indices.filter { newEntries[$0].list == list }
            let pairs = EntityPairs(
                old: oldPlaces.map { oldEntries[$0].entity }, new: newPlaces.map { newEntries[$0].entity })
            for (number, place) in newPlaces.enumerated() {
                guard let partner = pairs.oldPlaces[number].map({ oldPlaces[$0] }) else {
                    added.append(place)
                    continue
                }
                let entity = newEntries[place].entity
                if entity != oldEntries[partner].entity {
                    changed.append(place)
                } else if !entity.names.indices.allSatisfy({
                    newIndex.weighs(
                        Int32(newNames[place] + $0), as: Int32(oldNames[partner] + $0), of: oldIndex)
                }) {
                    reweighed.append(place)
                }
            }
            removed += zip(oldPlaces, pairs.isPaired).filter { !$1 }.map { oldEntries[$0.0].entity.id }
        }
        (self.added, self.changed, self.reweighed) = (added.sorted(), changed.sorted(), reweighed.sorted())
        removedIDs = removed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// By entity: the place of its first name among all names.
    private static func firstNames(of entries: [ListCatalog.Entry]) -> [Int] {
        var first: [Int] = []
        var next = 0
        for entry in entries {
            first.append(next)
            next += entry.entity.names.count
        }
        return first
    }
}
