/// Something that speaks against a match and lowered its score.
public enum Objection: UInt8, Sendable, CaseIterable {
    /// No word was met that says who is meant.
    case noIdentity
    /// A listed body is known by its place and what stands there, and not both were met.
    case noPlace
    /// Another place is named where the place says who is meant.
    case otherPlace
    /// The listed name has generic words only, and they weren't met as they stand.
    case looseGeneric
    /// Another number.
    case otherNumber
    /// The listed name's number is missing.
    case missingNumber
    /// Of two names of persons each has a name or an initial that the other lacks.
    case otherPerson
    /// Only the sound of a brand was met, and what it does is another thing.
    case unconfirmed
    /// Common words that together are the brand stand in another order.
    case swappedWords
    /// Only part of a longer brand was met: 大华 in 泰大华.
    case partOfBrand
    /// All that was met is the name of a street.
    case streetName
    /// Each name has a brand that the other lacks.
    case otherBrand
    /// Each name has generic words that the other lacks.
    case otherGeneric
    /// Each name has a place that the other lacks, beside a brand.
    case otherPlaceBeside
    /// What was met is too short or too common to outweigh the rest.
    case littleEvidence
    /// Many others may have the name: the list calls it weak, or it is a ship's.
    case weakName

    /// The objection in one word, for programs.
    public var name: String {
        switch self {
        case .noIdentity: "no_identity"
        case .noPlace: "no_place"
        case .otherPlace: "other_place"
        case .looseGeneric: "loose_generic"
        case .otherNumber: "other_number"
        case .missingNumber: "missing_number"
        case .otherPerson: "other_person"
        case .unconfirmed: "unconfirmed"
        case .swappedWords: "swapped_words"
        case .partOfBrand: "part_of_brand"
        case .streetName: "street_name"
        case .otherBrand: "other_brand"
        case .otherGeneric: "other_generic"
        case .otherPlaceBeside: "other_place_beside"
        case .littleEvidence: "little_evidence"
        case .weakName: "weak_name"
        }
    }

    /// The objection in words for people.
    public var note: String {
        switch self {
        case .noIdentity: "no word was met that says who is meant"
        case .noPlace: "the place and what stands there were not both met"
        case .otherPlace: "another place"
        case .looseGeneric: "generic words alone, and not the listed ones in their order"
        case .otherNumber: "another number"
        case .missingNumber: "the number is missing"
        case .otherPerson: "each has a person's name that the other lacks"
        case .unconfirmed: "only the sound of the brand was met, and nothing else agrees"
        case .swappedWords: "common words that are a brand together, in another order"
        case .partOfBrand: "only part of a longer brand"
        case .streetName: "the name of a street"
        case .otherBrand: "each has a brand that the other lacks"
        case .otherGeneric: "each has generic words that the other lacks"
        case .otherPlaceBeside: "each has a place that the other lacks"
        case .littleEvidence: "what was met is short or common, so the rest counts more"
        case .weakName: "a weak name, which many others may have"
        }
    }
}

/// Several objections as bits, noted while a score is made.
struct Objections: OptionSet {
    var rawValue: UInt16

    /// Adds one; costs no more than the instruction.
    @inline(__always)
    mutating func note(_ objection: Objection) { rawValue |= 1 << UInt16(objection.rawValue) }

    /// The objections in the order of `Objection.allCases`.
    var all: [Objection] {
        Objection.allCases.filter { contains(Objections(rawValue: 1 << UInt16($0.rawValue))) }
    }
}
