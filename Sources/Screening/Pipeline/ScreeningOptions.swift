import CSV
import NameMatching

// What options are made of, so that a user of this library need not import the ones below.
public typealias TextEncoding = CSV.TextEncoding
public typealias Score = NameMatching.Score
public typealias Band = NameMatching.Band
public typealias NameIndex = NameMatching.NameIndex
public typealias NameKind = NameMatching.NameKind
public typealias NameComparer = NameMatching.NameComparer
public typealias Words = NameMatching.Words
public typealias WordClass = NameMatching.WordClass

/// What a run writes to its output.
public enum Emit: String, Sendable, CaseIterable {
    /// One row a hit.
    case hits
    /// Every record, with its best hit in added `weir_*` columns.
    case records
    /// The records that have a hit, unchanged.
    case flagged
    /// The records that have none, unchanged.
    case unmatched
}

/// How output rows are written.
public enum OutputFormat: String, Sendable, CaseIterable {
    case csv
    /// One JSON object a line.
    case jsonl
}

/// What a run is asked to do.
public struct ScreeningOptions: Sendable {
    /// Which columns hold parties, dates and what is carried along.
    public var columns = Layout.Request()
    /// The score from which on a name is a hit.
    public var threshold = NameIndex.defaultThreshold
    /// What names are read with.
    public var words = Words.builtIn
    /// The files that words come from, for the account of the run.
    public var wordFiles: [WordFiles.File] = []
    /// What is written.
    public var emit = Emit.hits
    /// How rows are written.
    public var format = OutputFormat.csv
    /// At most so many entities a party; nil: all that reach the threshold.
    public var top: Int?
    /// The byte between fields; nil: recognised.
    public var delimiter: UInt8?
    /// nil: recognised.
    public var encoding: TextEncoding?
    /// Which way the goods go; decides what `restricted` says.
    public var direction = Direction.export
    /// How many cores screen.
    public var workers = ScreeningOptions.availableCores
    /// Whether the run ends with an error at the first record that can't be read.
    public var isStrict = false
    /// A record of more bytes is rejected.
    public var maxRecordBytes = 1 << 20
    /// How much input a worker gets at a time. Results don't depend on it.
    public var chunkBytes = 256 << 10

    /// The day on which the account of the run tells how old lists are.
    public var today = Day.today

    /// Is told of the first records that can't be read, in words: where, why and what comes of it. Called by the
    /// writer, between rows.
    public var reportReject: (@Sendable (String) -> Void)?
    /// After how many rejects a file no more are told of.
    public static let mostReported = 10

    /// The command's own defaults.
    public init() {}
}
