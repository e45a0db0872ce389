/// The transitions of a trie whose edges are words: open addressing over (node, word).
///
/// Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct TransitionTable: @unchecked Sendable {
    private struct Slot {
        var key: WordKey
        var node: Int32
        var target: Int32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var count = 0
    private let seed = KeyTable.seed

    /// - Parameter capacity: a power of two, of twice the transitions expected.
    init(capacity: Int) {
        slots = .allocate(capacity: capacity)
        slots.initialize(repeating: Slot(key: .concept(-1), node: -1, target: -1), count: capacity)
        mask = capacity - 1
    }

    /// The node that (node, word) leads to, or -1.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    func find(_ node: Int32, _ key: WordKey) -> Int32 { slots[place(of: node, key)].target }

    /// The node that (node, word) leads to, which is `target` if there was none.
    @inline(__always)
    mutating func insert(_ node: Int32, _ key: WordKey, _ target: Int32) -> Int32 {
        if count * 2 > mask { grow() }
        let place = place(of: node, key)
        if slots[place].target >= 0 { return slots[place].target }
        slots[place] = Slot(key: key, node: node, target: target)
        count += 1
        return target
    }

    @inline(__always)
    private func place(of node: Int32, _ key: WordKey) -> Int {
        let nodeSeed = seed &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: key.hash(seed: nodeSeed)) & mask
        while true {
            let slot = slots + place
            if slot.pointee.target < 0 || (slot.pointee.node == node && slot.pointee.key == key) {
                return place
            }
            place = (place + 1) & mask
        }
    }

    /// Frees the memory; nobody may read the table, or a copy of it, afterwards.
    func deallocate() { slots.deallocate() }

    @inline(never)
    private mutating func grow() {
        var larger = TransitionTable(capacity: (mask + 1) * 2)
        for place in 0...mask where slots[place].target >= 0 {
            _ = larger.insert(slots[place].node, slots[place].key, slots[place].target)
        }
        slots.deallocate()
        self = larger
    }
}
