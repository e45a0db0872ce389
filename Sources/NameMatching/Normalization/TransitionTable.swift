import Glibc

/// The transitions of a trie whose edges are words, by (node, word).
///
/// Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct TransitionTable: @unchecked Sendable {
    private struct Entry {
        var key: WordKey
        var node: Int32
        var target: Int32
    }

    private var slots: HashSlots
    private var entries: UnsafeMutablePointer<Entry>
    private var count = 0
    private let seed = KeyTable.seed

    /// - Parameter capacity: how many transitions are expected.
    init(capacity: Int) {
        slots = HashSlots(capacity: capacity)
        entries = Scratch.memory(malloc(slots.capacity * MemoryLayout<Entry>.stride))
    }

    /// The node that (node, word) leads to, or -1.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    func find(_ node: Int32, _ key: WordKey) -> Int32 {
        let place = slots.find(hash(node, key)) { entries[$0].key == key && entries[$0].node == node }
        return place < 0 ? -1 : entries[place].target
    }

    /// The node that (node, word) leads to, which is `target` if there was none.
    @inline(__always)
    mutating func insert(_ node: Int32, _ key: WordKey, _ target: Int32) -> Int32 {
        if count == slots.capacity { grow() }
        let entries = entries
        let place = slots.insert(hash(node, key), count) {
            entries[$0].key == key && entries[$0].node == node
        }
        if place == count {
            entries[place] = Entry(key: key, node: node, target: target)
            count += 1
        }
        return entries[place].target
    }

    @inline(__always)
    private func hash(_ node: Int32, _ key: WordKey) -> UInt64 {
        key.hash(seed: seed &+ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// Calls `body` with every transition, in the order in which they came in.
    func forEach(_ body: (_ node: Int32, _ key: WordKey, _ target: Int32) -> Void) {
        for place in 0..<count { body(entries[place].node, entries[place].key, entries[place].target) }
    }

    /// Frees the memory; nobody may read the table, or a copy of it, afterwards.
    func deallocate() {
        slots.deallocate()
        free(entries)
    }

    @inline(never)
    private mutating func grow() {
        slots.deallocate()
        slots = HashSlots(capacity: count * 2)
        entries = Scratch.memory(realloc(entries, slots.capacity * MemoryLayout<Entry>.stride))
        for place in 0..<count {
            _ = slots.insert(hash(entries[place].node, entries[place].key), place) { _ in false }
        }
    }
}
