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
    /// - Returns: the offset after the last line end outside quotes, or nil where there is none; whether the
    ///   bytes end inside quotes; and whether other text than a field's end follows a quote that closes one,
    ///   which is a sign that it opened by mistake.
    mutating func lastEnd(_ start: UnsafePointer<UInt8>, count: Int, isWhole: Bool) -> (
        end: Int?, isInside: Bool, hasLooseQuote: Bool
    ) {
        let blocks = (count + ByteBlock.size - 1) / ByteBlock.size
        if blocks > capacity {
            insideMasks.deallocate()
            capacity = max(blocks, 2 * capacity)
            insideMasks = .allocate(capacity: capacity)
        }
        let (isInside, hasLooseQuote) = noteInside(start, count: count)
        for index in stride(from: blocks - 1, through: 0, by: -1) {
            var ends = block(start, index, count).equal(Byte.lf, Byte.cr) & ~insideMasks[index]
            if !isWhole, index == blocks - 1, start[count - 1] == Byte.cr {
                ends &= ~(1 << UInt64((count - 1) % ByteBlock.size))
            }
            if ends != 0 {
                return (index * ByteBlock.size + 64 - ends.leadingZeroBitCount, isInside, hasLooseQuote)
            }
        }
        return (nil, isInside, hasLooseQuote)
    }

    private func noteInside(
        _ start: UnsafePointer<UInt8>, count: Int
    ) -> (isInside: Bool, hasLooseQuote: Bool) {
        let masks = insideMasks
        let blocks = count / ByteBlock.size
        var state = QuoteState()
        var isLoose = false
        for index in 0..<blocks {
            let block = ByteBlock(start + index * ByteBlock.size)
            // Most blocks of most files have no quote.
            if block.has(Byte.quote) {
                masks[index] = note(block, &state, &isLoose, start, index, count)
            } else {
                masks[index] = state.inside
                state.mayOpen = 0
            }
        }
        if count % ByteBlock.size > 0 {
            masks[blocks] = note(block(start, blocks, count), &state, &isLoose, start, blocks, count)
        }
        return (state.isInside, isLoose)
    }

    @inline(__always)
    private func note(
        _ block: ByteBlock, _ state: inout QuoteState, _ isLoose: inout Bool, _ start: UnsafePointer<UInt8>,
        _ index: Int, _ count: Int
    ) -> UInt64 {
        // Where the block before had no quote, its last byte hasn't been looked at.
        if index > 0, isOpener(start[index * ByteBlock.size - 1]) { state.mayOpen = 1 }
        let quotes = block.equal(Byte.quote)
        let delimiters = block.equal(delimiter)
        var openers = delimiters
        // Most quotes open after a delimiter; only a record's first one opens after a line end.
        if state.hasStrayQuote(quotes: quotes, openers: openers) { openers |= block.equal(Byte.lf, Byte.cr) }
        let before = state.inside & 1
        let mask = state.insideMask(quotes: quotes, openers: openers)
        let closing = quotes & ~mask & (mask << 1 | before)
        let candidates = closing & ~((delimiters | quotes) >> 1)
        if candidates != 0, !isLoose { isLoose = hasLooseQuote(candidates, start, index, count) }
        return mask
    }

    /// Whether a byte that ends no field follows one of the closing quotes that neither a delimiter nor a quote in
    /// the same block follows. They are few, a record's last ones, so that looking at each costs less than a mask
    /// of the line ends. What follows the last byte isn't known, and belongs to a record that isn't whole.
    @inline(__always)
    private func hasLooseQuote(
        _ candidates: UInt64, _ start: UnsafePointer<UInt8>, _ index: Int, _ count: Int
    ) -> Bool {
        var rest = candidates
        while rest != 0 {
            let next = index &* ByteBlock.size &+ rest.trailingZeroBitCount &+ 1
            rest &= rest &- 1
            if next < count, !isOpener(start[next]), start[next] != Byte.quote { return true }
        }
        return false
    }

    @inline(__always)
    private func isOpener(_ byte: UInt8) -> Bool { byte == delimiter || byte == Byte.lf || byte == Byte.cr }

    @inline(__always)
    private func block(_ start: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> ByteBlock {
        let offset = index * ByteBlock.size
        return blocks.block(start + offset, count: count - offset)
    }
}
