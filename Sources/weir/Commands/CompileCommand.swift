import Screening

extension Command {
    /// `weir compile`
    static let compile = Command(
        name: "compile",
        summary: "Make one file of lists and the index of their names, which is ready at once.",
        operands: "LIST…",
        details: [
            "Reads lists in any format and writes a file that --list takes like any other list; runs map it into "
                + "memory instead of reading and indexing the lists again. Hits are the same, and so are the lists' "
                + "names, dates and hashes in a summary.",
            "The index serves its threshold and every higher one, names read with the same --words, and a run with "
                + "no other list. Where something else is asked for, or another Weir or ICU asks, the names in the "
                + "file are indexed anew, which is said on standard error.",
            "A file that is damaged, cut off or of another layout is refused. The output is replaced when all of it "
                + "is written, so that runs that use an earlier one go on with that; don't copy over a file in use.",
            "Exit: 0 done; 2 could not run.",
        ],
        options: [
            .value("output", "FILE", "Where it is written. Required."),
            .value(
                "threshold", "X",
                "The lowest threshold that the index serves, 0 to 1. Default: \(NameIndex.defaultThreshold)."),
            WordOption.words,
        ],
        examples: [
            ("weir compile sdn.csv eu.csv --output all.weir", "Two lists as one file."),
            ("weir screen --list all.weir manifest.csv", "Screens against it."),
        ]
    ) { arguments in
        guard !arguments.operands.isEmpty else {
            throw UsageError("no list is given; expected is weir compile LIST… --output FILE")
        }
        guard let output = arguments.value(of: "output") else {
            throw UsageError("no output is given; expected is --output FILE, such as --output lists.weir")
        }
        guard output != "-" else {
            throw UsageError.value("output", "-", expected: "a file, which can be mapped into memory")
        }
        let threshold = try arguments.score("threshold") ?? NameIndex.defaultThreshold
        let catalog = try ListCatalog(paths: arguments.operands)
        let bytes = catalog.compiled(threshold: threshold, words: try arguments.words())
        let inputs = arguments.operands + arguments.values(of: WordOption.words.name)
        try BufferedOutput.replace(output, with: bytes, keeping: inputs)
        let lists = catalog.lists
        let left = lists.reduce(0) { $0 + $1.skips.skips.reduce(0) { $0 + $1.count } }
        Console.report(
            "\(output): \(Console.count(lists.count, "list", "lists")), "
                + "\(Console.count(catalog.entries.count, "entity", "entities")), "
                + "\(Console.count(catalog.names.count, "name", "names")), \(Console.grouped((bytes.count + 0xFFFFF) >> 20)) MiB"
                + (left > 0
                    ? "; \(Console.grouped(left)) things on the lists were left out or merged: weir lists \(output)"
                    : ""))
        return ExitCode.done
    }
}
