/// What is looked up for a screened name: each stretch of it, as every face that it could show.
///
/// The one description of what may meet; the engine answers it from hash tables and trigrams, the tests' reference
/// by looking at every face.
struct Probe {
    enum Kind {
        /// The face with this key, met as it stands.
        case exact
        /// Faces within the typing errors of the letters.
        case typed
        /// Faces of which the letters are the beginning.
        case cut
    }

    var kind: Kind
    var key: WordKey
    /// What the probe's letters are.
    enum Letters { case text, reading, skeleton }

    var letters = Letters.text
    var first: Int
    var last: Int
    /// What the probe's similarity is multiplied by, in thousandths.
    var factor: Int32
}

extension NormalizedName {
    /// The most units that are tried as one word, and the most bytes.
    private static let mostJoined = 8
    private static let mostJoinedHan = 12
    private static let longestJoin = TermFaces.longestJoin

    /// Calls `body` with every probe of the name, always in the same order.
    ///
    /// - Complexity: O(units · longest join).
    func forEachProbe(_ lexicon: Lexicon, _ body: (Probe) -> Void) {
        for term in terms {
            if term.concept >= 0 {
                body(
                    Probe(
                        kind: .exact, key: .concept(term.concept), first: Int(term.first),
                        last: Int(term.last),
                        factor: WordSimilarity.same))
            } else if term.kind == .number {
                body(
                    Probe(
                        kind: .exact, key: .number(NumberWords.value(of: term, in: folded)),
                        first: Int(term.first), last: Int(term.last), factor: WordSimilarity.same))
            }
            probeWords(of: term, lexicon, body)
        }
        probeJoins(body)
    }

    /// A term's own letters, then its misspellings where the lexicon doesn't know it.
    private func probeWords(of term: Term, _ lexicon: Lexicon, _ body: (Probe) -> Void) {
        let first = Int(term.first)
        let last = Int(term.last)
        // Shorter stretches of several Han characters are all probed as joins.
        guard
            folded.units[first].kind == .latin || last - first == 1
                || last - first > NormalizedName.mostJoinedHan,
            term.kind != .number
        else { return }
        let key = folded.key(ofUnits: first, to: last)
        body(Probe(kind: .exact, key: key, first: first, last: last, factor: WordSimilarity.same))
        guard last - first == 1, folded.units[first].kind == .latin else { return }
        if term.concept < 0 {
            body(Probe(kind: .typed, key: key, first: first, last: last, factor: WordSimilarity.same))
        }
        if term.kind == .brand, folded.units[first].isForeign {
            probeSkeleton(first, body)
        }
        if mayBeCut, term.concept < 0, last == folded.units.count {
            body(Probe(kind: .cut, key: key, first: first, last: last, factor: WordSimilarity.same))
        }
    }

    private func probeSkeleton(_ place: Int, _ body: (Probe) -> Void) {
        var probe = Probe(
            kind: .exact, key: folded.units[place].key, letters: .skeleton, first: place, last: place + 1,
            factor: WordSimilarity.same)
        let isLongEnough = withLetters(of: probe) { skeleton in
            guard let base = skeleton.baseAddress, !skeleton.isEmpty else { return false }
            probe.key = WordKey(base, count: skeleton.count)
            return true
        }
        if isLongEnough { body(probe) }
    }

    /// Neighbouring units written as one word: Latin words, and runs of Han characters with their pinyin.
    private func probeJoins(_ body: (Probe) -> Void) {
        let units = folded.units
        for first in units.indices {
            let isHan = units[first].kind == .han
            let most = isHan ? NormalizedName.mostJoinedHan : NormalizedName.mostJoined
            var last = first + 1
            while last < units.count, last - first < most, (units[last].kind == .han) == isHan {
                last += 1
                guard Int(units[last - 1].end - units[first].start) <= NormalizedName.longestJoin else {
                    break
                }
                body(
                    Probe(
                        kind: .exact, key: folded.key(ofUnits: first, to: last), first: first, last: last,
                        factor: isHan ? WordSimilarity.same : WordSimilarity.joined))
                if isHan, units[last - 1].readingEnd > units[first].readingStart {
                    body(
                        Probe(
                            kind: .exact, key: folded.readingKey(ofUnits: first, to: last), letters: .reading,
                            first: first, last: last, factor: WordSimilarity.reading))
                }
            }
        }
    }

    /// Calls `body` with the letters of a probe.
    @inline(__always)
    func withLetters<Result>(of probe: Probe, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let first = folded.units[probe.first]
        let last = folded.units[probe.last - 1]
        let text = Int(first.start)..<Int(last.end)
        switch probe.letters {
        case .text:
            return folded.text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[text])) }
        case .reading:
            let reading = Int(first.readingStart)..<Int(last.readingEnd)
            return folded.reading.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[reading])) }
        case .skeleton:
            let skeleton = folded.text.withUnsafeBufferPointer {
                ConsonantSkeleton.skeleton(of: UnsafeBufferPointer(rebasing: $0[text]))
            }
            return skeleton.withUnsafeBufferPointer(body)
        }
    }
}
