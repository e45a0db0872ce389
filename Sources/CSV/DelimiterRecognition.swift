/// Tells from the first records of an input what parts their fields.
enum DelimiterRecognition {
    /// How many records are looked at.
    private static let recordLimit = 20

    /// The delimiter whose number is the most constant from record to record, outside quotes.
    ///
    /// A constant number of many counts more than one of few. A delimiter that the first record lacks counts
    /// half: the decimal comma of a file with semicolons is in its rows but not in its header.
    /// - Parameters:
    ///   - head: the first bytes of the input, as UTF-8.
    ///   - isWhole: whether they are all of it.
    /// - Returns: one of `Dialect.delimiters`; the comma where none is there.
    static func recognize(_ head: [UInt8], isWhole: Bool) -> UInt8 {
        var best: (delimiter: UInt8, score: Double) = (Dialect.delimiters[0], 0)
        for delimiter in Dialect.delimiters {
            let score = score(counts(of: delimiter, in: head, isWhole: isWhole))
            if score > best.score { best = (delimiter, score) }
        }
        return best.delimiter
    }

    /// How many of a delimiter each of the first records has.
    private static func counts(of delimiter: UInt8, in head: [UInt8], isWhole: Bool) -> [Int] {
        head.withUnsafeBufferPointer { bytes in
            var cursor = RecordCursor(bytes, dialect: Dialect(delimiter: delimiter))
            var counts: [Int] = []
            while counts.count < recordLimit, cursor.next() {
                let isCut = !isWhole && cursor.recordOffset + cursor.recordWithLineEnd.count == bytes.count
                // The end of the sample may cut its last record, but a part is better than nothing.
                if isCut && !counts.isEmpty { break }
                counts.append(hasTextAfterQuote(cursor) ? 0 : cursor.fieldCount - 1)
            }
            return counts
        }
    }

    /// Whether a field goes on after its closing quote, as it does where another delimiter stands:
    /// `"a,b";"c"`.
    private static func hasTextAfterQuote(_ cursor: borrowing RecordCursor) -> Bool {
        (0..<cursor.fieldCount).contains { index in
            let field = cursor.field(index)
            return field.hasEscapes && field.bytes.last != Byte.quote
        }
    }

    private static func score(_ counts: [Int]) -> Double {
        var records: [Int: Int] = [:]
        for count in counts where count > 0 { records[count, default: 0] += 1 }
        guard
            let (count, frequency) = records.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
                .map({ ($0.key, $0.value) })
        else { return 0 }
        let share = Double(frequency) / Double(counts.count)
        if share < 0.3 {
            // Text has a semicolon or a bar here and there; in a ragged file nearly every record has one.
            let presence = Double(counts.count { $0 > 0 }) / Double(counts.count)
            return presence < 0.7 ? 0 : 0.1 * presence
        }
        var columns = 1.0
        var rest = count
        while rest > 1 {
            columns += 1
            rest /= 2
        }
        return share * share * columns * (counts[0] == count || counts[0] > 0 ? 1 : 0.5)
    }
}
