import Glibc
import Screening

/// Runs the command end to end on generated files, on lists of several sizes, with one worker and two, beside simpler
/// commands on the same files, and checks the hits.
struct ScreenBench {
    private let options: BenchOptions
    private let leastRecall: Double
    private let files: [GeneratedFile]
    private let lists: [BenchList]

    init(_ options: BenchOptions) throws(ScreeningError) {
        self.options = options
        leastRecall = options.number("recall", default: 0.95)
        guard !options.files.isEmpty else { options.fail("screen wants files of weir-bench generate") }
        let paths = options.all("list")
        var lists: [BenchList] = []
        for path in paths.isEmpty ? ["built-in"] : paths { lists.append(try BenchList(path)) }
        self.lists = lists
        files = options.files.map { GeneratedFile($0) }
    }

    func run() {
        var runner = ScreenRunner(options)
        let seconds = options.number("seconds", default: 3.0)
        let records = options.number("records", default: 0)
        var configurations: [ScreenRunner.Configuration] = []
        var others: [BesideCommand] = []
        for list in lists {
            for file in files {
                let part =
                    records > 0
                    ? file.prefix(records: records) : runner.sized(file, for: list, seconds: seconds)
                for threshold in thresholds {
                    configurations += workers.map {
                        ScreenRunner.Configuration(file: part, list: list, workers: $0, threshold: threshold)
                    }
                }
                others += beside(ScreenRunner.Configuration(file: part, list: list, workers: 1))
            }
        }
        runner.measure(configurations, beside: others)
        let folder = RunFolder(options, name: "screen", title: "Screening end to end")
        let report = ScreenReport(runner)
        folder.write(report.plot.svg, to: "speed")
        folder.write(runner.measurements, page: report.page)
        let low = report.recalls.filter { $0 < leastRecall }
        TemporaryFiles.removeAll()
        guard low.isEmpty else {
            stop(
                "a recall of \(fixed(low.min()!, 3)) is under --recall \(fixed(leastRecall, 3)): the speed is worth nothing"
            )
        }
    }

    private var workers: [Int] { options.numbers("workers", default: [1, 2]) }

    private var thresholds: [String] {
        options.text("threshold").map { $0.split(separator: ",").map(String.init) } ?? [""]
    }

    private func beside(_ configuration: ScreenRunner.Configuration) -> [BesideCommand] {
        let file = configuration.file.path
        let patterns = TemporaryFiles.path("\(configuration.list.label)-patterns.txt")
        configuration.list.writePatterns(to: patterns)
        return [
            BesideCommand(name: "wc -l", words: ["wc", "-l", file], configuration: configuration),
            BesideCommand(
                name: "rg -F", words: ["rg", "-F", "-c", "-j", "1", "-f", patterns, file],
                configuration: configuration),
        ]
    }
}
