/// Tells most names that are no listed one's letters spaced otherwise, from their first letters.
///
/// A bit for the first twelve letters of each listed essence, or for all of a shorter one.
struct EssenceBeginnings: Sendable {
    private let bits: Table<UInt64>
    private let shift: UInt64
    private let keys: KeyTable

    /// How many letters, in bytes, of an essence are looked at.
    static let width = 12

    init(_ essences: EssenceTable) {
        var logarithm: UInt64 = 16
        // Some 32 bits a text let one other in 32 through to the keys.
        while 1 << logarithm < essences.textCount * 32 { logarithm += 1 }
        shift = 64 - logarithm
        var bits = [UInt64](repeating: 0, count: 1 << (logarithm - 6))
        var keys = KeyTable(capacity: essences.textCount)
        for text in 0..<essences.textCount {
            let key = EssenceBeginnings.key(essences.letters(ofText: text))
            keys.insert(key, 0)
            let bit = key.hash(seed: KeyTable.seed) >> shift
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.bits = Table(bits)
        self.keys = keys
    }

    /// Whether an essence may begin with the letters, of which there are `width`, or be them, where there are fewer.
    @inline(__always)
    func mayHold(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let key = EssenceBeginnings.key(letters)
        let bit = key.hash(seed: KeyTable.seed) >> shift
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0 && keys.find(key) >= 0
    }

    /// The first letters up to `width`.
    @inline(__always)
    private static func key(_ letters: UnsafeBufferPointer<UInt8>) -> WordKey {
        WordKey(letters.baseAddress!, count: min(letters.count, width))
    }

    /// Frees the memory.
    func deallocate() {
        bits.deallocate()
        keys.deallocate()
    }
}
