import Glibc

/// Tells most numbers that aren't in a set: two bits of one word of memory for each that is, by a hash, so that a few
/// others share them.
///
/// Filled once and then only read. Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct BitFilter: @unchecked Sendable {
    private let bits: UnsafeMutablePointer<UInt64>
    private let shift: UInt64

    /// - Parameter size: the number of bits as a power of two, 7 or more.
    init(size: UInt64) {
        bits = Scratch.memory(calloc(1 << Int(size - 6), MemoryLayout<UInt64>.stride))
        shift = 64 - (size - 6)
    }

    /// A filter that tells nothing.
    static func holdingAll() -> BitFilter {
        let filter = BitFilter(size: 7)
        memset(filter.bits, 0xFF, 2 * MemoryLayout<UInt64>.stride)
        return filter
    }

    @inline(__always)
    mutating func insert(_ number: UInt64) {
        let hash = BitFilter.hash(number)
        bits[Int(hash &>> shift)] |= pattern(hash)
    }

    /// Whether a number may be in the set; never false for one that is.
    @inline(__always)
    func mayHold(_ number: UInt64) -> Bool {
        let hash = BitFilter.hash(number)
        let pattern = pattern(hash)
        return bits[Int(hash &>> shift)] & pattern == pattern
    }

    /// The two bits, which the part of the hash says that doesn't say which word they are in.
    @inline(__always)
    private func pattern(_ hash: UInt64) -> UInt64 {
        1 &<< (hash &>> (shift &- 6)) | 1 &<< (hash &>> (shift &- 12))
    }

    /// A hash whose upper bits depend on the whole number.
    @inline(__always)
    static func hash(_ number: UInt64) -> UInt64 { number &* 0x9E37_79B9_7F4A_7C15 }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        let bits: Table<UInt64> = try reader.table()
        guard bits.count > 1, bits.count & (bits.count - 1) == 0 else { throw SectionReader.Mismatch() }
        self.bits = UnsafeMutablePointer(mutating: bits.buffer.baseAddress!)
        shift = UInt64(64 - bits.count.trailingZeroBitCount)
    }

    func write(to writer: inout SectionWriter) {
        writer.write(UnsafeBufferPointer(start: bits, count: 1 << Int(64 - shift)))
    }

    /// Frees the memory; nobody may read the filter, or a copy of it, afterwards.
    func deallocate() { free(bits) }
}
