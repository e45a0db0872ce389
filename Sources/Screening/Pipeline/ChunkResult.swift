import CSV

/// What a worker made of one chunk: finished bytes, and what only the writer can complete.
struct ChunkResult: Sendable {
    /// A record that can't be read.
    struct Reject: Sendable {
        /// Which record of the chunk, from 1.
        let record: Int
        /// The line ends in the chunk before the record.
        let linesBefore: Int
        let malformed: Malformed
        /// The record's first bytes.
        let text: [UInt8]
    }

    /// A hit's row: it lacks its record number, which depends on the chunks before.
    struct Row: Sendable {
        /// Which record of the chunk, from 1.
        let record: Int
        /// Where in `bytes` the row ends.
        let end: Int
    }

    let file: InputFile
    /// Output rows; where `rows` is empty they are complete.
    var bytes: [UInt8] = []
    var rows: [Row] = []
    var rejects: [Reject] = []
    var counts: Counts
    /// The physical lines of the chunk and of what was skipped before it.
    var lines = 0
    /// Those that were skipped before it.
    var linesSkipped = 0
    var nanoseconds: UInt64 = 0
}

/// Counts of records, parties and hits: of a chunk, a file or a run.
public struct Counts: Sendable, Equatable {
    /// Records read: screened + rejected.
    public var read = 0
    /// Records that could not be read.
    public var rejected = 0
    /// Records with fewer or more fields than the header; they are screened.
    public var ragged = 0
    /// Cells that hold a party.
    public var parties = 0
    /// By role, in the order of `Role.allCases`.
    public var hitsByRole: [Int]
    /// By list, in the order of the catalog.
    public var hitsByList: [Int]
    /// By band, in the order of `Band.allCases`.
    public var hitsByBand: [Int]

    /// Zero for so many lists.
    public init(lists: Int) {
        hitsByRole = Array(repeating: 0, count: Role.allCases.count)
        hitsByList = Array(repeating: 0, count: lists)
        hitsByBand = Array(repeating: 0, count: Band.allCases.count)
    }

    /// Records whose parties were looked up.
    public var screened: Int { read - rejected }
    /// Hits of all roles and lists.
    public var hits: Int { hitsByList.reduce(0, +) }

    public static func += (counts: inout Counts, other: Counts) {
        counts.read += other.read
        counts.rejected += other.rejected
        counts.ragged += other.ragged
        counts.parties += other.parties
        for i in counts.hitsByRole.indices { counts.hitsByRole[i] += other.hitsByRole[i] }
        for i in counts.hitsByList.indices { counts.hitsByList[i] += other.hitsByList[i] }
        for i in counts.hitsByBand.indices { counts.hitsByBand[i] += other.hitsByBand[i] }
    }
}
