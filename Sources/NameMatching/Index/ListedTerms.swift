/// The listed names taken apart for scoring: structures of arrays, with the terms of a name side by side.
struct ListedTerms: Sendable {
    /// A face that a term shows, and the most it can be worth (thousandths): its own text all, its pinyin less.
    struct TermFace {
        var face: Int32
        var factor: Int32
        /// Whether the face is the pinyin of Han characters.
        var isReading = false
    }

    /// Neighbouring terms written as one word.
    struct Join {
        var face: Int32
        var factor: Int32
        var isReading = false
        /// The terms covered, counted from the first of the name.
        var first: Int16
        var last: Int16
    }

    /// What identifies a listed name.
    enum Identity: UInt8, Sendable {
        /// Words that the lexicon doesn't know.
        case brand
        /// A place, with what stands there: a bureau among its likes.
        case place
        /// Nothing but generic words: all of them count.
        case generic
    }

    /// A listed name never has more terms than this; what stands behind them is left out.
    static let termLimit = 64

    // By name; one more than there are names.
    private let termStart: Table<Int32>
    private let joinStart: Table<Int32>
    /// By name: the sum of its terms' weights.
    let totalWeight: Table<Int32>
    let identity: Table<Identity>
    /// Whether the name is written in Han characters.
    let isHan: Table<Bool>
    /// Whether the name may be a person's.
    let isPersonLike: Table<Bool>

    // By term.
    let weight: Table<Int32>
    /// What the term weighs against another of its class that stands in its place: beside a brand more than `weight`.
    let classWeight: Table<Int32>
    /// How much a term met speaks for the identity, in thousandths of a rare long word.
    let evidence: Table<Int32>
    let kind: Table<TermClass>
    let concept: Table<Int32>
    private let faceStart: Table<Int32>
    // How the term is spelled, for reasons.
    private let spellingStart: Table<Int32>
    private let spellings: Table<UInt8>

    let faces: Table<TermFace>
    let joins: Table<Join>

    init(_ builder: consuming ListedTermsBuilder) {
        termStart = Table(builder.termStart)
        joinStart = Table(builder.joinStart)
        totalWeight = Table(builder.totalWeight)
        identity = Table(builder.identity)
        isHan = Table(builder.isHan)
        isPersonLike = Table(builder.isPersonLike)
        weight = Table(builder.weight)
        classWeight = Table(builder.classWeight)
        evidence = Table(builder.evidence)
        kind = Table(builder.kind)
        concept = Table(builder.concept)
        faceStart = Table(builder.faceStart)
        spellingStart = Table(builder.spellingStart)
        spellings = Table(builder.spellings)
        faces = Table(builder.faces)
        joins = Table(builder.joins)
    }

    @inline(__always)
    func terms(of name: Int) -> Range<Int> { Int(termStart[name])..<Int(termStart[name + 1]) }
    @inline(__always)
    func joins(of name: Int) -> Range<Int> { Int(joinStart[name])..<Int(joinStart[name + 1]) }
    @inline(__always)
    func faces(of term: Int) -> Range<Int> { Int(faceStart[term])..<Int(faceStart[term + 1]) }

    /// The letters of a term, in bytes of UTF-8.
    @inline(__always)
    func letterCount(of term: Int) -> Int { Int(spellingStart[term + 1] - spellingStart[term]) }

    func spelling(of term: Int) -> String {
        String(decoding: spellings[Int(spellingStart[term])..<Int(spellingStart[term + 1])], as: UTF8.self)
    }

    /// Frees the memory.
    func deallocate() {
        for table in [
            termStart, joinStart, totalWeight, weight, classWeight, evidence, concept, faceStart,
            spellingStart,
        ] { table.deallocate() }
        identity.deallocate()
        isHan.deallocate()
        isPersonLike.deallocate()
        kind.deallocate()
        spellings.deallocate()
        faces.deallocate()
        joins.deallocate()
    }
}

/// Collects the terms of listed names while they are read.
struct ListedTermsBuilder: ~Copyable {
    fileprivate var termStart: Scratch<Int32>
    fileprivate var joinStart: Scratch<Int32>
    fileprivate var totalWeight: Scratch<Int32>
    fileprivate var identity: Scratch<ListedTerms.Identity>
    fileprivate var isHan: Scratch<Bool>
    fileprivate var isPersonLike: Scratch<Bool>
    fileprivate var weight: Scratch<Int32>
    fileprivate var classWeight: Scratch<Int32>
    fileprivate var evidence: Scratch<Int32>
    fileprivate var kind: Scratch<TermClass>
    fileprivate var concept: Scratch<Int32>
    fileprivate var faceStart: Scratch<Int32>
    fileprivate var spellingStart: Scratch<Int32>
    fileprivate var spellings: Scratch<UInt8>
    fileprivate var faces: Scratch<ListedTerms.TermFace>
    fileprivate var joins: Scratch<ListedTerms.Join>

    private static let bracketedPlace: Int32 = 100
    /// The most that a place weighs beside a brand, and the most that all places and generic words there weigh
    /// together, as a part of the brand's weight, in thousandths.
    private static let placeBesideBrand: Int32 = 300
    private static let restBesideBrand: Int32 = 250

    /// About how many of each a name has; more make the arrays grow.
    private static let usual = (terms: 5, letters: 32, faces: 12, joins: 8)

    /// - Parameter names: about how many names will be taken in.
    init(names: Int) {
        let usual = ListedTermsBuilder.usual
        termStart = Scratch(capacity: names + 1)
        joinStart = Scratch(capacity: names + 1)
        totalWeight = Scratch(capacity: names)
        identity = Scratch(capacity: names)
        isHan = Scratch(capacity: names)
        isPersonLike = Scratch(capacity: names)
        weight = Scratch(capacity: names * usual.terms)
        classWeight = Scratch(capacity: names * usual.terms)
        evidence = Scratch(capacity: names * usual.terms)
        kind = Scratch(capacity: names * usual.terms)
        concept = Scratch(capacity: names * usual.terms)
        faceStart = Scratch(capacity: names * usual.terms)
        spellingStart = Scratch(capacity: names * usual.terms)
        spellings = Scratch(capacity: names * usual.letters)
        faces = Scratch(capacity: names * usual.faces)
        joins = Scratch(capacity: names * usual.joins)
        termStart.append(0)
        joinStart.append(0)
        faceStart.append(0)
        spellingStart.append(0)
    }

    /// Takes a name in. The weights may still be lowered by `settleWeights`.
    mutating func append(
        _ name: borrowing NormalizedName, _ lexicon: Lexicon, to vocabulary: inout VocabularyBuilder
    ) {
        let first = weight.count
        let termCount = min(name.terms.count, ListedTerms.termLimit)
        let isPerson = name.isPersonLike
        isPersonLike.append(isPerson)
        for term in name.terms[0..<termCount] {
            // An address on the list identifies nobody.
            weight.append(term.isAddress ? 0 : ListedTermsBuilder.weight(of: term, in: name))
            kind.append(term.kind)
            concept.append(term.concept)
            name.folded.appendSpelled(Int(term.first), Int(term.last), to: &spellings)
            spellingStart.append(Int32(spellings.count))
            let syllables = TermFaces.syllables(of: term, in: name.folded)
            evidence.append(TermFaces.evidence(of: term, in: name.folded, syllables: syllables))
            // What a name says twice is met once, by the first.
            if weight[weight.count - 1] > 0 || term.kind == .noise {
                TermFaces.append(
                    of: term, in: name.folded, syllables: syllables, lexicon, to: &faces, &vocabulary)
                if isPerson {
                    TermFaces.appendInitial(of: term, in: name.folded, to: &faces, &vocabulary)
                }
            }
            faceStart.append(Int32(faces.count))
        }
        TermFaces.appendJoins(of: name, to: &joins, &vocabulary)
        termStart.append(Int32(weight.count))
        joinStart.append(Int32(joins.count))
        isHan.append(name.folded.units.buffer.contains { $0.kind == .han })
        let kinds = kind[first..<kind.count]
        identity.append(kinds.contains(.brand) ? .brand : kinds.contains(.place) ? .place : .generic)
    }

    /// The weight of a term; less of a place in brackets, which says where a firm of that name is: `Deutsche Bank
    /// (Schweiz)`.
    private static func weight(of term: Term, in name: borrowing NormalizedName) -> Int32 {
        guard term.kind == .place, term.first > 0, name.folded.units[Int(term.first)].isInBrackets else {
            return term.weight
        }
        return min(term.weight, bracketedPlace)
    }

    /// Lowers the weight of brand words that many entities of the list share, and adds the names' weights up.
    ///
    /// - Parameter entityOfName: the entity of each name.
    mutating func settleWeights(entityOfName: [Int32], faces faceCount: Int) {
        var entities = Scratch<Int32>(zeroed: faceCount)
        // By face: the entity that showed it last.
        var last = Scratch<Int32>(repeating: -1, count: faceCount)
        var all = KeyTable(capacity: entityOfName.count)
        defer { all.deallocate() }
        for (name, entity) in entityOfName.enumerated() {
            all.insert(.number(UInt64(UInt32(bitPattern: entity))), 0)
            for term in terms(of: name) where isWeighedByList(term) {
                let face = Int(faces[Int(faceStart[term])].face)
                if last[face] != entity { entities[face] += 1 }
                last[face] = entity
            }
        }
        var weights = CountWeights(total: Double(all.count))
        for term in weight.indices where isWeighedByList(term) {
            let face = Int(faces[Int(faceStart[term])].face)
            let settled = min(weight[term], weights.weight(count: Int(entities[face])))
            guard settled != weight[term] else { continue }
            evidence[term] = evidence[term] * settled / max(weight[term], 1)
            weight[term] = settled
        }
        classWeight.append(contentsOf: weight.buffer)
        for name in entityOfName.indices {
            if identity[name] == .brand { lowerRest(of: name) }
            totalWeight.append(weight[terms(of: name)].reduce(0, +))
        }
    }

    private func terms(of name: Int) -> Range<Int> { Int(termStart[name])..<Int(termStart[name + 1]) }

    /// Whether a term is a brand word that is met by its letters.
    private func isWeighedByList(_ term: Int) -> Bool {
        kind[term] == .brand && faceStart[term] < faceStart[term + 1]
    }

    /// Lowers what stands beside a brand: where the brand says who is meant, people leave out where it is and what it
    /// does.
    private mutating func lowerRest(of name: Int) {
        let terms = terms(of: name)
        var brand: Int32 = 0
        var rest: Int32 = 0
        for term in terms {
            switch kind[term] {
            case .brand: brand += weight[term]
            case .place:
                weight[term] = min(weight[term], ListedTermsBuilder.placeBesideBrand)
                rest += weight[term]
            case .generic: rest += weight[term]
            default: break
            }
        }
        let limit = brand * ListedTermsBuilder.restBesideBrand / 1_000
        guard rest > limit else { return }
        for term in terms where kind[term] == .place || kind[term] == .generic {
            weight[term] = weight[term] * limit / rest
        }
    }
}
