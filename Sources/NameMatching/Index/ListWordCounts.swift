/// How many entities of a list have each of its brand words: what these weigh hangs on it.
///
/// With those of a whole list, an index of a few of its entities scores their names as an index of all does.
package final class ListWordCounts: Sendable {
    /// How many entities there are.
    let entities: Int
    private let counts: KeyTable

    /// - Complexity: O(terms of all names).
    package init(of index: NameIndex) {
        let listed = index.listed
        let counted = FaceCounts(
            entityOfName: index.entries.buffer.lazy.map(\.entity), faces: index.vocabulary.count,
            terms: { listed.terms(of: $0) }, brand: { listed.brandFace(of: $0) })
        entities = counted.entities
        var counts = KeyTable(capacity: index.vocabulary.count / 4)
        index.vocabulary.forEachFace { key, face in
            let count = counted.count(of: face)
            if count > 0 { counts.insert(key, count) }
        }
        self.counts = counts
    }

    deinit { counts.deallocate() }

    /// The counts by the numbers that faces have in another vocabulary.
    func counts(in vocabulary: borrowing VocabularyBuilder) -> FaceCounts {
        var counts = Scratch<Int32>(zeroed: vocabulary.count)
        vocabulary.forEachFace { key, face in counts[Int(face)] = max(self.counts.find(key), 0) }
        return FaceCounts(entities: entities, counts: counts)
    }
}

/// How many entities show each face as a brand word.
struct FaceCounts: ~Copyable {
    let entities: Int
    private let counts: Scratch<Int32>

    init(entities: Int, counts: consuming Scratch<Int32>) {
        self.entities = entities
        self.counts = counts
    }

    /// Counts them.
    ///
    /// - Parameters:
    ///   - entityOfName: by name; the names of one entity stand together, or it counts more than once.
    ///   - terms: those of a name.
    ///   - brand: the face of a term that is a brand word met by its letters, or -1.
    init(
        entityOfName: some Sequence<Int32>, faces: Int, terms: (Int) -> Range<Int>, brand: (Int) -> Int32
    ) {
        var counts = Scratch<Int32>(zeroed: faces)
        // By face: the entity that showed it last.
        var last = Scratch<Int32>(repeating: -1, count: faces)
        var all = KeyTable()
        defer { all.deallocate() }
        for (name, entity) in entityOfName.enumerated() {
            all.insert(.number(UInt64(UInt32(bitPattern: entity))), 0)
            for term in terms(name) {
                let face = Int(brand(term))
                guard face >= 0, last[face] != entity else { continue }
                counts[face] += 1
                last[face] = entity
            }
        }
        self.init(entities: all.count, counts: counts)
    }

    @inline(__always)
    func count(of face: Int32) -> Int32 { counts[Int(face)] }
}
