/// Which stretches of a screened name met which terms of a listed one.
struct Alignment: ~Copyable {
    /// A stretch of units that meets a stretch of terms.
    struct Edge {
        var termFirst: Int16
        var termLast: Int16
        var unitFirst: Int16
        var unitLast: Int16
        /// Thousandths.
        var similarity: Int32
        var weight: Int32
    }

    private(set) var edges = Scratch<Edge>()
    /// The similarity that each term was met with, 0 where it wasn't; by place in the listed name.
    private(set) var metTerms = Scratch<Int32>()
    /// Whether each unit of the screened name is part of the match.
    private(set) var metUnits = Scratch<Bool>()
    /// How many of `edges`, from the start, are the match.
    private(set) var chosen = 0

    /// Whether several words of the listed name were met as one word.
    var hasJoined: Bool {
        edges[0..<chosen].contains { $0.termLast - $0.termFirst > 1 && $0.unitLast - $0.unitFirst == 1 }
    }

    /// Whether the brand words met stand as they are listed, or one of them is rare enough to tell in any order.
    func hasBrandsInOrder(_ name: Int, _ listed: ListedTerms) -> Bool {
        let first = listed.terms(of: name).lowerBound
        var lastUnit: Int16 = -1
        var lastTerm: Int16 = -1
        var isInOrder = true
        for place in 0..<chosen {
            let edge = edges[place]
            guard listed.kind[first + Int(edge.termFirst)] == .brand else { continue }
            if listed.weight[first + Int(edge.termFirst)] >= ScoringModel.rareWord { return true }
            if lastUnit >= 0, (edge.unitFirst > lastUnit) != (edge.termFirst > lastTerm) { isInOrder = false }
            (lastUnit, lastTerm) = (edge.unitFirst, edge.termFirst)
        }
        return isInOrder
    }

    /// Fewer words than this must be the very same ones to tell a name that has generic words only.
    private static let fewestTranslated = 3

    /// Whether the match is the words of the listed name one after the other, or if there are enough of them what they
    /// are called elsewhere; words that weigh next to nothing, such as the legal form, may stand anywhere.
    ///
    /// - Parameter isTranslated: whether the two names are in different scripts, so that no word can be the same.
    func isInOrder(isTranslated: Bool) -> Bool {
        let match = edges[0..<chosen].filter { $0.weight > Lexicon.adminWeight }
            .sorted { $0.unitFirst < $1.unitFirst }
        let least =
            match.count < Alignment.fewestTranslated && !isTranslated
            ? WordSimilarity.corrected : WordSimilarity.reading * WordSimilarity.joined / 1_000
        return zip(match, match.dropFirst()).allSatisfy { $0.termFirst < $1.termFirst }
            && match.allSatisfy { $0.similarity >= least }
    }

    /// Aligns: the most similar stretches first, then the weightiest, then the first; each term and unit once.
    ///
    /// A word that meets a word is more similar than words that meet joined, so a joined match never swallows a
    /// neighbour that something meets by itself.
    ///
    /// - Complexity: O(e²) in the stretches that meet, which are about as many as the words.
    mutating func align(_ name: Int, _ listed: ListedTerms, _ hits: borrowing FaceHits, units: Int) {
        collect(name, listed, hits)
        sortEdges()
        metTerms.fill(0, count: listed.terms(of: name).count)
        metUnits.fill(false, count: units)
        chosen = 0
        for place in edges.indices {
            let edge = edges[place]
            guard isFree(edge) else { continue }
            for term in edge.termFirst..<edge.termLast { metTerms[Int(term)] = edge.similarity }
            for unit in edge.unitFirst..<edge.unitLast { metUnits[Int(unit)] = true }
            edges[place] = edges[chosen]
            edges[chosen] = edge
            chosen += 1
        }
    }

    private mutating func collect(_ name: Int, _ listed: ListedTerms, _ hits: borrowing FaceHits) {
        edges.removeAll()
        let terms = listed.terms(of: name)
        for term in terms {
            let place = Int16(term - terms.lowerBound)
            for facePlace in listed.faces(of: term) {
                let face = listed.faces[facePlace]
                append(face.face, face.factor, face.isReading, place, place + 1, listed.weight[term], hits)
            }
        }
        for place in listed.joins(of: name) {
            let join = listed.joins[place]
            guard hits.first(of: join.face) >= 0 else { continue }
            var weight: Int32 = 0
            for term in join.first..<join.last { weight += listed.weight[terms.lowerBound + Int(term)] }
            append(join.face, join.factor, join.isReading, join.first, join.last, weight, hits)
        }
    }

    @inline(__always)
    private mutating func append(
        _ face: Int32, _ factor: Int32, _ isReading: Bool, _ first: Int16, _ last: Int16, _ weight: Int32,
        _ hits: borrowing FaceHits
    ) {
        var place = hits.first(of: face)
        while place >= 0 {
            let hit = hits.hits[Int(place)]
            place = hit.next
            // Other characters that sound alike: of two characters nearly always another firm (达华, 大华).
            if isReading, hit.isReading, hit.last - hit.first <= WordSimilarity.mostHomophones { continue }
            edges.append(
                Edge(
                    termFirst: first, termLast: last, unitFirst: hit.first, unitLast: hit.last,
                    similarity: hit.similarity * factor / 1_000, weight: weight))
        }
    }

    /// More edges than this come from names that say one thing over and over; sorting them by insertion would take
    /// the square of their number.
    private static let fewEdges = 64

    private mutating func sortEdges() {
        guard edges.count <= Alignment.fewEdges else { return edges.sort(by: Alignment.precedes) }
        // Insertion sort: the edges are few.
        for place in stride(from: 1, to: edges.count, by: 1) {
            let edge = edges[place]
            var target = place
            while target > 0, Alignment.precedes(edge, edges[target - 1]) {
                edges[target] = edges[target - 1]
                target -= 1
            }
            edges[target] = edge
        }
    }

    private static func precedes(_ left: Edge, _ right: Edge) -> Bool {
        if left.similarity != right.similarity { return left.similarity > right.similarity }
        if left.weight != right.weight { return left.weight > right.weight }
        if left.unitFirst != right.unitFirst { return left.unitFirst < right.unitFirst }
        if left.termFirst != right.termFirst { return left.termFirst < right.termFirst }
        if left.unitLast != right.unitLast { return left.unitLast > right.unitLast }
        return left.termLast > right.termLast
    }

    private func isFree(_ edge: Edge) -> Bool {
        for term in edge.termFirst..<edge.termLast where metTerms[Int(term)] > 0 { return false }
        for unit in edge.unitFirst..<edge.unitLast where metUnits[Int(unit)] { return false }
        return true
    }
}
