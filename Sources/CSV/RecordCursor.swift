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
    // Behind a pointer, and read property by property: a struct of this size is copied for every function that it is
    // lent to, right after it was written, which cost more than the walk to the next record.
    private let walk: UnsafeMutablePointer<RecordWalk>

    /// A cursor before the first record.
    /// - Parameters:
    ///   - bytes: whole records; they must stay valid while the cursor and its fields are used.
    ///   - dialect: the delimiter.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
        self.init(RecordWalk(bytes, delimiter: dialect.delimiter, marks: nil, chunk: nil))
    }

    /// A cursor before the first record of a chunk, which costs less than one of its bytes: the reader has marked
    /// them already. It keeps the chunk.
    public init(_ chunk: Chunk) {
        self.init(
            RecordWalk(chunk.bytes, delimiter: chunk.dialect.delimiter, marks: chunk.marks, chunk: chunk))
    }

    private init(_ walk: consuming RecordWalk) {
        self.walk = .allocate(capacity: 1)
        self.walk.initialize(to: walk)
    }

    deinit {
        walk.deinitialize(count: 1)
        walk.deallocate()
    }

    /// Begins anew with other bytes, with the memory that the cursor has.
    /// - Parameter bytes: whole records; they must stay valid while the cursor and its fields are used.
    public mutating func restart(with bytes: UnsafeBufferPointer<UInt8>) { walk.pointee.restart(with: bytes) }

    /// Goes on to the next record.
    /// - Returns: false at the end of the bytes.
    public mutating func next() -> Bool { walk.pointee.next() }

    /// The number of fields of the current record.
    public var fieldCount: Int { walk.pointee.fieldCount }

    /// The fields of the current record.
    /// - Parameter index: 0 ..< fieldCount.
    /// - Complexity: O(1) where that field, or one behind it, has been asked for of a record before; else O(fields).
    public func field(_ index: Int) -> Field {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: walk.pointee.fieldCount), "no such field")
        if index >= walk.pointee.noted { return notedField(index) }
        return Field(raw: walk.pointee.field(index))
    }

    @inline(never)
    private func notedField(_ index: Int) -> Field {
        walk.pointee.noteAll(wanting: index)
        return Field(raw: walk.pointee.field(index))
    }

    /// The current record as it stands, without its line end.
    public var record: UnsafeBufferPointer<UInt8> {
        bytes(walk.pointee.recordOffset, walk.pointee.endOffset)
    }

    /// The current record as it stands, with its line end if it has one.
    public var recordWithLineEnd: UnsafeBufferPointer<UInt8> {
        bytes(walk.pointee.recordOffset, walk.pointee.nextOffset)
    }

    private func bytes(_ from: Int, _ to: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: walk.pointee.start + from, count: to &- from)
    }

    /// The offset of the current record's first byte.
    public var recordOffset: Int { walk.pointee.recordOffset }

    /// How many physical line ends stand before the current record; those inside quotes count.
    public var linesBefore: Int { walk.pointee.linesBefore }

    /// How many physical line ends stand in what has been walked so far; at the end, in all bytes.
    public var lineCount: Int { walk.pointee.lineCount }

    /// Whether a quote of the current record is never closed. In a reader's chunks none is.
    public var isUnclosed: Bool { walk.pointee.isUnclosed }
}
