import Screening

extension Command {
    /// `weir evaluate`
    static let evaluate = Command(
        name: "evaluate", summary: "Measure the score on labelled pairs: precision, recall, F1, AUC.",
        details: [
            "Reads CSV with the columns name1, name2 and is_match (true or false, 1 or 0) and prints, for every "
                + "threshold, how many of the pairs found are right (precision), how many of the right ones are "
                + "found (recall) and F1; then the best threshold and the area under the ROC curve."
        ],
        options: [
            .value("pairs", "PATH", "The labelled pairs; - is standard input. Required."),
            WordOption.words,
        ],
        examples: [("weir evaluate --pairs labelled.csv", "The table.")]
    ) { arguments in
        guard let path = arguments.value(of: "pairs") else {
            throw UsageError(
                "weir evaluate needs the labelled pairs: --pairs FILE, CSV with name1,name2,is_match")
        }
        try arguments.expectOperands(atMost: 0, of: "evaluate")
        let (evaluation, rejected) = try PairRun.evaluate(
            path: path, words: arguments.words(), reportReject: { Console.report($0) })
        Console.print(table(of: evaluation))
        return rejected > 0 ? ExitCode.rejected : ExitCode.done
    }

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
        let area = evaluation.areaUnderCurve.map { Score($0).description } ?? "unknown (all labels are alike)"
        lines.append("AUC \(area); \(evaluation.matchCount) pairs match, \(evaluation.otherCount) don't")
        return lines.joined(separator: "\n") + "\n"
    }
}
