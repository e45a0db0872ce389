extension Scorer {
    /// What the last scored alignment rests on, for people: what met and how, what was missing, what stood beside.
    func reason(_ query: NormalizedName, name: Int) -> String {
        var met: [String] = []
        let terms = listed.terms(of: name)
        let edges = alignment.edges[..<alignment.chosen].sorted { $0.unitFirst < $1.unitFirst }
        for edge in edges {
            let written = query.folded.spelled(Int(edge.unitFirst), Int(edge.unitLast))
            let onList = terms[terms.startIndex + Int(edge.termFirst)..<terms.startIndex + Int(edge.termLast)]
                .map { listed.spelling[$0] }.joined(separator: " ")
            met.append(written == onList ? written : "\(written) \(relation(edge.similarity)) \(onList)")
        }
        let missing = terms.enumerated().filter { place, term in
            alignment.metTerms[place] == 0 && listed.weight[term] > Lexicon.legalWeight
        }.map { listed.spelling[$0.element] }
        var beside: [String] = []
        var ignored: [String] = []
        for term in query.terms
        where !(term.first..<term.last).contains(where: { alignment.metUnits[Int($0)] }) {
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
