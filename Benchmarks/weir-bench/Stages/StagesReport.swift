import Screening

/// The page of a run of `weir-bench stages`.
struct StagesReport {
    /// One file on one list.
    struct Screening {
        let file: String
        let list: String
        let report: StageReport
    }

    private let summaries: [StageSummary]
    private let screenings: [Screening]

    init(figures: [StageFigure], screenings: [Screening]) {
        summaries = StageSummary.all(figures)
        self.screenings = screenings
    }

    var page: String {
        """
        Medians of processor time, one thread. `x reference` is a multiple of hashing all fields of the file byte by byte,
        measured in the same rounds. Allocations are calls of malloc, calloc and realloc.

        ## Reading

        `scan` marks the file's bytes in memory; `read` takes chunks from the file, its marks with it; `records` walks
        these, and `fields` notes where the fields end.

        \(reading)
        ## Building the index

        \(indexes)
        ## Screening

        As `weir bench` measures it: shares of all stages.

        \(shares)
        Nanoseconds for one of what the stage is done to (records; parties; names read; names past the sieve; candidates
        scored; hits), and allocations.

        \(costs)
        ![shares of the stages](stages.svg)

        ## By script

        Names that are all distinct. `normalise` folds a name and reads it as terms, past the sieve or not; then ns a
        name, and the same of all stages behind the sieve for one that passes it.

        \(scripts)
        """
    }

    /// The shares of the stages on each file and list.
    var bars: StackedBars {
        StackedBars(
            title: "Which part of screening each stage takes",
            parts: ScreeningStage.allCases.map(\.rawValue),
            bars: screenings.map { one in
                .init(
                    name: "\(one.file), \(one.list)",
                    remark:
                        "\(fixed(1e6 * one.report.seconds / Double(one.report.counts.read), 1)) µs a record",
                    shares: one.report.rows.map(\.share))
            })
    }

    private func of(_ part: String) -> [StageSummary] { summaries.filter { $0.key.part == part } }

    private func reference(_ file: String) -> StageSummary? {
        of("reference").first { $0.key.file == file }
    }

    private var reading: String {
        var table = MarkdownTable(
            ["file", "stage"], ["GB/s", "ns a record", "x reference", "allocations a record"])
        for one in of("reading") {
            let ratio = reference(one.key.file).map { one.seconds / $0.seconds } ?? .nan
            table.add(
                one.key.file, one.key.stage, fixed(one.gigabytesPerSecond, 2), fixed(one.nanosecondsEach, 0),
                fixed(ratio, 3), fixed(one.allocationsEach, 4))
        }
        return table.markdown
    }

    private var indexes: String {
        var table = MarkdownTable(
            ["list"], ["listed names", "ms", "ns a listed name", "allocations a listed name"])
        for one in of("index") {
            table.add(
                one.key.list, grouped(one.count), fixed(1e3 * one.seconds, 1), fixed(one.nanosecondsEach, 0),
                fixed(one.allocationsEach, 1))
        }
        return table.markdown
    }

    private var shares: String {
        var table = MarkdownTable(
            ["file", "list"],
            ["records", "names/s", "MB/s", "x reference", "spread"]
                + ScreeningStage.allCases.map { "\($0.rawValue) %" })
        for one in screenings {
            let report = one.report
            let hashing = reference(one.file).map { $0.seconds * Double(report.bytes) / Double($0.bytes) }
            table.add(
                [
                    one.file, one.list, grouped(report.counts.read), grouped(report.partiesPerSecond),
                    fixed(report.bytesPerSecond / 1e6, 1), fixed(report.seconds / (hashing ?? .nan), 1),
                    "\(fixed(100 * report.spread, 0)) %",
                ] + report.rows.map { fixed(100 * $0.share, 1) })
        }
        return table.markdown
    }

    private var costs: String {
        var table = MarkdownTable(
            ["file", "list", "figure"],
            ScreeningStage.allCases.map(\.rawValue))
        for one in screenings {
            table.add([one.file, one.list, "ns each"] + one.report.rows.map { fixed($0.each, 0) })
            table.add(
                [one.file, one.list, "allocations each"]
                    + one.report.rows.map { row in
                        fixed(Double(row.allocations ?? 0) / Double(row.count), 3)
                    })
        }
        return table.markdown
    }

    private var scripts: String {
        var table = MarkdownTable(
            ["list", "script"],
            [
                "names", "bytes a name", "normalise", "look-up", "fold", "sift", "past the sieve",
                "stages behind it", "allocations a name",
            ])
        let figures = of("script")
        for name in figures where name.key.stage == "normalise" {
            let own = figures.filter { $0.key.list == name.key.list && $0.key.script == name.key.script }
            func ns(_ stage: String) -> String {
                own.first { $0.key.stage == stage }.map { fixed($0.nanosecondsEach, 0) } ?? "–"
            }
            let behind = own.filter { one in
                [ScreeningStage.terms, .faces, .candidates, .score].contains { $0.rawValue == one.key.stage }
            }
            let past = behind.first?.count ?? 0
            let allocations = own.reduce(0) { $0 + ($1.key.stage == "normalise" ? 0 : $1.allocations) }
            table.add(
                name.key.list, name.key.script, grouped(name.count),
                fixed(Double(name.bytes) / Double(name.count), 1), ns("normalise"), ns("look-up"), ns("fold"),
                ns("sift"), "\(fixed(100 * Double(past) / Double(name.count), 1)) %",
                fixed(behind.reduce(0) { $0 + $1.nanosecondsEach }, 0),
                fixed(Double(allocations) / Double(name.count), 3))
        }
        return table.markdown
    }
}

extension StageReport.Row {
    /// Nanoseconds for one of what the stage is done to; not a number where there is none.
    fileprivate var each: Double { count == 0 ? .nan : nanosecondsEach }
}
