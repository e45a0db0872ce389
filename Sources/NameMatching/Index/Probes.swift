/// What is looked up for a screened name: each stretch of it, as every face that it could show.
///
/// The one description of what may meet; the engine answers it from hash tables and buckets, the tests' reference
/// by looking at every face.
struct Probe {
    enum Kind: UInt8 {
        /// The face of a concept or a number, which `key` is.
        case meaning
        /// The face with these letters, met as they stand.
        case exact
        /// Faces within the typing errors of the letters.
        case typed
        /// Faces of which the letters are the beginning.
        case cut
    }

    /// What the probe's letters are.
    enum Letters: UInt8 { case text, reading, skeleton, spelling }

    var kind: Kind
    var letters: Letters
    /// Of a meaning, and of a word that may be misspelled.
    var key: WordKey
    /// The units of the name that the probe covers.
    var first: Int16
    var last: Int16
    /// What the probe's similarity is multiplied by, in thousandths.
    var factor: Int32
}

/// Makes the probes of names, one name after the other.
struct Probes: ~Copyable {
    private(set) var probes = Scratch<Probe>(capacity: 256)

    /// The most units that are tried as one word, and the most bytes.
    private static let mostJoined = 8
    private static let mostJoinedHan = 12
    private static let longestJoin = TermFaces.longestJoin
    private static let shortestJoin = 4

    /// Makes the probes of a name, always in the same order.
    ///
    /// - Parameter filter: leaves out joins that begin as no face does; nil makes every probe.
    /// - Complexity: O(units · longest join).
    mutating func make(of name: borrowing NormalizedName, filter: LetterFilter?) {
        probes.removeAll()
        let isPersonLike = name.isPersonLike
        for term in name.terms.buffer {
            if isPersonLike { appendInitial(term, name.folded) }
            if term.concept >= 0 {
                append(.meaning, key: .concept(term.concept), Int(term.first), Int(term.last))
            } else if term.kind == .number {
                let value = NumberWords.value(of: term, in: name.folded)
                append(.meaning, key: .number(value), Int(term.first), Int(term.last))
            }
            appendWord(term, name)
        }
        appendWholeWords(name.folded)
        appendJoins(name.folded, filter)
    }

    @inline(__always)
    private mutating func append(
        _ kind: Probe.Kind, key: WordKey = .concept(-1), _ first: Int, _ last: Int,
        factor: Int32 = WordSimilarity.same,
        letters: Probe.Letters = .text
    ) {
        probes.append(
            Probe(
                kind: kind, letters: letters, key: key, first: Int16(first), last: Int16(last), factor: factor
            ))
    }

    /// A term's own letters, then its misspellings where the lexicon doesn't know it.
    private mutating func appendWord(_ term: Term, _ name: borrowing NormalizedName) {
        let first = Int(term.first)
        let last = Int(term.last)
        let unit = name.folded.units[first]
        // Shorter stretches of several Han characters are all probed as joins.
        guard unit.kind == .latin || last - first == 1 || last - first > Probes.mostJoinedHan,
            term.kind != .number
        else { return }
        append(.exact, first, last)
        let number = unit.kind == .latin ? NumberWords.word(unit.key) : -1
        if number >= 0 { append(.meaning, key: .number(UInt64(number)), first, last) }
        guard last - first == 1, unit.kind == .latin else { return }
        if unit.correction != .none, !unit.correction.isLong {
            append(.meaning, key: unit.correction, first, last, factor: WordSimilarity.corrected)
        }
        let isKnown = term.concept >= 0 && unit.correction == .none
        if isKnown ? name.fillsField : name.mayBeCut, last == name.folded.units.count {
            append(.cut, first, last)
        }
        guard !isKnown else { return }
        append(.typed, key: unit.key, first, last)
        if term.kind == .brand {
            let isShort = Int(unit.count) <= WordSimilarity.fewest
            append(
                .exact, first, last, factor: isShort ? WordSimilarity.shortSpelling : WordSimilarity.same,
                letters: .spelling)
        }
        if term.kind == .brand, unit.isForeign { appendSkeleton(first, name.folded) }
    }

    private mutating func appendInitial(_ term: Term, _ name: borrowing FoldedName) {
        guard term.kind == .initial || term.kind == .brand else { return }
        let letter = name.text[Int(name.units[Int(term.first)].start)]
        append(
            .meaning, key: .initial(letter, isListed: term.kind == .brand), Int(term.first), Int(term.last))
    }

    private mutating func appendSkeleton(_ place: Int, _ name: borrowing FoldedName) {
        let skeleton = ConsonantSkeleton.skeleton(of: name.letters(ofUnits: place, to: place + 1))
        if !skeleton.isEmpty { append(.exact, place, place + 1, letters: .skeleton) }
    }

    /// Words that were taken apart, as they were written: misspelled, they may have been taken apart wrongly.
    private mutating func appendWholeWords(_ name: borrowing FoldedName) {
        var last = name.units.count
        while last > 0 {
            var first = last - 1
            while first > 0, name.units[first].isContinued { first -= 1 }
            if last - first > 1,
                Int(name.units[last - 1].end - name.units[first].start) <= WordSimilarity.longest
            {
                append(.typed, key: name.key(ofUnits: first, to: last), first, last)
            }
            last = first
        }
    }

    /// Neighbouring units written as one word: Latin words, and runs of Han characters with their pinyin.
    private mutating func appendJoins(_ name: borrowing FoldedName, _ filter: LetterFilter?) {
        for first in stride(from: 0, to: name.units.count - 1, by: 1) {
            let unit = name.units[first]
            let isHan = unit.kind == .han
            let most = min(name.units.count, first + (isHan ? Probes.mostJoinedHan : Probes.mostJoined))
            let second = name.units[first + 1]
            let mayBegin = Probes.mayBegin(name.text, from: unit.start, atLeast: second.end, filter)
            let mayBeginReading =
                isHan
                && Probes.mayBegin(name.reading, from: unit.readingStart, atLeast: second.readingEnd, filter)
            guard mayBegin || mayBeginReading else { continue }
            var last = first + 1
            while last < most, (name.units[last].kind == .han) == isHan {
                last += 1
                let end = name.units[last - 1]
                guard Int(end.end - unit.start) <= Probes.longestJoin else { break }
                // `DE C` is not `DEC`, though `D E C` is.
                if !isHan, end.end - unit.start < Probes.shortestJoin,
                    Int(end.end - unit.start) > last - first
                {
                    continue
                }
                if mayBegin {
                    append(.exact, first, last, factor: isHan ? WordSimilarity.same : WordSimilarity.joined)
                }
                if mayBeginReading, end.readingEnd > unit.readingStart {
                    append(
                        .exact, first, last,
                        factor: last - first > WordSimilarity.mostHomophones
                            ? WordSimilarity.reading : WordSimilarity.homophone,
                        letters: .reading)
                }
            }
        }
    }

    /// Whether a face may begin as the letters from a place on do; true where the shortest join has fewer letters than
    /// the filter looks at.
    @inline(__always)
    private static func mayBegin(
        _ letters: borrowing Scratch<UInt8>, from start: Int32, atLeast end: Int32, _ filter: LetterFilter?
    ) -> Bool {
        guard let filter, end - start >= 4 else { return true }
        return filter.mayBegin(letters.base + Int(start))
    }
}

extension NormalizedName {
    /// Calls `body` with the letters of a probe.
    @inline(__always)
    func withLetters<Result>(of probe: Probe, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let first = Int(probe.first)
        let last = Int(probe.last)
        switch probe.letters {
        case .text: return body(folded.letters(ofUnits: first, to: last))
        case .reading: return body(folded.readingLetters(ofUnits: first, to: last))
        case .spelling:
            return SpellingKey.withKey(of: folded.letters(ofUnits: first, to: last), body)
        case .skeleton:
            let skeleton = ConsonantSkeleton.skeleton(of: folded.letters(ofUnits: first, to: last))
            return skeleton.withUnsafeBufferPointer(body)
        }
    }
}
