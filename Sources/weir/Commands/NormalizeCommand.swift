import Screening

extension Command {
    /// `weir normalize`
    static let normalize = Command(
        name: "normalize", summary: "Show what the engine sees in a name: terms, classes, weights.",
        operands: "[NAME…]",
        details: [
            "Shows the terms of each name as they are matched: folded, with their class, how much each says about "
                + "who is meant (0 to 1), and the concept that other forms of the word share. Quote a name of "
                + "several words. Without a name the lines of standard input are read, one name a line, in UTF-8.",
            "Classes: brand (a word that the lexicon doesn't know: it names somebody), generic, place, rank (of a "
                + "place), legal (form), number, initial, noise (what stands around names), address. A tail is "
                + "what stands where names have ended, behind a legal form or an address word; it counts little.",
            "A list may weigh words less than is shown here: brands that many of its entities share, and what "
                + "stands beside a brand.",
            "With jsonl every name is an object, and every line of the input one line of the output, as long as "
                + "all can be read.",
            "Exit: 0 done, 2 could not run, 3 done but lines were passed over.",
        ],
        options: [
            .value("format", "FORMAT", choices: NameFormat.allCases.map(\.rawValue), NameFormat.help),
            WordOption.words,
        ],
        examples: [
            ("weir normalize 'HANGZHOU HIK VISION TECH CO., LTD'", "One name."),
            ("cut -d, -f2 parties.csv | weir normalize --format jsonl", "A name a line."),
        ]
    ) { arguments in
        let format = try arguments.choice("format", as: NameFormat.self) ?? .text
        let reader = NameReader(understandsMistakes: true, words: try arguments.words())
        return try arguments.answerNames { name, number in
            let reading = reader.reading(of: name)
            if format == .jsonl { return reading.jsonLine(of: name) }
            let text = Console.heading(name) + "\n" + table(of: reading)
            return Array((number == 0 ? text : "\n" + text).utf8)
        }
    }

    private static func table(of reading: NameReading) -> String {
        guard !reading.terms.isEmpty else { return Console.nothingRead }
        var table = TextTable(header: ["term", "class", "weight", "concept", "remarks"], rightAligned: [2])
        for (place, term) in reading.terms.enumerated() {
            let isLast = place == reading.terms.count - 1
            table.append([
                term.text, term.kind.name, Console.decimals(term.weight, 3), term.concept,
                remarks(on: term, mayBeCut: isLast && reading.mayBeCut).joined(separator: ", "),
            ])
        }
        return table.text
            + (reading.isTruncated ? "  … (the rest is left out: no name has so many words)\n" : "")
    }

    private static func remarks(on term: NameReading.Term, mayBeCut: Bool) -> [String] {
        var remarks: [String] = []
        if !term.pinyin.isEmpty && term.concept.isEmpty { remarks.append("pinyin \(term.pinyin)") }
        if term.isMisspelled { remarks.append("misspelled") }
        if term.isRepeat { remarks.append("said before") }
        if term.isTail { remarks.append("tail") }
        if term.segment > 0 { remarks.append("of another name in the text") }
        if mayBeCut && term.concept.isEmpty { remarks.append("may be cut off") }
        return remarks
    }
}
