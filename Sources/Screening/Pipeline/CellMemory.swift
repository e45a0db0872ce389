/// Memory for cells whose value isn't how they are written; it stays where it is until all of them are forgotten, and is
/// used again.
struct CellMemory: ~Copyable {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []
    /// The block that cells are put into, and how much of it they have.
    private var current = 0
    private var used = 0

    private static let blockBytes = 16 << 10

    deinit { for block in blocks { block.deallocate() } }

    /// Room for a cell of so many bytes.
    mutating func take(_ count: Int) -> UnsafeMutablePointer<UInt8> {
        while current < blocks.count, blocks[current].count - used < count {
            current += 1
            used = 0
        }
        if current == blocks.count { blocks.append(.allocate(capacity: max(count, CellMemory.blockBytes))) }
        defer { used += count }
        return blocks[current].baseAddress.unsafelyUnwrapped + used
    }

    /// Forgets all cells.
    mutating func removeAll() {
        current = 0
        used = 0
    }
}
