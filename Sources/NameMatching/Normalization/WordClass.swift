/// What a word of the lexicon is, as the data's files have it.
public enum WordClass: String, Sendable, CaseIterable {
    /// A legal form: `gmbh`. Weighs almost nothing.
    case legal
    /// What a firm does or is: `technology`, 银行. Weighs by how many names have it, up to 0.45.
    case generic
    /// The rank of a place: `prefecture`. Weighs almost nothing.
    case admin
    /// A place, in whatever spelling. Weighs by how many names have it, up to 0.75.
    case place
    /// What stands around names: `to the order of`. Weighs nothing.
    case noise
    /// A word that begins or marks an address. Weighs nothing.
    case address
    /// A body known by several names or an acronym, or a brand. Weighs fully.
    case organisation
    /// A given name. Weighs what it weighs as a word.
    case givenName = "given-name"

    /// What words of the class are in a name.
    var term: TermClass {
        switch self {
        case .legal: .legal
        case .generic: .generic
        case .admin: .admin
        case .place: .place
        case .noise: .noise
        case .address: .address
        case .organisation, .givenName: .brand
        }
    }

    /// What a concept weighs, before how common its words are is looked at.
    var weight: Int32 {
        switch self {
        case .legal: Lexicon.legalWeight
        case .generic: Lexicon.genericLimit
        case .admin: Lexicon.adminWeight
        case .place: Lexicon.placeLimit
        case .noise, .address: 0
        case .organisation, .givenName: BackgroundWords.most
        }
    }

    /// The place among all classes.
    var number: Int {
        switch self {
        case .legal: 0
        case .generic: 1
        case .admin: 2
        case .place: 3
        case .noise: 4
        case .address: 5
        case .organisation: 6
        case .givenName: 7
        }
    }
}
