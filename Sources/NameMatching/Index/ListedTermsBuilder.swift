/// Collects the terms of listed names while they are read.
struct ListedTermsBuilder: ~Copyable {
    // Set here and in the extension alone.
    var termStart: Scratch<Int32>
    var joinStart: Scratch<Int32>
    var totalWeight: Scratch<Int32>
    var identity: Scratch<ListedTerms.Identity>
    var isHan: Scratch<Bool>
    var isPersonLike: Scratch<Bool>
    var isPerson: Scratch<Bool>
    var isWeak: Scratch<Bool>
    var weight: Scratch<Int32>
    var classWeight: Scratch<Int32>
    var evidence: Scratch<Int32>
    var kind: Scratch<TermClass>
    var concept: Scratch<Int32>
    var faceStart: Scratch<Int32>
    var spellingStart: Scratch<Int32>
    var spellings: Scratch<UInt8>
    var faces: Scratch<ListedTerms.TermFace>
    var joins: Scratch<ListedTerms.Join>

    private static let bracketedPlace: Int32 = 100
    /// The most that a place weighs beside a brand, and the most that all places and generic words there weigh
    /// together, as a part of the brand's weight, in thousandths.
    private static let placeBesideBrand: Int32 = 300
    private static let restBesideBrand: Int32 = 250

    /// About how many of each a name has; more make the arrays grow.
    private static let usual = (terms: 4, letters: 32, faces: 9, joins: 6)

    /// - Parameter names: about how many names will be taken in.
    init(names: Int) {
        let usual = ListedTermsBuilder.usual
        termStart = Scratch(capacity: names + 1)
        joinStart = Scratch(capacity: names + 1)
        totalWeight = Scratch(capacity: names)
        identity = Scratch(capacity: names)
        isHan = Scratch(capacity: names)
        isPersonLike = Scratch(capacity: names)
        isPerson = Scratch(capacity: names)
        isWeak = Scratch(capacity: names)
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
        _ name: borrowing NormalizedName, isWeak: Bool, isPerson: Bool, _ lexicon: Lexicon,
        to vocabulary: inout VocabularyBuilder
    ) {
        let first = weight.count
        let termCount = min(name.terms.count, ListedTerms.termLimit)
        let isPersonLike = name.isPersonLike
        self.isPersonLike.append(isPersonLike)
        self.isPerson.append(isPerson)
        self.isWeak.append(isWeak)
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
                if isPersonLike {
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
    /// - Parameter counts: how many entities have each word; nil: those of the names that were taken in.
    mutating func settleWeights(
        entityOfName: [Int32], _ vocabulary: borrowing VocabularyBuilder, by counts: ListWordCounts?
    ) {
        let counts =
            counts?.counts(in: vocabulary)
            ?? FaceCounts(
                entityOfName: entityOfName, faces: vocabulary.count, terms: { terms(of: $0) },
                brand: { brandFace(of: $0) })
        var weights = CountWeights(steadyTotal: counts.entities)
        for term in weight.indices {
            let face = brandFace(of: term)
            guard face >= 0 else { continue }
            let settled = min(weight[term], weights.weight(count: Int(counts.count(of: face))))
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

    /// The face of a term that is a brand word met by its letters, or -1.
    private func brandFace(of term: Int) -> Int32 {
        kind[term] == .brand && faceStart[term] < faceStart[term + 1] ? faces[Int(faceStart[term])].face : -1
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
