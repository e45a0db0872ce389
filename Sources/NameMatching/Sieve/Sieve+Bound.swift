extension Sieve {
    /// Whether a listed name may reach the threshold: the score of the faces shown, each term met at its best and
    /// nothing said against it but what surely is.
    ///
    /// The bound is that of `Scorer`, step by step, with every number on the side of the listed name: stretches may be
    /// met twice, and words beside the match cost only where they are strangers.
    mutating func mayReach(_ entry: Int32, _ strangers: Int, _ name: borrowing FoldedName) -> Bool {
        let listed = bounds[entry]
        let terms = bounds.terms(of: entry)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: terms.count) { best in
            best.initialize(repeating: 0)
            var isJoined = false
            for face in bounds.faces(of: entry) {
                let similarity = Int32(shown[Int(face.face)]) * Int32(face.factor) / 1_000
                guard similarity > 0 else { continue }
                if face.last - face.first > 1 { isJoined = true }
                for term in Int(face.first)..<Int(face.last) { best[term] = max(best[term], similarity) }
            }
            var met: Int64 = 0
            var missing: Int64 = 0
            var evidence = isJoined ? ScoringModel.joinedEvidence : 0
            var rolesMet: UInt8 = 0
            for (place, term) in terms.enumerated() {
                let similarity = Int64(best[place])
                let lost = Int64(term.weight) * (1_000 - similarity)
                met += Int64(term.weight) * similarity
                missing +=
                    term.role == .brand && similarity == 0 ? lost * ScoringModel.missingBrand / 1_000 : lost
                let isSure = term.isLong && similarity >= ScoringModel.surelyMet
                evidence += Int64(term.evidence) * (isSure ? 1_000 : similarity) / 1_000
                if similarity >= Int64(ScoringModel.brandMet) { rolesMet |= 1 << term.role.rawValue }
            }
            guard met > 0 else { return false }
            func isMet(_ role: BoundTable.Role) -> Bool { rolesMet >> role.rawValue & 1 != 0 }
            if threshold > 10 * ScoringModel.noIdentity {
                switch listed.identity {
                case .brand: guard isMet(.brand) else { return false }
                case .place: guard isMet(.place), !listed.hasGeneric || isMet(.generic) else { return false }
                case .generic: break
                }
            }
            if listed.hasGeneric { evidence += ScoringModel.completeEvidence }
            if listed.identity == .place { evidence += ScoringModel.bureauEvidence }
            if listed.isHan || hasHan { evidence += ScoringModel.translatedEvidence }
            let weight = strangers > 0 ? weightOfStrangers(strangers, listed, name) : 0
            let sureness = ScoringModel.sureness(evidence: evidence)
            let strictness = ScoringModel.strictness(sureness)
            let part = min(ScoringModel.extraInside, ScoringModel.besidePart(sureness))
            let extra = min(weight * part, met * ScoringModel.mostBeside(sureness) / 1_000)
            // Beside a stranger nothing is a short form of the listed name; what a cut field lacks stays excused.
            let missingCost = weight > 0 && !fillsField ? missing * strictness / 1_000 : missing
            return met * 10_000 >= threshold * (met + missingCost + extra * strictness / 1_000)
        }
    }

    /// The weight of the words among the first units that meet nothing of a listed name, in thousandths: brands, and
    /// generic words, but for those that may be what a name in another script says.
    private func weightOfStrangers(
        _ strangers: Int, _ listed: BoundTable.Name, _ name: borrowing FoldedName
    ) -> Int64 {
        var counted: WordFacts.Marks = listed.isHan ? .isBrand : [.isBrand, .isGeneric]
        var weight: Int64 = 0
        for place in 0..<strangers {
            let unit = units[place]
            // What a phrase means, a word behind it may say again, and then weighs nothing.
            if unit.marks.contains(.goesOn), place + 1 < units.count,
                units[place + 1].marks.contains(.isContinuing)
            {
                counted = .isBrand
            }
            guard !unit.marks.isDisjoint(with: counted), !unit.isJoined, !unit.faces.mayMeet(listed.faces),
                !isRepeated(place, name)
            else { continue }
            weight += Int64(unit.weight)
        }
        return weight
    }

    /// Whether a word, or one that means the same, stands earlier in the name: the second weighs nothing.
    private func isRepeated(_ place: Int, _ name: borrowing FoldedName) -> Bool {
        let key = name.units[place].key
        let concept = concept(place)
        return (0..<place).contains { earlier in
            name.units[earlier].key == key || concept >= 0 && self.concept(earlier) == concept
        }
    }

    /// What a unit means by itself, or -1.
    private func concept(_ place: Int) -> Int32 {
        let node = units[place].facts.node
        return node < 0 ? -1 : lexicon.meaning(at: node)?.concept ?? -1
    }
}
