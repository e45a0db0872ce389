import CSV

extension RunSummary {
    /// The account as JSON, UTF-8.
    public var json: [UInt8] {
        JSONValue.object([
            ("version", .string(Product.version)),
            ("icu_version", .string(Product.icuVersion)),
            ("complete", .boolean(isComplete)),
            ("records", RunSummary.records(counts)),
            ("parties", .integer(counts.parties)),
            ("hits", .integer(counts.hits)),
            ("hits_by_role", byRole(counts)),
            ("hits_by_list", byList(counts)),
            ("hits_by_band", byBand(counts)),
            ("elapsed_seconds", .number(seconds.elapsed)),
            (
                "seconds_by_stage",
                .object([
                    ("read", .number(seconds.read)), ("screen", .number(seconds.screen)),
                    ("write", .number(seconds.write)),
                ])
            ),
            ("workers", .integer(options.workers)),
            ("threshold", .number(options.threshold.value)),
            ("lists", .array(catalog.lists.enumerated().map { list($1, hits: counts.hitsByList[$0]) })),
            ("changed_since", catalog.changes.map(RunSummary.changes) ?? .null),
            ("words", .array(options.wordFiles.map(words))),
            ("options", optionsJSON),
            ("files", .array(files.map(file))),
        ]).text
    }

    private static func records(_ counts: Counts) -> JSONValue {
        .object([
            ("read", .integer(counts.read)), ("screened", .integer(counts.screened)),
            ("rejected", .integer(counts.rejected)), ("ragged", .integer(counts.ragged)),
        ])
    }

    private static func changes(_ changes: ChangedEntities) -> JSONValue {
        .object([
            ("lists", .array(changes.lists.map { EntityList.json(EntityList.Version($0)) })),
            ("added", .integer(changes.added.count)), ("changed", .integer(changes.changed.count)),
            ("reweighed", .integer(changes.reweighed.count)),
            ("removed", .integer(changes.removedIDs.count)),
        ])
    }

    /// Only roles with hits.
    private func byRole(_ counts: Counts) -> JSONValue {
        .object(
            zip(Role.allCases, counts.hitsByRole).filter { $1 > 0 }.map { ($0.rawValue, .integer($1)) })
    }

    /// Both bands.
    private func byBand(_ counts: Counts) -> JSONValue {
        .object(zip(Band.allCases, counts.hitsByBand).map { ($0.rawValue, .integer($1)) })
    }

    /// All lists; those of the same name, from different folders, together.
    private func byList(_ counts: Counts) -> JSONValue {
        var members: [(name: String, hits: Int)] = []
        for (list, hits) in zip(catalog.lists, counts.hitsByList) {
            if let place = members.firstIndex(where: { $0.name == list.name }) {
                members[place].hits += hits
            } else {
                members.append((list.name, hits))
            }
        }
        return .object(members.map { ($0.name, .integer($0.hits)) })
    }

    private func list(_ list: EntityList, hits: Int) -> JSONValue {
        .object(list.account(on: options.today) + [("hits", .integer(hits))])
    }

    private func words(_ file: WordFiles.File) -> JSONValue {
        .object([
            ("path", .string(file.path)), ("sha256", .string(file.sha256)), ("words", .integer(file.words)),
        ])
    }

    private var optionsJSON: JSONValue {
        let columns = options.columns
        let named = { (requests: [PartyRequest]) in
            JSONValue.array(requests.map { JSONValue.string("\($0.column)=\($0.role.rawValue)") })
        }
        let keep = columns.keepsAll ? ["all"] : columns.keep
        return .object([
            ("emit", .string(options.emit.rawValue)),
            ("format", .string(options.format.rawValue)),
            ("top", options.top.map(JSONValue.integer) ?? .null),
            ("party", named(columns.parties)), ("identifier", named(columns.identifiers)),
            ("keep", .array(keep.map(JSONValue.string))),
            ("header", .boolean(columns.hasHeader)),
            ("delimiter", .optional(options.delimiter.map { Agreement.name(Dialect(delimiter: $0)) })),
            ("encoding", .optional(options.encoding?.rawValue)),
            ("date", .optional(columns.date)),
            ("direction", .string(options.direction.rawValue)),
            ("strict", .boolean(options.isStrict)),
            ("max_record_bytes", .integer(options.maxRecordBytes)),
        ])
    }

    private func file(_ file: File) -> JSONValue {
        let layout = file.input.layout
        let columns = { (columns: [PartyColumn]?) in
            JSONValue.array(
                (columns ?? []).map {
                    .object([("column", .string($0.name)), ("role", .string($0.role.rawValue))])
                })
        }
        return .object([
            ("path", .string(file.input.path)),
            ("encoding", .string(file.input.encoding.rawValue)),
            ("delimiter", .string(Agreement.name(file.input.dialect))),
            ("header_line", layout?.headerLine.map(JSONValue.integer) ?? .null),
            ("party_columns", columns(layout?.parties)),
            ("identifier_columns", columns(layout?.identifiers)),
            ("records", RunSummary.records(file.counts)),
            ("parties", .integer(file.counts.parties)),
            ("hits", .integer(file.counts.hits)),
        ])
    }
}
