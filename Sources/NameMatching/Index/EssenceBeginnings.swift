/// Tells most names that are no listed one's letters spaced otherwise, from their first letters.
///
/// A bit for the first twelve letters of each listed essence, or for all of a shorter one.
struct EssenceBeginnings: Sendable {
    /// That of the run that made the tables.
    private let seed: UInt64
    private let bits: Table<UInt64>
    private let shift: UInt64
    private let keys: KeyTable
    /// The first letters of each, as many as all have.
    private let short: BitFilter

    /// How many letters, in bytes, of an essence are looked at.
    static let width = 12
    /// How many every essence has.
    static let shortest = Essence.shortest

    init(_ essences: EssenceTable) {
        var logarithm: UInt64 = 12
        // Some 32 bits a text let one other in 32 through to the keys.
        while 1 << logarithm < essences.textCount * 32 { logarithm += 1 }
        let shift = 64 - logarithm
        self.shift = shift
        let seed = KeyTable.seed
        var bits = Scratch<UInt64>(zeroed: 1 << (logarithm - 6))
        var short = BitFilter(size: min(logarithm + 1, 18))
        var keys = KeyTable(capacity: essences.textCount)
        for text in 0..<essences.textCount {
            let letters = essences.letters(ofText: text)
            short.insert(EssenceBeginnings.first(letters.baseAddress!))
            let key = EssenceBeginnings.key(letters)
            keys.insert(key, 0)
            let bit = key.hash(seed: seed) >> shift
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.seed = seed
        self.bits = Table(bits)
        self.keys = keys
        self.short = short
    }

    /// Whether an essence may begin with the letters, of which there are `width`, or be them, where there are fewer.
    @inline(__always)
    func mayHold(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let key = EssenceBeginnings.key(letters)
        let bit = key.hash(seed: seed) >> shift
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0 && keys.find(key) >= 0
    }

    /// Whether an essence may begin with the letters from an address on, of which there are at least `shortest`.
    @inline(__always)
    func mayBegin(_ letters: UnsafePointer<UInt8>) -> Bool {
        short.mayHold(EssenceBeginnings.first(letters))
    }

    /// The same of letters as a number, the first one lowest; those behind the first `shortest` don't matter.
    @inline(__always)
    func mayBegin(_ letters: UInt64) -> Bool { short.mayHold(letters & 0xFFFF_FFFF_FFFF) }

    /// The first `shortest` letters.
    @inline(__always)
    private static func first(_ letters: UnsafePointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawPointer(letters)
        return UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
            | UInt64(UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 4, as: UInt16.self))) << 32
    }

    /// The first letters up to `width`.
    @inline(__always)
    private static func key(_ letters: UnsafeBufferPointer<UInt8>) -> WordKey {
        WordKey(letters.baseAddress!, count: min(letters.count, width))
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        seed = try reader.readNumber()
        bits = try reader.table()
        shift = try reader.readNumber()
        keys = try KeyTable(&reader)
        short = try BitFilter(&reader)
    }

    func write(to writer: inout SectionWriter) {
        writer.write(number: seed)
        writer.write(bits.buffer)
        writer.write(number: shift)
        keys.write(to: &writer)
        short.write(to: &writer)
    }

    /// Frees the memory.
    func deallocate() {
        bits.deallocate()
        keys.deallocate()
        short.deallocate()
    }
}
