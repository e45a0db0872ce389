import Screening

/// A report of `weir bench` for people.
enum StageReportText {
    static func lines(of report: StageReport) -> String {
        head(of: report) + "\n" + counts(of: report) + "\n" + speed(of: report) + "\n" + stages(of: report)
    }

    private static func head(of report: StageReport) -> String {
        let records = Console.count(report.counts.read, "record", "records")
        let files = report.inputs.map(Console.printable).joined(separator: ", ")
        return """
            \(files): \(report.isWhole ? "all \(records)" : "the first \(records)"), \
            \(megabytes(report.bytes)) MB
            \(Console.count(report.entities, "entity", "entities")), \
            \(Console.count(report.listedNames, "name", "names")); index built in \
            \(Console.decimals(1e3 * report.indexSeconds, 1)) ms
            one worker; \(report.runs == 1 ? "1 run" : "median of \(Console.grouped(report.runs)) runs"), \
            ± \(percent(report.spread))

            """
    }

    private static func counts(of report: StageReport) -> String {
        let statistics = report.statistics
        var table = TextTable(header: ["counted", "", ""], rightAligned: [1])
        func row(_ name: String, _ count: Int, _ remark: String) {
            table.append([name, Console.grouped(count), remark])
        }
        row("records", report.counts.read, "\(Console.grouped(report.counts.rejected)) rejected")
        row(
            "parties", report.counts.parties,
            "\(ratio(report.counts.parties, report.counts.screened)) a record")
        row("seen before", statistics.cacheHits, "\(percent(report.shareSeenBefore)) of the parties")
        row("names read", report.namesRead, "the others, new or long ago")
        row(
            "past the sieve", statistics.sifted,
            "\(percent(share(statistics.sifted, report.namesRead))) of the names read")
        row(
            "candidates", statistics.candidates,
            "\(ratio(statistics.candidates, report.namesRead)) a name read")
        row("scored", statistics.scored, "\(ratio(statistics.scored, report.namesRead)) a name read")
        row("hits", report.counts.hits, "")
        return table.text
    }

    private static func speed(of report: StageReport) -> String {
        var table = TextTable(header: ["speed of one worker", ""], rightAligned: [1])
        table.append(["records/s", Console.grouped(Int(report.recordsPerSecond.rounded()))])
        table.append(["names/s", Console.grouped(Int(report.partiesPerSecond.rounded()))])
        table.append(["MB/s", Console.decimals(report.bytesPerSecond / 1e6, 1)])
        table.append(["peak memory, MB", megabytes(report.peakBytes)])
        return table.text
    }

    private static func stages(of report: StageReport) -> String {
        var table = TextTable(
            header: ["stage", "share", "ms", "ns each", "of", ""], rightAligned: [1, 2, 3, 4])
        for row in report.rows {
            table.append([
                row.stage.rawValue, percent(row.share), Console.decimals(1e3 * row.seconds, 1),
                row.count == 0 ? "-" : Console.grouped(Int(row.nanosecondsEach.rounded())),
                Console.grouped(row.count), row.unit,
            ])
        }
        let each = report.counts.read == 0 ? 0 : 1e9 * report.seconds / Double(report.counts.read)
        table.append([
            "all", percent(1), Console.decimals(1e3 * report.seconds, 1),
            Console.grouped(Int(each.rounded())),
            Console.grouped(report.counts.read), "records",
        ])
        return table.text
    }

    private static func megabytes(_ bytes: Int) -> String { Console.decimals(Double(bytes) / 1e6, 1) }

    private static func share(_ part: Int, _ whole: Int) -> Double {
        whole == 0 ? 0 : Double(part) / Double(whole)
    }

    private static func ratio(_ count: Int, _ other: Int) -> String {
        Console.decimals(share(count, other), 2)
    }

    private static func percent(_ share: Double) -> String { "\(Console.decimals(100 * share, 1)) %" }
}
