import Glibc
import Screening

/// What `weir screen` is asked to do: its table of options, and their values.
struct ScreenOptions: Sendable {
    static let table: [Option] = [
        ListArguments.list,
        ListArguments.previous,
        .value(
            "changed-since", "PATH", repeatable: true,
            "The version of the list that the same records were screened against before: only what came since, changed, "
                + "or is weighed otherwise is looked for. With several lists one for each, in the same order."
        ),
        .value(
            "party", "COLUMN[=ROLE]", repeatable: true,
            "A column that holds a party, by its header or with --no-header by its number from 1; may be given "
                + "several times. Roles: \(Role.allCases.map(\.rawValue).joined(separator: " ")); default other. "
                + "Default: recognised from the header."),
        .value(
            "identifier", "COLUMN[=ROLE]", repeatable: true,
            "A column that holds numbers by which lists know entities: of tax offices, registers, ships (IMO), banks "
                + "(BIC), passports; may be given several times. They are compared as they are, but for case, spaces and "
                + "signs, and are hits of score 1 where they have at least 6 letters and digits."),
        .value(
            "threshold", "X",
            "The score from which on a name is a hit, 0 to 1. Default: \(NameIndex.defaultThreshold)."),
        .value(
            "emit", "WHAT", choices: Emit.allCases.map(\.rawValue),
            "hits: a row for each hit (default). records: every record, with its best hit in added weir_ columns. "
                + "flagged: the records with a hit, unchanged. unmatched: those without."),
        .value(
            "keep", "COLUMN", repeatable: true,
            "Carry a column of the input into the hits, behind Weir's own; may be given several times. all: every column."
        ),
        .value(
            "format", "FORMAT", choices: OutputFormat.allCases.map(\.rawValue),
            "csv (default) or jsonl: one JSON object a line."),
        .value("output", "PATH", short: "o", "Where the rows go. Default: standard output."),
        .value("top", "N", "At most N entities a party. Default: all that reach the threshold."),
        .value(
            "delimiter", "CHAR", choices: ["comma", "semicolon", "tab", "bar"],
            "What stands between fields: a character, or comma, semicolon, tab, bar. Default: recognised."),
        .value(
            "encoding", "NAME", choices: TextEncoding.allCases.map(\.rawValue),
            "The input's encoding: utf-8, utf-16le, utf-16be, gb18030, big5, windows-1252. Default: recognised."
        ),
        .flag("no-header", "The input has no header; columns are numbers from 1. Needs --party."),
        .value(
            "date", "COLUMN",
            "The record's date: says in in_force whether the listing was in force on that day. Default: none."
        ),
        .value(
            "direction", "WAY", choices: Direction.allCases.map(\.rawValue),
            "export (default), reexport, transfer or import: what restricted is judged by."),
        .value("workers", "N", "How many cores screen and index. Default: those that this process may use."),
        WordOption.words,
        .value("summary", "PATH", "Write an account of the run to a file, as JSON."),
        .value(
            "rejects", "PATH", "Write the records that can't be read to a file, with the reasons, as CSV."),
        .flag("strict", "End with an error at the first record that can't be read."),
        .value("max-record-bytes", "N", "A longer record is rejected, not held. Default: 1048576."),
        .flag("fail-on-hit", "Exit with 1 if there is a hit."),
        .flag("quiet", short: "q", "No progress, notices or closing line; errors are still said."),
    ]

    var screening = ScreeningOptions()
    var lists: ListArguments
    /// The earlier versions of the lists; none: all of the lists is screened against.
    var changedSince: [String]
    var words: [String]
    var inputs: [String]
    var output: String
    var summary: String?
    var rejects: String?
    var failsOnHit: Bool
    var isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        lists = try ListArguments(arguments)
        changedSince = arguments.values(of: "changed-since")
        words = arguments.values(of: WordOption.words.name)
        inputs = arguments.operands.isEmpty ? ["-"] : arguments.operands
        output = arguments.value(of: "output") ?? "-"
        summary = arguments.value(of: "summary")
        rejects = arguments.value(of: "rejects")
        failsOnHit = arguments.has("fail-on-hit")
        isQuiet = arguments.has("quiet")
        try checkPaths()
        screening = try ScreenOptions.work(arguments)
        screening.emit = try arguments.choice("emit", as: Emit.self) ?? .hits
        screening.format = try arguments.choice("format", as: OutputFormat.self) ?? .csv
        screening.direction = try arguments.choice("direction", as: Direction.self) ?? .export
        screening.top = try arguments.number("top", in: 1...Int.max)
        try checkChangedSince()
        if let number = try arguments.number("workers", in: 1...1024) { screening.workers = number }
        screening.isStrict = arguments.has("strict")
        if let number = try arguments.number("max-record-bytes", in: 1...(1 << 30)) {
            screening.maxRecordBytes = number
        }
    }

    /// What can't be told from a part of the entities.
    private func checkChangedSince() throws(UsageError) {
        guard !changedSince.isEmpty else { return }
        if lists.files.isEmpty {
            throw UsageError(
                "--changed-since is given without --list; expected is --list NEW --changed-since OLD")
        }
        if screening.top != nil {
            throw UsageError(
                "--top can't be given with --changed-since: entities that didn't change may be among the best"
            )
        }
        if screening.emit == .records || screening.emit == .unmatched {
            throw UsageError(
                "--emit \(screening.emit.rawValue) can't be given with --changed-since: records without a row may have "
                    + "hits on entities that didn't change")
        }
    }

    /// How records are read and names matched: what `weir bench` is told in the same words.
    static func work(_ arguments: ParsedArguments) throws(UsageError) -> ScreeningOptions {
        var options = ScreeningOptions()
        options.columns = try columns(arguments)
        if let threshold = try arguments.score("threshold") { options.threshold = threshold }
        if let text = arguments.value(of: "delimiter") { options.delimiter = try delimiter(text) }
        if let text = arguments.value(of: "encoding") { options.encoding = try encoding(text) }
        // For tests: results must not depend on how the input is cut.
        if let text = getenv("WEIR_CHUNK_BYTES"), let bytes = Int(String(cString: text)), bytes > 0 {
            options.chunkBytes = bytes
        }
        return options
    }

    /// The rows of the table with these names, for commands that have them too.
    static func rows(_ names: String...) -> [Option] { table.filter { names.contains($0.name) } }

    private func checkPaths() throws(UsageError) {
        if inputs.count(where: { $0 == "-" }) > 1 {
            throw UsageError("- (standard input) is given twice; it can be read only once")
        }
        for (option, path) in [("summary", summary), ("rejects", rejects)] where path == "-" {
            throw UsageError.value(option, "-", expected: "a file; standard output is for the rows alone")
        }
        let paths = [("output", output), ("summary", summary), ("rejects", rejects)]
        for (i, (option, path)) in paths.enumerated() {
            for (other, otherPath) in paths[..<i] where path == otherPath && path != nil {
                throw UsageError(
                    "--\(other) and --\(option) are the same file, “\(path ?? "")”; expected are two")
            }
        }
    }

    private static func columns(_ arguments: ParsedArguments) throws(UsageError) -> Layout.Request {
        var columns = Layout.Request()
        columns.parties = try named("party", arguments)
        columns.identifiers = try named("identifier", arguments)
        columns.hasHeader = !arguments.has("no-header")
        if !columns.hasHeader && columns.parties.isEmpty && columns.identifiers.isEmpty {
            throw UsageError(
                "--no-header needs --party, since there is no header to recognise parties from; "
                    + "e.g. --no-header --party 1=consignee")
        }
        columns.date = arguments.value(of: "date")
        for name in arguments.values(of: "keep") {
            if name == "all" { columns.keepsAll = true } else { columns.keep.append(name) }
        }
        return columns
    }

    /// The columns that an option names.
    private static func named(_ option: String, _ arguments: ParsedArguments) throws(UsageError)
        -> [PartyRequest]
    {
        var columns: [PartyRequest] = []
        for text in arguments.values(of: option) {
            do throws(ScreeningError) {
                columns.append(try PartyRequest(parsing: text))
            } catch {
                throw UsageError("--\(option): \(error.message)")
            }
        }
        return columns
    }

    private static func delimiter(_ text: String) throws(UsageError) -> UInt8 {
        switch text {
        case "comma": return UInt8(ascii: ",")
        case "semicolon": return UInt8(ascii: ";")
        case "tab", "\\t": return UInt8(ascii: "\t")
        case "bar", "pipe": return UInt8(ascii: "|")
        default: break
        }
        guard text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte >= 32 || byte == 9,
            byte != UInt8(ascii: "\"")
        else {
            throw .value(
                "delimiter", text,
                expected: "one ASCII character other than the quote, or comma, semicolon, tab or bar")
        }
        return byte
    }

    private static func encoding(_ text: String) throws(UsageError) -> TextEncoding {
        if let encoding = TextEncoding(label: text) { return encoding }
        let names = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw .value("encoding", text, expected: "one of \(names)")
    }
}
