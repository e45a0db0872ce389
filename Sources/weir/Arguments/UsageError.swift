/// What is wrong with a command line: names the option, what was found and what was expected.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// “X” where Y was expected.
    static func value(_ option: String, _ found: String, expected: String) -> UsageError {
        UsageError("--\(option) is “\(found)”; expected is \(expected)")
    }
}
