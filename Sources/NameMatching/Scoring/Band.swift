/// How surely a hit is the listed party, for whoever sorts leads before reading them.
public enum Band: String, Sendable, CaseIterable {
    /// The name itself, written as it is or nearly so.
    case strong
    /// A name with words beside it or without some of its own: a branch, a short form, or somebody else.
    case possible

    /// The score from which on a hit is strong.
    ///
    /// Names that are written out, with their spelling, order or legal form changed, score over it; what carries a
    /// listed name among other words scores below.
    public static let strongFrom = Score(tenThousandths: 9_500)

    /// The band of a hit's score, whatever the threshold that made it a hit.
    public init(_ score: Score) { self = score >= Band.strongFrom ? .strong : .possible }
}
