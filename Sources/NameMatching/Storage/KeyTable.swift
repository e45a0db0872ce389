/// A map from word keys to small numbers, filled once and then only read: open addressing in one flat block.
///
/// Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct KeyTable: @unchecked Sendable {
    private struct Slot {
        var key: WordKey
        var value: Int32
    }

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private(set) var count = 0

    /// A secret of this run, so that nobody can choose words that all fall into one place.
    static let seed = UInt64.random(in: .min ... .max)

    private let seed = KeyTable.seed
    private static let vacant: Int32 = -1

    init(capacity: Int = 16) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = .allocate(capacity: size)
        slots.initialize(repeating: Slot(key: .concept(-1), value: KeyTable.vacant), count: size)
        mask = size - 1
    }

    /// The number stored under a key, or nil.
    subscript(key: WordKey) -> Int32? {
        let value = find(key)
        return value == KeyTable.vacant ? nil : value
    }

    /// The number stored under a key, or -1: the form for hot loops.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    func find(_ key: WordKey) -> Int32 {
        var place = Int(truncatingIfNeeded: key.hash(seed: seed)) & mask
        while true {
            let slot = slots + place
            if slot.pointee.value == KeyTable.vacant || slot.pointee.key == key { return slot.pointee.value }
            place = (place + 1) & mask
        }
    }

    /// Stores a number under a key unless it has a lower one.
    mutating func lower(_ key: WordKey, to value: Int32) {
        let place = place(for: key, value)
        slots[place].value = min(slots[place].value, value)
    }

    /// Stores a number (0 or more) under a key unless it has one, and returns the number now stored.
    @discardableResult
    @inline(__always)
    mutating func insert(_ key: WordKey, _ value: Int32) -> Int32 {
        // On a line of its own: the slots may have moved.
        let place = place(for: key, value)
        return slots[place].value
    }

    /// Where a key is, with its number, or else with this one from now on.
    @inline(__always)
    private mutating func place(for key: WordKey, _ value: Int32) -> Int {
        if count * 2 > mask { grow() }
        var place = Int(truncatingIfNeeded: key.hash(seed: seed)) & mask
        while slots[place].value != KeyTable.vacant {
            if slots[place].key == key { return place }
            place = (place + 1) & mask
        }
        slots[place] = Slot(key: key, value: value)
        count += 1
        return place
    }

    /// Frees the memory; nobody may read the table, or a copy of it, afterwards.
    func deallocate() { slots.deallocate() }

    @inline(never)
    private mutating func grow() {
        var larger = KeyTable(capacity: mask + 1)
        for place in 0...mask where slots[place].value != KeyTable.vacant {
            larger.insert(slots[place].key, slots[place].value)
        }
        slots.deallocate()
        self = larger
    }
}
