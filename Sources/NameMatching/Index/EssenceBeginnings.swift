/// Tells most names that are no listed one's letters spaced otherwise, from their first letters.
///
/// A bit for the first twelve letters of each listed essence, or for all of a shorter one.
struct EssenceBeginnings: Sendable {
    private let bits: Table<UInt64>
    private let shift: UInt64
    private let keys: KeyTable

    /// A bit for the first letters of each, as many as all have.
    private let short: Table<UInt64>

    /// How many letters, in bytes, of an essence are looked at.
    static let width = 12
    /// How many every essence has.
    static let shortest = Essence.shortest
    private static let shortBits: UInt64 = 18

    init(_ essences: EssenceTable) {
        var logarithm: UInt64 = 16
        // Some 32 bits a text let one other in 32 through to the keys.
        while 1 << logarithm < essences.textCount * 32 { logarithm += 1 }
        let shift = 64 - logarithm
        self.shift = shift
        var bits = Scratch<UInt64>(zeroed: 1 << (logarithm - 6))
        var short = Scratch<UInt64>(zeroed: 1 << (EssenceBeginnings.shortBits - 6))
        var keys = KeyTable(capacity: essences.textCount)
        for text in 0..<essences.textCount {
            let letters = essences.letters(ofText: text)
            let first = EssenceBeginnings.shortBit(letters.baseAddress!)
            short[Int(first >> 6)] |= 1 << (first & 63)
            let key = EssenceBeginnings.key(letters)
            keys.insert(key, 0)
            let bit = key.hash(seed: KeyTable.seed) >> shift
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.bits = Table(bits)
        self.keys = keys
        self.short = Table(short)
    }

    /// Whether an essence may begin with the letters, of which there are `width`, or be them, where there are fewer.
    @inline(__always)
    func mayHold(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let key = EssenceBeginnings.key(letters)
        let bit = key.hash(seed: KeyTable.seed) >> shift
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0 && keys.find(key) >= 0
    }

    /// Whether an essence may begin with the letters from an address on, of which there are at least `shortest`.
    @inline(__always)
    func mayBegin(_ letters: UnsafePointer<UInt8>) -> Bool {
        let bit = EssenceBeginnings.shortBit(letters)
        return short[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    @inline(__always)
    private static func shortBit(_ letters: UnsafePointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawPointer(letters)
        let word =
            UInt64(raw.loadUnaligned(as: UInt32.self))
            | UInt64(raw.loadUnaligned(fromByteOffset: 4, as: UInt16.self)) << 32
        return ((word ^ KeyTable.seed) &* 0x9E37_79B9_7F4A_7C15) >> (64 - shortBits)
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
        short.deallocate()
    }
}
