import NameMatching

/// What ``StageMeter`` found: counts, costs by stage, speed of one worker.
public struct StageReport: Sendable {
    /// What one stage takes.
    public struct Row: Sendable {
        public let stage: ScreeningStage
        /// What it is done to, in the plural: records, names, hits.
        public let unit: String
        /// How many of these there are.
        public let count: Int
        /// Processor time in seconds: the median of the rounds, at least 0.
        public let seconds: Double
        /// Its part of the whole, 0…1.
        public let share: Double
        /// How often it asked for memory; nil where nobody counted.
        package let allocations: Int?

        /// Nanoseconds for one of what it is done to; 0 where there is none.
        public var nanosecondsEach: Double { count == 0 ? 0 : 1e9 * seconds / Double(count) }
    }

    /// The files that were measured, as given.
    public let inputs: [String]
    /// Entities and names of the lists.
    public let entities: Int
    public let listedNames: Int
    /// How many rounds there were.
    public let runs: Int
    /// Whether all records were measured; else those at the beginning of the inputs.
    public let isWhole: Bool
    /// Records, those of them rejected, parties, hits.
    public let counts: Counts
    /// Bytes of the records as UTF-8.
    public let bytes: Int
    /// What was done with the names.
    public let statistics: MatcherStatistics
    /// A row for each stage.
    public let rows: [Row]
    /// Processor time of all stages together, in seconds.
    public let seconds: Double
    /// Half the range of that time over the rounds, in proportion to it.
    public let spread: Double
    /// Processor time of building the index, in seconds.
    public let indexSeconds: Double
    /// The most memory that the process had held when all records had been screened once, in bytes.
    public let peakBytes: Int
    /// Seconds of each stage in each round, by round and stage.
    package let rounds: [[Double]]

    /// Parties that had to be read: new ones, or forgotten since.
    public var namesRead: Int { statistics.names - statistics.cacheHits }
    /// The part of the parties that were answered from those seen before, 0…1.
    public var shareSeenBefore: Double {
        statistics.names == 0 ? 0 : Double(statistics.cacheHits) / Double(statistics.names)
    }
    public var recordsPerSecond: Double { perSecond(counts.read) }
    public var partiesPerSecond: Double { perSecond(counts.parties) }
    public var bytesPerSecond: Double { perSecond(bytes) }

    private func perSecond(_ count: Int) -> Double { seconds > 0 ? Double(count) / seconds : 0 }

    /// - Parameter first: a pass over all stages.
    init(
        inputs: [String], catalog: ListCatalog, first: StagePass.Outcome, rounds: [StageRound],
        indexNanoseconds: UInt64, peakBytes: Int
    ) {
        self.inputs = inputs
        entities = catalog.entries.count
        listedNames = catalog.names.count
        runs = rounds.count
        isWhole = first.isWhole
        counts = first.counts
        bytes = first.bytes
        statistics = first.statistics
        indexSeconds = Double(indexNanoseconds) / 1e9
        self.peakBytes = peakBytes
        self.rounds = rounds.map(\.seconds)
        let stages = ScreeningStage.allCases
        // A longer pass may by chance take less time than a shorter one: then its last stage counts as nothing.
        let medians = stages.indices.map { place in
            max(0, StageReport.median(rounds.map { $0.seconds[place] }))
        }
        let total = medians.reduce(0, +)
        seconds = total
        let totals = rounds.map { $0.seconds.reduce(0, +) }
        spread = total > 0 ? ((totals.max() ?? 0) - (totals.min() ?? 0)) / 2 / total : 0
        let counted = rounds.contains { $0.allocations.contains { $0 > 0 } }
        let (counts, statistics) = (first.counts, first.statistics)
        rows = stages.indices.map { place in
            let (unit, count) = StageReport.work(of: stages[place], counts, statistics)
            return Row(
                stage: stages[place], unit: unit, count: count, seconds: medians[place],
                share: total > 0 ? medians[place] / total : 0,
                allocations: counted ? rounds.map { $0.allocations[place] }.min() : nil)
        }
    }

    /// What a stage is done to, and how many of these there are.
    private static func work(
        of stage: ScreeningStage, _ counts: Counts, _ statistics: MatcherStatistics
    ) -> (String, Int) {
        switch stage {
        case .read, .cells: ("records", counts.read)
        case .lookUp: ("parties", counts.parties)
        case .fold, .sift: ("names read", statistics.names - statistics.cacheHits)
        case .terms, .faces, .candidates: ("names past the sieve", statistics.sifted)
        case .score: ("scored", statistics.scored)
        case .write: ("hits", counts.hits)
        }
    }

    /// The middle of some values; the mean of the two in the middle where their number is even.
    static func median(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
