/// An option of a command, as a row of its table: parser, help, manual page and completions come from it.
struct Option: Sendable {
    /// The long name without hyphens.
    let name: String
    /// The letter behind one hyphen.
    let short: Character?
    /// What the help calls the value; nil for a switch.
    let value: String?
    /// The values that there are; empty: anything.
    let choices: [String]
    let isRepeatable: Bool
    /// What it does, in a few words; sentences are wrapped.
    let help: String

    /// An option with a value.
    static func value(
        _ name: String, _ value: String, short: Character? = nil, choices: [String] = [],
        repeatable: Bool = false,
        _ help: String
    ) -> Option {
        Option(name: name, short: short, value: value, choices: choices, isRepeatable: repeatable, help: help)
    }

    /// An option without one.
    static func flag(_ name: String, short: Character? = nil, _ help: String) -> Option {
        Option(name: name, short: short, value: nil, choices: [], isRepeatable: false, help: help)
    }

    static let help = Option.flag("help", short: "h", "Show this help.")

    /// Whether the value is a path, for completions.
    var takesPath: Bool { value == "PATH" }
}
