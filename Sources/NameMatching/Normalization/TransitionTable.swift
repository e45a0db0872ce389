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
