import CSV

/// The account of a run: what was asked, what was read with which lists, and what came of it.
public struct RunSummary: Sendable {
    /// Where the time went.
    public struct Seconds: Sendable, Equatable {
        /// From start to end.
        public let elapsed: Double
        /// Of the reader.
        public let read: Double
        /// Of all workers together: with two workers up to twice the elapsed time.
        public let screen: Double
        /// Of the writer.
        public let write: Double

        init(elapsed: UInt64, read: UInt64, screen: UInt64, write: UInt64) {
            // Six decimals: a microsecond.
            let seconds = { (nanoseconds: UInt64) in Double(nanoseconds / 1000) / 1_000_000 }
            self.elapsed = seconds(elapsed)
            self.read = seconds(read)
            self.screen = seconds(screen)
            self.write = seconds(write)
        }
    }

    /// An input and what it held.
    struct File: Sendable {
        let input: InputFile
        let counts: Counts
    }

    let catalog: ListCatalog
    let options: ScreeningOptions
    let files: [File]
    /// Of all files together.
    public let counts: Counts
    /// Whether all inputs were read to their end; not where the reader of the output went away before.
    public let isComplete: Bool
    /// Where the time went.
    public let seconds: Seconds

    init(
        catalog: ListCatalog, options: ScreeningOptions, files: [(InputFile, Counts)], isComplete: Bool,
        seconds: Seconds
    ) {
        self.catalog = catalog
        self.options = options
        self.files = files.map(File.init)
        var counts = Counts(lists: catalog.lists.count)
        for (_, file) in files { counts += file }
        self.counts = counts
        self.isComplete = isComplete
        self.seconds = seconds
    }

    /// The paths of the inputs in which there was nothing but line ends.
    public var emptyInputs: [String] { files.filter { $0.input.layout == nil }.map(\.input.path) }
}
