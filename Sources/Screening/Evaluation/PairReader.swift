import CSV

/// Reads pairs of names from CSV with the columns `name1` and `name2`, one pair a record.
public struct PairReader: ~Copyable {
    /// One pair, with the record that it stands in.
    public struct Pair {
        /// The physical line on which the record begins, from 1.
        public let line: Int
        /// All values of the record.
        public let cells: [String]
        public let name1: String
        public let name2: String
        /// The value of the labelled column, trimmed; nil where no such column was asked for.
        public let label: String?
    }

    /// The header as it stands, for whoever writes the records again.
    public let header: [String]
    /// The byte between fields.
    public let delimiter: UInt8
    /// How many records could not be read.
    public private(set) var rejected = 0

    private let path: String
    private let first: Int
    private let second: Int
    private let label: Int?
    private var reader: RecordReader
    private var line: Int
    private let reportReject: (String) -> Void

    /// Opens a file of pairs.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - labelColumn: the header of a third column that must be there.
    ///   - reportReject: is told of records that can't be read, in words.
    /// - Throws: where the file can't be read or lacks a column.
    public init(
        path: String, labelColumn: String? = nil, reportReject: @escaping (String) -> Void = { _ in }
    ) throws(ScreeningError) {
        let name = path == "-" ? "standard input" : path
        let reader = try PairReader.open(path)
        guard let head = HeadRecord.first(1, of: reader.head, dialect: reader.dialect).first else {
            throw ScreeningError(
                "\(name) is empty; expected is CSV with a header that has the columns name1 and name2")
        }
        // Nothing of self is set before all that may fail is done.
        let first = try PairReader.place(of: "name1", in: head, path: name)
        let second = try PairReader.place(of: "name2", in: head, path: name)
        let label = try labelColumn.map { title throws(ScreeningError) in
            try PairReader.place(of: title, in: head, path: name)
        }
        self.path = name
        self.first = first
        self.second = second
        self.label = label
        self.reportReject = reportReject
        header = head.cells
        delimiter = reader.dialect.delimiter
        self.reader = reader
        self.reader.skip(records: 1)
        line = 0
    }

    private static func open(_ path: String) throws(ScreeningError) -> RecordReader {
        do throws(InputError) {
            return try RecordReader(path: path)
        } catch {
            throw ScreeningError(error.message)
        }
    }

    private static func place(of title: String, in head: HeadRecord, path: String) throws(ScreeningError)
        -> Int
    {
        let titles = head.cells.map { Array($0.lowercased().utf8).trimmed }
        if let place = titles.firstIndex(where: { $0.elementsEqual(title.utf8) }) { return place }
        throw ScreeningError(
            "\(path):\(head.line): the header has no column \(title); it is: \(head.cells.joined(separator: ", ")). "
                + "Expected is CSV with the columns name1 and name2, and is_match to evaluate")
    }

    /// Calls `body` with every pair, in the order of the file.
    ///
    /// - Throws: where reading fails, and what `body` throws.
    public mutating func forEach(_ body: (Pair) throws(ScreeningError) -> Void) throws(ScreeningError) {
        while let chunk = try next() {
            line += chunk.linesSkipped
            if let malformed = chunk.malformed {
                reject(line + 1, malformed.reason)
                line += malformed.lineCount
                continue
            }
            line += try chunk.withBytes { bytes throws(ScreeningError) in
                let isValid = isValidUTF8(bytes)
                var cursor = RecordCursor(bytes, dialect: reader.dialect)
                while cursor.next() {
                    let line = line + cursor.linesBefore + 1
                    if let position = isValid ? nil : firstInvalidUTF8(cursor.record) {
                        reject(line, undecodable(cursor.record, at: position))
                    } else if let pair = pair(in: cursor, line: line) {
                        try body(pair)
                    }
                }
                return cursor.lineCount
            }
        }
    }

    private mutating func next() throws(ScreeningError) -> Chunk? {
        do throws(InputError) {
            return try reader.next()
        } catch {
            throw ScreeningError(error.message)
        }
    }

    private mutating func pair(in cursor: borrowing RecordCursor, line: Int) -> Pair? {
        guard cursor.fieldCount > max(first, second, label ?? 0) else {
            let lacking = [(first, "name1"), (second, "name2"), (label ?? 0, "the label")]
                .filter { $0.0 >= cursor.fieldCount }.map(\.1)
            reject(
                line,
                "the record has \(cursor.fieldCount) of \(header.count) fields and lacks "
                    + lacking.joined(separator: " and "))
            return nil
        }
        let cells = (0..<cursor.fieldCount).map { place in
            var cell: [UInt8] = []
            cursor.field(place).append(to: &cell)
            return String(decoding: cell, as: UTF8.self)
        }
        let label = label.map { String(decoding: Array(cells[$0].utf8).trimmed, as: UTF8.self) }
        return Pair(line: line, cells: cells, name1: cells[first], name2: cells[second], label: label)
    }

    private func undecodable(_ record: UnsafeBufferPointer<UInt8>, at position: Int) -> String {
        guard reader.encoding == .utf8 else {
            return "a byte sequence isn't valid \(reader.encoding.rawValue); convert the file to UTF-8"
        }
        let byte = String(record[position], radix: 16, uppercase: true)
        return "byte \(position + 1) of the record (0x\(byte)) isn't valid UTF-8"
    }

    private mutating func reject(_ line: Int, _ reason: String) {
        rejected += 1
        if rejected <= ScreeningOptions.mostReported {
            reportReject("\(path):\(line): \(reason); record rejected")
        }
    }
}
