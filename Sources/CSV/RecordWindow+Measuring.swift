/// What a record measures.
private enum Measure {
    /// It is whole, and ends with its line end before an offset in the storage.
    case record(end: Int)
    /// The window must have more bytes to tell.
    case unknown
    /// A quote isn't closed before the end of the input, or else within the limit.
    case unclosed(isAtEnd: Bool)
    /// A quoted field in it runs over a line end, and the quote that closes it has text behind it.
    case loose
    /// It has more bytes than the limit.
    case tooLong
}

extension RecordWindow {
    /// Hands out whole records up to a malformed one, or the malformed one if it is first.
    /// - Returns: nil where the window had to be made larger first.
    mutating func nextMeasured(_ source: any ByteSource) throws(InputError) -> Piece? {
        var position = start
        while position < end, position - start < chunkBytes {
            let measure = measure(at: position)
            if case .record(let next) = measure {
                position = next
                continue
            }
            if position > start { break }
            switch measure {
            case .unclosed(let isAtEnd):
                let place = isAtEnd ? "before the end of the input" : "within \(maxRecordBytes) bytes"
                return try reject(
                    .unclosedQuote,
                    "a quote opens a field and isn't closed \(place); double quotes inside a field",
                    lineEndFrom: start, source)
            case .loose:
                return try reject(
                    .unclosedQuote,
                    "a quote opens a field that runs over the line's end, and text follows the quote that closes it; "
                        + "double quotes inside a field",
                    lineEndFrom: start, source)
            case .tooLong:
                return try reject(
                    .tooLong, "the record has more than \(maxRecordBytes) bytes; see --max-record-bytes",
                    lineEndFrom: start + maxRecordBytes, source)
            case .unknown, .record:
                makeRoom()
                return nil
            }
        }
        return handOut(upTo: position)
    }

    /// Measures the record that starts at an offset in the storage.
    ///
    /// Time stays linear when quote after quote isn't closed: let a record be inside quotes at its first line
    /// end, and let that line end lie before `openUntil`. The last unclosed record had no end up to there, so
    /// it was inside quotes at that line end too; from the same state over the same bytes, both are in
    /// `openState` and `openField` at `openUntil`.
    ///
    /// So it is with loose records: one that is inside quotes at its first line end, before `looseAt`, comes to
    /// the same quote as the last loose one did, and its limit lies behind that one's.
    private mutating func measure(at position: Int) -> Measure {
        /// The first byte too many, if it is no line end.
        let limit = position + maxRecordBytes
        let knownEnd = openUntil - storageOffset
        let knownLoose = looseAt - storageOffset
        var awaitsLineEnd = position < max(knownEnd, knownLoose)
        var state = QuoteState()
        var field = QuotedField()
        var offset = position
        while offset < end {
            if offset == limit {
                if !state.isInside, isLineEnd(storage.base[limit]) { return record(endingAt: limit) }
                return measure(overLimit: limit, state, field)
            }
            let count = min(ByteBlock.size, end - offset, limit - offset)
            measuredBlocks += 1
            let block = ByteBlock(storage.base + offset, count: count)
            let lineEnds = block.lineEnds
            let quotes = block.equal(Byte.quote)
            let before = state.isInside
            let inside = state.insideMask(
                quotes: quotes, openers: lineEnds | block.equal(delimiter), count: count)
            let ends = lineEnds & ~inside
            if quotes != 0 || before {
                // What is behind the record's end is another's.
                let own = ends == 0 ? ~0 : (ends & (0 &- ends)) - 1
                switch field.follow(
                    inside: inside, before: before, quotes: quotes & own, lineEnds: lineEnds & inside & own,
                    count: count, next: { bit in nextByte(offset + bit) })
                {
                case .fine: break
                case .loose(let bit):
                    looseAt = storageOffset + offset + bit
                    return .loose
                case .unknown: return .unknown
                }
            }
            if awaitsLineEnd, lineEnds != 0 {
                awaitsLineEnd = false
                let first = lineEnds & (0 &- lineEnds)
                let lineEnd = offset + first.trailingZeroBitCount
                if inside & first != 0, lineEnd < knownLoose { return .loose }
                if inside & first != 0, lineEnd < knownEnd {
                    offset = knownEnd
                    state = openState
                    field = openField
                    continue
                }
            }
            if ends != 0 { return record(endingAt: offset + ends.trailingZeroBitCount) }
            offset += count
        }
        if !isAtEnd { return .unknown }
        if !state.isInside { return .record(end: end) }
        openUntil = storageOffset + end
        openState = state
        openField = field
        return .unclosed(isAtEnd: true)
    }

    /// What follows an offset.
    private func nextByte(_ offset: Int) -> QuotedField.Next {
        guard offset + 1 < end else { return isAtEnd ? .end : .unknown }
        let byte = storage.base[offset + 1]
        if byte == Byte.quote { return .quote }
        return byte == delimiter || isLineEnd(byte) ? .end : .text
    }

    /// Measures a record that has no end within the limit.
    ///
    /// The byte before the limit and the one at it both tell of an open quote, because one of them may be a
    /// doubled quote's first half. A field that ends just there is taken for open too, which costs a line
    /// instead of more.
    private mutating func measure(overLimit limit: Int, _ state: QuoteState, _ field: QuotedField) -> Measure
    {
        let byte = storage.base[limit]
        var next = state
        _ = next.insideMask(quotes: byte == Byte.quote ? 1 : 0, openers: 0, count: 1)
        guard state.isInside || next.isInside else { return .tooLong }
        openUntil = storageOffset + limit
        openState = state
        openField = field
        return .unclosed(isAtEnd: false)
    }

    /// A record with a CR or LF at an offset.
    private func record(endingAt offset: Int) -> Measure {
        guard storage.base[offset] == Byte.cr else { return .record(end: offset + 1) }
        if offset + 1 == end { return isAtEnd ? .record(end: end) : .unknown }
        return .record(end: offset + (storage.base[offset + 1] == Byte.lf ? 2 : 1))
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == Byte.lf || byte == Byte.cr }

    /// Hands out the line at the window's start as malformed; what of it isn't in the window is read and
    /// dropped.
    /// - Parameter lineEndFrom: the offset in the storage from which the line's end is looked for.
    private mutating func reject(
        _ kind: Malformed.Kind, _ reason: String, lineEndFrom: Int, _ source: any ByteSource
    ) throws(InputError) -> Piece {
        let byteOffset = storageOffset + start
        var lineCount = countLineEnds(start..<lineEndFrom)
        var kept: (storage: ChunkStorage, count: Int)?
        var offset = lineEndFrom
        while true {
            while offset < end, !isLineEnd(storage.base[offset]) { offset += 1 }
            // After a CR at the window's end an LF may follow.
            if offset + 1 < end || isAtEnd || offset < end && storage.base[offset] == Byte.lf { break }
            if kept == nil {
                let count = min(maxRecordBytes, offset - start)
                kept = (copy(start..<start + count), count)
            }
            drop(before: offset)
            try fill(source)
            offset = 0
        }
        let lineBytes = storageOffset + offset - byteOffset
        let (bytes, count) =
            kept ?? (copy(start..<start + min(maxRecordBytes, lineBytes)), min(maxRecordBytes, lineBytes))
        start = offset
        if offset < end {
            lineCount += 1
            if case .record(let next) = record(endingAt: offset) { start = next }
        }
        let malformed = Malformed(
            kind: kind, byteOffset: byteOffset, byteCount: storageOffset + start - byteOffset,
            lineCount: lineCount,
            reason: reason)
        return Piece(storage: bytes, range: 0..<count, byteOffset: byteOffset, malformed: malformed)
    }

    /// Drops the window's bytes before an offset, which are all but one byte at most.
    private mutating func drop(before offset: Int) {
        let rest = end - offset
        let last = rest > 0 ? storage.base[offset] : 0
        if storage.capacity < 2 { storage = ChunkStorage(capacity: 2) }
        storage.base[0] = last
        storageOffset += offset
        start = 0
        end = rest
    }

    /// The number of line ends in a range, CR LF counted as one.
    private func countLineEnds(_ range: Range<Int>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for offset in range {
            let byte = storage.base[offset]
            if byte == Byte.cr || byte == Byte.lf && previous != Byte.cr { count += 1 }
            previous = byte
        }
        return count
    }
}
