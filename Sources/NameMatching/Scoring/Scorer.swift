/// Scores a screened name against one listed name, from the faces that they share.
struct Scorer: ~Copyable {
    let listed: ListedTerms
    let lexicon: Lexicon
    private(set) var alignment = Alignment()
    /// What spoke against the name that was scored last.
    private(set) var objections: Objections = []

    init(_ index: NameIndex) {
        listed = index.listed
        lexicon = index.lexicon
    }

    /// What is left over on one side, by class: sums of weight · part, in millionths.
    struct Leftovers {
        var brand: Int64 = 0
        var generic: Int64 = 0
        var place: Int64 = 0
        var hasNumber = false
        var hasBracketedPlace = false
        /// Whether a brand or an initial is left over whole.
        var namesOther = false
    }

    /// The score in ten-thousandths, rounded down.
    ///
    /// - Parameter essence: how both names agree when written without spaces.
    mutating func score(
        _ query: borrowing NormalizedName, _ hits: borrowing FaceHits, name: Int, essence: EssenceMatch
    ) -> Int32 {
        alignment.align(name, listed, hits, units: query.folded.units.count)
        objections = []
        var met: Int64 = 0
        var missing: Int64 = 0
        // What of it stands behind all that was met.
        var behind: Int64 = 0
        var evidence: Int64 = 0
        var left = Leftovers()
        var brandsMet = false
        var placesMet = false
        var genericsMet = false
        var hasGeneric = false
        var isComplete = true
        let terms = listed.terms(of: name)
        for (place, term) in terms.enumerated() {
            let similarity = Int64(alignment.metTerms[place])
            let weight = Int64(listed.weight[term])
            let lost = weight * (1_000 - similarity)
            let lostOfClass = Int64(listed.classWeight[term]) * (1_000 - similarity)
            met += weight * similarity
            // A long word that is met but for an error or two is hardly another one.
            let isLong = listed.letterCount(of: term) >= ScoringModel.longWord
            let share = isLong && similarity >= ScoringModel.surelyMet ? 1_000 : similarity
            evidence += Int64(listed.evidence[term]) * share / 1_000
            let isMet = similarity >= Int64(ScoringModel.brandMet)
            var factor = ScoringModel.missingOther
            switch listed.kind[term] {
            case .brand:
                if similarity == 0 { factor = ScoringModel.missingBrand }
                left.brand += lost
                left.namesOther = left.namesOther || similarity == 0
                brandsMet = brandsMet || isMet
            case .place:
                left.place += lostOfClass
                placesMet = placesMet || isMet
            case .generic where lexicon.isCorporate(listed.concept[term]): break
            case .generic:
                left.generic += lostOfClass
                hasGeneric = true
                genericsMet = genericsMet || isMet
            case .number: left.hasNumber = left.hasNumber || !isMet
            case .initial: left.namesOther = left.namesOther || similarity == 0
            default: break
            }
            missing += lost * factor / 1_000
            if similarity > 0 {
                behind = 0
            } else if listed.kind[term] != .brand {
                behind += lost * factor / 1_000
            }
            if !isMet, weight > Int64(Lexicon.adminWeight) { isComplete = false }
        }
        evidence += alignment.hasJoined ? ScoringModel.joinedEvidence : 0
        evidence += isComplete && hasGeneric ? ScoringModel.completeEvidence : 0
        if listed.identity[name] == .place, placesMet, genericsMet, !saysMore(query) {
            evidence += ScoringModel.bureauEvidence
        }
        let isWeak = listed.isWeak[name]
        let weakness = isWeak ? weakness(of: name, query) : 1_000
        let least = ScoringModel.least(essence) * weakness / 1_000
        guard met > 0 else { return Int32(least) }
        if isWeak { evidence = 0 }
        let isTranslated = listed.isHan[name] == matchedUnits(query).isLatin
        // Whose brand sounds right and who does the same, or in the same place, has translated the rest in a way of
        // his own.
        let isConfirmed = isTranslated && brandsMet && (placesMet || genericsMet)
        if isConfirmed && !isWeak { evidence += ScoringModel.translatedEvidence }
        let sureness = ScoringModel.sureness(evidence: evidence)
        let identity = listed.identity[name]
        var (extra, right, otherPlace, isPartOfBrand) = extras(
            query, name, met, sureness, isTranslated: isTranslated)
        var against: Objections = []
        extra += contradiction(left, right, identity, isTranslated: isConfirmed, &against)
        let strictness = ScoringModel.strictness(sureness)
        let isShortForm =
            left.brand == 0 && right.brand == 0 && right.generic == 0
            && (evidence >= ScoringModel.shortFormEvidence || matchedUnits(query).isLatin == false)
        // Who calls a firm by its brand alone leaves words out, but says nothing else; and what a field cut off could
        // not be said.
        let excused = isShortForm ? missing : query.fillsField ? behind : 0
        let missingCost = excused * 1_000 + (missing - excused) * strictness
        var score = met * 10_000 / (met + (missingCost + extra * strictness) / 1_000)
        switch identity {
        case .brand:
            if !brandsMet { lower(&score, ScoringModel.noIdentity, .noIdentity, &against) }
            if !isPerson(name, query), !alignment.hasBrandsInOrder(name, listed) {
                lower(&score, ScoringModel.swappedWords, .swappedWords, &against)
            }
        case .place:
            if !placesMet || hasGeneric && !genericsMet {
                lower(&score, ScoringModel.noIdentity, .noPlace, &against)
            }
            if otherPlace || left.place > 0 && right.hasBracketedPlace {
                lower(&score, ScoringModel.otherPlace, .otherPlace, &against)
            }
        case .generic:
            if !alignment.isInOrder(isTranslated: isTranslated) {
                lower(&score, ScoringModel.looseGeneric, .looseGeneric, &against)
            }
        }
        if left.hasNumber, right.hasNumber {
            lower(&score, ScoringModel.otherNumber, .otherNumber, &against)
        } else if left.hasNumber {
            lower(&score, ScoringModel.missingNumber, .missingNumber, &against)
        }
        if left.namesOther, right.namesOther, isPerson(name, query) {
            lower(&score, ScoringModel.otherPerson, .otherPerson, &against)
        }
        if isTranslated, !isConfirmed, identity == .brand, right.generic > 0 {
            lower(&score, ScoringModel.unconfirmed, .unconfirmed, &against)
        }
        if isPartOfBrand { lower(&score, ScoringModel.partOfBrand, .partOfBrand, &against) }
        if isStreetName(query) { lower(&score, ScoringModel.streetName, .streetName, &against) }
        if sureness < ScoringModel.fewEvidence, missingCost + extra > 0 { against.note(.littleEvidence) }
        if isWeak { lower(&score, weakness, .weakName, &against) }
        objections = against
        score = max(score, least)
        return Int32(score)
    }

    /// Multiplies a score down, and notes why.
    @inline(__always)
    private func lower(_ score: inout Int64, _ factor: Int64, _ why: Objection, _ against: inout Objections) {
        score = score * factor / 1_000
        against.note(why)
    }

    private func contradiction(
        _ left: Leftovers, _ right: Leftovers, _ identity: ListedTerms.Identity, isTranslated: Bool,
        _ against: inout Objections
    ) -> Int64 {
        let brand = min(left.brand, right.brand)
        let generic = min(left.generic, right.generic)
        let place = identity == .brand ? min(left.place, right.place) : 0
        if brand > 0 { against.note(.otherBrand) }
        if generic > 0 { against.note(.otherGeneric) }
        if place > 0 { against.note(.otherPlaceBeside) }
        var sum = brand * ScoringModel.brandContradiction
        // Words are translated in more than one way: what is left over may be the same.
        sum +=
            generic
            * (isTranslated ? ScoringModel.translatedContradiction : ScoringModel.genericContradiction)
        sum += place * ScoringModel.placeContradiction
        return sum / 1_000
    }

    /// Whether both names may be a person's, so that family and given name may stand either way.
    private func isPerson(_ name: Int, _ query: borrowing NormalizedName) -> Bool {
        listed.isPerson[name] || listed.isPersonLike[name] && query.isPersonLike
    }

    /// What the score of a name that many may have is multiplied by: a firm is not the person who is called by one word.
    private func weakness(of name: Int, _ query: borrowing NormalizedName) -> Int64 {
        let isFirm = listed.isPerson[name] && query.terms.buffer.contains { $0.kind == .legal }
        return isFirm ? ScoringModel.weakNameOfFirm : ScoringModel.weakName
    }

    /// Whether the screened name has a word of its own that tells what it does or who it is.
    private func saysMore(_ query: borrowing NormalizedName) -> Bool {
        query.terms.buffer.contains { term in
            (term.kind == .brand || term.kind == .generic) && !term.isTail && term.weight > 0
                && !alignment.metUnits[Int(term.first)..<Int(term.last)].contains(true)
        }
    }
}
