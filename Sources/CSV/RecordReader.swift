public struct RecordReader: ~Copyable {
    public let encoding: TextEncoding
    public let dialect: Dialect
    public let sizeInBytes: Int?
    public private(set) var bytesRead = 0
    public let head: [UInt8]

    public init(
        path: String, encoding: TextEncoding?, delimiter: UInt8?, chunkBytes: Int = 256 << 10,
        maxRecordBytes: Int = 1 << 20
    ) throws(InputError) {
        self.encoding = encoding ?? .utf8
        dialect = Dialect(delimiter: delimiter ?? UInt8(ascii: ","))
        sizeInBytes = nil
        head = []
    }
    /// Leaves out leading records (title lines, header), counted as RecordCursor counts them; Chunk.linesSkipped of
    /// the first chunk accounts for their physical lines.
    public mutating func skip(records: Int) {}
    public mutating func next() throws(InputError) -> Chunk? { nil }
}
