import CScan

/// What a cursor does: it looks for the next line end among the marks of its bytes, and counts the delimiters before it.
///
/// Where the fields end is noted as far as one has been asked for, in this record or one before: whoever asks for some
/// of each record has them found along with its end, and whoever asks for none is spared them.
struct RecordWalk: ~Copyable {
    /// The number of fields of the current record.
    private(set) var fieldCount = 0
    /// The offset of the current record's first byte.
    private(set) var recordOffset = 0
    /// How many physical line ends stand before the current record; those inside quotes count.
    private(set) var linesBefore = 0
    /// How many physical line ends stand in what has been walked so far; at the end, in all bytes.
    private(set) var lineCount = 0
    /// Whether a quote of the current record is never closed. In a reader's chunks none is.
    private(set) var isUnclosed = false

    private(set) var bytes: UnsafeBufferPointer<UInt8>
    private(set) var start: UnsafePointer<UInt8>
    let delimiter: UInt8
    private let isWide = weir_is_wide()
    /// Keeps the bytes, and the marks that came with them.
    private let chunk: Chunk?
    /// The offset of the byte after the current record, its line end not counted.
    private(set) var endOffset = 0
    /// The same with its line end.
    private(set) var nextOffset = 0

    /// The marks of some blocks: all of a chunk's, or a few from the current record's first on.
    var marks: UnsafeMutablePointer<weir_marks>
    var blockCount: Int
    /// The offset of the first block's first byte.
    var origin: Int {
        @inline(__always) get { ends.origin }
        @inline(__always) set { ends.origin = newValue }
    }
    /// The blocks that there is room for; 0 where the marks are another's.
    var capacity = 0
    /// What the marked bytes say about the next one.
    var quotes = QuoteState()
    /// Whether a quote is known to stay open up to the end of the bytes.
    private var isOpenToEnd = false

    /// The offsets at which the current record's fields end, and how many are noted while the end of a record is looked
    /// for.
    private var ends: weir_ends
    private var endsCapacity = 256
    /// Of how many fields the ends are noted.
    private(set) var noted = 0

    /// - Parameters:
    ///   - bytes: whole records.
    ///   - marks: of the bytes, if a reader has made them.
    ///   - chunk: what keeps the bytes and the marks, if it isn't the caller.
    init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, marks: Marks?, chunk: Chunk?) {
        self.bytes = bytes
        // An empty buffer may have no address; the end pointer of nothing is never read.
        start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        self.delimiter = delimiter
        self.chunk = chunk
        ends = weir_ends(
            places: .allocate(capacity: endsCapacity), wanted: 0, origin: marks?.origin ?? 0)
        if let marks {
            self.marks = marks.blocks
            blockCount = Marks.blockCount(bytes.count - marks.origin)
        } else {
            capacity = RecordWalk.firstCapacity(bytes.count)
            self.marks = .allocate(capacity: capacity)
            blockCount = 0
        }
    }

    deinit {
        ends.places.deallocate()
        if capacity > 0 { marks.deallocate() }
    }

    /// Begins anew with other bytes that no reader has marked.
    mutating func restart(with bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        start = bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        nextOffset = 0
        lineCount = 0
        recordOffset = 0
        isOpenToEnd = false
        forgetMarks()
    }

    /// Goes on to the next record.
    /// - Returns: false at the end of the bytes.
    mutating func next() -> Bool {
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
        let found = weir_find_end(marks, blockCount, recordOffset &- origin, &ends, isWide)
        guard found.line_end >= 0 else { return findEndFurtherOn(found) }
        let end = origin &+ found.line_end
        if found.inner_line_ends != 0 { lineCount += countLineEnds(recordOffset..<end) }
        finish(at: end, delimiters: found.delimiters)
        // The last field has no delimiter, and ends with the record; else this is a place that nobody asks for.
        let isWhole = found.delimiters < ends.wanted
        ends.places[isWhole ? found.delimiters : ends.wanted] = end
        noted = isWhole ? fieldCount : ends.wanted
    }

    /// A field of the current record as it is written: what stands between two delimiters.
    ///
    /// - Parameter index: 0 ..< noted.
    @inline(__always)
    func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let places = ends.places.unsafelyUnwrapped
        let from = index == 0 ? recordOffset : places[index &- 1] &+ 1
        return UnsafeBufferPointer(start: start + from, count: places[index] &- from)
    }

    /// Notes where all fields of the record end, and from now on those of each up to this one.
    mutating func noteAll(wanting index: Int) {
        ends.wanted = max(ends.wanted, index + 1)
        let room = fieldCount + Int(WEIR_ENDS_SPARE)
        if room > endsCapacity {
            ends.places.deallocate()
            endsCapacity = 2 * room
            ends.places = .allocate(capacity: endsCapacity)
        }
        var all = ends
        all.wanted = fieldCount - 1
        weir_field_ends(marks, recordOffset - origin, &all, isWide)
        ends.places[fieldCount - 1] = endOffset
        noted = fieldCount
    }

    /// Finds the record's end behind the marked blocks.
    /// - Parameter found: what the blocks have of the record.
    @inline(never)
    private mutating func findEndFurtherOn(_ found: weir_record) {
        if markMore() {
            findEnd()
        } else if quotes.isInside {
            // No block ends a record: from now on the first line end does.
            isOpenToEnd = true
            findFirstLineEnd()
        } else {
            if found.inner_line_ends != 0 { lineCount += countLineEnds(recordOffset..<bytes.count) }
            finishAtEnd(delimiters: found.delimiters)
        }
    }

    /// Finds the first line end, inside quotes or not: where a quote isn't closed up to the end of the bytes, any
    /// later record that is inside quotes at its first line end is as open as the one before.
    @inline(never)
    private mutating func findFirstLineEnd() {
        forgetMarks()
        var count = 0
        while let found = markOne() {
            // 0, and all bits before it, without a line end.
            let end = found.lineEnds & (0 &- found.lineEnds)
            count += weir_count(found.marks.delimiters & (end &- 1))
            if end != 0 {
                finish(at: origin + (blockCount - 1) * ByteBlock.size + weir_first(end), delimiters: count)
                isUnclosed = found.marks.line_ends & end == 0
                return
            }
        }
        finishAtEnd(delimiters: count)
        isUnclosed = quotes.isInside
    }

    /// Ends the record at the CR or LF at an offset.
    @inline(__always)
    private mutating func finish(at offset: Int, delimiters: Int) {
        endOffset = offset
        fieldCount = delimiters &+ 1
        noted = 0
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
        noted = 0
        isUnclosed = false
    }
}
