/// Tells most names that are no listed one's letters spaced otherwise, from their first letters.
///
/// A bit for the first twelve letters of each listed essence, or for all of a shorter one.
struct EssenceBeginnings: Sendable {
    private let bits: Table<UInt64>
    private let shift: UInt64

    /// How many letters, in bytes, of an essence are looked at.
    static let width = 12

    init(_ essences: EssenceTable) {
        var logarithm: UInt64 = 16
        // Some 64 bits a text let one other in 64 through by chance.
        while 1 << logarithm < essences.textCount * 64 { logarithm += 1 }
        shift = 64 - logarithm
        var bits = [UInt64](repeating: 0, count: 1 << (logarithm - 6))
        for text in 0..<essences.textCount {
            let letters = essences.letters(ofText: text)
            let bit = EssenceBeginnings.hash(letters) >> shift
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.bits = Table(bits)
    }

    /// Whether an essence may begin with the letters, of which there are `width`, or be them, where there are fewer.
    @inline(__always)
    func mayHold(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let bit = EssenceBeginnings.hash(letters) >> shift
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    /// A hash of the first letters up to `width`.
    @inline(__always)
    private static func hash(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        WordKey(letters.baseAddress!, count: min(letters.count, width)).hash(seed: KeyTable.seed)
    }

    /// Frees the memory.
    func deallocate() { bits.deallocate() }
}
