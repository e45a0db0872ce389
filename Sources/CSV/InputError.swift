/// An input that can't be read: missing, a directory, compressed, binary, or failing while it is read.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Where, what was found and what to do, in one line without a full stop at its end.
    public let message: String

    /// An error with a message for people.
    public init(message: String) { self.message = message }

    public var description: String { message }
}
