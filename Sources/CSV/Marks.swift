import CScan

/// Where delimiters and line ends stand outside quotes in a run of bytes, in blocks of 64 from its first byte on.
///
/// The reader marks every byte to see where a chunk may end; the marks go along with the chunk, so that the cursor
/// needn't look at its bytes again.
struct Marks {
    /// The blocks; the memory is owned by whoever made them.
    let blocks: UnsafeMutablePointer<weir_marks>
    /// The offset of the first block's first byte, in whatever the owner counts from.
    var origin: Int

    /// How many blocks some bytes have.
    static func blockCount(_ bytes: Int) -> Int { (bytes + ByteBlock.size - 1) / ByteBlock.size }
}
