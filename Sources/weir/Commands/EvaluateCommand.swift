import Screening

extension Command {
    /// `weir evaluate`
    static let evaluate = Command(
        name: "evaluate", summary: "Measure the score on labelled pairs: precision, recall, F1, AUC.",
        details: [
            "Reads CSV with the columns name1, name2 and is_match (true or false, 1 or 0) and prints, for every "
                + "threshold, how many of the pairs found are right (precision), how many of the right ones are "
                + "found (recall) and F1; then the best threshold and the area under the ROC curve.",
            "With csv the table has the counts too, and AUC goes to standard error. The plot is an SVG for a "
                + "browser: the three curves, with the default threshold and the best F1 marked.",
            "Exit: 0 done, 2 could not run, 3 done but records were rejected.",
        ],
        options: [
            .value("pairs", "PATH", "The labelled pairs; - is standard input. Required."),
            WordOption.words,
            .value(
                "format", "FORMAT", choices: TableFormat.allCases.map(\.rawValue),
                "text (default), for people, or csv."),
            .value("plot", "PATH", "Draw the curves into a file, as SVG."),
        ],
        examples: [
            ("weir evaluate --pairs labelled.csv", "The table."),
            ("weir evaluate --pairs labelled.csv --plot curves.svg", "The table, and a picture of it."),
        ]
    ) { arguments in
        guard let path = arguments.value(of: "pairs") else {
            throw UsageError(
                "weir evaluate needs the labelled pairs: --pairs FILE, CSV with name1,name2,is_match")
        }
        try arguments.expectOperands(atMost: 0, of: "evaluate")
        let format = try arguments.choice("format", as: TableFormat.self) ?? .text
        let plot = arguments.value(of: "plot")
        if plot == "-" {
            throw UsageError.value("plot", "-", expected: "a file; standard output is for the table")
        }
        let (evaluation, rejected) = try PairRun.evaluate(
            path: path, words: arguments.words(), reportReject: { Console.report($0) })
        if let plot {
            var output = try BufferedOutput(path: plot, keeping: [path])
            try output.write(whole: CurvePlot(evaluation).svg)
        }
        var output = try BufferedOutput(path: "-")
        switch format {
        case .text: try output.write(whole: Array(table(of: evaluation).utf8))
        case .csv:
            try output.write(whole: evaluation.csv())
            Console.report(account(of: evaluation))
        }
        return rejected > 0 ? ExitCode.rejected : ExitCode.done
    }

    /// How the table is written.
    private enum TableFormat: String, CaseIterable { case text, csv }

    private static func table(of evaluation: Evaluation) -> String {
        var lines = ["threshold  precision  recall     F1"]
        func row(_ point: Evaluation.Point, _ remark: String = "") {
            let cells = [point.precision, point.recall, point.f1].map { Score($0).description }
            lines.append("   \(point.threshold)     \(cells.joined(separator: "  "))\(remark)")
        }
        for point in evaluation.points() {
            row(point, point.threshold == NameIndex.defaultThreshold ? "  default" : "")
        }
        row(evaluation.best, "  best F1")
        lines.append(account(of: evaluation))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func account(of evaluation: Evaluation) -> String {
        let area = evaluation.areaUnderCurve.map { Score($0).description } ?? "unknown (all labels are alike)"
        return "AUC \(area); \(Console.count(evaluation.matchCount, "matching pair", "matching pairs")), "
            + "\(Console.count(evaluation.otherCount, "other", "others"))"
    }
}
