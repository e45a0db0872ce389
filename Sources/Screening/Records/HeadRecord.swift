import CSV

/// One of the first records of an input, where title lines and the header are looked for.
struct HeadRecord {
    /// How long a head is at least that was cut inside its only record: 64 KiB of UTF-16 may be half of that in UTF-8.
    /// Any other head ends with a whole record.
    static let cutBytes = 30 << 10

    /// The values, decoded; what isn't valid UTF-8 in them is replaced.
    let cells: [String]
    /// The record's bytes with its line end.
    let bytes: [UInt8]
    /// How many of them are the line end.
    let lineEndCount: Int
    /// The physical line on which the record begins, from 1.
    let line: Int

    /// Whether it is whole: the last record of a head that was cut off may go on behind it.
    let isWhole: Bool

    /// The first records of an input's head.
    ///
    /// - Parameters:
    ///   - head: the first bytes of the input.
    static func first(_ count: Int, of head: [UInt8], dialect: Dialect) -> [HeadRecord] {
        let endsWithLine = head.last == UInt8(ascii: "\n") || head.last == UInt8(ascii: "\r")
        let isCut = !endsWithLine && head.count >= cutBytes
        return head.withUnsafeBufferPointer { bytes in
            var records: [HeadRecord] = []
            var cursor = RecordCursor(bytes, dialect: dialect)
            while records.count < count, cursor.next() {
                let end = cursor.recordOffset + cursor.recordWithLineEnd.count
                records.append(HeadRecord(cursor, isWhole: !isCut || end < bytes.count))
            }
            return records
        }
    }

    private init(_ cursor: borrowing RecordCursor, isWhole: Bool) {
        self.isWhole = isWhole
        cells = (0..<cursor.fieldCount).map { i in
            var cell: [UInt8] = []
            cursor.field(i).append(to: &cell)
            return String(decoding: cell, as: UTF8.self)
        }
        bytes = Array(cursor.recordWithLineEnd)
        lineEndCount = bytes.count - cursor.record.count
        line = cursor.linesBefore + 1
    }
}
