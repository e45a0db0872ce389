/// A map from word keys to small numbers, filled once and then only read: open addressing in two flat arrays.
struct KeyTable: Sendable {
    private var keys: [WordKey]
    private var values: [Int32]
    private var mask: Int
    private(set) var count = 0

    /// A secret of this run, so that nobody can choose words that all fall into one place.
    static let seed = UInt64.random(in: .min ... .max)

    private static let vacant: Int32 = -1

    init(capacity: Int = 16) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        keys = [WordKey](repeating: WordKey.concept(-1), count: size)
        values = [Int32](repeating: KeyTable.vacant, count: size)
        mask = size - 1
    }

    /// The number stored under a key, or nil.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    subscript(key: WordKey) -> Int32? {
        let value = find(key)
        return value == KeyTable.vacant ? nil : value
    }

    /// The number stored under a key, or -1: the form for hot loops.
    @inline(__always)
    func find(_ key: WordKey) -> Int32 {
        var place = Int(truncatingIfNeeded: key.hash(seed: KeyTable.seed)) & mask
        while true {
            let value = values[place]
            if value == KeyTable.vacant || keys[place] == key { return value }
            place = (place + 1) & mask
        }
    }

    /// Stores a number (0 or more) under a key unless it has one, and returns the number now stored.
    @discardableResult
    mutating func insert(_ key: WordKey, _ value: Int32) -> Int32 {
        if count * 2 >= keys.count { grow() }
        var place = Int(truncatingIfNeeded: key.hash(seed: KeyTable.seed)) & mask
        while values[place] != KeyTable.vacant {
            if keys[place] == key { return values[place] }
            place = (place + 1) & mask
        }
        keys[place] = key
        values[place] = value
        count += 1
        return value
    }

    private mutating func grow() {
        var larger = KeyTable(capacity: keys.count)
        for (key, value) in zip(keys, values) where value != KeyTable.vacant { larger.insert(key, value) }
        self = larger
    }
}
