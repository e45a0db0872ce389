extension Sieve {
    /// Whether a listed name may reach the threshold: the score of the faces shown, each term met at its best and
    /// nothing said against it but what surely is.
    ///
    /// The bound is that of `Scorer`, step by step, with every number on the side of the listed name: stretches may be
    /// met twice, and words beside the match cost only where they are strangers.
    mutating func mayReach(_ entry: Int32, _ strangers: Int, _ name: borrowing FoldedName) -> Bool {
        let listed = bounds[entry]
        let terms = bounds.terms(of: entry)
        let isJoined = meet(entry, terms.count)
        var met: Int64 = 0
        var missing: Int64 = 0
        var evidence = isJoined ? ScoringModel.joinedEvidence : 0
        var left = (brand: Int64(0), generic: Int64(0))
        var rolesMet: UInt8 = 0
        var lacksNumber = false
        var isComplete = true
        for (place, term) in terms.enumerated() {
            let similarity = Int64(best[place])
            let weight = Int64(term.weight)
            let lost = weight * (1_000 - similarity)
            met += weight * similarity
            missing +=
                term.role == .brand && similarity == 0 ? lost * ScoringModel.missingBrand / 1_000 : lost
            let isSure = term.isLong && similarity >= ScoringModel.surelyMet
            evidence += Int64(term.evidence) * (isSure ? 1_000 : similarity) / 1_000
            switch term.role {
            case .brand: left.brand += lost
            case .generic: left.generic += Int64(term.classWeight) * (1_000 - similarity)
            default: break
            }
            if similarity >= Int64(ScoringModel.brandMet) {
                rolesMet |= 1 << term.role.rawValue
            } else {
                lacksNumber = lacksNumber || term.role == .number
                isComplete = isComplete && weight <= Int64(Lexicon.adminWeight)
            }
        }
        guard met > 0, met * 10_000 >= threshold * (met + missing) else { return false }
        func isMet(_ role: BoundTable.Role) -> Bool { rolesMet >> role.rawValue & 1 != 0 }
        if threshold > 10 * ScoringModel.noIdentity {
            switch listed.identity {
            case .brand: guard isMet(.brand) else { return false }
            case .place: guard isMet(.place), !listed.hasGeneric || isMet(.generic) else { return false }
            case .generic: break
            }
        }
        if listed.hasGeneric, isComplete { evidence += ScoringModel.completeEvidence }
        if listed.identity == .place { evidence += ScoringModel.bureauEvidence }
        if listed.isHan || hasHan, isMet(.brand), isMet(.place) || isMet(.generic) {
            evidence += ScoringModel.translatedEvidence
        }
        let right = strangers > 0 ? self.strangers(strangers, entry, name) : (brand: 0, generic: 0)
        let sureness = ScoringModel.sureness(evidence: evidence)
        let strictness = ScoringModel.strictness(sureness)
        let part = min(ScoringModel.extraInside, ScoringModel.besidePart(sureness))
        let extra = min((right.brand + right.generic) * part, met * ScoringModel.mostBeside(sureness) / 1_000)
        let contradiction =
            (min(left.brand, right.brand * 1_000) * ScoringModel.brandContradiction
                + min(left.generic, right.generic * 1_000) * ScoringModel.genericContradiction) / 1_000
        // What a short form of the listed name lacks is excused, and what a cut field lacks.
        let mayBeShortForm =
            left.brand == 0 && right.brand + right.generic == 0
            && (evidence >= ScoringModel.shortFormEvidence || hasHan)
        let missingCost = mayBeShortForm || fillsField ? missing : missing * strictness / 1_000
        let factor = lacksNumber ? ScoringModel.missingNumber : 1_000
        return met * 10 * factor
            >= threshold * (met + missingCost + (extra + contradiction) * strictness / 1_000)
    }

    /// Notes in `best` the best similarity that each term of a listed name could be met with; the answer is whether
    /// some may be met joined.
    private mutating func meet(_ entry: Int32, _ termCount: Int) -> Bool {
        best.fill(0, count: termCount)
        var isJoined = false
        for face in bounds.faces(of: entry) where isShown(face.face) {
            let similarity = Int32(shown[Int(face.face)]) * Int32(face.factor) / 1_000
            if face.last - face.first > 1 { isJoined = true }
            for term in Int(face.first)..<Int(face.last) { best[term] = max(best[term], similarity) }
        }
        return isJoined
    }
}
