import Screening

extension Command {
    /// `weir compare`
    static let compare = Command(
        name: "compare", summary: "Score two names, or a file of pairs.", operands: "[NAME NAME]",
        details: [
            "Scores how strongly one name speaks for the other, without a list: words weigh what names at large "
                + "say of them. The score is not cut at a threshold, and the order of the two makes no difference.",
            "Below the score of one pair stands why: which words met and how, with how alike they are and how much "
                + "they say about who is meant, what is missing or stands beside, and what speaks against. One of "
                + "the names, whichever makes the better score, is taken for the listed one.",
            "With --pairs the names come from CSV with the columns name1 and name2; the same records come out, "
                + "with score and reason added.",
        ],
        options: [
            .value("pairs", "PATH", "Compare the pairs of a file; - is standard input."),
            WordOption.words,
            .value("output", "PATH", short: "o", "Where the rows go. Default: standard output."),
        ],
        examples: [
            ("weir compare 'HIK VISION LTD' 'Hangzhou Hikvision'", "One pair."),
            ("weir compare --pairs pairs.csv > scored.csv", "A score for every pair."),
        ]
    ) { arguments in
        guard let path = arguments.value(of: "pairs") else {
            try arguments.expectOperands(exactly: 2, of: "compare", called: "two names, or --pairs FILE")
            Console.print(
                try explained(arguments.operands[0], arguments.operands[1], words: arguments.words()))
            return ExitCode.done
        }
        try arguments.expectOperands(exactly: 0, of: "compare", called: "either two names or --pairs FILE")
        let rejected = try PairRun.compare(
            path: path, words: arguments.words(), output: arguments.value(of: "output") ?? "-",
            reportReject: { Console.report($0) })
        return rejected > 0 ? ExitCode.rejected : ExitCode.done
    }

    /// A line for each name in which there is nothing to go by.
    private static func blanks(among names: [String], words: Words) -> String {
        let reader = NameReader(words: words)
        var text = ""
        for name in names {
            let reading = reader.reading(of: name)
            if reading.terms.isEmpty { text += "\(Console.heading(name))\n\(Console.nothingRead)" }
        }
        return text
    }

    private static func explained(_ first: String, _ second: String, words: Words) -> String {
        let comparison = NameComparer(words: words).compare(first, second)
        let summary =
            "\(comparison.score)  \(comparison.reason.isEmpty ? "nothing met" : comparison.reason)\n"
        guard comparison.score > Score(0) else {
            return summary + blanks(among: [first, second], words: words)
        }
        let (written, listed) = comparison.isFirstListed ? (second, first) : (first, second)
        return summary
            + "  as written: \(Console.heading(written))\n  as listed:  \(Console.heading(listed))\n"
            + ExplanationText.lines(of: comparison.explanation, indentation: 2)
    }
}

extension ParsedArguments {
    func expectOperands(exactly count: Int, of command: String, called expectation: String) throws(UsageError)
    {
        guard operands.count != count else { return }
        throw UsageError(
            "weir \(command) needs \(expectation); given \(operands.count == 1 ? "was" : "were") "
                + (operands.isEmpty ? "none" : operands.map { "“\($0)”" }.joined(separator: ", ")))
    }
}
