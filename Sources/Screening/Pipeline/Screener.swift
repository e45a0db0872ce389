import CSV
import Dispatch
import NameMatching
import Synchronization

/// Screens inputs against lists: workers that read, screen and write in turn, in the order of the input.
///
/// Whatever the number of workers and the size of the chunks, the same input gives the same bytes. Memory is
/// bounded: at most four chunks a worker are read and not yet written.
public final class Screener: Sendable {
    /// The lists that are screened against.
    public let catalog: ListCatalog
    /// What runs do.
    public let options: ScreeningOptions
    private let index: NameIndex
    /// nil where no column of identifiers is asked for.
    private let identifiers: IdentifierIndex?
    private let recordsDone = Atomic(0)
    private let hitsDone = Atomic(0)
    private let bytesDone = Atomic(0)
    private let isStopped = Atomic(false)
    /// What is being written to, as long as a run lasts.
    private let sorter = Mutex<ResultSorter?>(nil)

    /// Builds the index of the lists' names; every run uses it.
    ///
    /// - Complexity: O(names); some 3 µs each.
    public init(catalog: ListCatalog, options: ScreeningOptions) {
        self.catalog = catalog
        self.options = options
        identifiers = options.columns.identifiers.isEmpty ? nil : IdentifierIndex(catalog.entries)
        index = catalog.index(threshold: options.threshold, words: options.words, workers: options.workers)
    }

    /// How far a run has come.
    public struct Progress: Sendable {
        /// Records written or passed over so far.
        public let records: Int
        /// Hits in them.
        public let hits: Int
        /// Bytes of the inputs read so far.
        public let bytes: Int
    }

    /// May be asked for from any thread.
    public var progress: Progress {
        Progress(
            records: recordsDone.load(ordering: .relaxed), hits: hitsDone.load(ordering: .relaxed),
            bytes: bytesDone.load(ordering: .relaxed))
    }

    /// Ends a run from another thread: nothing more is written after this returns, and what has been written are
    /// whole rows in the order of the input.
    public func interrupt() {
        isStopped.store(true, ordering: .relaxed)
        sorter.withLock { $0 }?.withWriter { $0.interrupt() }
    }

    /// Screens the inputs one after the other; `-` is standard input.
    ///
    /// Inputs that can be read twice are looked at before any output is opened, so that a mistake in the last
    /// doesn't show after hours, and none costs an earlier result.
    ///
    /// - Parameters:
    ///   - output: the path that rows go to; `-` is standard output.
    ///   - rejects: the path that records which can't be read go to, as CSV.
    /// - Throws: what keeps the run from being done: an input that can't be read, a header that isn't understood,
    ///   an output that can't be written, the first reject of a strict run.
    public func run(
        inputs: [String], output: String = "-", rejects: String? = nil
    ) throws(ScreeningError) -> RunSummary {
        let start = monotonicNanoseconds()
        try check(inputs)
        let rejectsOutput = try rejects.map { path throws(ScreeningError) in
            try BufferedOutput(path: path, keeping: inputs)
        }
        let sorter = ResultSorter(
            ResultWriter(
                output: try BufferedOutput(path: output, keeping: inputs), rejects: rejectsOutput,
                inputs: inputs.count, lists: catalog.lists.count, options: options))
        self.sorter.withLock { $0 = sorter }
        defer { self.sorter.withLock { $0 = nil } }
        let supply = ChunkSupply(
            inputs: inputs, options: options, opened: { file in sorter.withWriter { $0.begin(with: file) } })
        let group = DispatchGroup()
        startWorkers(supply: supply, sorter: sorter, group: group)
        group.wait()
        let reading = supply.reading
        let writer = sorter.withWriter { writer in
            writer.finish(succeeded: reading.failure == nil)
            return writer
        }
        if case .failed(let error)? = writer.ending { throw error }
        if let failure = reading.failure { throw failure }
        return RunSummary(
            catalog: catalog, options: options, files: Array(zip(reading.files, writer.counts)),
            isComplete: writer.ending == nil,
            seconds: RunSummary.Seconds(
                elapsed: monotonicNanoseconds() - start, read: reading.nanoseconds,
                screen: writer.screenNanoseconds, write: writer.writeNanoseconds))
    }

    /// The size of all inputs together in bytes; nil where one is a pipe or can't be looked at.
    public static func size(ofInputs inputs: [String]) -> Int? { InputFile.size(of: inputs) }

    /// Looks at the columns of all inputs but those that can only be read once.
    private func check(_ inputs: [String]) throws(ScreeningError) {
        var agreement = Agreement(options: options)
        for (i, path) in inputs.enumerated() where !InputFile.isStream(path) {
            try agreement.check(OpenInput(index: i, path: path, options: options).file)
        }
    }

    private func startWorkers(supply: ChunkSupply, sorter: ResultSorter, group: DispatchGroup) {
        for number in 1...options.workers {
            // A queue a worker: a concurrent queue starts its second thread only when it takes a core to be idle,
            // and now and then it never did.
            let queue = DispatchQueue(label: "weir.worker.\(number)")
            queue.async(group: group) { [self] in
                // A small input is one worker's: the others needn't lay out their caches.
                var next = nextJob(of: supply)
                guard next != nil else { return }
                var screener = RecordScreener(
                    index: index, identifiers: identifiers, catalog: catalog, options: options)
                while let job = next {
                    let result = screener.screen(job.chunk, of: job.file)
                    let ending = sorter.deposit(result, sequence: job.sequence) { written in
                        recordsDone.add(written.counts.read, ordering: .relaxed)
                        hitsDone.add(written.counts.hits, ordering: .relaxed)
                        supply.giveSlotBack()
                    }
                    if ending != nil { isStopped.store(true, ordering: .relaxed) }
                    next = nextJob(of: supply)
                }
            }
        }
    }

    private func nextJob(of supply: ChunkSupply) -> ChunkSupply.Job? {
        supply.next(
            unless: { isStopped.load(ordering: .relaxed) },
            reading: { bytesDone.add($0, ordering: .relaxed) })
    }
}
