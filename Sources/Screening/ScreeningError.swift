/// Why a run can't be done: one message for people that says where, what was found, what was expected and what to
/// do. The command prints it behind `weir: ` and exits with 2.
public struct ScreeningError: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) { self.message = message }

    public var description: String { message }
}
