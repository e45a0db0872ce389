import Screening

extension Command {
    /// `weir diff OLD NEW`
    static let diff = Command(
        name: "diff", summary: "Show what changed from one version of a list to the next.",
        operands: "OLD NEW",
        details: [
            "Writes one row for each difference: change (added, removed, changed), entity_id, entity (the primary name), "
                + "field, kind (of a name: primary, alias, former, translation, before it weak; of an identifier: what "
                + "number it is), old and new. Fields: entity_id, name, entity_type, country, program, listed_on, "
                + "delisted_on, citation, license_requirement, license_policy, address, identifier, source.",
            "Each name, address or identifier that came or went is a row, with old or new empty; of what there can be "
                + "only one of, such as the primary name or the country, one row has both. An entity that was added or "
                + "removed has a row for everything that it has, its primary name first. Order alone is no difference.",
            "Entities are known again by their ids, those left by primary name and country: where publishers gave out new "
                + "ids, the row is changed, entity_id. id and entity are those of NEW, of removed entities those of OLD; "
                + "rows are in the order of the bytes of the ids.",
            "With --weights also entities that are the same, but whose hits may score otherwise (reweighed, one row each): "
                + "a word weighs less the more entities of the list have it. Hits on all others are the same on both, so "
                + "hits on NEW are those on OLD, without those on any entity of these rows, and with what weir screen "
                + "--list NEW --changed-since OLD finds.",
            "The two may be in different formats; then much may differ that is only written otherwise.",
            "Exit: 0 done, 1 something changed under --fail-on-change, 2 could not run.",
        ],
        options: [
            .value(
                "format", "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
                "csv (default) or jsonl: one JSON object a line."),
            .flag("weights", "Also show entities whose names only weigh otherwise."),
            WordOption.words,
            .flag("fail-on-change", "Exit with 1 if there is a difference."),
        ],
        examples: [("weir diff list-2019-10.csv list-2019-11.csv", "What came, what went, what changed.")]
    ) { arguments in
        try arguments.expectOperands(exactly: 2, of: "diff", called: "two lists, OLD and NEW")
        let format = try arguments.choice("format", as: OutputFormat.self) ?? .csv
        let old = try EntityList(path: arguments.operands[0])
        let new = try EntityList(path: arguments.operands[1])
        var difference = ListDifference(from: old, to: new)
        let weighs = arguments.has("weights")
        if weighs { difference = try difference.withReweighed(words: try arguments.words()) }
        var output = try BufferedOutput(path: "-")
        try output.write(whole: difference.rows(as: format))
        if old.format != new.format {
            Console.report(
                "\(old.path) is in another format (\(old.format.title)) than \(new.path) (\(new.format.title)): "
                    + "much may differ that is only written otherwise")
        }
        let added = Console.count(difference.count(of: .added), "entity", "entities")
        Console.report(
            "\(added) added, \(Console.grouped(difference.count(of: .removed))) removed, "
                + "\(Console.grouped(difference.count(of: .changed))) changed"
                + (weighs ? ", \(Console.grouped(difference.count(of: .reweighed))) reweighed" : ""))
        return arguments.has("fail-on-change") && !difference.changes.isEmpty
            ? ExitCode.changes : ExitCode.done
    }
}
