/// What the phrases of the lexicon that begin with a word could mean to an index, by the word's node.
///
/// A phrase is only understood where its words are read in order; before that, any of those that a word may begin is
/// taken as said.
struct PhraseTable: Sendable {
    /// By node of the lexicon: the concepts of the longer forms that go on from there.
    private let faces: Table<FaceSet>
    /// Whether one of those is a door.
    private let leadsToDoor: Table<Bool>
    /// Whether one of those is said around names: `on behalf of`.
    private let leadsToNoise: Table<Bool>
    /// A bit for each word that is somewhere in a legal form or a phrase around names, that may end a name (one of
    /// these, or in an address), and that is not the first of a form.
    private let droppable: Table<UInt64>
    private let ending: Table<UInt64>
    private let continuing: Table<UInt64>

    private static let filterBits: UInt64 = 17

    init(_ lexicon: Lexicon, _ vocabulary: Vocabulary, _ doors: DoorTable) {
        let count = lexicon.meanings.count
        var parent = [Int32](repeating: -1, count: count)
        var keys = [WordKey](repeating: .none, count: count)
        lexicon.transitions.forEach { node, key, target in
            parent[Int(target)] = node
            keys[Int(target)] = key
        }
        var faces = [FaceSet](repeating: FaceSet(), count: count)
        var leadsToDoor = [Bool](repeating: false, count: count)
        var leadsToDropped = leadsToDoor
        var leadsToNoise = leadsToDoor
        var leadsToEnd = leadsToDoor
        var droppable = [UInt64](repeating: 0, count: 1 << (PhraseTable.filterBits - 6))
        var ending = droppable
        var continuing = droppable
        // A node is made after the one that leads to it, so going down every node is complete before it is passed on.
        for node in stride(from: count - 1, to: 0, by: -1) where parent[node] >= 0 {
            var own = faces[node]
            var isDoor = leadsToDoor[node]
            var isDropped = leadsToDropped[node]
            var isNoise = leadsToNoise[node]
            var isEnd = leadsToEnd[node]
            let meaning = lexicon.meanings[node]
            if meaning.concept >= 0 {
                let face = vocabulary.find(.concept(meaning.concept))
                if face >= 0 {
                    own.insert(face)
                    isDoor = isDoor || doors.isDoor(face)
                }
                isNoise = isNoise || meaning.kind == .noise
                isDropped = isDropped || isNoise || meaning.kind == .legal
                isEnd = isEnd || isDropped || meaning.kind == .address
            }
            let bit = PhraseTable.bit(of: keys[node])
            if isDropped { droppable[Int(bit >> 6)] |= 1 << (bit & 63) }
            if isEnd { ending[Int(bit >> 6)] |= 1 << (bit & 63) }
            let above = Int(parent[node])
            guard above != Int(Lexicon.root) else { continue }
            continuing[Int(bit >> 6)] |= 1 << (bit & 63)
            faces[above].formUnion(own)
            leadsToDoor[above] = leadsToDoor[above] || isDoor
            leadsToDropped[above] = leadsToDropped[above] || isDropped
            leadsToNoise[above] = leadsToNoise[above] || isNoise
            leadsToEnd[above] = leadsToEnd[above] || isEnd
        }
        self.faces = Table(faces)
        self.leadsToDoor = Table(leadsToDoor)
        self.leadsToNoise = Table(leadsToNoise)
        self.droppable = Table(droppable)
        self.ending = Table(ending)
        self.continuing = Table(continuing)
    }

    /// The concepts of the phrases that go on from a node.
    @inline(__always)
    func faces(below node: Int32) -> FaceSet { faces[Int(node)] }

    /// Whether a phrase that goes on from a node is a door.
    @inline(__always)
    func leadsToDoor(_ node: Int32) -> Bool { leadsToDoor[Int(node)] }

    /// Whether a phrase that goes on from a node is said around names.
    @inline(__always)
    func leadsToNoise(_ node: Int32) -> Bool { leadsToNoise[Int(node)] }

    /// Whether a word may be part of what names are compared without: a legal form, `to the order of`.
    @inline(__always)
    func isDroppable(_ word: WordKey) -> Bool { PhraseTable.has(word, droppable) }

    /// Whether a name may end before a word, or with it: what follows is an address, or somebody else.
    @inline(__always)
    func isEnding(_ word: WordKey) -> Bool { PhraseTable.has(word, ending) }

    /// Whether a word is in a phrase, and not its first.
    @inline(__always)
    func isContinuing(_ word: WordKey) -> Bool { PhraseTable.has(word, continuing) }

    @inline(__always)
    private static func has(_ word: WordKey, _ bits: Table<UInt64>) -> Bool {
        let bit = bit(of: word)
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    @inline(__always)
    private static func bit(of word: WordKey) -> UInt64 { word.hash(seed: KeyTable.seed) >> (64 - filterBits) }

    /// Frees the memory.
    func deallocate() {
        faces.deallocate()
        leadsToDoor.deallocate()
        leadsToNoise.deallocate()
        droppable.deallocate()
        ending.deallocate()
        continuing.deallocate()
    }
}
