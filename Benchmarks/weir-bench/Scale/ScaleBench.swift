import Screening

/// What a name costs by the size of the list, and memory by the number of records.
struct ScaleBench {
    private let options: BenchOptions
    private let file: GeneratedFile
    private let lists: [BenchList]

    /// The rows of the memory table, as far as the file has as many.
    private static let rowCounts = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]

    init(_ options: BenchOptions) throws(ScreeningError) {
        self.options = options
        file = GeneratedFile(options.file)
        var lists = [try BenchList("built-in")]
        for path in options.all("list") { lists.append(try BenchList(path)) }
        self.lists = lists.sorted { $0.names.count < $1.names.count }
    }

    func run() {
        var runner = ScreenRunner(options)
        let seconds = options.number("seconds", default: 2.0)
        let byList = lists.map { list in
            ScreenRunner.Configuration(
                file: runner.sized(file, for: list, seconds: seconds), list: list, workers: 1)
        }
        runner.measure(byList)
        var rows = ScreenRunner(options)
        rows.measure(
            ScaleBench.rowCounts.filter { $0 <= file.records }.map {
                ScreenRunner.Configuration(
                    file: file.prefix(records: $0, label: "\(file.label)-\($0)"), list: lists[0], workers: 2)
            })
        let folder = RunFolder(options, name: "scale", title: "Cost by the size of the list and by rows")
        let byLists = Summary.all(runner.measurements)
        let byRows = Summary.all(rows.measurements).filter { $0.key.command == ScreenRunner.weir }
        folder.write(listPlot(byLists).svg, to: "lists")
        folder.write(rowPlot(byRows).svg, to: "rows")
        folder.write(runner.measurements + rows.measurements, page: page(byLists, byRows))
        TemporaryFiles.removeAll()
    }

    private func page(_ lists: [Summary], _ rows: [Summary]) -> String {
        var costs = MarkdownTable(
            ["list"],
            [
                "listed names", "start-up, user s", "records", "distinct names", "user s", "µs a name, net",
                "x reference", "× the cost on the first list", "peak MB",
            ])
        let nets = nets(lists)
        for (one, start, net) in nets {
            costs.add(
                one.key.list, grouped(one.listedNames), fixed(start, 3), grouped(one.records),
                grouped(one.distinctNames), fixed(one.userSeconds, 2), fixed(1e6 * net, 2),
                fixed(one.referenceRatio, 1), fixed(net / nets[0].net, 1), fixed(one.peakMegabytes, 0))
        }
        var memory = MarkdownTable([], ["records", "MB of input", "wall s", "records/s", "peak MB"])
        for one in rows {
            memory.add(
                grouped(one.records), fixed(Double(one.bytes) / 1e6, 1), fixed(one.seconds, 2),
                grouped(one.recordsPerSecond), fixed(one.peakMegabytes, 1))
        }
        return """
            Medians. On growing lists one worker screens as many records of \(file.label) as take some seconds; the cost
            of a name is user CPU without that of a run on one record, by distinct party names.

            \(costs.markdown)
            Growing inputs on the list \(self.lists[0].label), two workers:

            \(memory.markdown)
            """
    }

    /// The user CPU of start-up and of a name on each list.
    private func nets(_ lists: [Summary]) -> [(one: Summary, start: Double, net: Double)] {
        lists.filter { $0.key.command == ScreenRunner.weir }.map { one in
            let start =
                lists.first { $0.key.command == ScreenRunner.startUp && $0.key.list == one.key.list }?
                .userSeconds
                ?? 0
            return (one, start, (one.userSeconds - start) / Double(one.distinctNames))
        }
    }

    private func listPlot(_ lists: [Summary]) -> SeriesPlot {
        let costs = nets(lists).map { (Double($0.one.listedNames), 1e6 * $0.net) }
        // What a name would cost if the cost grew with the list.
        let linear = costs.first.map { first in costs.map { ($0.0, first.1 * $0.0 / first.0) } } ?? []
        return SeriesPlot(
            title: "What a name costs by the size of the list", x: "names on the list",
            y: "µs of user CPU a distinct name, start-up not counted",
            series: [
                .init(name: "weir, \(file.label)", points: costs), .init(name: "linear", points: linear),
            ])
    }

    private func rowPlot(_ rows: [Summary]) -> SeriesPlot {
        SeriesPlot(
            title: "Memory by the length of the input", x: "records", y: "most memory held, MB",
            series: [
                .init(name: "weir", points: rows.map { (Double($0.records), $0.peakMegabytes) }),
                .init(
                    name: "the input itself",
                    points: rows.map { (Double($0.records), Double($0.bytes) / 1e6) }),
            ])
    }
}
