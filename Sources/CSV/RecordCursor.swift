import CScan

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
///
/// The walk only looks for the next line end among the marks and counts the delimiters before it. Where the fields
/// end is noted when the first one is asked for: many records are passed over.
public struct RecordCursor: ~Copyable {
    /// The number of fields of the current record.
    public private(set) var fieldCount = 0
    /// The offset of the current record's first byte.
    public private(set) var recordOffset = 0
    /// How many physical line ends stand before the current record; those inside quotes count.
    public private(set) var linesBefore = 0
    /// How many physical line ends stand in what has been walked so far; at the end, in all bytes.
    public private(set) var lineCount = 0
    /// Whether a quote of the current record is never closed. In a reader's chunks none is.
    public private(set) var isUnclosed = false

    let bytes: UnsafeBufferPointer<UInt8>
    let start: UnsafePointer<UInt8>
    let delimiter: UInt8
    /// Keeps the bytes, and the marks that came with them.
    private let chunk: Chunk?
    /// The offset of the byte after the current record, its line end not counted.
    private(set) var endOffset = 0
    /// The same with its line end.
    private var nextOffset = 0

    /// The marks of some blocks: all of a chunk's, or a few from the current record's first on.
    var marks: UnsafeMutablePointer<weir_marks>
    var blockCount: Int
    /// The offset of the first block's first byte.
    var origin: Int
    /// The blocks that there is room for; 0 where the marks are another's.
    var capacity = 0
    /// What the marked bytes say about the next one.
    var quotes = QuoteState()
    /// Whether a quote is known to stay open up to the end of the bytes.
    var isOpenToEnd = false

    /// Where the current record's fields end.
    var ends = FieldEnds()

    /// A cursor before the first record.
    /// - Parameters:
    ///   - bytes: whole records; they must stay valid while the cursor and its fields are used.
    ///   - dialect: the delimiter.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
        self.init(bytes, delimiter: dialect.delimiter, marks: nil, chunk: nil)
    }

    /// A cursor before the first record of a chunk, which costs less than one of its bytes: the reader has marked
    /// them already. It keeps the chunk.
    public init(_ chunk: Chunk) {
        self.init(chunk.bytes, delimiter: chunk.dialect.delimiter, marks: chunk.marks, chunk: chunk)
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, marks: Marks?, chunk: Chunk?) {
        self.bytes = bytes
        // An empty buffer may have no address; the end pointer of nothing is never read.
        start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        self.delimiter = delimiter
        self.chunk = chunk
        if let marks {
            self.marks = marks.blocks
            origin = marks.origin
            blockCount = Marks.blockCount(bytes.count - origin)
        } else {
            capacity = RecordCursor.firstCapacity(bytes.count)
            self.marks = .allocate(capacity: capacity)
            origin = 0
            blockCount = 0
        }
    }

    deinit { if capacity > 0 { marks.deallocate() } }

    /// The current record as it stands, without its line end.
    public var record: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start + recordOffset, count: endOffset - recordOffset)
    }

    /// The current record as it stands, with its line end if it has one.
    public var recordWithLineEnd: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: start + recordOffset, count: nextOffset - recordOffset)
    }

    /// Goes on to the next record.
    /// - Returns: false at the end of the bytes.
    public mutating func next() -> Bool {
        while true {
            recordOffset = nextOffset
            linesBefore = lineCount
            guard recordOffset < bytes.count else {
                endOffset = recordOffset
                fieldCount = 0
                isUnclosed = false
                return false
            }
            if isOpenToEnd {
                findFirstLineEnd()
            } else {
                findEnd()
            }
            // A blank line is no record.
            if endOffset > recordOffset { return true }
        }
    }

    /// Finds the first line end outside quotes.
    @inline(__always)
    private mutating func findEnd() {
        isUnclosed = false
        // Offsets are bounded by the bytes: nothing here can overflow.
        let position = recordOffset &- origin
        var block = position >> 6
        let live = ~UInt64(0) << UInt64(position & 63)
        var count = 0
        var inner: UInt64 = 0
        guard block < blockCount else { return findEndFurtherOn(delimiters: 0, inner: 0) }
        var delimiters = marks[block].delimiters & live
        var lineEnds = marks[block].line_ends & live
        var innerLineEnds = marks[block].inner_line_ends & live
        while lineEnds == 0 {
            count &+= weir_count(delimiters)
            inner |= innerLineEnds
            block &+= 1
            if block == blockCount { return findEndFurtherOn(delimiters: count, inner: inner) }
            delimiters = marks[block].delimiters
            lineEnds = marks[block].line_ends
            innerLineEnds = marks[block].inner_line_ends
        }
        let before = lineEnds & (0 &- lineEnds) &- 1
        let end = origin &+ block &* ByteBlock.size &+ weir_first(lineEnds)
        if inner | (innerLineEnds & before) != 0 { lineCount += countLineEnds(recordOffset..<end) }
        finish(at: end, delimiters: count &+ weir_count(delimiters & before))
    }

    /// Finds the record's end behind the marked blocks.
    /// - Parameters:
    ///   - delimiters: how many of them the marked blocks have.
    ///   - inner: not 0 where they have line ends inside quotes.
    @inline(never)
    private mutating func findEndFurtherOn(delimiters: Int, inner: UInt64) {
        if markMore() { return findEnd() }
        if quotes.isInside {
            // No block ends a record: from now on the first line end does.
            isOpenToEnd = true
            findFirstLineEnd()
        } else {
            if inner != 0 { lineCount += countLineEnds(recordOffset..<bytes.count) }
            finishAtEnd(delimiters: delimiters)
        }
    }

    /// Finds the first line end, inside quotes or not: where a quote isn't closed up to the end of the bytes, any
    /// later record that is inside quotes at its first line end is as open as the one before.
    @inline(never)
    private mutating func findFirstLineEnd() {
        forgetMarks()
        var count = 0
        while let found = markOne() {
            if found.lineEnds != 0 {
                let end = found.lineEnds & (0 &- found.lineEnds)
                finish(
                    at: found.offset + end.trailingZeroBitCount,
                    delimiters: count + weir_count(found.marks.delimiters & (end &- 1)))
                isUnclosed = found.marks.line_ends & end == 0
                return
            }
            count += weir_count(found.marks.delimiters)
        }
        finishAtEnd(delimiters: count)
        isUnclosed = quotes.isInside
    }

    /// Ends the record at the CR or LF at an offset.
    @inline(__always)
    private mutating func finish(at offset: Int, delimiters: Int) {
        endOffset = offset
        fieldCount = delimiters &+ 1
        lineCount &+= 1
        nextOffset = offset &+ 1
        if start[offset] == Byte.cr && nextOffset < bytes.count && start[nextOffset] == Byte.lf {
            nextOffset &+= 1
        }
    }

    /// Ends the record at the end of the bytes.
    private mutating func finishAtEnd(delimiters: Int) {
        endOffset = bytes.count
        nextOffset = bytes.count
        fieldCount = delimiters + 1
        isUnclosed = false
    }
}
