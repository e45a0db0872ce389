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
    public let entries: ListElements<Entry>
    /// All names, each with its entity's number.
    public let names: ListElements<ListedName>
    /// The file that all of it lies in, with an index; nil where it was read from lists.
    private let compiled: CompiledLists?
    /// What the entities were picked by; nil where they are all of the lists.
    public let changes: ChangedEntities?

    /// - Throws: where a list is given twice, under whatever path: every hit would come twice.
    public init(_ lists: [EntityList]) throws(ScreeningError) {
        for (i, list) in lists.enumerated() {
            if let earlier = lists[..<i].first(where: { $0.sha256 == list.sha256 }) {
                throw ScreeningError(
                    "the list \(list.path) has the same content as \(earlier.path); give each list once")
            }
        }
        self.lists = lists
        compiled = nil
        changes = nil
        let entities = lists.map(\.entities.all)
        // Places are sorted, not entities, which are large.
        var places = lists.indices.flatMap { list in
            entities[list].indices.map { (list: list, entity: $0) }
        }
        let isBefore = { (a: (list: Int, entity: Int), b: (list: Int, entity: Int)) in
            let (idA, idB) = (entities[a.list][a.entity].id, entities[b.list][b.entity].id)
            if idA == idB { return a.list < b.list }
            return idA.precedesInBytes(idB)
        }
        if !zip(places, places.dropFirst()).allSatisfy(isBefore) { places.sort(by: isBefore) }
        // Entities are large, and their list has them already.
        let ordered = places
        entries = ListElements(count: ordered.count) {
            Entry(entity: entities[ordered[$0].list][ordered[$0].entity], list: ordered[$0].list)
        }
        names = ListElements(
            ListCatalog.names(
                of: ordered.lazy.map { entities[$0.list][$0.entity] },
                count: lists.reduce(0) { $0 + $1.nameCount }))
    }

    private init(_ compiled: CompiledLists) {
        self.compiled = compiled
        changes = nil
        lists = compiled.lists
        entries = compiled.entries
        names = compiled.listedNames
    }

    /// Reads lists from files.
    ///
    /// - Parameter paths: none: the built-in list.
    /// - Throws: where one can't be read as a list, or is given twice.
    public init(paths: [String]) throws(ScreeningError) {
        try self.init(files: paths.map { (path: $0, previous: nil) })
    }

    /// Reads lists from files, each held against the version before, where there is one.
    ///
    /// - Parameter files: none: the built-in list.
    /// - Throws: where one can't be read as a list, is given twice, or has lost too many of its entities.
    public init(files: [(path: String, previous: String?)]) throws(ScreeningError) {
        if files.count == 1, files[0].previous == nil, let compiled = try CompiledLists.open(files[0].path) {
            self.init(compiled)
            return
        }
        var lists: [EntityList] = []
        for file in files { lists += try EntityList.read(file.path, previous: file.previous) }
        if lists.isEmpty { lists.append(try EntityList.builtIn()) }
        try self.init(lists)
    }

    /// Why no compiled list spares this run the indexing of names; nil where one does, or none is given.
    ///
    /// - Parameters:
    ///   - threshold: the least score that a match must have.
    ///   - words: what names are read with.
    public func reasonToIndex(threshold: Score, words: Words) -> String? {
        // Those that changed are never indexed beforehand.
        if changes != nil { return nil }
        if let compiled { return compiled.objection(threshold: threshold, words: words) }
        return lists.first { $0.isCompiled }.map {
            "\($0.path) is one of several lists; compiled together they would be ready at once"
        }
    }

    /// The index of all names: that of a compiled list if it serves, or else a new one.
    ///
    /// - Parameters:
    ///   - threshold: the least score that a match must have.
    ///   - words: what names are read with.
    ///   - workers: how many threads build a new one.
    /// - Complexity: O(1) from a compiled list that was made with the same words and no higher threshold; else O(names).
    func index(
        threshold: Score, words: Words, workers: Int = ScreeningOptions.availableCores
    ) -> NameIndex {
        if let changes {
            return NameIndex(names: names.all, threshold: threshold, words: words, weighedBy: changes.counts)
        }
        return compiled?.index(threshold: threshold, words: words)
            ?? NameIndex(names: names.all, threshold: threshold, words: words, workers: workers)
    }

    /// An index of which only the names and what they weigh are asked for.
    func unsearchedIndex(words: Words) -> NameIndex {
        compiled?.index(threshold: Score(1), words: words)
            ?? NameIndex(unsearched: names.all, words: words, workers: ScreeningOptions.availableCores)
    }
}

extension ListCatalog {
    /// The entities that records need be screened against which were screened against an earlier version of the lists.
    ///
    /// - Parameters:
    ///   - old: the earlier version: of each list, in the same order.
    ///   - words: what names were and are read with.
    /// - Throws: where there are more lists on one side.
    /// - Complexity: linear in the names of both.
    public func changed(since old: ListCatalog, words: Words = .builtIn) throws(ScreeningError) -> ListCatalog
    {
        ListCatalog(try ChangedEntities(from: old, to: self, words: words), of: self)
    }

    private init(_ changes: ChangedEntities, of catalog: ListCatalog) {
        self.changes = changes
        compiled = nil
        lists = catalog.lists
        let entries = changes.places.map { catalog.entries[$0] }
        self.entries = ListElements(entries)
        names = ListElements(
            ListCatalog.names(
                of: entries.lazy.map(\.entity), count: entries.reduce(0) { $0 + $1.entity.names.count }))
    }

    /// - Parameter count: how many names there are.
    private static func names(of entities: some Sequence<Entity>, count: Int) -> [ListedName] {
        var names: [ListedName] = []
        names.reserveCapacity(count)
        for (number, entity) in entities.enumerated() {
            let (isCraft, isPerson) = (entity.isCraft, entity.isPerson)
            for name in entity.names {
                names.append(
                    ListedName(
                        entity: Int32(number), text: name.text, kind: name.kind,
                        isWeak: name.isWeak || isCraft,
                        isPerson: isPerson))
            }
        }
        return names
    }
}
