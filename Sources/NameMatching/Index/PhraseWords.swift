/// What words are in the phrases of a lexicon, and which of those an index has something for.
struct PhraseWords: Sendable {
    /// That of the build that made the tables.
    private let seed: UInt64
    /// No secret: words that share a bit are let through to the next step and cost no more than that, and which do must
    /// not hang on chance, so that every run does the same work.
    private static let seed: UInt64 = 0xA076_1D64_78BD_642F
    // A bit for each word; other words may share it.
    private let droppable: Table<UInt64>
    private let ending: Table<UInt64>
    private let continuing: Table<UInt64>
    /// By node: whether a phrase that goes on from there is one that is said around names: `on behalf of`.
    private let leadsToNoise: Table<Bool>
    /// Whether one of the phrases means what a listed name has too, and whether one is posted under that.
    private let leadsToFace: Table<Bool>
    private let leadsToDoor: Table<Bool>
    private let continuingToDoor: Table<UInt64>

    private static let filterBits: UInt64 = 17

    /// - Complexity: O(nodes).
    init(_ lexicon: Lexicon, _ vocabulary: Vocabulary, _ doors: DoorTable) {
        let seed = PhraseWords.seed
        let count = lexicon.meanings.count
        var parent = Scratch<Int32>(repeating: -1, count: count)
        var keys = Scratch<WordKey>(zeroed: count)
        lexicon.transitions.forEach { node, key, target in
            parent[Int(target)] = node
            keys[Int(target)] = key
        }
        var leadsToDropped = Scratch<Bool>(zeroed: count)
        var leadsToNoise = Scratch<Bool>(zeroed: count)
        var leadsToEnd = Scratch<Bool>(zeroed: count)
        var leadsToFace = Scratch<Bool>(zeroed: count)
        var leadsToDoor = Scratch<Bool>(zeroed: count)
        var hasFace = Scratch<Bool>(capacity: lexicon.weights.count)
        var hasDoor = Scratch<Bool>(capacity: lexicon.weights.count)
        for concept in lexicon.weights.indices {
            let face = vocabulary.find(.concept(Int32(concept)))
            hasFace.append(face >= 0)
            hasDoor.append(face >= 0 && doors.isDoor(face))
        }
        let words = 1 << (PhraseWords.filterBits - 6)
        var droppable = Scratch<UInt64>(zeroed: words)
        var ending = Scratch<UInt64>(zeroed: words)
        var continuing = Scratch<UInt64>(zeroed: words)
        var continuingToDoor = Scratch<UInt64>(zeroed: words)
        // A node is made after the one that leads to it, so going down every node is complete before it is passed on.
        for node in stride(from: count - 1, to: 0, by: -1) where parent[node] >= 0 {
            let meaning = lexicon.meanings[node]
            let means = meaning.concept >= 0
            let isNoise = leadsToNoise[node] || means && meaning.kind == .noise
            let isDropped = leadsToDropped[node] || isNoise || means && meaning.kind == .legal
            let isEnd = leadsToEnd[node] || isDropped || means && meaning.kind == .address
            let isFace = leadsToFace[node] || means && hasFace[Int(meaning.concept)]
            let isDoor = leadsToDoor[node] || means && hasDoor[Int(meaning.concept)]
            let bit = PhraseWords.bit(of: keys[node], seed)
            if isDropped { droppable[Int(bit >> 6)] |= 1 << (bit & 63) }
            if isEnd { ending[Int(bit >> 6)] |= 1 << (bit & 63) }
            let above = Int(parent[node])
            guard above != Int(Lexicon.root) else { continue }
            continuing[Int(bit >> 6)] |= 1 << (bit & 63)
            if isDoor { continuingToDoor[Int(bit >> 6)] |= 1 << (bit & 63) }
            leadsToDropped[above] = leadsToDropped[above] || isDropped
            leadsToNoise[above] = leadsToNoise[above] || isNoise
            leadsToEnd[above] = leadsToEnd[above] || isEnd
            leadsToFace[above] = leadsToFace[above] || isFace
            leadsToDoor[above] = leadsToDoor[above] || isDoor
        }
        self.seed = seed
        self.leadsToNoise = Table(leadsToNoise)
        self.leadsToFace = Table(leadsToFace)
        self.leadsToDoor = Table(leadsToDoor)
        self.droppable = Table(droppable)
        self.ending = Table(ending)
        self.continuing = Table(continuing)
        self.continuingToDoor = Table(continuingToDoor)
    }

    /// Whether a phrase that goes on from a node is said around names.
    @inline(__always)
    func leadsToNoise(_ node: Int32) -> Bool { leadsToNoise[Int(node)] }

    /// Whether a phrase that goes on from a node means what a listed name has too.
    @inline(__always)
    func leadsToFace(_ node: Int32) -> Bool { leadsToFace[Int(node)] }

    /// Whether a listed name is posted under what a phrase means that goes on from a node.
    @inline(__always)
    func leadsToDoor(_ node: Int32) -> Bool { leadsToDoor[Int(node)] }

    /// Whether a word may be part of what names are compared without: a legal form, `to the order of`.
    @inline(__always)
    func isDroppable(_ word: WordKey) -> Bool { has(word, droppable) }

    /// Whether a name may end before a word, or with it: what follows is an address, or somebody else.
    @inline(__always)
    func isEnding(_ word: WordKey) -> Bool { has(word, ending) }

    /// Whether a word is in a phrase, and not its first.
    @inline(__always)
    func isContinuing(_ word: WordKey) -> Bool { has(word, continuing) }

    /// Whether a word is in a phrase under whose meaning a listed name is posted, and not its first.
    @inline(__always)
    func isContinuingToDoor(_ word: WordKey) -> Bool { has(word, continuingToDoor) }

    @inline(__always)
    private func has(_ word: WordKey, _ bits: Table<UInt64>) -> Bool {
        let bit = PhraseWords.bit(of: word, seed)
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    @inline(__always)
    private static func bit(of word: WordKey, _ seed: UInt64) -> UInt64 {
        word.hash(seed: seed) >> (64 - filterBits)
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        seed = try reader.readNumber()
        droppable = try reader.table()
        ending = try reader.table()
        continuing = try reader.table()
        leadsToNoise = try reader.table()
        leadsToFace = try reader.table()
        leadsToDoor = try reader.table()
        continuingToDoor = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(number: seed)
        writer.write(droppable.buffer)
        writer.write(ending.buffer)
        writer.write(continuing.buffer)
        writer.write(leadsToNoise.buffer)
        writer.write(leadsToFace.buffer)
        writer.write(leadsToDoor.buffer)
        writer.write(continuingToDoor.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        leadsToNoise.deallocate()
        leadsToFace.deallocate()
        leadsToDoor.deallocate()
        droppable.deallocate()
        ending.deallocate()
        continuing.deallocate()
        continuingToDoor.deallocate()
    }
}
