import CSV

/// Writes the results in the order of the input, and adds to them what only that order tells: record numbers and
/// lines.
struct ResultWriter: Sendable {
    /// Why the run ends before its input does.
    enum Ending: Sendable {
        /// Nobody reads the output any more.
        case closedDownstream
        case failed(ScreeningError)
    }

    private(set) var ending: Ending?
    /// The counts of the files so far, in their order.
    private(set) var counts: [Counts]
    /// The time that the workers took for what has been written, and the time that writing took.
    private(set) var screenNanoseconds: UInt64 = 0
    private(set) var writeNanoseconds: UInt64 = 0

    private var output: BufferedOutput
    private var rejects: BufferedOutput?
    private let options: ScreeningOptions
    private var hasHeader = false
    /// The file in work, and how many of its physical lines have been passed.
    private var fileIndex = -1
    private var linesBefore = 0
    private var rejectsReported = 0

    init(output: BufferedOutput, rejects: BufferedOutput?, inputs: Int, lists: Int, options: ScreeningOptions)
    {
        self.output = output
        self.rejects = rejects
        self.options = options
        counts = Array(repeating: Counts(lists: lists), count: inputs)
        if rejects != nil {
            write { writer throws(BufferedOutput.Failure) in
                try writer.rejects?.append(Array("file,record,line,byte,reason,text\n".utf8))
            }
        }
    }

    /// Writes the header of the output, once a run: that of the first file with something in it.
    mutating func begin(with file: InputFile) {
        guard !hasHeader else { return }
        hasHeader = true
        switch options.emit {
        case .hits:
            let names = file.layout.map { layout in layout.kept.map { layout.columns[$0] } }
            writeHitsHeader(kept: names ?? options.columns.keep)
        case .records, .flagged, .unmatched:
            let header = RecordRow.header(of: file, options: options)
            write { writer throws(BufferedOutput.Failure) in try writer.output.append(header) }
        }
    }

    /// Writes a result; all before it must have been written.
    mutating func accept(_ result: ChunkResult) {
        guard ending == nil else { return }
        let start = monotonicNanoseconds()
        if result.file.index != fileIndex {
            fileIndex = result.file.index
            linesBefore = 0
            rejectsReported = 0
        }
        let recordsBefore = counts[fileIndex].read
        write { writer throws(BufferedOutput.Failure) in
            try writer.writeRows(of: result, after: recordsBefore)
        }
        for reject in result.rejects where ending == nil { write(reject, of: result, after: recordsBefore) }
        counts[fileIndex] += result.counts
        linesBefore += result.lines
        screenNanoseconds += result.nanoseconds
        writeNanoseconds += monotonicNanoseconds() - start
    }

    /// Lets go what has been written so far, whole rows only.
    mutating func flush() {
        let start = monotonicNanoseconds()
        write { writer throws(BufferedOutput.Failure) in
            try writer.output.flush()
            try writer.rejects?.flush()
        }
        writeNanoseconds += monotonicNanoseconds() - start
    }

    /// Writes what is left and closes the files.
    ///
    /// - Parameter succeeded: whether the inputs were read: then hits have a header even where there is no record.
    mutating func finish(succeeded: Bool) {
        if !hasHeader && options.emit == .hits && ending == nil && succeeded {
            writeHitsHeader(kept: options.columns.keep)
        }
        let failedBefore = ending
        ending = nil
        write { writer throws(BufferedOutput.Failure) in try writer.output.finish() }
        write { writer throws(BufferedOutput.Failure) in try writer.rejects?.finish() }
        ending = failedBefore ?? ending
    }

    /// Writes what is complete and then nothing more.
    mutating func interrupt() {
        flush()
        ending = .closedDownstream
    }

    private mutating func writeHitsHeader(kept names: [String]) {
        guard options.format == .csv else { return }
        write { writer throws(BufferedOutput.Failure) in try writer.output.append(HitRow.header(kept: names))
        }
    }

    private mutating func writeRows(
        of result: ChunkResult, after recordsBefore: Int
    ) throws(BufferedOutput.Failure) {
        guard !result.rows.isEmpty else { return try output.append(result.bytes) }
        var start = 0
        for row in result.rows {
            output.withBuffer { buffer in
                HitRow.appendStart(record: recordsBefore + row.record, format: options.format, to: &buffer)
            }
            try output.append(result.bytes[start..<row.end])
            start = row.end
        }
    }

    private mutating func write(
        _ reject: ChunkResult.Reject, of result: ChunkResult, after recordsBefore: Int
    ) {
        let record = recordsBefore + reject.record
        let skipped = result.linesSkipped
        let line = linesBefore + skipped + reject.linesBefore + 1
        let path = result.file.path
        if rejects != nil {
            var row: [UInt8] = []
            CSVWriter.append(field: path, to: &row)
            row.append(contentsOf: ",\(record),\(line),\(reject.malformed.byteOffset),".utf8)
            CSVWriter.append(field: reject.malformed.reason, to: &row)
            row.append(UInt8(ascii: ","))
            CSVWriter.append(field: reject.text, to: &row)
            row.append(UInt8(ascii: "\n"))
            write { writer throws(BufferedOutput.Failure) in try writer.rejects?.append(row) }
        }
        let input = path == "-" ? "standard input" : path
        let place = "\(input):\(line)"
        if options.isStrict && ending == nil {
            ending = .failed(
                ScreeningError(
                    "\(place): record \(record) can't be read: "
                        + "\(reject.malformed.reason). Without --strict it is counted and passed over"))
            return
        }
        rejectsReported += 1
        if rejectsReported <= ScreeningOptions.mostReported {
            options.reportReject?(
                "\(place): \(reject.malformed.reason) (byte \(reject.malformed.byteOffset)); record \(record) rejected"
            )
        } else if rejectsReported == ScreeningOptions.mostReported + 1 {
            options.reportReject?("\(input): more records are rejected; --rejects FILE lists all")
        }
    }

    /// Does what writes, and keeps why it couldn't.
    private mutating func write(_ body: (inout ResultWriter) throws(BufferedOutput.Failure) -> Void) {
        do throws(BufferedOutput.Failure) {
            try body(&self)
        } catch {
            switch error {
            case .closed: ending = .closedDownstream
            case .failed(let error): ending = .failed(error)
            }
        }
    }
}
