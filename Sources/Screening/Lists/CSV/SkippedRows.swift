/// Tells a list with a bad row, which is left out, from a file that can't be trusted as a whole.
struct SkippedRows {
    let path: String
    /// How many cells a row should have.
    let columns: Int
    private(set) var skipped = 0
    private(set) var seen = 0
    private var firstLine = 0
    private var cutLine: Int?

    init(path: String, columns: Int) {
        self.path = path
        self.columns = columns
    }

    /// Whether a row has as many cells as it should; otherwise it is counted as left out.
    mutating func isWhole(_ row: ListTable.Row, _ skips: inout ListSkips) -> Bool {
        seen += 1
        if row.count == columns { return true }
        if row.mayBeCut, row.count < columns { cutLine = row.line }
        skip(row, "a row that has not \(columns) columns", &skips)
        return false
    }

    /// Counts a row that is left out.
    mutating func skip(_ row: ListTable.Row, _ reason: String, _ skips: inout ListSkips) {
        skipped += 1
        if firstLine == 0 { firstLine = row.line }
        let example = (0..<min(2, row.columnCount)).map { row.text($0) }.filter { !$0.isEmpty }
        skips.add(reason, line: row.line, example: example.joined(separator: ","))
    }

    /// - Throws: where no row was taken, or more than half of them were left out.
    func check() throws(ScreeningError) {
        try checkTrust()
        guard skipped < seen else {
            throw ScreeningError("the list \(path) holds no names: nothing stands below its header")
        }
    }

    /// - Throws: where more than half of the rows were left out, or the file ends in the middle of one.
    func checkTrust() throws(ScreeningError) {
        if let cutLine {
            throw ScreeningError(
                "\(path):\(cutLine): the list ends in the middle of a row; expected are \(columns) columns and a line end. "
                    + "Download the file again")
        }
        if skipped * 2 > seen {
            throw ScreeningError(
                "\(path):\(firstLine): this row and \(skipped - 1) more of \(seen) can't be read; expected are "
                    + "\(columns) columns and a name in each. Download the file again")
        }
    }
}
