import NameMatching

/// The steps of screening, in their order; each needs those before it.
public enum ScreeningStage: String, CaseIterable, Sendable {
    /// Bytes from the file, decoded and marked, cut into chunks of whole records.
    case read
    /// Records from chunks, and from these the cells that hold a party.
    case cells
    /// Whether a name was lately answered.
    case lookUp = "look-up"
    /// Units from the bytes of a name that wasn't.
    case fold
    /// Whether its words could reach the threshold with any listed name.
    case sift
    /// Terms from the units of a name that passed the sieve.
    case terms
    /// The faces that it shows.
    case faces
    /// The listed names that it could mean, and the bounds of their scores.
    case candidates
    /// Scores and reasons.
    case score
    /// Rows of hits.
    case write

    /// Those that every record or name goes through: each is measured by a pass that ends with it.
    static let common: [ScreeningStage] = [.read, .cells, .lookUp, .fold, .sift]

    package init(_ stage: MatchingStage) {
        switch stage {
        case .lookUp: self = .lookUp
        case .fold: self = .fold
        case .sift: self = .sift
        case .terms: self = .terms
        case .faces: self = .faces
        case .candidates: self = .candidates
        case .score: self = .score
        }
    }

    /// What is done with a name where the stage is the last; nil where names aren't looked at.
    var matching: MatchingStage? { MatchingStage.allCases.first { ScreeningStage($0) == self } }
}
