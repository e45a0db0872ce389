/// Finds the faces that a listed name must be met by, and what must be met besides.
///
/// The score of a name is at most met / (met + missing), where a brand that isn't met at all is missing one and a
/// half times (`ScoringModel`). Without its brand a name that has one gets half of that, without place and generic
/// word so does a name that is known by its place.
struct DoorMaker: ~Copyable {
    struct Posted {
        var face: Int32
        var door: DoorTable.Door
    }

    private let listed: ListedTerms
    private let lexicon: Lexicon
    private let threshold: Int64
    private(set) var doors: Scratch<Posted>
    private var otherFaces = Scratch<Int32>()

    // Of the name in work; sets of terms are bits, of which a name has no more than there are.
    private var name = 0
    private var terms = 0..<0
    private var heaviestFirst = Scratch<Int32>()
    /// The sets of terms of which one must be met, and their faces.
    private var knownOthers = Scratch<KnownOthers>()
    private var termsOfKind: (brand: UInt64, place: UInt64, generic: UInt64) = (0, 0, 0)

    private struct KnownOthers {
        var terms: UInt64
        var faces: DoorTable.Others
    }

    private static let never: Int64 = 1_001

    init(_ listed: ListedTerms, _ lexicon: Lexicon, _ threshold: Score) {
        self.listed = listed
        self.lexicon = lexicon
        self.threshold = Int64(threshold.tenThousandths)
        doors = Scratch(capacity: listed.totalWeight.count * 4)
    }

    /// Whether a name that lacks what identifies it stays below the threshold.
    private var asksForIdentity: Bool { threshold > 10 * ScoringModel.noIdentity }

    /// Finds the doors of a listed name.
    ///
    /// - Complexity: O(d · t) in the doors and terms.
    mutating func make(_ number: Int32) {
        take(Int(number))
        let doors = needed(besides: 0)
        guard doors != 0 else { return }
        for (place, term) in terms.enumerated() where doors >> UInt64(place) & 1 != 0 {
            let asked = asked(besides: 1 << UInt64(place))
            for facePlace in listed.faces(of: term) {
                let face = listed.faces[facePlace]
                append(number, face.face, face.factor, asked)
            }
        }
        for joinPlace in listed.joins(of: name) {
            let join = listed.joins[joinPlace]
            let covered = DoorMaker.terms(of: join)
            if doors & covered != 0 { append(number, join.face, join.factor, asked(besides: covered)) }
        }
    }

    private mutating func take(_ number: Int) {
        name = number
        terms = listed.terms(of: name)
        heaviestFirst.removeAll()
        knownOthers.removeAll()
        termsOfKind = (0, 0, 0)
        for (place, term) in terms.enumerated() {
            switch listed.kind[term] {
            case .brand: termsOfKind.brand |= 1 << UInt64(place)
            case .place: termsOfKind.place |= 1 << UInt64(place)
            case .generic where !lexicon.isCorporate(listed.concept[term]):
                termsOfKind.generic |= 1 << UInt64(place)
            default: break
            }
            // Insertion: the terms are few.
            var target = heaviestFirst.count
            heaviestFirst.append(Int32(place))
            while target > 0, weight(Int(heaviestFirst[target - 1])) < weight(place) {
                heaviestFirst[target] = heaviestFirst[target - 1]
                target -= 1
            }
            heaviestFirst[target] = Int32(place)
        }
    }

    private static func terms(of join: ListedTerms.Join) -> UInt64 {
        (UInt64.max >> UInt64(64 - (join.last - join.first))) << UInt64(join.first)
    }

    private func weight(_ place: Int) -> Int64 { Int64(listed.weight[terms.lowerBound + place]) }

    private mutating func append(_ number: Int32, _ face: Int32, _ factor: Int32, _ asked: Asked) {
        let door = DoorTable.Door(
            entry: number, least: DoorMaker.similarity(asked.least, factor),
            aloneAt: DoorMaker.similarity(asked.aloneAt, factor), others: asked.others)
        doors.append(Posted(face: face, door: door))
    }

    /// The least similarity of a hit that, by the factor of the face, is worth so much.
    private static func similarity(_ worth: Int64, _ factor: Int32) -> Int16 {
        guard worth > 0 else { return 0 }
        return Int16(min((worth * 1_000 + Int64(factor) - 1) / Int64(factor), never))
    }

    /// What is asked of a name that meets some of the terms.
    private struct Asked {
        var least: Int64 = 0
        var aloneAt: Int64
        var others = DoorTable.Others()
    }

    private mutating func asked(besides met: UInt64) -> Asked {
        var asked = Asked(aloneAt: aloneAt(met))
        let identity: UInt64? =
            switch listed.identity[name] {
            case .brand: termsOfKind.brand
            case .place: termsOfKind.place
            case .generic: nil
            }
        if asksForIdentity, let identity {
            guard met & identity != 0 else {
                // These terms can't say who is meant: another must.
                return Asked(aloneAt: DoorMaker.never, others: faces(of: identity))
            }
            if identity & ~met == 0 { asked.least = Int64(ScoringModel.brandMet) }
            if listed.identity[name] == .place, termsOfKind.generic != 0, met & termsOfKind.generic == 0 {
                asked.aloneAt = DoorMaker.never
                asked.others = faces(of: termsOfKind.generic)
                return asked
            }
        }
        if asked.aloneAt > asked.least { asked.others = faces(of: needed(besides: met)) }
        return asked
    }

    /// The least worth with which some terms alone reach the threshold.
    private func aloneAt(_ met: UInt64) -> Int64 {
        var weight: Int64 = 0
        var missing: Int64 = 0
        for place in 0..<terms.count {
            if met >> UInt64(place) & 1 != 0 {
                weight += self.weight(place)
            } else {
                missing += missingWeight(place)
            }
        }
        guard weight > 0 else { return threshold > 0 ? DoorMaker.never : 0 }
        // weight · worth / (weight + missing) >= threshold
        let least = threshold * (weight * 1_000 + missing)
        return min((least + weight * 10_000 - 1) / (weight * 10_000), DoorMaker.never)
    }

    /// What a term costs that isn't met, in millionths.
    private func missingWeight(_ place: Int) -> Int64 {
        let isBrand = termsOfKind.brand >> UInt64(place) & 1 != 0
        return weight(place) * (isBrand ? ScoringModel.missingBrand : ScoringModel.missingOther)
    }

    /// The terms of which one must be met, where some are met wholly: the heaviest others, until without them the
    /// threshold can't be reached.
    private func needed(besides met: UInt64) -> UInt64 {
        var needed: UInt64 = 0
        var rest = Int64(listed.totalWeight[name])
        var missing: Int64 = 0
        for place in heaviestFirst.buffer where met >> UInt64(place) & 1 == 0 {
            guard rest > 0, rest * 10_000_000 >= threshold * (rest * 1_000 + missing) else { break }
            needed |= 1 << UInt64(place)
            rest -= weight(Int(place))
            missing += missingWeight(Int(place))
        }
        return needed
    }

    /// The faces by which one of some terms may be met, by itself or joined.
    private mutating func faces(of others: UInt64) -> DoorTable.Others {
        if let known = knownOthers.buffer.first(where: { $0.terms == others }) { return known.faces }
        var faces = DoorTable.Others(start: Int32(otherFaces.count))
        func add(_ face: Int32) {
            faces.set.insert(face)
            faces.count += 1
            otherFaces.append(face)
        }
        for (place, term) in terms.enumerated() where others >> UInt64(place) & 1 != 0 {
            for facePlace in listed.faces(of: term) { add(listed.faces[facePlace].face) }
        }
        for joinPlace in listed.joins(of: name) {
            let join = listed.joins[joinPlace]
            if others & DoorMaker.terms(of: join) != 0 { add(join.face) }
        }
        knownOthers.append(KnownOthers(terms: others, faces: faces))
        return faces
    }

    /// The faces of all the doors' others, for the table.
    consuming func releaseOtherFaces() -> Table<Int32> { Table(otherFaces) }
}
