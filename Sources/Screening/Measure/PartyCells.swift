import CSV

/// Walks the records of chunks for the cells that hold a party, as `RecordScreener` does, and leaves the rest to
/// whoever asks.
struct PartyCells {
    private var scratch: [UInt8] = []

    /// Calls a closure with each party of a chunk, as it is matched, its column and its record; what it is given is
    /// valid for the call alone.
    ///
    /// - Parameter counts: records read and rejected, ragged ones and parties are added.
    /// - Complexity: O(bytes).
    mutating func walk(
        _ chunk: Chunk, layout: Layout, counts: inout Counts,
        _ body: (UnsafeBufferPointer<UInt8>, PartyColumn, borrowing RecordCursor, _ record: Int) -> Void
    ) {
        guard chunk.malformed == nil else {
            counts.read += 1
            counts.rejected += 1
            return
        }
        let isValid = chunk.isValidUTF8
        let readBefore = counts.read
        var cursor = RecordCursor(chunk)
        while cursor.next() {
            counts.read += 1
            if !isValid, firstInvalidUTF8(cursor.recordWithLineEnd) != nil {
                counts.rejected += 1
                continue
            }
            if cursor.fieldCount != layout.columns.count { counts.ragged += 1 }
            let record = counts.read - readBefore
            for column in layout.parties where column.index < cursor.fieldCount {
                let field = cursor.field(column.index)
                guard field.hasEscapes else {
                    guard PartyCell.holdsName(field.bytes) else { continue }
                    counts.parties += 1
                    body(field.bytes, column, cursor, record)
                    continue
                }
                scratch.removeAll(keepingCapacity: true)
                field.append(to: &scratch)
                scratch.withUnsafeBufferPointer { name in
                    guard PartyCell.holdsName(name) else { return }
                    counts.parties += 1
                    body(name, column, cursor, record)
                }
            }
        }
    }
}
