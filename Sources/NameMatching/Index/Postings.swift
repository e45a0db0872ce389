/// Which listed names are posted under which faces.
enum Postings {
    /// By face, where its names begin in the second table; and the names, in their order.
    ///
    /// - Complexity: O(faces of all names).
    static func tables(
        _ listed: ListedTerms, faces: Int, threshold: Score
    ) -> (starts: Table<Int32>, names: Table<Int32>) {
        var doors = Scratch<UInt64>(capacity: listed.totalWeight.count)
        // By face: one more than the last name posted under it.
        var seen = Scratch<Int32>(zeroed: faces)
        var starts = Scratch<Int32>(zeroed: faces + 1)
        for name in listed.totalWeight.indices {
            doors.append(self.doors(listed, name, threshold))
            forEachFace(of: name, listed, doors[name], &seen) { starts[$0 + 1] += 1 }
        }
        for face in 0..<faces { starts[face + 1] += starts[face] }
        let total = Int(starts[faces])
        var names = Scratch<Int32>(capacity: total)
        _ = names.extend(by: total)
        var next = Scratch<Int32>(capacity: faces)
        next.append(contentsOf: starts[0..<faces])
        seen.fill(0, count: faces)
        for name in listed.totalWeight.indices {
            forEachFace(of: name, listed, doors[name], &seen) { face in
                names[Int(next[face])] = Int32(name)
                next[face] += 1
            }
        }
        return (Table(starts), Table(names))
    }

    /// Calls `body` with the faces that a name is posted under, each once.
    @inline(__always)
    private static func forEachFace(
        of name: Int, _ listed: ListedTerms, _ doors: UInt64, _ seen: inout Scratch<Int32>,
        _ body: (Int) -> Void
    ) {
        func meet(_ face: Int32) {
            guard seen[Int(face)] != name + 1 else { return }
            seen[Int(face)] = Int32(name + 1)
            body(Int(face))
        }
        for (place, term) in listed.terms(of: name).enumerated() where doors >> UInt64(place) & 1 != 0 {
            for place in listed.faces(of: term) { meet(listed.faces[place].face) }
        }
        for place in listed.joins(of: name) {
            let join = listed.joins[place]
            let covered = (UInt64.max >> UInt64(64 - (join.last - join.first))) << UInt64(join.first)
            if doors & covered != 0 { meet(join.face) }
        }
    }

    /// Which terms of a name it is posted under, as bits: the heaviest, until the rest can't reach the threshold.
    private static func doors(_ listed: ListedTerms, _ name: Int, _ threshold: Score) -> UInt64 {
        let terms = listed.terms(of: name)
        var doors: UInt64 = 0
        var rest = Int64(listed.totalWeight[name])
        let needed = rest * Int64(threshold.tenThousandths)
        for _ in terms {
            guard rest > 0, rest * 10_000 >= needed else { break }
            var heaviest = -1
            for (place, term) in terms.enumerated() where doors >> UInt64(place) & 1 == 0 {
                if heaviest < 0 || listed.weight[term] > listed.weight[terms.lowerBound + heaviest] {
                    heaviest = place
                }
            }
            doors |= 1 << UInt64(heaviest)
            rest -= Int64(listed.weight[terms.lowerBound + heaviest])
        }
        return doors
    }
}
