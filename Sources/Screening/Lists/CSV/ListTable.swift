import CSV

/// A list in CSV: its records as cells of bytes, by the columns that its reader wants.
struct ListTable {
    /// One record; valid until the next is read.
    struct Row {
        typealias Cell = UnsafeBufferPointer<UInt8>

        /// The line of the file on which the record begins, from 1.
        fileprivate(set) var line = 0
        /// How many cells the record has, wanted or not.
        fileprivate(set) var count = 0
        /// Whether the file ends with it and without a line end: it may have been cut off.
        fileprivate(set) var mayBeCut = false
        fileprivate var cells: [Cell]

        fileprivate init(columns: Int) {
            cells = [Cell](repeating: Cell(start: nil, count: 0), count: columns)
        }

        /// How many columns are wanted.
        var columnCount: Int { cells.count }

        /// The bytes of a wanted column's cell without white space around them; empty where the record has none.
        subscript(_ column: Int) -> Cell {
            let cell = cells[column]
            // Nearly no cell has any.
            guard let first = cell.first, let last = cell.last, first <= 32 || last <= 32 else { return cell }
            return UnsafeBufferPointer(rebasing: cell.trimmed)
        }

        /// The bytes of a wanted column's cell as they stand.
        func whole(_ column: Int) -> Cell { cells[column] }

        /// What stands between the semicolons of a wanted column's cell.
        func values(_ column: Int) -> [String] {
            cells[column].split(separator: UInt8(ascii: ";")).compactMap { part in
                let part = part.trimmed
                return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
            }
        }

        /// Whether a wanted column's cell holds a name, rather than nothing, signs or a word for nothing.
        func hasName(_ column: Int) -> Bool { !self[column].isEmpty && !NameText.isNoName(self[column]) }

        /// A wanted column's cell as text.
        func text(_ column: Int) -> String { String(decoding: self[column], as: UTF8.self) }
    }

    let text: ListText
    let path: String
    let dialect: Dialect

    /// - Parameter delimiter: nil: the one that the first line has most of.
    init(_ text: ListText, path: String, delimiter: UInt8? = nil) {
        self.text = text
        self.path = path
        dialect = delimiter.map { Dialect(delimiter: $0) } ?? text.dialect
    }

    /// The cells of the first record.
    func firstRecord() -> [String] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var cursor = RecordCursor(bytes, dialect: dialect)
            guard cursor.next() else { return [] }
            return (0..<cursor.fieldCount).map { i in
                var cell: [UInt8] = []
                cursor.field(i).append(to: &cell)
                return String(decoding: cell.trimmed, as: UTF8.self)
            }
        }
    }

    /// For each title the place of the column that has it, whatever its case; nil where none has.
    static func places(of titles: [String], in header: [String]) -> [Int?] {
        let lower = header.map { $0.lowercased() }
        return titles.map { lower.firstIndex(of: $0.lowercased()) }
    }

    /// Reads the records one after another.
    ///
    /// - Parameters:
    ///   - places: where the wanted columns stand, in the reader's order; nil for one that the file lacks.
    ///   - isHeaded: whether the first record is a header, and left out.
    /// - Throws: what `body` throws; where a quote is never closed.
    /// - Complexity: O(bytes); nothing is allocated for a record without doubled quotes.
    func forEachRow(
        _ places: [Int?], isHeaded: Bool, _ body: (Row) throws(ScreeningError) -> Void
    ) throws(ScreeningError) {
        let failure = text.bytes.withUnsafeBufferPointer { bytes -> ScreeningError? in
            do throws(ScreeningError) {
                try read(bytes, places, isHeaded: isHeaded, body)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    /// Reads the records below a header as entities.
    ///
    /// - Parameters:
    ///   - titles: the headers of the wanted columns, in the reader's order.
    ///   - take: takes a record, or says why it is no entity.
    /// - Returns: what was left out.
    /// - Throws: where nothing stands below the header, a quote is never closed, or most records are no entities.
    func forEachEntity(_ titles: [String], _ take: (Row) -> String?) throws(ScreeningError) -> ListSkips {
        let header = firstRecord()
        var rows = SkippedRows(path: path, columns: header.count)
        var skips = ListSkips()
        try forEachRow(ListTable.places(of: titles, in: header), isHeaded: true) {
            row throws(ScreeningError) in
            guard rows.isWhole(row, &skips) else { return }
            if let reason = take(row) { rows.skip(row, reason, &skips) }
        }
        try rows.check()
        return skips
    }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ places: [Int?], isHeaded: Bool,
        _ body: (Row) throws(ScreeningError) -> Void
    ) throws(ScreeningError) {
        var cursor = RecordCursor(bytes, dialect: dialect)
        if isHeaded, !cursor.next() { return }
        var row = Row(columns: places.count)
        var scratch: [UInt8] = []
        while cursor.next() {
            if cursor.isUnclosed {
                throw ScreeningError(
                    "\(path):\(cursor.linesBefore + 1): a quote is opened here and never closed; expected is the "
                        + "whole file. Download it again, or close the quote")
            }
            row.line = cursor.linesBefore + 1
            row.count = cursor.fieldCount
            row.mayBeCut = cursor.recordWithLineEnd.count == cursor.record.count
            // The cells that hold doubled quotes, with single ones; few records have any.
            var buffers: [UnsafeMutableBufferPointer<UInt8>] = []
            defer { for buffer in buffers { buffer.deallocate() } }
            for (column, place) in places.enumerated() {
                guard let place, place < cursor.fieldCount else {
                    row.cells[column] = Row.Cell(start: nil, count: 0)
                    continue
                }
                let field = cursor.field(place)
                row.cells[column] = field.bytes
                if field.hasEscapes {
                    scratch.removeAll(keepingCapacity: true)
                    field.append(to: &scratch)
                    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: scratch.count)
                    _ = buffer.initialize(from: scratch)
                    buffers.append(buffer)
                    row.cells[column] = Row.Cell(buffer)
                }
            }
            try body(row)
        }
    }
}
