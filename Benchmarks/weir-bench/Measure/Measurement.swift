import CSV

/// One run of one command: a row of a run's raw figures.
struct Measurement {
    /// What is compared with what: all but the round and the figures.
    struct Key: Hashable {
        /// `weir`, or a command that it is set beside.
        var command: String
        var list: String
        var file: String
        var workers: Int
        var threshold: String
    }

    var key: Key
    var listedNames: Int
    var records: Int
    var names: Int
    var distinctNames: Int
    var bytes: Int
    var round: Int
    var seconds: Double
    var userSeconds: Double
    var systemSeconds: Double
    var peakMegabytes: Double
    /// What the reference took for as many bytes in the same round.
    var referenceSeconds: Double

    static let header =
        "command,list,file,workers,threshold,listed_names,records,names,distinct_names,bytes,round,seconds,"
        + "user_seconds,system_seconds,peak_mb,reference_seconds"

    var cells: [String] {
        [
            key.command, key.list, key.file, "\(key.workers)", key.threshold, "\(listedNames)", "\(records)",
            "\(names)",
            "\(distinctNames)", "\(bytes)", "\(round)", fixed(seconds, 6), fixed(userSeconds, 6),
            fixed(systemSeconds, 6),
            fixed(peakMegabytes, 2), fixed(referenceSeconds, 12),
        ]
    }
}

extension Measurement {
    static func csv(_ measurements: [Measurement]) -> [UInt8] {
        var bytes = Array((header + "\n").utf8)
        for measurement in measurements {
            for (place, cell) in measurement.cells.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                CSVWriter.append(field: cell, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }

    /// Reads what `csv` wrote.
    static func read(_ path: String) -> [Measurement] {
        let table = CSVTable(path)
        return (0..<table.rows.count).map { row in
            func text(_ column: String) -> String { table.cell(row, column) }
            func number(_ column: String) -> Int { Int(text(column)) ?? 0 }
            func value(_ column: String) -> Double { Double(text(column)) ?? 0 }
            return Measurement(
                key: Key(
                    command: text("command"), list: text("list"), file: text("file"),
                    workers: number("workers"),
                    threshold: text("threshold")),
                listedNames: number("listed_names"), records: number("records"), names: number("names"),
                distinctNames: number("distinct_names"), bytes: number("bytes"), round: number("round"),
                seconds: value("seconds"), userSeconds: value("user_seconds"),
                systemSeconds: value("system_seconds"),
                peakMegabytes: value("peak_mb"), referenceSeconds: value("reference_seconds"))
        }
    }
}

/// A small CSV file with a header, in memory.
struct CSVTable {
    private let path: String
    private let columns: [String]
    let rows: [[String]]

    init(_ path: String) {
        self.path = path
        let bytes = FileBytes.read(path)
        var rows: [[String]] = []
        bytes.withUnsafeBufferPointer {
            var cursor = RecordCursor($0, dialect: Dialect())
            while cursor.next() {
                rows.append(
                    (0..<cursor.fieldCount).map {
                        var cell: [UInt8] = []
                        cursor.field($0).append(to: &cell)
                        return String(decoding: cell, as: UTF8.self)
                    })
            }
        }
        columns = rows.first ?? []
        self.rows = Array(rows.dropFirst())
    }

    func cell(_ row: Int, _ column: String) -> String {
        guard let place = columns.firstIndex(of: column), place < rows[row].count else {
            stop("\(path) has no column \(column), or its row \(row + 2) ends before it")
        }
        return rows[row][place]
    }
}
