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
    private var transitions = TransitionTable()
    private var meanings: [Meaning?] = [nil]
    /// The words that go on from a node two or more words deep, with what the shortest form through them means: what
    /// a phrase cut off by a field's width must have meant.
    private var continuations: [Int32: [(word: [UInt8], meaning: Meaning)]] = [:]
    private var numberOfConcept: [String: Int32] = [:]
    /// The region that a place lies in, or -1, by concept.
    private(set) var parent: [Int32] = []
    /// Weight in thousandths, by concept.
    private(set) var weights: [Int32] = []
    private(set) var kinds: [TermClass] = []

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

    private mutating func concept(_ name: String, _ kind: TermClass) -> Int32 {
        // A place and a generic word may share a name without being the same thing.
        let key = "\(kind.rawValue) \(name)"
        if let known = numberOfConcept[key] { return known }
        let number = Int32(weights.count)
        numberOfConcept[key] = number
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
            let concept = concept(String(decoding: fields[1], as: UTF8.self), kind)
            add(form: fields[0], concept, kind, background)
            guard kind == .place, fields.count > 2, fields[2].count > 0 else { return }
            let region = self.concept(String(decoding: fields[2], as: UTF8.self), .place)
            parent += [Int32](repeating: -1, count: weights.count - parent.count)
            if region != concept { parent[Int(concept)] = region }
        }
    }

    private mutating func add(
        form: UnsafeBufferPointer<UInt8>, _ concept: Int32, _ kind: TermClass, _ background: BackgroundWords
    ) {
        let words = Lexicon.units(of: form)
        var node = Lexicon.root
        for (place, word) in words.enumerated() {
            if place >= 2, form[0] < 0x80 {
                let letters = Array(form.split(separator: UInt8(ascii: " "))[place])
                continuations[node, default: []].append((letters, Meaning(concept: concept, kind: kind)))
            }
            let next = transitions.insert(node, word, Int32(meanings.count))
            if next == meanings.count { meanings.append(nil) }
            node = next
        }
        if meanings[Int(node)] == nil { meanings[Int(node)] = Meaning(concept: concept, kind: kind) }
        // One word of a concept that names at large are full of makes the whole concept say little.
        guard words.count == 1, kind == .generic || kind == .place else { return }
        weights[Int(concept)] = min(weights[Int(concept)], background.weight(of: words[0]))
    }

    /// The keys of a form's units: words between spaces, Han characters one by one.
    private static func units(of form: UnsafeBufferPointer<UInt8>) -> [WordKey] {
        var keys: [WordKey] = []
        for word in form.split(separator: UInt8(ascii: " ")) {
            guard word.first.map({ $0 >= 0x80 }) == true else {
                keys.append(WordKey(text: word))
                continue
            }
            for scalar in decodeScalars(UnsafeBufferPointer(rebasing: word)) {
                keys.append(WordKey(text: UTF8.encode(Unicode.Scalar(scalar) ?? "?")!))
            }
        }
        return keys
    }
}

/// The transitions of a trie whose edges are words: open addressing over (node, word).
struct TransitionTable: Sendable {
    private var nodes: [Int32]
    private var keys: [WordKey]
    private var targets: [Int32]
    private var count = 0

    init(capacity: Int = 1 << 14) {
        nodes = [Int32](repeating: -1, count: capacity)
        keys = [WordKey](repeating: .concept(-1), count: capacity)
        targets = [Int32](repeating: -1, count: capacity)
    }

    @inline(__always)
    func find(_ node: Int32, _ key: WordKey) -> Int32 { targets[place(of: node, key)] }

    /// The node that (node, word) leads to, which is `target` if there was none.
    mutating func insert(_ node: Int32, _ key: WordKey, _ target: Int32) -> Int32 {
        if count * 2 >= nodes.count { grow() }
        let place = place(of: node, key)
        if targets[place] >= 0 { return targets[place] }
        nodes[place] = node
        keys[place] = key
        targets[place] = target
        count += 1
        return target
    }

    @inline(__always)
    private func place(of node: Int32, _ key: WordKey) -> Int {
        let seed = KeyTable.seed &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: key.hash(seed: seed)) & (nodes.count - 1)
        while targets[place] >= 0 && (nodes[place] != node || keys[place] != key) {
            place = (place + 1) & (nodes.count - 1)
        }
        return place
    }

    private mutating func grow() {
        var larger = TransitionTable(capacity: nodes.count * 2)
        for place in 0..<nodes.count where targets[place] >= 0 {
            _ = larger.insert(nodes[place], keys[place], targets[place])
        }
        self = larger
    }
}
