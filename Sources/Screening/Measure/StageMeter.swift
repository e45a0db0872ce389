import NameMatching

/// Measures what screening costs on a user's own files and lists, stage by stage.
///
/// What every record or name goes through is measured by differences: of two passes over the same records, one does the
/// stage and ends there. Names that pass the sieve, and hits, are few and take long, so a pass of its own asks the clock
/// between their stages. A run of ``Screener`` pays nothing for either. Passes take turns, round by round, so that a
/// slow moment of the machine falls on all. Times are of the processor, of one worker, so that neither a slow disk nor
/// other programs are in them.
public struct StageMeter {
    /// What is measured.
    public struct Options: Sendable {
        /// Rounds, at least 1; the median of each stage's passes holds.
        public var runs = 5
        /// At least so many records from the beginning of the inputs on; nil: as many as are screened in `seconds`.
        public var records: Int?
        /// Processor time of one pass over all stages, where `records` doesn't say how many.
        public var seconds = 1.0
        /// Is told how many records there are when all have been screened once, before the rounds begin.
        public var begin: (@Sendable (_ records: Int) -> Void)?

        public init() {}
    }

    private let catalog: ListCatalog
    private let options: ScreeningOptions
    private let index: NameIndex
    private let indexNanoseconds: UInt64
    private let countAllocations: (() -> Int)?

    /// Builds the index of the lists' names.
    ///
    /// - Parameter options: what a run would be asked to do; the number of workers is not looked at.
    /// - Complexity: O(names); some 3 µs each.
    public init(catalog: ListCatalog, options: ScreeningOptions) {
        self.init(catalog: catalog, options: options, countAllocations: nil)
    }

    /// - Parameter countAllocations: how often this process has asked for memory so far.
    package init(catalog: ListCatalog, options: ScreeningOptions, countAllocations: (() -> Int)?) {
        self.catalog = catalog
        self.options = options
        self.countAllocations = countAllocations
        let start = ProcessFigures.threadNanoseconds()
        // One thread: its time is what the index takes.
        index = catalog.index(threshold: options.threshold, words: options.words, workers: 1)
        indexNanoseconds = ProcessFigures.threadNanoseconds() - start
    }

    /// Measures the stages on the records of some files.
    ///
    /// - Parameter inputs: paths of files, which are read several times.
    /// - Throws: an input that can't be read, can be read only once (a pipe), or whose header isn't understood.
    /// - Complexity: some three times `runs` runs over the records.
    public func measure(_ inputs: [String], _ measured: Options = Options()) throws(ScreeningError)
        -> StageReport
    {
        if let stream = inputs.first(where: InputFile.isStream) {
            throw ScreeningError(
                "\(stream == "-" ? "standard input" : stream) can be read only once, but every stage reads the "
                    + "records anew; give a file")
        }
        let pass = StagePass(
            inputs: inputs, index: index, catalog: catalog, options: options,
            countAllocations: countAllocations)
        let limit: StagePass.Limit =
            measured.records.map { .records($0) } ?? .nanoseconds(UInt64(max(0, measured.seconds) * 1e9))
        // How many records there are to be, and the memory that screening them takes; the files are warm then.
        let first = try pass.runWhole(limit: limit)
        let peakBytes = ProcessFigures.peakBytes()
        measured.begin?(first.counts.read)
        var rounds: [StageRound] = []
        for _ in 0..<max(1, measured.runs) { rounds.append(try StageRound(pass, chunks: first.chunks)) }
        return StageReport(
            inputs: inputs, catalog: catalog, first: first, rounds: rounds,
            indexNanoseconds: indexNanoseconds, peakBytes: peakBytes)
    }
}
