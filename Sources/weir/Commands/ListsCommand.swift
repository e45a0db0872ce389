import Screening

extension Command {
    /// `weir lists`
    static let lists = Command(
        name: "lists", summary: "Show the built-in list and others: entities, names, dates, hashes.",
        details: [
            "Says of each list what a summary says of it: how many entities and names it has, its date (the newest "
                + "on it, else its file's) and the SHA-256 of its bytes."
        ],
        options: [.value("list", "PATH", repeatable: true, "Show this list as well.")],
        examples: [("weir lists --list my-list.csv", "What is on my-list.csv, if it can be read as a list.")]
    ) { arguments in
        try arguments.expectOperands(atMost: 0, of: "lists")
        var lists = [try EntityList.builtIn()]
        for path in arguments.values(of: "list") { lists.append(try EntityList(path: path)) }
        Console.print(lists.map(description).joined(separator: "\n"))
        return ExitCode.done
    }

    private static func description(of list: EntityList) -> String {
        var names: [String] = []
        for kind in NameKind.allCases {
            let count = list.entities.reduce(0) { $0 + $1.names.count { $0.kind == kind } }
            if count > 0 { names.append("\(Console.grouped(count)) \(kind.rawValue)") }
        }
        return """
            \(list.name)
              path      \(list.path)
              date      \(list.date?.description ?? "unknown")
              entities  \(Console.grouped(list.entities.count))
              names     \(Console.grouped(list.nameCount)) (\(names.joined(separator: ", ")))
              sha256    \(list.sha256)

            """
    }
}
