import NameMatching

extension EntityList {
    /// What there is to say of the list as one line of JSON, UTF-8.
    ///
    /// - Parameter today: the day on which its age is told.
    public func jsonLine(on today: Day) -> [UInt8] { JSONValue.object(account(on: today)).line }

    /// The members of the list's account, without what a run adds.
    func account(on today: Day) -> [(String, JSONValue)] {
        [
            ("name", .string(name)), ("path", .string(path)), ("format", .string(format.rawValue)),
            ("date", .optional(date?.description)),
            ("age_days", age(on: today).map(JSONValue.integer) ?? .null),
            ("sha256", .string(sha256)), ("entities", .integer(entities.count)),
            ("names", .integer(nameCount)),
            (
                "names_by_type",
                .object(NameKind.allCases.map { ($0.rawValue, .integer(nameCount(of: $0))) })
            ),
            ("weak_names", .integer(weakNameCount)), ("identifiers", .integer(identifierCount)),
            ("skipped", .array(skips.skips.map(EntityList.json))),
            ("previous", previous.map(EntityList.json) ?? .null),
        ]
    }

    private static func json(_ skip: ListSkips.Skip) -> JSONValue {
        .object([
            ("reason", .string(skip.reason)), ("count", .integer(skip.count)),
            ("line", skip.line > 0 ? .integer(skip.line) : .null), ("example", .text(skip.example)),
        ])
    }

    static func json(_ version: Version) -> JSONValue {
        .object([
            ("path", .string(version.path)), ("date", .optional(version.date?.description)),
            ("sha256", .string(version.sha256)), ("entities", .integer(version.entities)),
        ])
    }
}
