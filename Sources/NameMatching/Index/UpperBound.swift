/// The most that a listed name can score, found without aligning it.
enum UpperBound {
    /// The weight that a name's terms could have met, each taken at its best, in millionths.
    ///
    /// Terms may share a stretch here that an alignment gives to one of them, so the true sum is never more. The
    /// score is at most this sum / the weight of all terms.
    static func weightMet(_ name: Int, _ listed: ListedTerms, _ hits: borrowing FaceHits) -> Int64 {
        let terms = listed.terms(of: name)
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: ListedTerms.termLimit) { best in
            for place in 0..<terms.count { best[place] = 0 }
            for term in terms {
                for place in listed.faces(of: term) {
                    let face = listed.faces[place]
                    let place = term - terms.lowerBound
                    best[place] = max(best[place], similarity(face.face, face.factor, hits))
                }
            }
            for place in listed.joins(of: name) {
                let join = listed.joins[place]
                let joined = similarity(join.face, join.factor, hits)
                guard joined > 0 else { continue }
                for term in Int(join.first)..<Int(join.last) { best[term] = max(best[term], joined) }
            }
            var sum: Int64 = 0
            for term in terms { sum += Int64(listed.weight[term]) * Int64(best[term - terms.lowerBound]) }
            return sum
        }
    }

    /// The best similarity with which a face was met.
    @inline(__always)
    private static func similarity(_ face: Int32, _ factor: Int32, _ hits: borrowing FaceHits) -> Int32 {
        var best: Int32 = 0
        var place = hits.first(of: face)
        while place >= 0 {
            let hit = hits.hits[Int(place)]
            best = max(best, hit.similarity * factor / 1_000)
            place = hit.next
        }
        return best
    }
}
