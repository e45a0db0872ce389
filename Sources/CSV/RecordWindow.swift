/// The part of the input that is in memory, from the first byte that hasn't been handed out; it starts at a
/// record.
///
/// As long as no record can be too long, the window hands out all that `RecordEnd` finds. Where one can be, or a quote isn't closed at the end of the input, it measures record by record.
struct RecordWindow: ~Copyable {
    /// A run of whole records, or a malformed one.
    struct Piece {
        let storage: ChunkStorage
        var range: Range<Int>
        var byteOffset: Int
        var malformed: Malformed?
        /// The marks of the range, where it has been marked; they are the storage's.
        var marks: Marks?
        /// Whether it is known to be valid UTF-8 up to the last sequence that begins in it.
        var isUTF8 = false
    }

    let pool: ChunkPool
    let delimiter: UInt8
    let chunkBytes: Int
    let maxRecordBytes: Int
    var storage: ChunkStorage
    /// The window: offsets in the storage.
    var start = 0
    var end = 0
    /// The offset in the decoded input of the storage's first byte.
    var storageOffset: Int
    /// Whether the window has the input's last byte.
    var isAtEnd = false
    /// Up to which offset in the decoded input, and in what state there, the quote of the last unclosed
    /// record has been followed.
    var openUntil = 0
    var openState = QuoteState()
    var openField = QuotedField()
    /// The offset in the decoded input of the quote with text behind it that the last loose record came to.
    var looseAt = 0
    /// Up to which offset in the decoded input records are measured one by one, since a quote among them was
    /// closed by another with text behind it.
    var measuredUntil = 0
    /// How many blocks have been measured: what tests hold to be linear in the input.
    var measuredBlocks = 0

    /// - Parameter offset: of the first byte in the decoded input.
    init(delimiter: UInt8, chunkBytes: Int, maxRecordBytes: Int, offset: Int) {
        self.delimiter = delimiter
        self.chunkBytes = chunkBytes
        self.maxRecordBytes = maxRecordBytes
        pool = ChunkPool(capacity: chunkBytes, limit: 64)
        storage = pool.take()
        storageOffset = offset
    }

    var count: Int { end - start }

    /// Hands out the next run of records, or the next malformed record.
    /// - Returns: nil at the end of the input.
    mutating func next(_ source: any ByteSource) throws(InputError) -> Piece? {
        while true {
            if !isAtEnd { try fill(source) }
            if count == 0 {
                if isAtEnd { return nil }
                restart()
                continue
            }
            if count > maxRecordBytes || storageOffset + start < max(openUntil, measuredUntil) {
                if let piece = try nextMeasured(source) { return piece }
                continue
            }
            let marks = storage.marks
            let found = RecordEnd(
                of: UnsafeBufferPointer(start: storage.base + start, count: count), delimiter: delimiter,
                isWhole: isAtEnd, marks: marks)
            if found.hasLooseQuote {
                measuredUntil = storageOffset + end
                continue
            }
            let wholeEnd = isAtEnd && !found.isInside ? count : found.end
            if let wholeEnd {
                return handOut(
                    upTo: start + wholeEnd, marks: Marks(blocks: marks, origin: start), isUTF8: found.isUTF8)
            }
            if isAtEnd {
                if let piece = try nextMeasured(source) { return piece }
            } else {
                makeRoom()
            }
        }
    }

    /// Hands out the bytes from the window's start to an offset in the storage.
    /// - Parameters:
    ///   - marks: of these bytes, in the storage.
    ///   - isUTF8: as a piece has it.
    mutating func handOut(upTo limit: Int, marks: Marks? = nil, isUTF8: Bool = false) -> Piece {
        let range = start..<limit
        let byteOffset = storageOffset + start
        let rest = end - limit
        if rest <= range.count {
            let piece = Piece(
                storage: storage, range: range, byteOffset: byteOffset, malformed: nil, marks: marks,
                isUTF8: isUTF8)
            move(to: takeStorage(rest), from: limit)
            return piece
        }
        // The smaller part is copied, so that what is copied is no more than what is handed out.
        start = limit
        return Piece(
            storage: copy(range), range: 0..<range.count, byteOffset: byteOffset, malformed: nil,
            isUTF8: isUTF8)
    }

    /// A copy of bytes in the storage.
    func copy(_ range: Range<Int>) -> ChunkStorage {
        let isSmall = range.count * 4 < chunkBytes
        let copy = isSmall ? ChunkStorage(capacity: max(1, range.count)) : takeStorage(range.count)
        copy.base.update(from: storage.base + range.lowerBound, count: range.count)
        return copy
    }

    /// Begins anew at the front of the storage; the window is empty.
    private mutating func restart() {
        storageOffset += end
        start = 0
        end = 0
    }

    /// Makes room for more bytes after the window, which fills its storage.
    mutating func makeRoom() {
        guard end == storage.capacity else { return }
        if start > 0 && start >= min(count, chunkBytes) {
            storage.base.update(from: storage.base + start, count: count)
            storageOffset += start
            end -= start
            start = 0
        } else {
            // No record needs more, and a chunk besides saves moving the bytes for every short record.
            let most = maxRecordBytes + chunkBytes + 2
            move(
                to: ChunkStorage(capacity: max(storage.capacity + 1, min(2 * storage.capacity, most))),
                from: start)
        }
    }

    /// Reads until the storage is full or the input at its end.
    mutating func fill(_ source: any ByteSource) throws(InputError) {
        let room = storage.capacity - end
        if room == 0 { return }
        let read = try source.fill(.init(start: storage.base + end, count: room))
        end += read
        isAtEnd = read < room
    }

    private func takeStorage(_ count: Int) -> ChunkStorage {
        count <= pool.capacity ? pool.take() : ChunkStorage(capacity: count)
    }

    /// Copies the bytes from an offset on to another storage, which takes the place of this one.
    private mutating func move(to other: ChunkStorage, from offset: Int) {
        let rest = end - offset
        other.base.update(from: storage.base + offset, count: rest)
        storage = other
        storageOffset += offset
        start = 0
        end = rest
    }
}
