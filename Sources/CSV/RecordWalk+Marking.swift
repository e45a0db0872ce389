import CScan

/// The marks that a walk makes by itself, of bytes that no reader has marked.
extension RecordWalk {
    /// So many blocks are marked at a time, 16 KiB of bytes, so that their marks stay in the nearest cache.
    private static let stride = 256

    /// Room for the blocks of a stride, or of all bytes where they are fewer.
    static func firstCapacity(_ bytes: Int) -> Int { max(1, min(stride, Marks.blockCount(bytes))) }

    /// Marks more blocks; those before the current record's first give way.
    /// - Returns: false where all bytes are marked.
    mutating func markMore() -> Bool {
        let offset = origin + blockCount * ByteBlock.size
        guard offset < bytes.count else { return false }
        let first = (recordOffset - origin) / ByteBlock.size
        let kept = blockCount - first
        marks.update(from: marks + first, count: kept)
        origin += first * ByteBlock.size
        // Twice the room for a record that fills it keeps the time linear.
        if kept * 2 > capacity { grow(keeping: kept) }
        mark(upTo: capacity, from: offset, behind: kept)
        return true
    }

    /// Begins anew at the current record, outside quotes.
    mutating func forgetMarks() {
        makeOwn()
        origin = recordOffset
        blockCount = 0
        quotes = QuoteState()
    }

    /// Marks one block more.
    /// - Returns: its marks and all its line ends, those inside quotes among them; nil at the end of the bytes.
    mutating func markOne() -> (marks: weir_marks, lineEnds: UInt64)? {
        let offset = origin + blockCount * ByteBlock.size
        guard offset < bytes.count else { return nil }
        if blockCount == capacity { grow(keeping: blockCount) }
        let block = blockCount
        mark(upTo: block + 1, from: offset, behind: block)
        return (marks[block], ByteBlock(start + offset, count: bytes.count - offset).lineEnds)
    }

    /// Marks the bytes from an offset on, behind the blocks that there are, up to a number of blocks.
    private mutating func mark(upTo limit: Int, from offset: Int, behind kept: Int) {
        let count = min((limit - kept) * ByteBlock.size, bytes.count - offset)
        quotes.mark(
            UnsafeBufferPointer(start: start + offset, count: count), delimiter: delimiter, into: marks + kept
        )
        blockCount = kept + Marks.blockCount(count)
    }

    /// A chunk's marks are never written.
    private mutating func makeOwn() {
        guard capacity == 0 else { return }
        capacity = RecordWalk.firstCapacity(bytes.count)
        marks = .allocate(capacity: capacity)
    }

    private mutating func grow(keeping kept: Int) {
        let larger = UnsafeMutablePointer<weir_marks>.allocate(capacity: 2 * capacity)
        larger.update(from: marks, count: kept)
        marks.deallocate()
        marks = larger
        capacity *= 2
    }

    /// The number of line ends in a range, CR LF counted as one.
    func countLineEnds(_ range: Range<Int>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for offset in range {
            let byte = start[offset]
            if byte == Byte.cr || byte == Byte.lf && previous != Byte.cr { count += 1 }
            previous = byte
        }
        return count
    }
}
