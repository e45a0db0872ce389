import Screening

extension Command {
    /// `weir search`
    static let search = Command(
        name: "search", summary: "Look a name up on the lists: the best entities, fully explained.",
        operands: "[NAME…]",
        details: [
            "Shows for each name the entities that it could mean, best first: the listed name that was met, the "
                + "score, whether screening calls it a hit (from \(NameIndex.defaultThreshold) on) and how sure (strong "
                + "from \(Band.strongFrom) on, else possible), and why: the words that met and how, with how alike they "
                + "are and how much they say about who is meant; what is missing, what stands beside, what is "
                + "ignored, and what speaks against.",
            "Quote a name of several words. Without a name the lines of standard input are read, one name a "
                + "line, in UTF-8. With jsonl every name is one object with its results.",
            "Exit: 0 done, found or not; 2 could not run; 3 done but lines were passed over.",
        ],
        options: [
            ListArguments.list, ListArguments.previous,
            .value("top", "N", "At most N entities a name. Default: \(Searcher.defaultTop)."),
            .value(
                "threshold", "X",
                "The least score that is shown, 0 to 1. Default: \(Searcher.defaultThreshold), so that what was "
                    + "nearly a hit shows."),
            WordOption.words,
            .value("format", "FORMAT", choices: NameFormat.allCases.map(\.rawValue), NameFormat.help),
        ],
        examples: [
            ("weir search 'HIK VISION INDIA PVT LTD'", "Who this could be, and why."),
            ("weir search --list my-list.csv --top 1 < names.txt", "The best entity of every line."),
        ]
    ) { arguments in
        let format = try arguments.choice("format", as: NameFormat.self) ?? .text
        let threshold = try arguments.score("threshold") ?? Searcher.defaultThreshold
        let top = try arguments.number("top", in: 1...Int.max) ?? Searcher.defaultTop
        let catalog = try ListArguments(arguments).catalog()
        let words = try arguments.words()
        Console.reportIndexing(of: catalog, threshold, words)
        let searcher = Searcher(catalog: catalog, top: top, threshold: threshold, words: words)
        let reader = NameReader(words: words)
        return try arguments.answerNames { name, number in
            let results = searcher.results(for: name)
            if format == .jsonl { return Searcher.jsonLine(of: name, results) }
            let isEmpty = results.isEmpty && reader.reading(of: name).terms.isEmpty
            let text =
                Console.heading(name) + "\n" + (isEmpty ? Console.nothingRead : answer(results, threshold))
            return Array((number == 0 ? text : "\n" + text).utf8)
        }
    }

    private static func answer(_ results: [Searcher.Result], _ threshold: Score) -> String {
        guard !results.isEmpty else {
            return threshold == Score(0)
                ? "  no entity has a word in common with it\n"
                : "  no entity scores \(threshold) or more; --threshold X shows weaker ones\n"
        }
        return results.map(entry).joined(separator: "\n")
    }

    private static func entry(_ result: Searcher.Result) -> String {
        let band = result.band.map { "hit, \($0.rawValue)" } ?? "no hit (under \(NameIndex.defaultThreshold))"
        var text =
            "  \(result.score)  \(band)  \(result.entity.id)  \(Console.heading(result.entity.primaryName))\n"
        let weak = result.alias.isWeak ? ", weak" : ""
        text += "    met   \(Console.heading(result.alias.text)) (\(result.alias.kind.rawValue)\(weak))\n"
        text += "    list  \(result.list)\(listing(of: result.entity))\n"
        return text + ExplanationText.lines(of: result.explanation, indentation: 4)
    }

    private static func listing(of entity: Entity) -> String {
        let listed = entity.listedOn.map { ", listed on \($0)" } ?? ""
        let delisted = entity.delistedOn.map { ", delisted on \($0)" } ?? ""
        return listed + delisted
    }
}
