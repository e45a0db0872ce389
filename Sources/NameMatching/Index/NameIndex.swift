/// The listed names, laid out so that the ones a name could meet are found without looking at the others.
public final class NameIndex: Sendable {
    public let names: [ListedName]
    public let threshold: Score

    /// The threshold that Weir screens with unless told otherwise.
    public static let defaultThreshold = Score(0.75)

    public init(names: [ListedName], threshold: Score = NameIndex.defaultThreshold) {
        self.names = names
        self.threshold = threshold
    }
}
