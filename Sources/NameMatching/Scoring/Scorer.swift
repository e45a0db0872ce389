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
    private struct Leftovers {
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
        guard met > 0 else { return Int32(ScoringModel.least(essence)) }
        let isTranslated = listed.isHan[name] == matchedUnits(query).isLatin
        // Whose brand sounds right and who does the same, or in the same place, has translated the rest in a way of
        // his own.
        let isConfirmed = isTranslated && brandsMet && (placesMet || genericsMet)
        if isConfirmed { evidence += ScoringModel.translatedEvidence }
        let sureness = min(
            max(
                (evidence - ScoringModel.noEvidence) * 1_000
                    / (ScoringModel.fullEvidence - ScoringModel.noEvidence), 0),
            1_000)
        let identity = listed.identity[name]
        var (extra, right, otherPlace, isPartOfBrand) = extras(
            query, name, met, sureness, isTranslated: isTranslated)
        var against: Objections = []
        extra += contradiction(left, right, identity, isTranslated: isConfirmed, &against)
        let strictness =
            ScoringModel.strictest - (ScoringModel.strictest - ScoringModel.mildest) * sureness / 1_000
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
        objections = against
        score = max(score, ScoringModel.least(essence))
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

    /// What the screened name's words that met nothing cost, what they are, and whether one is another place.
    private func extras(
        _ query: borrowing NormalizedName, _ name: Int, _ met: Int64, _ sureness: Int64, isTranslated: Bool
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
            if term.isAddress { continue }
            let script = query.folded.units[Int(term.first)].kind
            let isOtherScript =
                match.isLatin != nil && script != .digits && match.isLatin != (script == .latin)
            let isOtherName = metSegments >> UInt64(term.segment) & 1 == 0
            // A name in another script beside this one is the same name again.
            if isOtherScript { continue }
            let isAside = term.kind == .brand && query.folded.units[Int(term.first)].isInBrackets
            if term.isTail || isAside || isOtherName || lexicon.isCorporate(term.concept) {
                beside += weight * ScoringModel.extraTail / 1_000
                continue
            }
            switch term.kind {
            case .brand:
                left.brand += weight
                left.namesOther = true
            case .initial: left.namesOther = true
            case .generic: left.generic += weight
            case .number: left.hasNumber = true
            case .place:
                if liesIn(term.concept, name) || isTranslatedPlace(term.concept, name) {
                    beside += weight * ScoringModel.extraRegion / 1_000
                    continue
                }
                if query.folded.units[Int(term.first)].isInBrackets {
                    left.hasBracketedPlace = true
                    beside += weight * ScoringModel.extraPlaceBeside / 1_000
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
            } else if term.kind == .generic && isTranslated {
                beside += weight * ScoringModel.extraTranslated / 1_000
            } else {
                beside += weight * besidePart / 1_000
            }
        }
        return (inside + min(beside, met * mostBeside / 1_000), left, otherPlace, isPartOfBrand)
    }

    /// Whether both names may be a person's, so that family and given name may stand either way.
    private func isPerson(_ name: Int, _ query: borrowing NormalizedName) -> Bool {
        listed.isPersonLike[name] && query.isPersonLike
    }

    /// Whether the screened name has a word of its own that tells what it does or who it is.
    private func saysMore(_ query: borrowing NormalizedName) -> Bool {
        query.terms.buffer.contains { term in
            (term.kind == .brand || term.kind == .generic) && !term.isTail && term.weight > 0
                && !alignment.metUnits[Int(term.first)..<Int(term.last)].contains(true)
        }
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

    /// Whether a place is the country of a listed name in Chinese characters, which need not say it.
    private func isTranslatedPlace(_ place: Int32, _ name: Int) -> Bool {
        listed.isHan[name] && place == lexicon.china
    }

    /// Whether a place is one that a place of the listed name lies in.
    private func liesIn(_ region: Int32, _ name: Int) -> Bool {
        for term in listed.terms(of: name) where listed.kind[term] == .place {
            if lexicon.region(region, contains: listed.concept[term]) { return true }
        }
        return false
    }
}
