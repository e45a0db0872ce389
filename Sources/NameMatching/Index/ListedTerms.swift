/// The listed names taken apart for scoring: structures of arrays, with the terms of a name side by side.
struct ListedTerms: Sendable {
    /// A face that a term shows, and the most it can be worth (thousandths): its own text all, its pinyin less.
    struct TermFace: Sendable {
        var face: Int32
        var factor: Int32
    }

    /// Neighbouring terms written as one word.
    struct Join: Sendable {
        var face: Int32
        var factor: Int32
        /// The terms covered, counted from the first of the name.
        var first: Int16
        var last: Int16
    }

    /// A listed name never has more terms than a mask has bits; what stands behind them is left out.
    static let termLimit = 64

    // By name; one more than there are names.
    private(set) var termStart: [Int32] = [0]
    private(set) var joinStart: [Int32] = [0]
    /// By name: the sum of its terms' weights.
    private(set) var totalWeight: [Int32] = []
    private(set) var identity: [Identity] = []

    // By term.
    private(set) var weight: [Int32] = []
    /// How much a term met speaks for the identity, in thousandths of a rare long word.
    private(set) var evidence: [Int32] = []
    private(set) var kind: [TermClass] = []
    private(set) var concept: [Int32] = []
    /// Where the term stands in the name's folded text, for reasons.
    private(set) var spelling: [String] = []
    private(set) var faceStart: [Int32] = [0]

    private(set) var faces: [TermFace] = []
    private(set) var joins: [Join] = []

    /// What identifies a listed name.
    enum Identity: UInt8, Sendable {
        /// Words that the lexicon doesn't know.
        case brand
        /// A place, with what stands there: a bureau among its likes.
        case place
        /// Nothing but generic words: all of them count.
        case generic
    }

    func terms(of name: Int) -> Range<Int> { Int(termStart[name])..<Int(termStart[name + 1]) }
    func joins(of name: Int) -> Range<Int> { Int(joinStart[name])..<Int(joinStart[name + 1]) }
    func faces(of term: Int) -> Range<Int> { Int(faceStart[term])..<Int(faceStart[term + 1]) }
}

extension ListedTerms {
    /// Takes a name in. The faces' weights may still be lowered by `settleWeights`.
    mutating func append(_ name: NormalizedName, to vocabulary: inout Vocabulary) {
        let first = weight.count
        for term in name.terms.prefix(ListedTerms.termLimit) {
            weight.append(term.weight)
            kind.append(term.kind)
            concept.append(term.concept)
            spelling.append(name.folded.spelled(Int(term.first), Int(term.last)))
            evidence.append(TermFaces.evidence(of: term, in: name.folded))
            // What a name says twice is met once, by the first.
            if term.weight > 0 || term.kind == .noise {
                faces += TermFaces.faces(of: term, in: name.folded, &vocabulary)
            }
            faceStart.append(Int32(faces.count))
        }
        joins += TermFaces.joins(of: name, &vocabulary)
        termStart.append(Int32(weight.count))
        joinStart.append(Int32(joins.count))
        let kinds = kind[first...]
        identity.append(kinds.contains(.brand) ? .brand : kinds.contains(.place) ? .place : .generic)
        totalWeight.append(0)
    }

    /// Lowers the weight of brand words that many entities of the list share, and adds the names' weights up.
    ///
    /// - Parameter entityOfName: the entity of each name.
    mutating func settleWeights(entityOfName: [Int32], _ vocabulary: inout Vocabulary) {
        var entities = [Int32](repeating: 0, count: vocabulary.count)
        var last = [Int32](repeating: -1, count: vocabulary.count)
        for name in totalWeight.indices {
            for term in terms(of: name) where kind[term] == .brand {
                let face = Int(faces[Int(faceStart[term])].face)
                if last[face] != entityOfName[name] { entities[face] += 1 }
                last[face] = entityOfName[name]
            }
        }
        let total = Double(Set(entityOfName).count)
        for name in totalWeight.indices {
            for term in terms(of: name) where kind[term] == .brand {
                let face = Int(faces[Int(faceStart[term])].face)
                let onList = BackgroundWords.weight(count: Int(entities[face]), of: total)
                let settled = min(weight[term], onList)
                evidence[term] = evidence[term] * settled / max(weight[term], 1)
                weight[term] = settled
                vocabulary.weights[face] = min(vocabulary.weights[face], settled)
            }
            totalWeight[name] = terms(of: name).reduce(0) { $0 + weight[$1] }
        }
    }
}
