/// Scores a screened name against one listed name, from the faces that they share.
struct Scorer: ~Copyable {
    let listed: ListedTerms
    let lexicon: Lexicon
    private(set) var alignment = Alignment()

    init(_ index: NameIndex) {
        listed = index.listed
        lexicon = index.lexicon
    }

    /// What is left over on one side, by class: sums of weight · part, in millionths.
    private struct Leftovers {
        var brand: Int64 = 0
        var generic: Int64 = 0
        var place: Int64 = 0
        var hasNumber = false
    }

    /// The score in ten-thousandths, rounded down.
    ///
    /// - Parameter essence: how both names agree when written without spaces.
    mutating func score(
        _ query: borrowing NormalizedName, _ hits: borrowing FaceHits, name: Int, essence: EssenceMatch
    ) -> Int32 {
        alignment.align(name, listed, hits, units: query.folded.units.count)
        var met: Int64 = 0
        var missing: Int64 = 0
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
            evidence += Int64(listed.evidence[term]) * similarity / 1_000
            let isMet = similarity >= Int64(ScoringModel.brandMet)
            var factor = ScoringModel.missingOther
            switch listed.kind[term] {
            case .brand:
                if similarity == 0 { factor = ScoringModel.missingBrand }
                left.brand += lost
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
            default: break
            }
            missing += lost * factor / 1_000
            if !isMet, weight > Int64(Lexicon.adminWeight) { isComplete = false }
        }
        evidence += alignment.hasJoined ? ScoringModel.joinedEvidence : 0
        evidence += isComplete && hasGeneric ? ScoringModel.completeEvidence : 0
        guard met > 0 else { return Int32(ScoringModel.least(essence)) }
        let sureness = min(
            max(
                (evidence - ScoringModel.noEvidence) * 1_000
                    / (ScoringModel.fullEvidence - ScoringModel.noEvidence), 0),
            1_000)
        let identity = listed.identity[name]
        var (extra, right, otherPlace, isPartOfBrand) = extras(query, name, met, sureness)
        let isTranslated = listed.isHan[name] == matchedUnits(query).isLatin
        extra += contradiction(left, right, identity, isTranslated: isTranslated)
        let strictness =
            ScoringModel.strictest - (ScoringModel.strictest - ScoringModel.mildest) * sureness / 1_000
        let isShortForm =
            left.brand == 0 && right.brand == 0 && right.generic == 0
            && (evidence >= ScoringModel.shortFormEvidence || matchedUnits(query).isLatin == false)
        // Who calls a firm by its brand alone leaves words out, but says nothing else.
        let missingCost = isShortForm ? missing * 1_000 : missing * strictness
        var score = met * 10_000 / (met + (missingCost + extra * strictness) / 1_000)
        switch identity {
        case .brand: if !brandsMet { score = score * ScoringModel.noIdentity / 1_000 }
        case .place:
            if !placesMet || hasGeneric && !genericsMet { score = score * ScoringModel.noIdentity / 1_000 }
            if otherPlace { score = score * ScoringModel.otherPlace / 1_000 }
        case .generic:
            if !alignment.isInOrder(isTranslated: isTranslated) { score = score * ScoringModel.looseGeneric / 1_000 }
        }
        if left.hasNumber {
            let factor = right.hasNumber ? ScoringModel.otherNumber : ScoringModel.missingNumber
            score = score * factor / 1_000
        }
        if isPartOfBrand { score = score * ScoringModel.partOfBrand / 1_000 }
        if isStreetName(query) { score = score * ScoringModel.streetName / 1_000 }
        score = max(score, ScoringModel.least(essence))
        return Int32(score)
    }

    private func contradiction(
        _ left: Leftovers, _ right: Leftovers, _ identity: ListedTerms.Identity, isTranslated: Bool
    ) -> Int64 {
        var sum = min(left.brand, right.brand) * ScoringModel.brandContradiction
        // Words are translated in more than one way: what is left over may be the same.
        sum +=
            min(left.generic, right.generic)
            * (isTranslated ? ScoringModel.translatedContradiction : ScoringModel.genericContradiction)
        if identity == .brand { sum += min(left.place, right.place) * ScoringModel.placeContradiction }
        return sum / 1_000
    }

    /// What the screened name's words that met nothing cost, what they are, and whether one is another place.
    private func extras(
        _ query: borrowing NormalizedName, _ name: Int, _ met: Int64, _ sureness: Int64
    ) -> (cost: Int64, left: Leftovers, otherPlace: Bool, isPartOfBrand: Bool) {
        let besidePart =
            ScoringModel.extraBesideUnsure
            - (ScoringModel.extraBesideUnsure - ScoringModel.extraBesideSure) * sureness / 1_000
        let mostBeside =
            ScoringModel.mostBesideUnsure
            - (ScoringModel.mostBesideUnsure - ScoringModel.mostBeside) * sureness / 1_000
        let match = matchedUnits(query)
        var beside: Int64 = 0
        var inside: Int64 = 0
        var left = Leftovers()
        var otherPlace = false
        var isPartOfBrand = false
        var metSegments: UInt64 = 0
        for term in query.terms.buffer where alignment.metUnits[Int(term.first)] {
            metSegments |= 1 << UInt64(term.segment)
        }
        for term in query.terms.buffer where term.weight > 0 && term.kind != .legal {
            let unmet = (term.first..<term.last).count { !alignment.metUnits[Int($0)] }
            // A phrase that met in part has met; of a run of Han characters the others are left.
            guard unmet == term.last - term.first || (unmet > 0 && term.kind == .brand) else { continue }
            // Two characters met within a run of more are another firm's brand: 泰大华 is not 大华.
            isPartOfBrand = isPartOfBrand || (1...2).contains(Int(term.last - term.first) - unmet)
            var weight = Int64(term.weight) * 1_000
            if query.folded.units[Int(term.first)].kind == .han {
                weight = min(weight, Int64(unmet) * ScoringModel.hanExtra * 1_000)
            }
            let isOtherScript =
                match.isLatin != nil
                && match.isLatin != (query.folded.units[Int(term.first)].kind == .latin)
            let isOtherName = metSegments >> UInt64(term.segment) & 1 == 0
            if term.isTail || isOtherScript || isOtherName || lexicon.isCorporate(term.concept) {
                beside += weight * ScoringModel.extraTail / 1_000
                continue
            }
            switch term.kind {
            case .brand: left.brand += weight
            case .generic: left.generic += weight
            case .number: left.hasNumber = true
            case .place:
                if liesIn(term.concept, name) {
                    beside += weight * ScoringModel.extraRegion / 1_000
                    continue
                }
                otherPlace = true
                left.place += weight
            default: break
            }
            if term.first > match.first && term.last < match.last {
                inside += weight * ScoringModel.extraInside / 1_000
            } else if term.kind == .place && listed.identity[name] == .brand {
                beside += weight * ScoringModel.extraPlaceBeside / 1_000
            } else {
                beside += weight * besidePart / 1_000
            }
        }
        return (inside + min(beside, met * mostBeside / 1_000), left, otherPlace, isPartOfBrand)
    }

    /// The stretch of the screened name that the match spans, and its script: nil where it has words of both kinds.
    private func matchedUnits(_ query: borrowing NormalizedName) -> (
        first: Int32, last: Int32, isLatin: Bool?
    ) {
        var first = Int32.max
        var last: Int32 = -1
        var latin = false
        var han = false
        for place in query.folded.units.indices where alignment.metUnits[place] {
            first = min(first, Int32(place))
            last = Int32(place) + 1
            switch query.folded.units[place].kind {
            case .latin: latin = true
            case .han: han = true
            case .digits: break
            }
        }
        return (first, last, latin == han ? nil : latin)
    }

    /// Whether all that met is the name of a street: `12 DAHUA ROAD`.
    private func isStreetName(_ query: borrowing NormalizedName) -> Bool {
        let last = matchedUnits(query).last
        return query.terms.buffer.contains { term in
            term.first == last && term.kind == .address && lexicon.isStreet(term.concept)
        }
    }

    /// Whether a place is one that a place of the listed name lies in.
    private func liesIn(_ region: Int32, _ name: Int) -> Bool {
        for term in listed.terms(of: name) where listed.kind[term] == .place {
            if lexicon.region(region, contains: listed.concept[term]) { return true }
        }
        return false
    }
}
