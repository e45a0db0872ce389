/// The most that a listed name can score, found without aligning it.
enum UpperBound {
    /// The weight that a name's terms could have met, each taken at its best, in millionths.
    ///
    /// Terms may share a stretch here that an alignment gives to one of them, so the true sum is never more. The
    /// score is at most this sum / the weight of all terms.
    static func weightMet(_ name: Int, _ listed: ListedTerms, _ hits: FaceHits) -> Int64 {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: ListedTerms.termLimit) { best in
            let terms = listed.terms(of: name)
            for place in 0..<terms.count { best[place] = 0 }
            func raise(_ place: Int, _ face: Int32, _ factor: Int32) {
                var hit = hits.first(of: face)
                while hit >= 0 {
                    best[place] = max(best[place], hits.hits[Int(hit)].similarity * factor / 1_000)
                    hit = hits.hits[Int(hit)].next
                }
            }
            for term in terms {
                for place in listed.faces(of: term) {
                    raise(term - terms.lowerBound, listed.faces[place].face, listed.faces[place].factor)
                }
            }
            for place in listed.joins(of: name) {
                let join = listed.joins[place]
                guard hits.first(of: join.face) >= 0 else { continue }
                for term in join.first..<join.last { raise(Int(term), join.face, join.factor) }
            }
            var sum: Int64 = 0
            for term in terms { sum += Int64(listed.weight[term]) * Int64(best[term - terms.lowerBound]) }
            return sum
        }
    }
}
