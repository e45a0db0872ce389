import Screening

extension Command {
    /// `weir lists`
    static let lists = Command(
        name: "lists", summary: "Show the built-in list and others: what is on them, dates, hashes.",
        operands: "[LIST…]",
        details: [
            "Says of the built-in list and of each that is given what a summary says of it: its format, its date (its "
                + "own, else the newest on it, else its file's), how many entities it has, how many names of each type "
                + "and how many identifiers, the SHA-256 of its bytes, and what of it was left out and why, with the "
                + "first line where that was so.",
            "A list without names is an error. With --previous so is one that has lost over "
                + "\(EntityList.toleratedLoss) % of its entities. Of a list that is more than "
                + "\(EntityList.daysBeforeOld) days old standard error says so.",
            "Exit: 0 done, 2 a list can't be read or has lost too much.",
        ],
        options: [
            .value(
                "list", "PATH", repeatable: true,
                "Show this list as well, as LIST does; may be given several times."),
            ListArguments.previous,
            .value("format", "FORMAT", choices: NameFormat.allCases.map(\.rawValue), NameFormat.help),
        ],
        examples: [
            ("weir lists --list my-list.csv", "What is on my-list.csv, if it can be read as a list."),
            (
                "weir lists --list new.csv --previous old.csv && mv new.csv old.csv",
                "Take a new version of a list only where it hasn't lost a tenth of the old one."
            ),
        ]
    ) { arguments in
        let format = try arguments.choice("format", as: NameFormat.self) ?? .text
        var lists = [try EntityList.builtIn()]
        for (path, previous) in try ListArguments(arguments, operands: arguments.operands).files {
            lists += try EntityList.read(path, previous: previous)
        }
        let today = Day.today
        switch format {
        case .text: Console.print(lists.map { description(of: $0, on: today) }.joined(separator: "\n"))
        case .jsonl: Console.print(String(decoding: lists.flatMap { $0.jsonLine(on: today) }, as: UTF8.self))
        }
        Console.reportAge(of: lists, on: today)
        return ExitCode.done
    }

    private static func description(of list: EntityList, on today: Day) -> String {
        var lines = [
            ("path", list.path), ("format", list.format.title), ("date", date(of: list, on: today)),
            ("entities", Console.grouped(list.entities.count)), ("names", names(of: list)),
        ]
        if list.identifierCount > 0 {
            lines.append(("numbers", Console.count(list.identifierCount, "identifier", "identifiers")))
        }
        lines.append(("sha256", list.sha256))
        for (place, skip) in list.skips.skips.enumerated() {
            lines.append((place == 0 ? "skipped" : "", skip.description))
        }
        if let previous = list.previous {
            let entities = Console.count(previous.entities, "entity", "entities")
            lines.append(("previous", "\(previous.path), \(entities)"))
        }
        return "\(Console.printable(list.name))\n"
            + lines.map { title, text in
                let padding = String(repeating: " ", count: 10 - title.count)
                return "  \(title)\(padding)\(Console.printable(text))\n"
            }.joined()
    }

    private static func date(of list: EntityList, on today: Day) -> String {
        guard let date = list.date, let age = list.age(on: today) else { return "unknown" }
        switch age {
        case ..<0: return "\(date), yet to come"
        case 0: return "\(date), today"
        default: return "\(date), \(Console.count(age, "day", "days")) ago"
        }
    }

    private static func names(of list: EntityList) -> String {
        let kinds = NameKind.allCases.map { (kind: $0, count: list.nameCount(of: $0)) }.filter {
            $0.count > 0
        }
        let counts = kinds.map { "\(Console.grouped($0.count)) \($0.kind.rawValue)" }.joined(separator: ", ")
        let weak = list.weakNameCount > 0 ? "; \(Console.grouped(list.weakNameCount)) weak" : ""
        return "\(Console.grouped(list.nameCount)) (\(counts)\(weak))"
    }
}
