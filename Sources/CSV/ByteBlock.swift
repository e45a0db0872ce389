/// 64 bytes, and which of them equal a byte: the first byte is the lowest bit.
struct ByteBlock {
    static let size = 64

    private let lanes: SIMD64<UInt8>

    /// The 64 bytes from an address, of any alignment.
    @inline(__always)
    init(_ address: UnsafePointer<UInt8>) {
        lanes = UnsafeRawPointer(address).loadUnaligned(as: SIMD64<UInt8>.self)
    }

    /// The first `count` bytes from an address, which are fewer than 64, and zeros.
    @inline(never)
    init(_ address: UnsafePointer<UInt8>, count: Int) {
        var lanes = SIMD64<UInt8>.zero
        withUnsafeMutableBytes(of: &lanes) { $0.copyMemory(from: .init(start: address, count: count)) }
        self.lanes = lanes
    }

    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 { Self.gather(lanes .== SIMD64(repeating: byte)) }

    @inline(__always)
    func equal(_ first: UInt8, _ second: UInt8) -> UInt64 {
        Self.gather((lanes .== SIMD64(repeating: first)) .| (lanes .== SIMD64(repeating: second)))
    }

    /// Whether any of the bytes equals a byte.
    @inline(__always)
    func has(_ byte: UInt8) -> Bool {
        let words = unsafeBitCast(lanes .== SIMD64(repeating: byte), to: SIMD8<UInt64>.self)
        let half = words.lowHalf | words.highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter[0] | quarter[1] != 0
    }

    /// One bit a lane. Swift has no movemask; of what it has, one multiplication for eight lanes is the fastest.
    @inline(__always)
    private static func gather(_ mask: SIMDMask<SIMD64<Int8>>) -> UInt64 {
        let words = unsafeBitCast(mask, to: SIMD8<UInt64>.self)
        var bits: UInt64 = 0
        for index in 0..<8 {
            // Every lane is 0x00 or 0xFF: keep bit n of lane n, then add all lanes up in the highest byte.
            let kept = words[index] & 0x8040_2010_0804_0201
            bits |= ((kept &* 0x0101_0101_0101_0101) >> 56) << UInt64(index * 8)
        }
        return bits
    }
}
