/// A run of whole records, or one record that could not be read.
///
/// A chunk is sent to a worker and dropped there; its memory then goes back to the reader.
public final class Chunk: @unchecked Sendable {
    // Unchecked: the storage is written before the chunk exists and only read afterwards.

    /// The chunk's place in the input: 0, 1, 2 and so on.
    public let sequence: Int
    /// The offset of the chunk's first byte in the decoded input; for UTF-8 the offset in the file, its byte
    /// order mark counted.
    public let byteOffset: Int
    /// How many physical lines were left out between the chunk before and this one: those of the title lines
    /// and the header for the first chunk, else 0. A record's line in the file is the sum of these and of the
    /// line counts of the chunks before, plus `RecordCursor.linesBefore` + 1.
    public let linesSkipped: Int
    /// Set where the chunk is one record that could not be read; the bytes are then its first line, cut at
    /// the limit on a record's bytes, without line end.
    public let malformed: Malformed?

    /// How the reader parts fields, and as the marks have it.
    let dialect: Dialect
    /// Where fields and records end, counted from the chunk's first byte; nil where it hasn't been marked.
    let marks: Marks?

    /// Whether the reader has found all sequences but the last to be valid.
    private let isUTF8: Bool
    private let storage: ChunkStorage
    private let range: Range<Int>
    private let pool: ChunkPool

    init(
        _ piece: RecordWindow.Piece, sequence: Int, linesSkipped: Int, dialect: Dialect, pool: ChunkPool
    ) {
        self.sequence = sequence
        byteOffset = piece.byteOffset
        self.linesSkipped = linesSkipped
        malformed = piece.malformed
        self.dialect = dialect
        marks = piece.marks.map { marks in
            var marks = marks
            marks.origin -= piece.range.lowerBound
            return marks
        }
        isUTF8 = piece.isUTF8
        storage = piece.storage
        range = piece.range
        self.pool = pool
    }

    deinit { pool.put(storage) }

    /// The number of bytes.
    public var count: Int { range.count }

    /// Calls a closure with the chunk's bytes: UTF-8, without byte order mark; a byte sequence that isn't
    /// valid in the input's encoding stands as the byte 0xFF, which UTF-8 never has.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(self) {} }
        return try body(bytes)
    }

    /// Whether the bytes are valid UTF-8.
    /// - Complexity: O(1) where the reader has seen so while it marked them, which is nearly always; else O(bytes).
    public var isValidUTF8: Bool {
        // What the reader hasn't seen is whether the last sequence is whole.
        if isUTF8, let last = bytes.last, last < 0x80 { return true }
        return firstInvalidUTF8(bytes) == nil
    }

    /// The chunk's bytes; valid as long as it is.
    var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage.base + range.lowerBound, count: range.count)
    }
}
