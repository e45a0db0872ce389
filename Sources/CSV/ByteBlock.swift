/// 64 bytes, and which of them equal a byte: the first byte is the lowest bit.
///
/// Swift has no movemask, and a SIMD comparison turned into bits depends on the optimiser's mood: the same
/// source was measured at 0.1 and at 8 GB/s. So eight words are compared in plain integers, in a loop that
/// the optimiser turns into vector code on its own, and the matches are put in order by one transposition: 15
/// GB/s a mask.
struct ByteBlock {
    static let size = 64

    /// Where the bytes are; all 64 can be read.
    private let bytes: UnsafeRawPointer

    /// The 64 bytes from an address, of any alignment.
    @inline(__always)
    init(_ address: UnsafePointer<UInt8>) { bytes = UnsafeRawPointer(address) }

    /// The bits of the bytes that equal a byte.
    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 { Self.transposed(matches(byte)) }

    /// The bits of the bytes that equal one of two bytes.
    @inline(__always)
    func equal(_ first: UInt8, _ second: UInt8) -> UInt64 {
        Self.transposed(matches(first) | matches(second))
    }

    /// Whether any of the bytes equals a byte.
    @inline(__always)
    func has(_ byte: UInt8) -> Bool {
        let pattern = SIMD2(repeating: Self.pattern(byte))
        let low = SIMD2<UInt64>(repeating: Self.low)
        var matches = SIMD2<UInt64>.zero
        for offset in stride(from: 0, to: Self.size, by: 16) {
            let difference = bytes.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self) ^ pattern
            matches |= ~(((difference & low) &+ low) | difference | low)
        }
        return matches[0] | matches[1] != 0
    }

    /// The matches of word n in bit n of each byte.
    @inline(__always)
    private func matches(_ byte: UInt8) -> UInt64 {
        let pattern = Self.pattern(byte)
        var matches: UInt64 = 0
        for index in 0..<8 {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
            let difference = word ^ pattern
            // The highest bit of each byte that equals the pattern's, exactly: no carry leaves its byte.
            let equal = ~(((difference & Self.low) &+ Self.low) | difference | Self.low)
            matches |= equal >> UInt64(7 - index)
        }
        return matches
    }

    private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

    @inline(__always)
    private static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// Bit m of byte n becomes bit n of byte m: three rounds that swap blocks of 1, 2 and 4 bits.
    @inline(__always)
    private static func transposed(_ bits: UInt64) -> UInt64 {
        var bits = bits
        var swap = (bits ^ (bits >> 7)) & 0x00AA_00AA_00AA_00AA
        bits ^= swap ^ (swap << 7)
        swap = (bits ^ (bits >> 14)) & 0x0000_CCCC_0000_CCCC
        bits ^= swap ^ (swap << 14)
        swap = (bits ^ (bits >> 28)) & 0x0000_0000_F0F0_F0F0
        return bits ^ swap ^ (swap << 28)
    }
}

/// Makes blocks, also of the last bytes of a buffer, which are fewer than 64.
struct BlockLoader: ~Copyable {
    /// A copy of a short block, filled up with zeros, which no delimiter is.
    private let short = UnsafeMutablePointer<UInt8>.allocate(capacity: ByteBlock.size)

    init() {}

    deinit { short.deallocate() }

    /// - Parameters:
    ///   - address: of the first byte.
    ///   - count: how many bytes there are from there on; with fewer than 64, the block lasts until the next
    ///     call.
    @inline(__always)
    func block(_ address: UnsafePointer<UInt8>, count: Int) -> ByteBlock {
        count >= ByteBlock.size ? ByteBlock(address) : shortBlock(address, count: count)
    }

    @inline(never)
    private func shortBlock(_ address: UnsafePointer<UInt8>, count: Int) -> ByteBlock {
        short.update(repeating: 0, count: ByteBlock.size)
        short.update(from: address, count: max(0, count))
        return ByteBlock(UnsafePointer(short))
    }
}
