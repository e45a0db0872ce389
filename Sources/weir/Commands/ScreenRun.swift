import CSystem
import Glibc
import Screening

/// One run of `weir screen`: lists in, rows out, an account to whoever asked for one.
struct ScreenRun {
    private let request: ScreenOptions

    init(_ request: ScreenOptions) { self.request = request }

    /// Returns the exit code.
    func run() throws -> Int32 {
        var options = request.screening
        if !request.isQuiet { options.reportReject = { Console.report($0) } }
        let words = try WordFiles(paths: request.words)
        options.words = words.words
        options.wordFiles = words.files
        var catalog = try request.lists.catalog()
        if !request.changedSince.isEmpty {
            let earlier = try ListCatalog(paths: request.changedSince)
            catalog = try catalog.changed(since: earlier, words: options.words)
            if let changes = catalog.changes, !request.isQuiet { report(changes) }
        }
        if !request.isQuiet { Console.reportIndexing(of: catalog, options.threshold, options.words) }
        let screener = Screener(catalog: catalog, options: options)
        weir_end_building()
        // Opened now, so that a path that can't be written doesn't show after hours.
        var summaryOutput = try request.summary.map { try BufferedOutput(path: $0, keeping: request.inputs) }
        let isQuiet = request.isQuiet
        if !isQuiet { Console.reportAge(of: catalog.lists, on: options.today) }
        if request.inputs == ["-"] && isatty(STDIN_FILENO) == 1 && !isQuiet {
            Console.report("reading records from the terminal; weir screen FILE reads a file")
        }
        let progress = isQuiet ? nil : ProgressLine(of: screener, inputs: request.inputs)
        let interruption = Interruption()
        interruption.listen(for: screener) {
            if !isQuiet {
                Console.report("interrupted; what was written are whole rows, in the input's order")
            }
        }
        let result = Result {
            try screener.run(inputs: request.inputs, output: request.output, rejects: request.rejects)
        }
        interruption.yield()
        progress?.stop()
        let summary = try result.get()
        try summaryOutput?.write(whole: summary.json)
        // Whoever read our output has gone: there is nobody left to tell.
        guard summary.isComplete else { return ExitCode.done }
        if !isQuiet { report(summary) }
        if request.failsOnHit && summary.counts.hits > 0 { return ExitCode.hits }
        return summary.counts.rejected > 0 ? ExitCode.rejected : ExitCode.done
    }

    private func report(_ changes: ChangedEntities) {
        let added = Console.count(changes.added.count, "entity", "entities")
        Console.report(
            "since \(request.changedSince.joined(separator: ", ")): \(added) added, "
                + "\(Console.grouped(changes.changed.count)) changed, \(Console.grouped(changes.reweighed.count)) "
                + "weighed otherwise, which are looked for; \(Console.grouped(changes.removedIDs.count)) removed"
        )
    }

    private func report(_ summary: RunSummary) {
        for path in summary.emptyInputs {
            Console.report("\(path == "-" ? "standard input" : path) is empty: nothing was screened in it")
        }
        let counts = summary.counts
        let ragged = counts.ragged > 0 ? " (\(Console.grouped(counts.ragged)) ragged)" : ""
        Console.report(
            "\(Console.count(counts.read, "record", "records"))\(ragged), "
                + "\(Console.count(counts.parties, "party", "parties")), "
                + "\(Console.count(counts.hits, "hit", "hits")), "
                + "\(Console.grouped(counts.rejected)) rejected in \(Console.decimals(summary.seconds.elapsed)) s"
        )
    }
}
