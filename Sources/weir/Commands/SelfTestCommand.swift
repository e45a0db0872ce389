import Screening

extension Command {
    /// `weir selftest`
    static let selftest = Command(
        name: "selftest", summary: "Test whether changed names of a list are still found.",
        details: [
            "Changes every name of the list in the ways in which names change in trade documents (legal forms, "
                + "abbreviations, spaces, typing errors, order, cut fields, text around the name, scripts), screens "
                + "the changed names against the list, and prints for each way how many were found at each threshold "
                + "(recall). A changed name is found if the entity that it was made from is among the hits.",
            "A name that was cut until it says no longer whom it means, or that now reads like another entity's, "
                + "doesn't count; how many were left out so is shown.",
            "The same list, seed and version give the same table.",
        ],
        options: [
            .value(
                "list", "PATH", repeatable: true,
                "Test this list; may be given several times. Default: the built-in one."),
            .value(
                "threshold", "X,…",
                "The thresholds to measure at, each 0 to 1. Default: 0.60,0.70,0.75,0.80,0.90."),
            WordOption.words,
            .value("seed", "N", "Another seed makes other mutants. Default: 1."),
            .value(
                "output", "PATH", short: "o",
                "Write every mutant to a file, as CSV: entity_id, name, mutant, phenomenon, best_score, "
                    + "found_entity, found (yes or no, at the default threshold), score."),
        ],
        examples: [
            ("weir selftest --list my-list.csv", "The table for a list."),
            (
                "weir selftest --output mutants.csv",
                "Every mutant as well: those with found = no were missed."
            ),
        ]
    ) { arguments in
        try arguments.expectOperands(atMost: 0, of: "selftest")
        var options = SelfTest.Options()
        if let text = arguments.value(of: "threshold") { options.thresholds = try thresholds(text) }
        if let seed = try arguments.number("seed", in: 0...Int.max) { options.seed = UInt64(seed) }
        options.words = try arguments.words()
        let path = arguments.value(of: "output")
        if path == "-" {
            throw UsageError.value("output", "-", expected: "a file; standard output is for the table")
        }
        let lists = arguments.values(of: "list")
        let catalog = try ListCatalog(
            lists.isEmpty ? [EntityList.builtIn()] : lists.map { try EntityList(path: $0) })
        // Opened now, so that a path that can't be written shows before the work.
        var output = try path.map { try BufferedOutput(path: $0, keeping: lists) }
        let report = SelfTest(catalog: catalog, options: options).run()
        try output?.write(whole: report.csv)
        Console.print(table(of: report))
        return ExitCode.done
    }

    private static func thresholds(_ text: String) throws(UsageError) -> [Score] {
        var thresholds: [Score] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = Double(part), number >= 0, number <= 1 else {
                throw .value(
                    "threshold", text,
                    expected: "numbers from 0 to 1 with commas between them, such as 0.6,0.75")
            }
            thresholds.append(Score(number))
        }
        return thresholds
    }

    private static func table(of report: SelfTestReport) -> String {
        let rows = report.rows + [report.total]
        let width = rows.map(\.phenomenon.count).max() ?? 0
        func line(_ phenomenon: String, _ cells: [String]) -> String {
            phenomenon + String(repeating: " ", count: width - phenomenon.count)
                + cells.map { String(repeating: " ", count: max(2, 11 - $0.count)) + $0 }.joined() + "\n"
        }
        let thresholds = report.thresholds.map {
            $0 == NameIndex.defaultThreshold ? "*\(Console.decimals($0.value))" : Console.decimals($0.value)
        }
        var text = line("phenomenon", ["mutants", "left out"] + thresholds)
        for row in rows {
            let recall = report.thresholds.indices.map {
                row.recall($0).map { Score($0).description } ?? "-"
            }
            text += line(
                row.phenomenon, [Console.grouped(row.mutants), Console.grouped(row.leftOut)] + recall)
        }
        let hasDefault = report.thresholds.contains(NameIndex.defaultThreshold)
        return text + (hasDefault ? "* the default threshold\n" : "")
    }
}
