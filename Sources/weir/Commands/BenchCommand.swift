import CSystem
import Glibc
import Screening

extension Command {
    /// `weir bench`
    static let bench = Command(
        name: "bench", summary: "Measure what screening your records costs, stage by stage.",
        operands: "FILE…",
        details: [
            "Screens the records of the files as weir screen does with one worker, but writes no hits: it prints how "
                + "many records, parties and new names there are, how fast they are screened, how much memory it "
                + "takes, and what each stage's part in it is.",
            "The stages: read (bytes from the file, decoded, cut into records), cells (the cells that hold a party), "
                + "look-up (names seen lately, whose answer is known), fold (letters of the other names to words), "
                + "sift (whether the words could mean anybody listed), and for names that pass this sieve: terms, "
                + "faces (what the words could stand for), candidates (listed names, and how much they could score), "
                + "score (scores and reasons); write (rows of hits).",
            "Times are of the processor: neither a slow disk nor other programs are in them. The first five stages' "
                + "times are differences of passes over the same records, the others are added up name by name; the "
                + "median of all runs holds, and ± is half the range of the whole. Several workers are nearly as "
                + "many times as fast: weir screen --summary has the time of a real run.",
            "Exit: 0 done, 2 could not run, 3 done but records were rejected.",
        ],
        options: ScreenOptions.rows(
            "list", "party", "threshold", "delimiter", "encoding", "no-header", WordOption.words.name) + [
                .value(
                    "records", "N",
                    "Measure the first N records, and those that are read with them. Default: as many as are screened "
                        + "in a second."),
                .value("runs", "N", "How often every stage is measured. Default: 5."),
                .value(
                    "format", "FORMAT", choices: ReportFormat.allCases.map(\.rawValue),
                    "text (default), for people; csv: figure,value; or jsonl: one JSON object."),
            ],
        examples: [
            ("weir bench --list my-list.csv shipments.csv", "What a list costs on real records."),
            (
                "weir bench --format jsonl shipments.csv | jq .records_per_second",
                "One figure, to be kept and compared."
            ),
        ]
    ) { arguments in
        weir_begin_building()
        let inputs = arguments.operands
        guard !inputs.isEmpty else {
            throw UsageError("weir bench needs records to screen: weir bench FILE, as for weir screen")
        }
        let format = try arguments.choice("format", as: ReportFormat.self) ?? .text
        var measured = StageMeter.Options()
        measured.records = try arguments.number("records", in: 1...Int.max)
        if let runs = try arguments.number("runs", in: 1...1_000) { measured.runs = runs }
        var options = try ScreenOptions.work(arguments)
        options.words = try arguments.words()
        let meter = StageMeter(
            catalog: try ListCatalog(paths: arguments.values(of: "list")), options: options)
        weir_end_building()
        let runs = measured.runs
        if isatty(STDERR_FILENO) == 1 {
            measured.begin = { records in
                Console.report(
                    "measuring \(Console.count(records, "record", "records")), "
                        + Console.count(runs, "round", "rounds"))
            }
        }
        let report = try meter.measure(inputs, measured)
        var output = try BufferedOutput(path: "-")
        switch format {
        case .text: try output.write(whole: Array(StageReportText.lines(of: report).utf8))
        case .csv: try output.write(whole: report.csv)
        case .jsonl: try output.write(whole: report.jsonLine)
        }
        return report.counts.rejected > 0 ? ExitCode.rejected : ExitCode.done
    }

    /// How the figures are written.
    private enum ReportFormat: String, CaseIterable { case text, csv, jsonl }
}
