/// Walks the records of a piece of CSV, without copying a field and without allocating in steady state.
///
/// The grammar is that of Python's csv module (dialect excel): a quote opens a quoted field only as the first
/// byte of a field; inside, a doubled quote is a quote; what follows the closing quote belongs to the field
/// as it stands; CR, LF and CR LF end a record outside quotes. A blank line is no record, one of delimiters
/// alone is.
///
/// A quote that is never closed makes a record of what stands before it and after it on the record's first
/// line, with `isUnclosed` set; the next record starts on the next line. Time is linear in the bytes,
/// whatever they are.
public struct RecordCursor: ~Copyable {
    /// The number of fields of the current record.
    public private(set) var fieldCount = 0
    /// The current record as it stands, without its line end.
    public private(set) var record: UnsafeBufferPointer<UInt8>
    /// The current record as it stands, with its line end if it has one.
    public private(set) var recordWithLineEnd: UnsafeBufferPointer<UInt8>
    /// The offset of the current record's first byte.
    public private(set) var recordOffset = 0
    /// How many physical line ends stand before the current record; those inside quotes count.
    public private(set) var linesBefore = 0
    /// How many physical line ends stand in what has been walked so far; at the end, in all bytes.
    public private(set) var lineCount = 0
    /// Whether a quote of the current record is never closed. In a reader's chunks none is.
    public private(set) var isUnclosed = false

    private let bytes: UnsafeBufferPointer<UInt8>
    private let start: UnsafePointer<UInt8>
    private let delimiter: UInt8
    /// The offset of the byte after the current record with its line end.
    private var nextOffset = 0

    // The block of 64 bytes in work: what of it is still ahead.
    private var blockOffset: Int
    private var delimiters: UInt64 = 0
    private var recordEnds: UInt64 = 0
    private var innerLineEnds: UInt64 = 0
    private var quotes = QuoteState()
    private let blocks = BlockLoader()
    /// Whether a quote is known to stay open up to the end of the bytes.
    private var isOpenToEnd = false

    /// The offsets of the current record's delimiters and of its end.
    private var ends: UnsafeMutablePointer<Int>
    private var endsCapacity = 256

    /// A cursor before the first record.
    /// - Parameters:
    ///   - bytes: whole records; they must stay valid while the cursor and its fields are used.
    ///   - dialect: the delimiter.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
        self.bytes = bytes
        // An empty buffer may have no address; the end pointer of nothing is never read.
        start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        delimiter = dialect.delimiter
        record = UnsafeBufferPointer(start: nil, count: 0)
        recordWithLineEnd = record
        blockOffset = -ByteBlock.size
        ends = .allocate(capacity: endsCapacity)
    }

    deinit { ends.deallocate() }

    /// The fields of the current record.
    /// - Parameter index: 0 ..< fieldCount.
    public func field(_ index: Int) -> Field {
        precondition(index >= 0 && index < fieldCount, "no such field")
        let from = index == 0 ? recordOffset : ends[index - 1] + 1
        return Field(raw: UnsafeBufferPointer(start: start + from, count: ends[index] - from))
    }

    /// Goes on to the next record.
    /// - Returns: false at the end of the bytes.
    public mutating func next() -> Bool {
        begin(at: nextOffset)
        while true {
            reserve()
            let end = recordEnds & (0 &- recordEnds)
            // Without a record end in the block this is all ones.
            let before = end &- 1
            var ahead = delimiters & before
            delimiters &= ~before
            var count = fieldCount
            // Offsets and counts are bounded by the bytes and the room made: nothing here can overflow.
            let ends = ends
            let offset = blockOffset
            while ahead != 0 {
                ends[count] = offset &+ ahead.trailingZeroBitCount
                count &+= 1
                ahead &= ahead &- 1
            }
            fieldCount = count
            if innerLineEnds != 0 && !isOpenToEnd { countInnerLineEnds(before: before) }
            if end != 0 {
                recordEnds ^= end
                let isEmpty = blockOffset + end.trailingZeroBitCount == recordOffset
                finish(at: end)
                if !isEmpty { return true }
                begin(at: nextOffset)
            } else if blockOffset + ByteBlock.size < bytes.count {
                loadBlock(at: blockOffset + ByteBlock.size)
            } else if quotes.isInside && !isOpenToEnd {
                // No block ends a record: go back, and from now on end it at its first line end.
                isOpenToEnd = true
                lineCount = linesBefore
                begin(at: recordOffset)
                quotes = QuoteState()
                loadBlock(at: recordOffset)
            } else if recordOffset < bytes.count {
                finishAtEnd()
                return true
            } else {
                return false
            }
        }
    }

    @inline(__always)
    private mutating func begin(at offset: Int) {
        recordOffset = offset
        nextOffset = offset
        linesBefore = lineCount
        fieldCount = 0
        isUnclosed = false
    }

    /// Ends the record at the CR or LF of a bit of the block.
    @inline(__always)
    private mutating func finish(at end: UInt64) {
        let position = blockOffset + end.trailingZeroBitCount
        isUnclosed = isOpenToEnd && innerLineEnds & end != 0
        ends[fieldCount] = position
        fieldCount += 1
        lineCount += 1
        nextOffset = position + 1
        if start[position] == Byte.cr && nextOffset < bytes.count && start[nextOffset] == Byte.lf {
            nextOffset += 1
            // The LF has the next bit, or the first of the next block.
            if end.leadingZeroBitCount == 0 { loadBlock(at: blockOffset + ByteBlock.size) }
            recordEnds &= recordEnds &- 1
        }
        record = UnsafeBufferPointer(start: start + recordOffset, count: position - recordOffset)
        recordWithLineEnd = UnsafeBufferPointer(start: start + recordOffset, count: nextOffset - recordOffset)
        if isUnclosed {
            quotes = QuoteState()
            loadBlock(at: nextOffset)
        }
    }

    /// Ends the record at the end of the bytes.
    private mutating func finishAtEnd() {
        isUnclosed = quotes.isInside
        ends[fieldCount] = bytes.count
        fieldCount += 1
        nextOffset = bytes.count
        record = UnsafeBufferPointer(start: start + recordOffset, count: bytes.count - recordOffset)
        recordWithLineEnd = record
    }

    /// Finds the delimiters and line ends of up to 64 bytes; past the end of the bytes there are none.
    @inline(__always)
    private mutating func loadBlock(at offset: Int) {
        blockOffset = offset
        let block = blocks.block(start + offset, count: bytes.count - offset)
        let lineEnds = block.equal(Byte.lf, Byte.cr)
        let separators = block.equal(delimiter)
        // Most blocks of most files have no quote.
        let quoteBits = block.has(Byte.quote) ? block.equal(Byte.quote) : 0
        let inside = quotes.insideMask(quotes: quoteBits, openers: separators | lineEnds)
        delimiters = separators & ~inside
        innerLineEnds = lineEnds & inside
        recordEnds = isOpenToEnd ? lineEnds : lineEnds & ~inside
    }

    /// Counts the line ends inside quotes, CR LF as one, at the bits before a record's end.
    private mutating func countInnerLineEnds(before: UInt64) {
        var rest = innerLineEnds & before
        innerLineEnds &= ~before
        while rest != 0 {
            let position = blockOffset + rest.trailingZeroBitCount
            rest &= rest &- 1
            let isFirstOfTwo =
                start[position] == Byte.cr && position + 1 < bytes.count && start[position + 1] == Byte.lf
            if !isFirstOfTwo { lineCount += 1 }
        }
    }

    /// Makes room for the delimiters of a block and a record's end.
    @inline(__always)
    private mutating func reserve() {
        if fieldCount + ByteBlock.size >= endsCapacity { grow() }
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Int>.allocate(capacity: endsCapacity * 2)
        larger.update(from: ends, count: fieldCount)
        ends.deallocate()
        ends = larger
        endsCapacity *= 2
    }
}
