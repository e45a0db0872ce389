import CData

/// Words and phrases that many names share, with the concept that all forms of the same thing stand for.
///
/// `technology`, `tech`, 科技 and `keji` are one concept: they meet each other as if they were the same word, and none
/// of them says who is meant. Forms come from the files in Data/, already folded.
struct Lexicon: Sendable {
    /// What a form means.
    struct Meaning: Sendable {
        var concept: Int32
        var kind: TermClass
    }

    /// A trie over units: the transitions of all nodes are one table from (node, word) to node.
    private var transitions = TransitionTable(capacity: 1 << 16)
    private var meanings: [Meaning?] = [nil]
    /// The words that go on from a node two or more words deep, with what the shortest form through them means: what
    /// a phrase cut off by a field's width must have meant.
    private var continuations: [Int32: [(word: [UInt8], meaning: Meaning)]] = [:]
    /// The numbers of concepts by their names, a table a class: a place and a generic word may share a name without
    /// being the same thing.
    private var numberOfConcept = [KeyTable](
        repeating: KeyTable(capacity: 1 << 10), count: TermClass.allCases.count)
    /// The region that a place lies in, or -1, by concept.
    private(set) var parent: [Int32] = []
    /// Weight in thousandths, by concept.
    private(set) var weights: [Int32] = []
    private(set) var kinds: [TermClass] = []

    /// The concepts of words for streets.
    private static let streets = ["avenue", "lane", "road", "street"]

    /// Whether an address word names a street, so that what stands before it is the street's name.
    func isStreet(_ concept: Int32) -> Bool { streetConcepts.contains(concept) }
    private var streetConcepts: Set<Int32> = []

    /// What weighs nothing on any list.
    static let legalWeight: Int32 = 30
    static let adminWeight: Int32 = 50
    static let genericLimit: Int32 = 450
    static let placeLimit: Int32 = 750

    static let shared = Lexicon(background: .shared)

    static let root: Int32 = 0

    init(background: BackgroundWords) {
        load(weir_data_legal_forms(), .legal, background)
        load(weir_data_generic_words(), .generic, background)
        load(weir_data_admin_words(), .admin, background)
        load(weir_data_places(), .place, background)
        load(weir_data_noise_phrases(), .noise, background)
        load(weir_data_address_words(), .address, background)
        parent += [Int32](repeating: -1, count: weights.count - parent.count)
        let addressWords = numberOfConcept[Int(TermClass.address.rawValue)]
        streetConcepts = Set(Lexicon.streets.compactMap { addressWords[WordKey(text: $0.utf8)] })
    }

    /// The node reached from a node by a unit, or -1.
    @inline(__always)
    func next(_ node: Int32, _ key: WordKey) -> Int32 { transitions.find(node, key) }

    /// What the path to a node means, or nil where no form ends there.
    @inline(__always)
    func meaning(at node: Int32) -> Meaning? { meanings[Int(node)] }

    /// What a phrase means of which only the beginning of the next word is left, or nil.
    ///
    /// - Parameters:
    ///   - node: where the whole words led, at least two of them.
    ///   - part: the letters of the next word that are left.
    func meaning(at node: Int32, cutWithin part: UnsafeBufferPointer<UInt8>) -> Meaning? {
        continuations[node]?.first { $0.word.count > part.count && $0.word.starts(with: part) }?.meaning
    }

    /// What a single word means, or nil.
    func meaning(of key: WordKey) -> Meaning? {
        let node = next(Lexicon.root, key)
        return node < 0 ? nil : meaning(at: node)
    }

    /// Whether a region is the place itself or one that it lies in.
    func region(_ region: Int32, contains place: Int32) -> Bool {
        var current = place
        // Four levels reach from a county to the world; a loop in the data must not hang.
        for _ in 0..<8 {
            if current == region { return true }
            if current < 0 { return false }
            current = parent[Int(current)]
        }
        return false
    }

    private mutating func concept(_ name: UnsafeBufferPointer<UInt8>, _ kind: TermClass) -> Int32 {
        let key = WordKey(name.baseAddress!, count: name.count)
        let number = Int32(weights.count)
        let known = numberOfConcept[Int(kind.rawValue)].insert(key, number)
        guard known == number else { return known }
        kinds.append(kind)
        switch kind {
        case .legal: weights.append(Lexicon.legalWeight)
        case .admin: weights.append(Lexicon.adminWeight)
        case .generic: weights.append(Lexicon.genericLimit)
        case .place: weights.append(Lexicon.placeLimit)
        default: weights.append(0)
        }
        return number
    }

    private mutating func load(_ data: weir_data, _ kind: TermClass, _ background: BackgroundWords) {
        EmbeddedData(data).forEachRow { fields in
            let concept = concept(fields[1], kind)
            add(form: fields[0], concept, kind, background)
            guard kind == .place, fields.count > 2, fields[2].count > 0 else { return }
            let region = self.concept(fields[2], .place)
            parent += [Int32](repeating: -1, count: weights.count - parent.count)
            if region != concept { parent[Int(concept)] = region }
        }
    }

    private mutating func add(
        form: UnsafeBufferPointer<UInt8>, _ concept: Int32, _ kind: TermClass, _ background: BackgroundWords
    ) {
        var node = Lexicon.root
        var depth = 0
        var lastKey = WordKey.concept(-1)
        Lexicon.forEachUnit(of: form) { unit in
            if depth >= 2, unit[0] < 0x80 {
                continuations[node, default: []].append((Array(unit), Meaning(concept: concept, kind: kind)))
            }
            lastKey = WordKey(unit.baseAddress!, count: unit.count)
            let next = transitions.insert(node, lastKey, Int32(meanings.count))
            if next == meanings.count { meanings.append(nil) }
            node = next
            depth += 1
        }
        if meanings[Int(node)] == nil { meanings[Int(node)] = Meaning(concept: concept, kind: kind) }
        // One word of a concept that names at large are full of makes the whole concept say little.
        guard depth == 1, kind == .generic || kind == .place else { return }
        weights[Int(concept)] = min(weights[Int(concept)], background.weight(of: lastKey))
    }

    /// Calls `body` with a form's units: words between spaces, Han characters one by one.
    private static func forEachUnit(
        of form: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start < form.count {
            var end = start
            if form[start] >= 0x80 {
                end += decodeScalar(form, at: start).width
            } else {
                while end < form.count, form[end] != UInt8(ascii: " "), form[end] < 0x80 { end += 1 }
            }
            if end > start { body(UnsafeBufferPointer(rebasing: form[start..<end])) }
            start = end < form.count && form[end] == UInt8(ascii: " ") ? end + 1 : end
        }
    }
}
