extension Scorer {
    /// What the last score rests on.
    ///
    /// - Parameters:
    ///   - query: the name that was scored.
    ///   - name: the listed name, by its number in the index.
    ///   - isSameWritten: whether both are the same when written without spaces.
    func explanation(
        _ query: borrowing NormalizedName, name: Int, score: Score, isSameWritten: Bool
    ) -> Explanation {
        let terms = listed.terms(of: name)
        var met: [Explanation.Pair] = []
        for edge in alignment.edges[0..<alignment.chosen].sorted(by: { $0.unitFirst < $1.unitFirst }) {
            met.append(pair(edge, query, terms))
        }
        var missing: [Explanation.Word] = []
        for (place, term) in terms.enumerated()
        where alignment.metTerms[place] == 0 && listed.weight[term] > Lexicon.legalWeight {
            missing.append(
                Explanation.Word(
                    text: listed.spelling(of: term), kind: listed.kind[term],
                    weight: Scorer.fraction(listed.weight[term]), isTail: false))
        }
        var beside: [Explanation.Word] = []
        var ignored: [Explanation.Word] = []
        for term in query.terms.buffer {
            guard !alignment.metUnits[Int(term.first)..<Int(term.last)].contains(true) else { continue }
            let word = Explanation.Word(
                text: query.folded.spelled(Int(term.first), Int(term.last)), kind: term.kind,
                weight: Scorer.fraction(term.weight), isTail: term.isTail)
            if term.isTail || term.weight <= Lexicon.legalWeight {
                ignored.append(word)
            } else {
                beside.append(word)
            }
        }
        return Explanation(
            score: score, met: met, missing: missing, beside: beside, ignored: ignored,
            against: objections.all, isSameWritten: isSameWritten)
    }

    private static func fraction(_ thousandths: Int32) -> Double { Double(thousandths) / 1_000 }

    private func pair(
        _ edge: Alignment.Edge, _ query: borrowing NormalizedName, _ terms: Range<Int>
    ) -> Explanation.Pair {
        let written = query.folded.spelled(Int(edge.unitFirst), Int(edge.unitLast))
        let onList = (edge.termFirst..<edge.termLast)
            .map { listed.spelling(of: terms.lowerBound + Int($0)) }
            .joined(separator: " ")
        let relation = written == onList ? .same : relation(edge, query, terms, written, onList)
        return Explanation.Pair(
            written: written, listed: onList, relation: relation,
            similarity: Scorer.fraction(edge.similarity), weight: Scorer.fraction(edge.weight))
    }

    /// How two stretches met that aren't spelled alike: told from what they are, since an alignment keeps no more than
    /// how similar they are.
    private func relation(
        _ edge: Alignment.Edge, _ query: borrowing NormalizedName, _ terms: Range<Int>, _ written: String,
        _ onList: String
    ) -> Explanation.Relation {
        let left = Array(query.folded.letters(ofUnits: Int(edge.unitFirst), to: Int(edge.unitLast)))
        let right = onList.utf8.filter { $0 != UInt8(ascii: " ") }
        if left == right { return .spacing }
        let term = query.terms.buffer.first {
            $0.first == Int32(edge.unitFirst) && $0.last == Int32(edge.unitLast)
        }
        let isOneTerm = edge.termLast - edge.termFirst == 1
        let listedTerm = terms.lowerBound + Int(edge.termFirst)
        let isLast = Int(edge.unitLast) == query.folded.units.count
        let isCut = query.mayBeCut && isLast && right.starts(with: left)
        if let term, isOneTerm, term.concept >= 0, term.concept == listed.concept[listedTerm] {
            if isCut { return .cut }
            let isMisspelled = (term.first..<term.last).contains {
                query.folded.units[Int($0)].correction != .none
            }
            return isMisspelled ? .typing : .form
        }
        if isOneTerm, term?.kind == .number || listed.kind[listedTerm] == .number { return .form }
        if isOneTerm, left.count == 1 || right.count == 1 { return .initial }
        if left.contains(where: { $0 >= 0x80 }) || right.contains(where: { $0 >= 0x80 }) { return .pinyin }
        if isCut { return .cut }
        let typed = left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { WordSimilarity.typed(left, $0) }
        }
        return typed >= edge.similarity ? .typing : .sound
    }
}
