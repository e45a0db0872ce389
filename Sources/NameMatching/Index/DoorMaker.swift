/// Finds the faces that a listed name must be met by, and what must be met besides.
///
/// The score of a name is at most met / (met + missing), where a brand that isn't met at all is missing one and a
/// half times (`ScoringModel`). Without its brand a name that has one gets half of that, without place and generic
/// word so does a name that is known by its place.
struct DoorMaker {
    private let listed: ListedTerms
    private let lexicon: Lexicon
    private let threshold: Int64
    private(set) var doors: [(face: Int32, door: DoorTable.Door)] = []

    // Of the name in work, by term.
    private var name = 0
    private var terms = 0..<0
    private var heaviestFirst: [Int] = []
    private var isNeeded: [Bool] = []

    private static let never: Int64 = 1_001

    init(_ listed: ListedTerms, _ lexicon: Lexicon, _ threshold: Score) {
        self.listed = listed
        self.lexicon = lexicon
        self.threshold = Int64(threshold.tenThousandths)
    }

    /// Whether a name that lacks what identifies it stays below the threshold.
    private var asksForIdentity: Bool { threshold > 10 * ScoringModel.noIdentity }

    /// Finds the doors of a listed name.
    ///
    /// - Complexity: O(t²) in the name's terms.
    mutating func make(_ number: Int32) {
        name = Int(number)
        terms = listed.terms(of: name)
        heaviestFirst = terms.sorted { (-listed.weight[$0], $0) < (-listed.weight[$1], $1) }
        isNeeded = needed(besides: 0..<0)
        guard isNeeded.contains(true) else { return }
        for term in terms where isNeeded[term - terms.lowerBound] {
            let place = term - terms.lowerBound
            let asked = asked(besides: place..<place + 1)
            for facePlace in listed.faces(of: term) {
                let face = listed.faces[facePlace]
                append(number, face.face, face.factor, asked)
            }
        }
        for joinPlace in listed.joins(of: name) {
            let join = listed.joins[joinPlace]
            let covered = Int(join.first)..<Int(join.last)
            guard isNeeded[covered].contains(true) else { continue }
            append(number, join.face, join.factor, asked(besides: covered))
        }
    }

    private mutating func append(_ number: Int32, _ face: Int32, _ factor: Int32, _ asked: Asked) {
        let door = DoorTable.Door(
            entry: number, least: DoorMaker.similarity(asked.least, factor),
            aloneAt: DoorMaker.similarity(asked.aloneAt, factor), others: asked.others)
        doors.append((face, door))
    }

    /// The least similarity of a hit that, by the factor of the face, is worth so much.
    private static func similarity(_ worth: Int64, _ factor: Int32) -> Int16 {
        guard worth > 0 else { return 0 }
        return Int16(min((worth * 1_000 + Int64(factor) - 1) / Int64(factor), never))
    }

    /// What is asked of a name that meets some of the terms.
    private struct Asked {
        var least: Int64
        var aloneAt: Int64
        var others = FaceSet()
    }

    private func asked(besides met: Range<Int>) -> Asked {
        let all = 0..<terms.count
        func has(_ places: Range<Int>, _ kind: TermClass) -> Bool {
            places.contains { identifies($0, kind) }
        }
        func others(_ kind: TermClass) -> (Int) -> Bool {
            { !met.contains($0) && identifies($0, kind) }
        }
        var asked = Asked(least: 0, aloneAt: aloneAt(met))
        let identity: TermClass? =
            switch listed.identity[name] {
            case .brand: .brand
            case .place: .place
            case .generic: nil
            }
        if asksForIdentity, let identity {
            guard has(met, identity) else {
                // These terms can't say who is meant: another must.
                return Asked(least: 0, aloneAt: DoorMaker.never, others: faces(of: others(identity)))
            }
            if !all.contains(where: others(identity)) { asked.least = Int64(ScoringModel.brandMet) }
            if identity == .place, has(all, .generic), !has(met, .generic) {
                asked.aloneAt = DoorMaker.never
                asked.others = faces(of: others(.generic))
                return asked
            }
        }
        let isNeeded = needed(besides: met)
        asked.others = faces { isNeeded[$0] }
        return asked
    }

    /// Whether a term is one of those that tell who is meant.
    private func identifies(_ place: Int, _ kind: TermClass) -> Bool {
        let term = terms.lowerBound + place
        return listed.kind[term] == kind && !(kind == .generic && lexicon.isCorporate(listed.concept[term]))
    }

    /// The least worth with which some terms alone reach the threshold.
    private func aloneAt(_ met: Range<Int>) -> Int64 {
        let weight = met.reduce(0) { $0 + Int64(listed.weight[terms.lowerBound + $1]) }
        var missing: Int64 = 0
        for place in 0..<terms.count where !met.contains(place) { missing += missingWeight(place) }
        guard weight > 0 else { return threshold > 0 ? DoorMaker.never : 0 }
        // weight · worth / (weight + missing) >= threshold
        let least = threshold * (weight * 1_000 + missing)
        return min((least + weight * 10_000 - 1) / (weight * 10_000), DoorMaker.never)
    }

    /// What a term costs that isn't met, in millionths.
    private func missingWeight(_ place: Int) -> Int64 {
        let term = terms.lowerBound + place
        let factor = listed.kind[term] == .brand ? ScoringModel.missingBrand : ScoringModel.missingOther
        return Int64(listed.weight[term]) * factor
    }

    /// The terms of which one must be met, where some are met wholly: the heaviest others, until without them the
    /// threshold can't be reached.
    private func needed(besides met: Range<Int>) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: terms.count)
        var rest = Int64(listed.totalWeight[name])
        var missing: Int64 = 0
        for term in heaviestFirst {
            let place = term - terms.lowerBound
            if met.contains(place) { continue }
            guard rest > 0, rest * 10_000_000 >= threshold * (rest * 1_000 + missing) else { break }
            isNeeded[place] = true
            rest -= Int64(listed.weight[term])
            missing += missingWeight(place)
        }
        return isNeeded
    }

    /// The faces by which terms may be met, by themselves or joined.
    private func faces(of isMeant: (Int) -> Bool) -> FaceSet {
        var set = FaceSet()
        for place in 0..<terms.count where isMeant(place) {
            for facePlace in listed.faces(of: terms.lowerBound + place) {
                set.insert(listed.faces[facePlace].face)
            }
        }
        for joinPlace in listed.joins(of: name) {
            let join = listed.joins[joinPlace]
            if (Int(join.first)..<Int(join.last)).contains(where: isMeant) { set.insert(join.face) }
        }
        return set
    }
}
