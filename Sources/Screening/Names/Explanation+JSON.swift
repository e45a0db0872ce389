import NameMatching

extension Searcher {
    /// The results of a name as one line of JSON, UTF-8.
    ///
    /// - Parameter name: the name as it was written.
    public static func jsonLine(of name: String, _ results: [Result]) -> [UInt8] {
        JSONValue.object([("name", .string(name)), ("results", .array(results.map(\.json)))]).line
    }
}

extension Searcher.Result {
    fileprivate var json: JSONValue {
        .object(
            [
                ("entity_id", .string(entity.id)),
                ("entity", .string(entity.primaryName)),
                ("alias", .string(alias.text)),
                ("alias_type", .string(alias.kind.rawValue)),
                ("score", .score(score)),
                ("hit", .boolean(isHit)),
                ("band", .optional(band?.rawValue)),
                ("reason", .string(explanation.reason)),
                ("list", .string(list)),
                ("listed_on", .optional(entity.listedOn?.description)),
                ("delisted_on", .optional(entity.delistedOn?.description)),
            ] + explanation.members)
    }
}

extension Explanation {
    /// The parts of the explanation as members of an object.
    fileprivate var members: [(String, JSONValue)] {
        [
            ("met", .array(met.map(\.json))),
            ("missing", .array(missing.map(\.json))),
            ("beside", .array(beside.map(\.json))),
            ("ignored", .array(ignored.map(\.json))),
            ("against", .array(against.map { .string($0.name) })),
            ("same_written", .boolean(isSameWritten)),
        ]
    }
}

extension Explanation.Pair {
    fileprivate var json: JSONValue {
        .object([
            ("written", .string(written)), ("listed", .string(listed)),
            ("relation", .string(relation.rawValue)), ("similarity", .number(similarity)),
            ("weight", .number(weight)),
        ])
    }
}

extension Explanation.Word {
    fileprivate var json: JSONValue {
        .object([
            ("text", .string(text)), ("class", .string(kind.name)), ("weight", .number(weight)),
            ("tail", .boolean(isTail)),
        ])
    }
}

extension JSONValue {
    /// A score as a number.
    static func score(_ score: Score) -> JSONValue { .number(score.value) }
}
