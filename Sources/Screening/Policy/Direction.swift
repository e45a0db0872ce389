/// Which way the goods go, seen from the regulation that the list belongs to.
public enum Direction: String, Sendable, CaseIterable {
    /// Out of the United States.
    case export
    /// From one foreign country to another.
    case reexport
    /// To another end use or end user within one foreign country.
    case transfer
    /// Into the United States, or any purchase from a listed party.
    case `import`
}
