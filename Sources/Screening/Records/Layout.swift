import CSV

/// A column that holds a party, or an identifier of one.
public struct PartyColumn: Sendable, Equatable {
    /// Its place in the record, from 0.
    public let index: Int
    /// Its header as the file has it; its number from 1 where there is none.
    public let name: String
    /// What its parties do.
    public let role: Role
}

/// What the columns of one input are: where its header stands, which columns hold parties, the date, what is kept.
public struct Layout: Sendable {
    /// The header's cells; the numbers from 1 where the input has no header.
    public let columns: [String]
    /// The header's bytes with its line end; empty where there is none.
    public let headerBytes: [UInt8]
    /// How many of those are the line end.
    public let headerLineEndCount: Int
    /// The physical line of the header, from 1; nil where there is none.
    public let headerLine: Int?
    /// How many records stand before the first data record: title lines and the header.
    public let recordsToSkip: Int
    /// The parties' columns in the order of the record.
    public let parties: [PartyColumn]
    /// The columns that hold identifiers, in the order of the record.
    public let identifiers: [PartyColumn]
    /// The place of the record's date.
    public let date: Int?
    /// The places of the columns that hits carry.
    public let kept: [Int]

    /// What a run asks of its inputs' columns.
    public struct Request: Sendable, Equatable {
        /// The columns named as parties; empty: recognised from the header.
        public var parties: [PartyRequest] = []
        /// The columns that hold identifiers of parties.
        public var identifiers: [PartyRequest] = []
        /// Whether a header is looked for; columns are numbers from 1 otherwise.
        public var hasHeader = true
        /// The column with the record's date; nil where nobody asks what was in force.
        public var date: String?
        /// The columns that hits carry.
        public var keep: [String] = []
        /// Whether hits carry every column.
        public var keepsAll = false

        public init() {}
    }

    /// Among how many records at the beginning the header is looked for.
    static let searchedRecords = 20

    /// Finds out what the columns are.
    ///
    /// - Parameters:
    ///   - records: the first records of the input.
    ///   - path: the input, for messages.
    /// - Throws: a message that shows the header and what to give instead.
    init(_ request: Request, records allRecords: [HeadRecord], path: String) throws(ScreeningError) {
        // A record that the head has only in part can be no header.
        let records = request.hasHeader ? allRecords.filter(\.isWhole) : allRecords
        let finder = ColumnFinder(request: request, records: records, path: path)
        let columns: [String]
        if request.hasHeader {
            let place = try finder.headerPlace()
            let header = records[place]
            columns = header.cells
            headerBytes = header.bytes
            headerLineEndCount = header.lineEndCount
            headerLine = header.line
            recordsToSkip = place + 1
        } else {
            columns = (0..<finder.columnCount).map { "\($0 + 1)" }
            headerBytes = []
            headerLineEndCount = 0
            headerLine = nil
            recordsToSkip = 0
        }
        self.columns = columns
        parties = try finder.parties(in: columns)
        identifiers = try finder.identifiers(in: columns)
        date = try request.date.map { name throws(ScreeningError) in
            try finder.place(of: name, option: "--date", in: columns)
        }
        var kept = request.keepsAll ? Array(columns.indices) : []
        for name in request.keep {
            let place = try finder.place(of: name, option: "--keep", in: columns)
            if !kept.contains(place) { kept.append(place) }
        }
        self.kept = kept
    }
}
