import Screening

/// The page and the plot of runs of the command end to end.
struct ScreenReport {
    private let runner: ScreenRunner
    private let summaries: [Summary]

    init(_ runner: ScreenRunner) {
        self.runner = runner
        summaries = Summary.all(runner.measurements)
    }

    /// Fewer planted names than these say nothing by themselves: one missed of five is no recall of .8.
    private static let fewPlanted = 100

    /// The recall of every list and file that has planted names enough, and of all together.
    var recalls: [Double] {
        let checks = runner.checks.map(\.check)
        let planted = checks.reduce(0) { $0 + $1.planted }
        let found = checks.reduce(0) { $0 + $1.found }
        return checks.filter { $0.planted >= ScreenReport.fewPlanted }.compactMap(\.recall)
            + (planted > 0 ? [Double(found) / Double(planted)] : [])
    }

    var page: String {
        """
        Medians. A core's speed is distinct party names by user CPU, with reading, writing and start-up; net of start-up
        in the column after it. `x reference` is user CPU as a multiple of hashing all fields of the file byte by byte,
        measured beside every run: compare it, not seconds, between runs. Spread is half the range of the user CPU.

        \(speeds)
        ## Two workers

        \(workers)
        \(builds)## Beside other commands

        Wall time of Weir as a multiple of the other's in the same round. None of them does the work: `wc -l` counts
        lines, the reference hashes fields, `rg -F` finds exact strings of the list.

        \(others)
        ## Hits

        \(hits)
        \(phenomena)
        """
    }

    /// A core's speed over the size of the list.
    var plot: SeriesPlot {
        var order: [String] = []
        var points: [String: [(x: Double, y: Double)]] = [:]
        for one in weir where one.key.workers == 1 {
            let name = one.key.threshold == "default" ? one.key.file : "\(one.key.file), \(one.key.threshold)"
            if points[name] == nil { order.append(name) }
            points[name, default: []].append((Double(one.listedNames), one.distinctNamesPerCore))
        }
        return SeriesPlot(
            title: "A core's speed by the size of the list", x: "names on the list",
            y: "distinct names a second of user CPU",
            series: order.map { .init(name: $0, points: points[$0]!) })
    }

    private var weir: [Summary] { summaries.filter { $0.key.command == ScreenRunner.weir } }

    private func startUp(of one: Summary) -> Summary? {
        summaries.first {
            $0.key.command == ScreenRunner.startUp && $0.key.list == one.key.list
                && $0.key.threshold == one.key.threshold
        }
    }

    private var speeds: String {
        var table = MarkdownTable(
            ["list", "file", "threshold"],
            [
                "listed names", "records", "distinct names", "workers", "wall s", "user s", "spread",
                "records/s",
                "names/s a core", "net of start-up", "peak MB", "x reference",
            ])
        for one in weir {
            let net = startUp(of: one).map { Double(one.distinctNames) / (one.userSeconds - $0.userSeconds) }
            table.add(
                one.key.list, one.key.file, one.key.threshold, grouped(one.listedNames), grouped(one.records),
                grouped(one.distinctNames), "\(one.key.workers)", fixed(one.seconds, 2),
                fixed(one.userSeconds, 2),
                "\(fixed(100 * one.spread, 0)) %", grouped(one.recordsPerSecond),
                grouped(one.distinctNamesPerCore),
                grouped(net ?? 0), fixed(one.peakMegabytes, 0), fixed(one.referenceRatio, 1))
        }
        var starts = MarkdownTable(
            ["start-up: list", "threshold"], ["listed names", "wall s", "user s", "peak MB"])
        for one in summaries where one.key.command == ScreenRunner.startUp {
            starts.add(
                one.key.list, one.key.threshold, grouped(one.listedNames), fixed(one.seconds, 3),
                fixed(one.userSeconds, 3), fixed(one.peakMegabytes, 0))
        }
        return table.markdown + "\n" + starts.markdown
    }

    private var workers: String {
        var table = MarkdownTable(
            ["list", "file", "threshold"], ["workers", "wall / one worker", "user / one worker"])
        for one in weir where one.key.workers > 1 {
            var key = one.key
            key.workers = 1
            guard let single = weir.first(where: { $0.key == key }), let ratio = one.wallRatio(to: single)
            else {
                continue
            }
            table.add(
                one.key.list, one.key.file, one.key.threshold, "\(one.key.workers)", fixed(ratio, 2),
                fixed(one.userSeconds / single.userSeconds, 2))
        }
        return table.markdown
    }

    /// Other builds of the command, each as a multiple of the first in the same round; nothing where there are none.
    private var builds: String {
        guard !runner.otherBuilds.isEmpty else { return "" }
        var table = MarkdownTable(
            ["list", "file", "threshold", "hits"], ["workers", "build", "user / first", "wall / first"])
        for number in runner.otherBuilds.indices {
            let name = ScreenRunner.command(ofBuild: number)
            for one in summaries where one.key.command == name {
                var key = one.key
                key.command = ScreenRunner.weir
                guard let first = weir.first(where: { $0.key == key }),
                    let user = one.userRatio(to: first), let wall = one.wallRatio(to: first)
                else { continue }
                table.add(
                    key.list, key.file, key.threshold,
                    runner.differing.contains(one.key) ? "others" : "the same",
                    "\(key.workers)", "#\(number + 2)", fixed(user, 3), fixed(wall, 3))
            }
        }
        return "## Other builds\n\n\(table.markdown)\n"
    }

    private var others: String {
        var table = MarkdownTable(
            ["list", "file"], ["workers", "beside", "its wall s", "its MB/s", "Weir / it", "Weir is"])
        for one in weir
        where one.key.threshold == "default" || weir.allSatisfy({ $0.key.threshold != "default" }) {
            func add(_ name: String, _ seconds: Double, _ ratio: Double) {
                table.add(
                    one.key.list, one.key.file, "\(one.key.workers)", name, fixed(seconds, 3),
                    grouped(Double(one.bytes) / 1e6 / seconds), fixed(ratio, 2),
                    ratio > 1 ? "slower" : "faster")
            }
            add("reference", one.referenceSeconds, one.referenceWallRatio)
            for name in ["wc -l", "rg -F"] {
                let other = summaries.first {
                    $0.key.command == name && $0.key.list == one.key.list && $0.key.file == one.key.file
                }
                guard let other, let ratio = one.wallRatio(to: other) else { continue }
                add(name, other.seconds, ratio)
            }
        }
        return table.markdown
    }

    private var hits: String {
        var table = MarkdownTable(
            ["list", "file", "threshold"], ["planted", "found", "recall", "other hits", "… a million names"])
        for (configuration, check, _) in runner.checks {
            table.add(
                configuration.list.label, configuration.file.label,
                configuration.threshold.isEmpty ? "default" : configuration.threshold, grouped(check.planted),
                grouped(check.found), check.recall.map { fixed($0, 3) } ?? "–", grouped(check.others),
                grouped(1e6 * Double(check.others) / Double(configuration.file.names)))
        }
        return table.markdown
    }

    /// Recall by phenomenon, all files, lists and thresholds together.
    private var phenomena: String {
        var table = MarkdownTable(["phenomenon"], ["planted", "found", "recall"])
        for name in [PlantedNames.unchanged] + Phenomenon.all.map(\.name) {
            let counts = runner.checks.compactMap { $0.check.byPhenomenon[name] }
            let planted = counts.reduce(0) { $0 + $1.planted }
            guard planted > 0 else { continue }
            let found = counts.reduce(0) { $0 + $1.found }
            table.add(name, grouped(planted), grouped(found), fixed(Double(found) / Double(planted), 3))
        }
        return table.markdown
    }
}
