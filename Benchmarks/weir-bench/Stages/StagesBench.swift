import NameMatching
import Screening

/// What every stage takes, on generated files and lists: reading, the index, screening, and matching by script.
struct StagesBench {
    private let options: BenchOptions
    private let lists: [BenchList]
    private let runs: Int

    init(_ options: BenchOptions) throws(ScreeningError) {
        self.options = options
        guard !options.files.isEmpty else { options.fail("stages wants files of weir-bench generate") }
        let paths = options.all("list")
        var lists: [BenchList] = []
        for path in paths.isEmpty ? ["built-in"] : paths { lists.append(try BenchList(path)) }
        self.lists = lists
        runs = max(1, options.number("runs", default: 5))
    }

    func run() throws(ScreeningError) {
        var figures: [StageFigure] = []
        var reports: [StagesReport.Screening] = []
        for path in options.files {
            let reading = ReadingStages(path)
            for round in 1...runs { figures += reading.figures(round: round) + [reference(path, round)] }
            let label = FileBytes.baseName(of: path)
            for list in lists {
                let report = try screening(path, list)
                reports.append(.init(file: label, list: list.label, report: report))
                figures += rounds(of: report, label, list)
            }
        }
        // Names by script are of the first file.
        let names = ScriptNames(options.files[0], most: options.number("names", default: 50_000))
        for list in lists {
            let listed = try catalog(list).names
            var index = NameIndex(names: listed)
            for round in 1...runs {
                let meter = ThreadMeter()
                index = NameIndex(names: listed)
                let taken = meter.taken
                figures.append(
                    StageFigure(
                        key: .init(part: "index", list: list.label, stage: "index"), unit: "listed names",
                        count: listed.count, bytes: 0, round: round, seconds: taken.seconds,
                        allocations: taken.allocations))
            }
            let scripts = ScriptStages(
                label: FileBytes.baseName(of: options.files[0]), list: list, index: index, names: names)
            for round in 1...runs { figures += scripts.figures(round: round) }
        }
        let folder = RunFolder(options, name: "stages", title: "What each stage takes")
        let report = StagesReport(figures: figures, screenings: reports)
        folder.write(report.bars.svg, to: "stages")
        FileBytes.write(StageFigure.csv(figures), to: "\(folder.path)/results.csv")
        folder.write(page: report.page)
    }

    private func catalog(_ list: BenchList) throws(ScreeningError) -> ListCatalog {
        try ListCatalog(paths: list.path.map { [$0] } ?? [])
    }

    private func screening(_ path: String, _ list: BenchList) throws(ScreeningError) -> StageReport {
        let meter = StageMeter(
            catalog: try catalog(list), options: ScreeningOptions(),
            countAllocations: ThreadMeter.countAllocations)
        var measured = StageMeter.Options()
        measured.runs = runs
        measured.seconds = options.number("seconds", default: 1.0)
        let records = options.number("records", default: 0)
        if records > 0 { measured.records = records }
        return try meter.measure([path], measured)
    }

    private func rounds(of report: StageReport, _ file: String, _ list: BenchList) -> [StageFigure] {
        report.rounds.enumerated().flatMap { round, seconds in
            zip(report.rows, seconds).map { row, seconds in
                StageFigure(
                    key: .init(
                        part: "screening", file: file, list: list.label, stage: row.stage.rawValue),
                    unit: row.unit, count: row.count, bytes: report.bytes, round: round + 1,
                    seconds: seconds, allocations: row.allocations ?? 0)
            }
        }
    }

    /// The fixed loop, for the seconds that it would take for the file.
    private func reference(_ path: String, _ round: Int) -> StageFigure {
        let bytes = FileBytes.size(of: path)
        return StageFigure(
            key: .init(part: "reference", file: FileBytes.baseName(of: path), stage: "reference"),
            unit: "bytes",
            count: bytes, bytes: bytes, round: round,
            seconds: Reference(path).secondsPerByte() * Double(bytes), allocations: 0)
    }
}
