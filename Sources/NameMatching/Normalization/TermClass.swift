/// What a word is to the identity of a name.
public enum TermClass: UInt8, Sendable, BitwiseCopyable, CaseIterable {
    /// A word that the lexicon doesn't know: it names somebody.
    case brand
    /// What a firm does or is: `technology`, `bank`, 公安局.
    case generic
    /// A place: it tells branches and bureaus apart.
    case place
    /// The rank of a place: `prefecture`, 地区.
    case admin
    /// The legal form: `co ltd`, 有限公司.
    case legal
    /// A number, in Arabic, Roman or Chinese writing.
    case number
    /// A letter that stands alone.
    case initial
    /// What stands around a name: `to the order of`, `and`, 分公司.
    case noise
    /// A word that begins or marks an address.
    case address

    /// The class in one word, as accounts and explanations have it.
    public var name: String {
        switch self {
        case .brand: "brand"
        case .generic: "generic"
        case .place: "place"
        case .admin: "rank"
        case .legal: "legal"
        case .number: "number"
        case .initial: "initial"
        case .noise: "noise"
        case .address: "address"
        }
    }
}

/// A stretch of a name with one meaning.
struct Term: Sendable {
    var kind: TermClass
    /// The lexicon's concept, or -1.
    var concept: Int32
    /// The units that the term covers.
    var first: Int32
    var last: Int32
    /// How much the term says about who is meant, in thousandths.
    var weight: Int32
    /// Whether it stands where names have ended: after a line break, a legal form or an address word.
    var isTail = false
    /// Whether it belongs to an address, which says nothing about who is meant.
    var isAddress = false
    /// Which name of the cell it belongs to: after `C/O` or `ON BEHALF OF` another one begins. Up to 63.
    var segment: UInt8 = 0
}
