import CSV
import NameMatching

/// Compares the pairs of a file, for people to read or for a measure.
public enum PairRun {
    /// Writes every pair's record with its `score` and `reason` added.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - words: what names are read with.
    ///   - output: the path that rows go to; `-` is standard output.
    ///   - reportReject: is told of records that can't be read, in words.
    /// - Returns: how many records could not be read.
    /// - Throws: where the file can't be read, lacks a column, or the output can't be written.
    public static func compare(
        path: String, words: Words = .builtIn, output: String = "-",
        reportReject: @escaping (String) -> Void = { _ in }
    ) throws(ScreeningError) -> Int {
        var reader = try PairReader(path: path, reportReject: reportReject)
        var output = try BufferedOutput(path: output, keeping: [path])
        let comparer = NameComparer(words: words)
        let delimiter = reader.delimiter
        var row: [UInt8] = []
        func append(_ cells: [String]) {
            row.removeAll(keepingCapacity: true)
            for (place, cell) in cells.enumerated() {
                if place > 0 { row.append(delimiter) }
                CSVWriter.append(field: cell, to: &row, delimiter: delimiter)
            }
            row.append(UInt8(ascii: "\n"))
        }
        append(reader.header + ["score", "reason"])
        var isClosed = try !output.write(row)
        let columns = reader.header.count
        try reader.forEach { pair throws(ScreeningError) in
            guard !isClosed else { return }
            let comparison = comparer.compare(pair.name1, pair.name2)
            // What is added stands in its columns, whatever a ragged record has; what it has too much, behind them.
            let cells =
                pair.cells.prefix(columns) + Array(repeating: "", count: max(0, columns - pair.cells.count))
            append(
                cells + [comparison.score.description, comparison.reason] + pair.cells.dropFirst(columns))
            isClosed = try !output.write(row)
        }
        try output.end()
        return reader.rejected
    }

    /// Measures how well scores tell the pairs labelled true from those labelled false in a column `is_match`.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - words: what names are read with.
    ///   - reportReject: is told of records that can't be read, in words.
    /// - Throws: where the file can't be read, lacks a column or pairs, or a label is neither true nor false.
    public static func evaluate(
        path: String, words: Words = .builtIn, reportReject: @escaping (String) -> Void = { _ in }
    ) throws(ScreeningError) -> (evaluation: Evaluation, rejected: Int) {
        let name = path == "-" ? "standard input" : path
        var reader = try PairReader(path: path, labelColumn: "is_match", reportReject: reportReject)
        let comparer = NameComparer(words: words)
        var evaluation = Evaluation()
        try reader.forEach { pair throws(ScreeningError) in
            guard let isMatch = label(pair.label ?? "") else {
                throw ScreeningError(
                    "\(name):\(pair.line): is_match is “\(pair.label ?? "")”; expected is true or false, 1 or 0, "
                        + "yes or no. Correct the label, or leave the record out")
            }
            evaluation.add(comparer.compare(pair.name1, pair.name2).score, isMatch: isMatch)
        }
        guard evaluation.matchCount + evaluation.otherCount > 0 else {
            throw ScreeningError(
                "\(name) has no pair that can be read below its header; expected are records with name1, name2 "
                    + "and is_match")
        }
        return (evaluation, reader.rejected)
    }

    private static func label(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "1", "yes", "t", "y": true
        case "false", "0", "no", "f", "n": false
        default: nil
        }
    }
}
