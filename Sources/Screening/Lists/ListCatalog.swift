import NameMatching

/// Several lists as one: every entity numbered so that equal scores sort by `entity_id`.
public struct ListCatalog: Sendable {
    /// An entity and the list that it stands on.
    public struct Entry: Sendable {
        public let entity: Entity
        /// The list's place in ``ListCatalog/lists``.
        public let list: Int
    }

    /// The lists in the order given.
    public let lists: [EntityList]
    /// The entities in the order of the bytes of their ids; where two lists have the same id, in the lists' order.
    /// An entity's place here is its number in matches.
    public let entries: [Entry]
    /// All names, each with its entity's number.
    public let names: [ListedName]

    /// - Throws: where a list is given twice, under whatever path: every hit would come twice.
    public init(_ lists: [EntityList]) throws(ScreeningError) {
        for (i, list) in lists.enumerated() {
            if let earlier = lists[..<i].first(where: { $0.sha256 == list.sha256 }) {
                throw ScreeningError(
                    "the list \(list.path) has the same content as \(earlier.path); give each list once")
            }
        }
        self.lists = lists
        var entries: [Entry] = []
        for (i, list) in lists.enumerated() { entries += list.entities.map { Entry(entity: $0, list: i) } }
        entries.sort { a, b in
            if a.entity.id == b.entity.id { return a.list < b.list }
            return a.entity.id.utf8.lexicographicallyPrecedes(b.entity.id.utf8)
        }
        self.entries = entries
        var names: [ListedName] = []
        for (number, entry) in entries.enumerated() {
            for name in entry.entity.names {
                names.append(
                    ListedName(entity: Int32(number), text: name.text, kind: name.kind, isWeak: name.isWeak))
            }
        }
        self.names = names
    }

    /// Reads lists from files.
    ///
    /// - Parameter paths: none: the built-in list.
    /// - Throws: where one can't be read as a list, or is given twice.
    public init(paths: [String]) throws(ScreeningError) {
        var lists: [EntityList] = []
        for path in paths { lists.append(try EntityList(path: path)) }
        if lists.isEmpty { lists.append(try EntityList.builtIn()) }
        try self.init(lists)
    }
}
