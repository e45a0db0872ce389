/// Finds where the last whole record of a run of bytes ends, by looking at every quote but at line ends only
/// where they matter: near the end, and beside quotes.
///
/// A first pass forward notes for each block of 64 bytes which of them are inside quotes; a second one goes
/// back from the end until it meets a line end outside them.
struct RecordEndFinder: ~Copyable {
    private let delimiter: UInt8
    /// For each block the bits of the bytes inside quotes.
    private var insideMasks: UnsafeMutablePointer<UInt64>
    private var capacity: Int
    private let blocks = BlockLoader()

    init(delimiter: UInt8, bytes: Int) {
        self.delimiter = delimiter
        capacity = bytes / ByteBlock.size + 1
        insideMasks = .allocate(capacity: capacity)
    }

    deinit { insideMasks.deallocate() }

    /// - Parameters:
    ///   - start: the first byte of a record.
    ///   - count: how many bytes there are.
    ///   - isWhole: whether nothing follows them. Else a CR as the last byte may be half of a CR LF, and
    ///     isn't taken for a record's end.
    /// - Returns: the offset after the last line end outside quotes, or nil where there is none; and whether
    ///   the bytes end inside quotes.
    mutating func lastEnd(_ start: UnsafePointer<UInt8>, count: Int, isWhole: Bool) -> (
        end: Int?, isInside: Bool
    ) {
        let blocks = (count + ByteBlock.size - 1) / ByteBlock.size
        if blocks > capacity {
            insideMasks.deallocate()
            capacity = max(blocks, 2 * capacity)
            insideMasks = .allocate(capacity: capacity)
        }
        let isInside = noteInside(start, count: count)
        for index in stride(from: blocks - 1, through: 0, by: -1) {
            var ends = block(start, index, count).equal(Byte.lf, Byte.cr) & ~insideMasks[index]
            if !isWhole, index == blocks - 1, start[count - 1] == Byte.cr {
                ends &= ~(1 << UInt64((count - 1) % ByteBlock.size))
            }
            if ends != 0 { return (index * ByteBlock.size + 64 - ends.leadingZeroBitCount, isInside) }
        }
        return (nil, isInside)
    }

    private func noteInside(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        let masks = insideMasks
        let blocks = count / ByteBlock.size
        var state = QuoteState()
        for index in 0..<blocks {
            let block = ByteBlock(start + index * ByteBlock.size)
            // Most blocks of most files have no quote.
            if block.has(Byte.quote) {
                masks[index] = note(block, &state, start, index)
            } else {
                masks[index] = state.inside
                state.mayOpen = 0
            }
        }
        if count % ByteBlock.size > 0 {
            masks[blocks] = note(block(start, blocks, count), &state, start, blocks)
        }
        return state.isInside
    }

    @inline(__always)
    private func note(
        _ block: ByteBlock, _ state: inout QuoteState, _ start: UnsafePointer<UInt8>, _ index: Int
    ) -> UInt64 {
        // Where the block before had no quote, its last byte hasn't been looked at.
        if index > 0, isOpener(start[index * ByteBlock.size - 1]) { state.mayOpen = 1 }
        let quotes = block.equal(Byte.quote)
        var openers = block.equal(delimiter)
        // Most quotes open after a delimiter; only a record's first one opens after a line end.
        if state.hasStrayQuote(quotes: quotes, openers: openers) { openers |= block.equal(Byte.lf, Byte.cr) }
        return state.insideMask(quotes: quotes, openers: openers)
    }

    @inline(__always)
    private func isOpener(_ byte: UInt8) -> Bool { byte == delimiter || byte == Byte.lf || byte == Byte.cr }

    @inline(__always)
    private func block(_ start: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> ByteBlock {
        let offset = index * ByteBlock.size
        return blocks.block(start + offset, count: count - offset)
    }
}
