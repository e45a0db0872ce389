/// What the command's exit code says.
enum ExitCode {
    static let done: Int32 = 0
    static let hits: Int32 = 1
    static let changes: Int32 = 1
    static let failed: Int32 = 2
    static let rejected: Int32 = 3
    /// Of a run ended by a signal: 128 and its number.
    static func interrupted(by signal: Int32) -> Int32 { 128 + signal }

    static let meanings: [(code: String, meaning: String)] = [
        ("0", "Done; also where the reader of the output went away before the end (| head)."),
        ("1", "There are hits under --fail-on-hit, or changes under --fail-on-change."),
        ("2", "The run could not be done: usage, an unreadable file, a bad list, a full disk."),
        ("3", "Done, but records were rejected; 1 wins over it."),
        ("130, 143", "Interrupted by SIGINT or SIGTERM; what was written are whole rows."),
    ]
}
