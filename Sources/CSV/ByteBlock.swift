import CScan

/// 64 bytes, and which of them equal a byte: the first byte is the lowest bit.
struct ByteBlock {
    static let size = WEIR_BLOCK

    private let block: weir_block

    /// - Parameters:
    ///   - address: of the first byte, of any alignment.
    ///   - count: how many bytes there are from there on; with fewer than 64, zeros stand for the rest, which no
    ///     delimiter is.
    @inline(__always)
    init(_ address: UnsafePointer<UInt8>, count: Int) {
        block = count >= Self.size ? weir_load(address) : weir_load_short(address, max(0, count))
    }

    /// The bits of the bytes that equal a byte.
    @inline(__always)
    func equal(_ byte: UInt8) -> UInt64 { weir_equal(block, byte) }

    /// The bits of the CRs and LFs.
    @inline(__always)
    var lineEnds: UInt64 { weir_either(block, Byte.lf, Byte.cr) }
}
