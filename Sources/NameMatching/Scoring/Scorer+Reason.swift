extension Scorer {
    /// What the last scored alignment rests on, for people: what met and how, what was missing, what stood beside.
    func reason(_ query: borrowing NormalizedName, name: Int) -> String {
        let terms = listed.terms(of: name)
        var met: [String] = []
        for edge in alignment.edges[0..<alignment.chosen].sorted(by: { $0.unitFirst < $1.unitFirst }) {
            let written = query.folded.spelled(Int(edge.unitFirst), Int(edge.unitLast))
            let onList = (edge.termFirst..<edge.termLast)
                .map { listed.spelling(of: terms.lowerBound + Int($0)) }
                .joined(separator: " ")
            met.append(written == onList ? written : "\(written) \(relation(edge.similarity)) \(onList)")
        }
        var missing: [String] = []
        for (place, term) in terms.enumerated()
        where alignment.metTerms[place] == 0 && listed.weight[term] > Lexicon.legalWeight {
            missing.append(listed.spelling(of: term))
        }
        var beside: [String] = []
        var ignored: [String] = []
        for term in query.terms.buffer {
            guard !alignment.metUnits[Int(term.first)..<Int(term.last)].contains(true) else { continue }
            let written = query.folded.spelled(Int(term.first), Int(term.last))
            if term.isTail || term.weight <= Lexicon.legalWeight {
                ignored.append(written)
            } else {
                beside.append(written)
            }
        }
        return [("met", met), ("missing", missing), ("beside", beside), ("ignored", ignored)]
            .filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.joined(separator: ", "))" }
            .joined(separator: "; ")
    }

    private func relation(_ similarity: Int32) -> String {
        similarity >= WordSimilarity.joined * WordSimilarity.reading / 1_000 ? "=" : "~"
    }
}
