import Screening

/// The lists that a command is given, each with the version before, if any.
struct ListArguments: Sendable {
    static let list = Option.value(
        "list", "PATH", repeatable: true,
        "A list of entities; may be given several times. Default: the built-in one, the 28 entities of 9 October 2019."
    )

    static let previous = Option.value(
        "previous", "PATH", repeatable: true,
        "The version of the list before this one: where the list has over \(EntityList.toleratedLoss) % fewer entities, "
            + "nothing is done (exit 2). With several lists one for each, in the same order; a list without an earlier "
            + "version is its own.")

    /// In the order given; none: the built-in list.
    let files: [(path: String, previous: String?)]

    /// - Parameter operands: further lists, behind those of `--list`.
    init(_ arguments: ParsedArguments, operands: [String] = []) throws(UsageError) {
        let paths = arguments.values(of: ListArguments.list.name) + operands
        let previous = arguments.values(of: ListArguments.previous.name)
        guard previous.isEmpty || previous.count == paths.count else {
            let times = { (count: Int) in count == 1 ? "once" : "\(count) times" }
            if paths.isEmpty {
                throw UsageError(
                    "--previous is given without --list; expected is --list NEW --previous OLD. The built-in list has no "
                        + "earlier version")
            }
            throw UsageError(
                "--list is given \(times(paths.count)) and --previous \(times(previous.count)); expected is one "
                    + "--previous for each --list, in the same order. A list without an earlier version is its own: "
                    + "give its path again")
        }
        files = paths.enumerated().map { place, path in
            (path, previous.isEmpty ? nil : previous[place])
        }
    }

    /// Reads the lists.
    func catalog() throws(ScreeningError) -> ListCatalog { try ListCatalog(files: files) }
}

extension Console {
    /// Says of each list that is old that it is.
    static func reportAge(of lists: [EntityList], on today: Day = .today) {
        for notice in lists.compactMap({ $0.ageNotice(on: today) }) { report(notice) }
    }
}
