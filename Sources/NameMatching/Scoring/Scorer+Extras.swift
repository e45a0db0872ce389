extension Scorer {
    /// What the screened name's words that met nothing cost, what they are, and whether one is another place.
    func extras(
        _ query: borrowing NormalizedName, _ name: Int, _ met: Int64, _ sureness: Int64, isTranslated: Bool
    ) -> (cost: Int64, left: Leftovers, otherPlace: Bool, isPartOfBrand: Bool) {
        let besidePart = ScoringModel.besidePart(sureness)
        let mostBeside = ScoringModel.mostBeside(sureness)
        let match = matchedUnits(query)
        var beside: Int64 = 0
        var inside: Int64 = 0
        var left = Leftovers()
        var otherPlace = false
        var isPartOfBrand = false
        var metSegments: UInt64 = 0
        for term in query.terms.buffer where isSegmentMet(by: term, query) {
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

    /// Whether a term says that its segment of the name has been met.
    ///
    /// Any part of a phrase is enough: `AKTSIONERNOE OBSHCHESTVO` of `OTKRYTOE AKTSIONERNOE OBSHCHESTVO`. The sieve relies
    /// on it that a name in Latin letters with one segment has no other one. In a run of Han characters, which nobody
    /// parts into words, what stands before the stretch that met may be another word.
    private func isSegmentMet(by term: Term, _ query: borrowing NormalizedName) -> Bool {
        let isHan = query.folded.units[Int(term.first)].kind == .han
        return (term.first..<(isHan ? term.first + 1 : term.last)).contains { alignment.metUnits[Int($0)] }
    }

    /// The stretch of the screened name that the match spans, and its script: nil where it has words of both kinds.
    func matchedUnits(_ query: borrowing NormalizedName) -> (
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
    func isStreetName(_ query: borrowing NormalizedName) -> Bool {
        let last = matchedUnits(query).last
        return query.terms.buffer.contains { term in
            term.first == last && term.kind == .address && lexicon.isStreet(term.concept)
        }
    }

    /// Whether a place is the country of a listed name in Chinese characters, which need not say it.
    func isTranslatedPlace(_ place: Int32, _ name: Int) -> Bool {
        listed.isHan[name] && place == lexicon.china
    }

    /// Whether a place is one that a place of the listed name lies in.
    func liesIn(_ region: Int32, _ name: Int) -> Bool {
        for term in listed.terms(of: name) where listed.kind[term] == .place {
            if lexicon.region(region, contains: listed.concept[term]) { return true }
        }
        return false
    }
}
