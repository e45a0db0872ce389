/// Finds the faces that a listed name must be met by, and what must be met besides.
///
/// The score of a name is at most met / (met + missing), where a brand that isn't met at all is missing one and a
/// half times (`ScoringModel`). Without its brand a name that has one gets half of that, without place and generic
/// word so does a name that is known by its place.
struct DoorMaker: ~Copyable {
    /// A door as `DoorTable` has it, with its others by their place in `others`, or -1.
    struct Posted {
        var face: Int32
        var entry: Int32
        var least: Int16
        var aloneAt: Int16
        var others: Int32
    }

    private let listed: ListedTerms
    private let lexicon: Lexicon
    private let threshold: Int64
    private(set) var doors: Scratch<Posted>
    private(set) var others = Scratch<DoorTable.Others>()
    private var otherFaces: Scratch<Int32>

    // Of the name in work, taken out of the tables, whose many parts would be copied again and again; sets of terms are
    // bits, of which a name has no more than there are.
    private var name = 0
    private var terms = 0..<0
    private var identity = ListedTerms.Identity.generic
    private var weights = Scratch<Int64>()
    private var heaviestFirst = Scratch<Int32>()
    /// The sets of terms of which one must be met, and their faces.
    private var knownOthers = Scratch<KnownOthers>()
    private var termsOfKind: (brand: UInt64, place: UInt64, generic: UInt64) = (0, 0, 0)

    private struct KnownOthers {
        var terms: UInt64
        var met: UInt64
        var least: Int32
        /// Their place in `others`.
        var place: Int32 = -1

        func isSame(as other: KnownOthers) -> Bool {
            terms == other.terms && met == other.met && least == other.least
        }
    }

    /// About how many of each a name has; more make the arrays grow.
    private static let usual = (doors: 6, otherFaces: 24)

    init(_ listed: ListedTerms, _ lexicon: Lexicon, _ threshold: Score) {
        self.listed = listed
        self.lexicon = lexicon
        self.threshold = Int64(threshold.tenThousandths)
        let names = listed.totalWeight.count
        doors = Scratch(capacity: names * DoorMaker.usual.doors)
        otherFaces = Scratch(capacity: names * DoorMaker.usual.otherFaces)
    }

    /// Whether a name that lacks what identifies it stays below the threshold.
    private var asksForIdentity: Bool { threshold > 10 * ScoringModel.noIdentity }

    /// Finds the doors of a listed name.
    ///
    /// A name that reaches the threshold meets one of the terms needed. It is found by the first of them that it
    /// meets, so behind the door of a later one those before it are missing.
    ///
    /// - Complexity: O(d · t) in the doors and terms.
    mutating func make(_ number: Int32) {
        take(Int(number))
        let all = Asked(met: 0, missed: 0, isInitial: false)
        let needed = needed(all, sums(all))
        var missed: UInt64 = 0
        for place in heaviestFirst.buffer where needed >> UInt64(place) & 1 != 0 {
            let term = UInt64(1) << UInt64(place)
            makeDoors(of: Int(place), missed)
            for joinPlace in listed.joins(of: name) {
                let join = listed.joins[joinPlace]
                let covered = DoorMaker.terms(of: join)
                guard covered & term != 0, covered & missed == 0,
                    let answer = answer(Asked(met: covered, missed: missed, isInitial: false))
                else { continue }
                post(join.face, join.factor, answer)
            }
            missed |= term
        }
    }

    /// Posts the name under the faces of a term by itself.
    private mutating func makeDoors(of place: Int, _ missed: UInt64) {
        let faces = listed.faces(of: terms.lowerBound + place)
        for isInitial in [false, true] {
            func isOfKind(_ face: Int) -> Bool {
                (listed.faces[face].factor <= WordSimilarity.initial) == isInitial
            }
            guard faces.contains(where: isOfKind),
                let answer = answer(Asked(met: 1 << UInt64(place), missed: missed, isInitial: isInitial))
            else { continue }
            for face in faces where isOfKind(face) {
                post(listed.faces[face].face, listed.faces[face].factor, answer)
            }
        }
    }

    private mutating func take(_ number: Int) {
        name = number
        terms = listed.terms(of: name)
        identity = listed.identity[name]
        weights.removeAll()
        for term in terms { weights.append(Int64(listed.weight[term])) }
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

    private func weight(_ place: Int) -> Int64 { weights[place] }

    private mutating func post(_ face: Int32, _ factor: Int32, _ answer: Answer) {
        let least = DoorMaker.similarity(answer.least, factor)
        guard least <= WordSimilarity.same else { return }
        doors.append(
            Posted(
                face: face, entry: Int32(name), least: least,
                aloneAt: DoorMaker.similarity(answer.aloneAt, factor), others: answer.others))
    }

    /// The least similarity of a hit that, by the factor of the face, is worth so much.
    private static func similarity(_ worth: Int64, _ factor: Int32) -> Int16 {
        guard worth > 0 else { return 0 }
        return Int16(min((worth * 1_000 + Int64(factor) - 1) / Int64(factor), DoorSums.never))
    }

    /// The terms that a name meets by one face, those that it surely lacks, and whether but an initial is met.
    private struct Asked {
        var met: UInt64
        var missed: UInt64
        var isInitial: Bool
        /// The most that meeting the terms is worth.
        var worth: Int64 { Int64(isInitial ? WordSimilarity.initial : WordSimilarity.same) }
        /// The terms met beside which others that are joined with them don't count; few, so that names have few lists.
        var apart: UInt64 { met & (met - 1) == 0 ? met : 0 }
    }

    /// What such a name must show to reach the threshold.
    private struct Answer {
        var least: Int64
        var aloneAt: Int64
        /// Their place in `others`, or -1.
        var others: Int32 = -1
    }

    /// Nil where whatever it shows is not enough.
    private mutating func answer(_ asked: Asked) -> Answer? {
        let sums = sums(asked)
        guard sums.reaches(worth: asked.worth) else { return nil }
        var answer = Answer(least: sums.least, aloneAt: sums.aloneAt)
        let identity: UInt64? =
            switch self.identity {
            case .brand: termsOfKind.brand
            case .place: termsOfKind.place
            case .generic: nil
            }
        if asksForIdentity, let identity {
            if asked.met & identity == 0 {
                // These terms can't say who is meant: another must.
                return another(of: identity, asked, answer)
            }
            if identity & ~asked.met == 0 { answer.least = max(answer.least, Int64(ScoringModel.brandMet)) }
            let generic = termsOfKind.generic
            if self.identity == .place, generic != 0, asked.met & generic == 0 {
                return another(of: generic, asked, answer)
            }
        }
        guard answer.aloneAt > answer.least else { return answer }
        let needed = needed(asked, sums)
        answer.others = faces(
            of: needed, besides: asked.apart,
            sufficesInitials(needed, asked, sums) ? 0 : WordSimilarity.initial + 1)
        return answer
    }

    private mutating func another(of terms: UInt64, _ asked: Asked, _ answer: Answer) -> Answer? {
        guard terms & ~asked.missed != 0 else { return nil }
        return Answer(
            least: answer.least, aloneAt: DoorSums.never,
            others: faces(of: terms & ~asked.missed, besides: asked.apart, ScoringModel.brandMet))
    }

    // What isn't inlined is mutating: else the compiler would copy the whole maker for each call.

    private mutating func sums(_ asked: Asked) -> DoorSums {
        var sums = DoorSums(threshold: threshold)
        for place in 0..<terms.count {
            let bit = UInt64(1) << UInt64(place)
            if asked.met & bit != 0 {
                sums.met += weight(place)
            } else if asked.missed & bit != 0 {
                sums.missedCost += cost(place)
            } else {
                sums.others += weight(place)
                sums.othersCost += cost(place)
            }
        }
        return sums
    }

    /// What a term costs that isn't met, in thousandths of its weight.
    private func cost(_ place: Int) -> Int64 {
        let isBrand = termsOfKind.brand >> UInt64(place) & 1 != 0
        return weight(place) * (isBrand ? ScoringModel.missingBrand : ScoringModel.missingOther)
    }

    /// The terms of which one must be met besides: the heaviest others, until without them the threshold can't be
    /// reached.
    private mutating func needed(_ asked: Asked, _ sums: DoorSums) -> UInt64 {
        var needed: UInt64 = 0
        var rest = sums
        for place in heaviestFirst.buffer where (asked.met | asked.missed) >> UInt64(place) & 1 == 0 {
            guard rest.reaches(worth: asked.worth) else { break }
            needed |= 1 << UInt64(place)
            rest.others -= weight(Int(place))
            rest.missedCost += cost(Int(place))
        }
        return needed
    }

    /// Whether initials in place of all terms needed may be enough.
    private mutating func sufficesInitials(_ needed: UInt64, _ asked: Asked, _ sums: DoorSums) -> Bool {
        var weight: Int64 = 0
        for place in 0..<terms.count where needed >> UInt64(place) & 1 != 0 { weight += self.weight(place) }
        return sums.reaches(worth: asked.worth, with: weight, ofWorth: Int64(WordSimilarity.initial))
    }

    /// The faces by which one of some terms may be met, by itself or joined, beside those that are met already.
    private mutating func faces(of others: UInt64, besides met: UInt64, _ least: Int32) -> Int32 {
        let known = KnownOthers(terms: others, met: met, least: least)
        if let known = knownOthers.buffer.first(where: { $0.isSame(as: known) }) { return known.place }
        var faces = DoorTable.Others(start: Int32(otherFaces.count))
        func add(_ face: Int32, _ factor: Int32) {
            guard factor >= least else { return }
            faces.set.insert(face)
            faces.count += 1
            otherFaces.append(face)
        }
        for (place, term) in terms.enumerated() where others >> UInt64(place) & 1 != 0 {
            for facePlace in listed.faces(of: term) {
                add(listed.faces[facePlace].face, listed.faces[facePlace].factor)
            }
        }
        for joinPlace in listed.joins(of: name) {
            let join = listed.joins[joinPlace]
            let covered = DoorMaker.terms(of: join)
            if others & covered != 0, met & covered == 0 { add(join.face, join.factor) }
        }
        let place = Int32(self.others.count)
        self.others.append(faces)
        knownOthers.append(KnownOthers(terms: others, met: met, least: least, place: place))
        return place
    }

    /// The faces of all the doors' others, for the table.
    consuming func releaseOtherFaces() -> Table<Int32> { Table(otherFaces) }
}
