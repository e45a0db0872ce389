/// A subcommand: its name, its options, and what it does.
struct Command: Sendable {
    let name: String
    /// One line for the overview.
    let summary: String
    /// What follows the options in the usage line.
    let operands: String
    /// The values that an operand may have, for completions; empty: files.
    let operandChoices: [String]
    /// Paragraphs for the help and the manual page.
    let details: [String]
    let options: [Option]
    /// Command lines with what they do.
    let examples: [(line: String, purpose: String)]
    /// Does the work and returns the exit code.
    let run: @Sendable (ParsedArguments) throws -> Int32

    init(
        name: String, summary: String, operands: String = "", operandChoices: [String] = [],
        details: [String],
        options: [Option] = [], examples: [(line: String, purpose: String)] = [],
        run: @escaping @Sendable (ParsedArguments) throws -> Int32
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.operandChoices = operandChoices
        self.details = details
        self.options = options + [Option.help]
        self.examples = examples
        self.run = run
    }

    /// Every command, in the order of the overview.
    static let all: [Command] = [
        .screen, .search, .compare, .evaluate, .normalize, .selftest, .bench, .lists, .compile, .diff, .man,
        .completions,
        .help,
    ]

    static func named(_ name: String) -> Command? { all.first { $0.name == name } }

    var usage: String {
        "weir \(name)" + (options.count > 1 ? " [OPTION…]" : "") + (operands.isEmpty ? "" : " \(operands)")
    }
}
