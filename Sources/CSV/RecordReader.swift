import CScan

/// Reads a file or standard input as chunks of whole records, in UTF-8.
///
/// Where the input is cut, by the operating system or by `chunkBytes`, changes only where the chunks begin
/// and end: the records, their lines and their offsets, and which are malformed, are the same. No more is
/// held than the chunks that the caller has, a limit on a record's bytes and a chunk.
///
/// A quote that isn't closed before the end of the input or within `maxRecordBytes` makes its record's *first
/// line* a malformed chunk, and reading goes on at the next line, so that one stray quote costs one line. A
/// record that is longer without an open quote is passed over up to the first line end after the limit.
public struct RecordReader: ~Copyable {
    /// How the input is encoded: as given, or recognised.
    public let encoding: TextEncoding
    /// The delimiter: as given, or recognised.
    public let dialect: Dialect
    /// The size of the input in bytes, for a regular file: what `bytesRead` comes to.
    public let sizeInBytes: Int?
    /// The first records of the input as UTF-8, without byte order mark, for the recognition of a header;
    /// they are not consumed. At most 64 KiB; cut at the end of a record, if one ends there.
    public let head: [UInt8]
    /// How many physical lines `skip(records:)` has left out so far.
    public private(set) var linesSkipped = 0

    private var window: RecordWindow
    private let source: any ByteSource
    private var sequence = 0
    private var recordsToSkip = 0
    private var unreportedLines = 0

    /// How many bytes the recognition of encoding and delimiter looks at.
    static let sampleBytes = 64 << 10

    /// Opens an input and recognises what isn't given.
    /// - Parameters:
    ///   - path: of a file; `-` is standard input.
    ///   - encoding: nil to recognise it from the first 64 KiB: a byte order mark, NULs, valid UTF-8, Chinese
    ///     characters in GB18030 or Big5, letters in Windows-1252. A byte order mark decides between the two
    ///     byte orders of UTF-16 in any case.
    ///   - delimiter: nil to recognise it among comma, semicolon, tab and bar.
    ///   - chunkBytes: about how many bytes a chunk has, at least 1.
    ///   - maxRecordBytes: how many bytes of UTF-8 a record may have without its line end, at least 1.
    /// - Throws: where the input can't be opened or read, or isn't text.
    public init(
        path: String, encoding: TextEncoding? = nil, delimiter: UInt8? = nil, chunkBytes: Int = 256 << 10,
        maxRecordBytes: Int = 1 << 20
    ) throws(InputError) {
        let file = try FileSource(path: path)
        try self.init(
            file, name: file.name, sizeInBytes: file.sizeInBytes, encoding: encoding, delimiter: delimiter,
            chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes)
    }

    init(
        _ source: any ByteSource, name: String, sizeInBytes: Int?, encoding: TextEncoding?, delimiter: UInt8?,
        chunkBytes: Int, maxRecordBytes: Int
    ) throws(InputError) {
        let sample = try Sample(of: source, count: Self.sampleBytes)
        let (encoding, markLength) = try sample.encoding(given: encoding, name: name)
        var head = try encoding.decoded(sample.bytes[markLength...], isWhole: sample.isWhole)
        let delimiter = delimiter ?? DelimiterRecognition.recognize(head, isWhole: sample.isWhole)
        if !sample.isWhole { Self.trim(&head, delimiter: delimiter) }

        let prefixed = PrefixedSource(prefix: sample.bytes, from: markLength, rest: source)
        let text: any ByteSource =
            encoding == .utf8 ? prefixed : try DecodingSource(prefixed, encoding: encoding)

        self.encoding = encoding
        self.dialect = Dialect(delimiter: delimiter)
        self.sizeInBytes = sizeInBytes
        self.head = head
        self.source = text
        window = RecordWindow(
            delimiter: delimiter, chunkBytes: max(1, chunkBytes), maxRecordBytes: max(1, maxRecordBytes),
            offset: encoding == .utf8 ? markLength : 0)
    }

    /// How many bytes of the input have been read so far, before any decoding.
    public var bytesRead: Int { source.bytesRead }

    /// Has `next()` leave out leading records: title lines and header.
    ///
    /// They are counted as `RecordCursor` counts them in `head`: blank lines aren't records, malformed ones
    /// are. The first chunk's `linesSkipped` accounts for their physical lines.
    /// - Parameter records: how many, counted from where the reader stands.
    public mutating func skip(records: Int) { recordsToSkip += records }

    /// Reads the next chunk.
    /// - Returns: nil at the end of the input.
    /// - Throws: where reading fails.
    public mutating func next() throws(InputError) -> Chunk? {
        while var piece = try window.next(source) {
            guard recordsToSkip == 0 || skip(in: &piece) else { continue }
            let chunk = Chunk(
                piece, sequence: sequence, linesSkipped: unreportedLines, dialect: dialect, pool: window.pool)
            sequence += 1
            unreportedLines = 0
            return chunk
        }
        return nil
    }

    /// Takes the records that are to be left out off a piece.
    /// - Returns: false if nothing of it is left.
    private mutating func skip(in piece: inout RecordWindow.Piece) -> Bool {
        let lines: Int
        if let malformed = piece.malformed {
            recordsToSkip -= 1
            lines = malformed.lineCount
            piece.range = piece.range.upperBound..<piece.range.upperBound
        } else {
            let start = piece.storage.base + piece.range.lowerBound
            var cursor = RecordCursor(.init(start: start, count: piece.range.count), dialect: dialect)
            while recordsToSkip > 0, cursor.next() { recordsToSkip -= 1 }
            let skipped =
                recordsToSkip > 0 ? piece.range.count : cursor.recordOffset + cursor.recordWithLineEnd.count
            lines = cursor.lineCount
            piece.range = piece.range.lowerBound + skipped..<piece.range.upperBound
            piece.byteOffset += skipped
        }
        linesSkipped += lines
        unreportedLines += lines
        if piece.range.isEmpty { window.pool.put(piece.storage) }
        return !piece.range.isEmpty
    }

    /// Cuts bytes after their last whole record, if they have one.
    private static func trim(_ head: inout [UInt8], delimiter: UInt8) {
        let end = head.withUnsafeBufferPointer { bytes in
            let marks = UnsafeMutablePointer<weir_marks>.allocate(capacity: Marks.blockCount(bytes.count))
            defer { marks.deallocate() }
            return RecordEnd(of: bytes, delimiter: delimiter, isWhole: false, marks: marks).end
        }
        if let end { head.removeSubrange(end...) }
    }
}
