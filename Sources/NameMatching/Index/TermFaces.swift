/// Which faces a term of a listed name shows, and what it proves when it is met.
enum TermFaces {
    /// Joined neighbours longer than this, in bytes, are not written as one word by anybody.
    static let longestJoin = 40
    /// The most terms that are joined.
    private static let mostJoined = 4
    /// Joins of more terms, or of fewer or more letters, than these must be met exactly.
    private static let mostFuzzyTerms = 3
    private static let fuzzyLetters = 10...24

    static func faces(
        of term: Term, in name: FoldedName, _ vocabulary: inout Vocabulary
    ) -> [ListedTerms.TermFace] {
        if term.kind == .number {
            let face = vocabulary.face(.number(NumberWords.value(of: term, in: name)))
            return [ListedTerms.TermFace(face: face, factor: WordSimilarity.same)]
        }
        let first = Int(term.first)
        let last = Int(term.last)
        let isHan = name.units[first].kind == .han
        let letters = text(name, first, last)
        let ownFace = vocabulary.face(
            name.key(ofUnits: first, to: last), letters: letters,
            isFuzzy: !isHan && (term.kind == .brand || term.kind == .generic || term.kind == .place))
        var faces = [ListedTerms.TermFace(face: ownFace, factor: WordSimilarity.same)]
        if term.concept >= 0 {
            let face = vocabulary.face(.concept(term.concept))
            faces.append(ListedTerms.TermFace(face: face, factor: WordSimilarity.concept))
        }
        if term.kind == .brand, name.units[first].kind == .latin {
            let skeleton = letters.withUnsafeBufferPointer(ConsonantSkeleton.skeleton)
            if !skeleton.isEmpty {
                let face = vocabulary.face(WordKey(text: skeleton), letters: skeleton)
                faces.append(ListedTerms.TermFace(face: face, factor: WordSimilarity.skeleton))
            }
        }
        if isHan, last - first > 1 {
            let letters = readingText(name, first, last)
            if !letters.isEmpty {
                let face = vocabulary.face(
                    name.readingKey(ofUnits: first, to: last), letters: letters, isFuzzy: term.kind == .brand)
                faces.append(ListedTerms.TermFace(face: face, factor: WordSimilarity.reading))
            }
        }
        return faces
    }

    /// The faces of neighbouring terms written together, in letters and, for Han characters, in pinyin.
    static func joins(of name: NormalizedName, _ vocabulary: inout Vocabulary) -> [ListedTerms.Join] {
        var joins: [ListedTerms.Join] = []
        let terms = Array(name.terms.prefix(ListedTerms.termLimit))
        for first in terms.indices {
            for last in stride(from: first + 2, through: min(terms.count, first + mostJoined), by: 1) {
                let units = Int(terms[first].first)..<Int(terms[last - 1].last)
                let hanCount = name.folded.units[units].count { $0.kind == .han }
                guard hanCount == 0 || hanCount == units.count else { break }
                let hasBrand = terms[first..<last].contains { $0.kind == .brand }
                func add(_ key: WordKey, _ letters: [UInt8], _ factor: Int32) {
                    guard !letters.isEmpty, letters.count <= longestJoin else { return }
                    let fuzzy =
                        hanCount == 0 && hasBrand && last - first <= mostFuzzyTerms
                        && fuzzyLetters.contains(letters.count)
                    joins.append(
                        ListedTerms.Join(
                            face: vocabulary.face(key, letters: letters, isFuzzy: fuzzy), factor: factor,
                            first: Int16(first), last: Int16(last)))
                }
                add(
                    name.folded.key(ofUnits: units.lowerBound, to: units.upperBound),
                    text(name.folded, units.lowerBound, units.upperBound), WordSimilarity.joined)
                if hanCount > 0 {
                    add(
                        name.folded.readingKey(ofUnits: units.lowerBound, to: units.upperBound),
                        readingText(name.folded, units.lowerBound, units.upperBound),
                        WordSimilarity.joined * WordSimilarity.reading / 1_000)
                }
            }
        }
        return joins
    }

    /// How much meeting a term speaks for its bearer, in thousandths: long rare words most, and pinyin, of which
    /// there is little, by its syllables.
    static func evidence(of term: Term, in name: FoldedName) -> Int32 {
        switch term.kind {
        case .brand:
            let first = Int(term.first)
            let last = Int(term.last)
            let syllables =
                name.units[first].kind == .han
                ? last - first : text(name, first, last).withUnsafeBufferPointer(Pinyin.syllables)
            let letters = Int(name.units[last - 1].end - name.units[first].start)
            let part = syllables > 0 ? syllables * 250 : letters * 1_000 / 6
            // Squared: a word that many names have proves far less than its weight in the sum.
            return term.weight * term.weight / 1_000 * Int32(min(part, 1_000)) / 1_000
        case .place, .generic, .number: return term.weight * 2 / 5
        default: return 0
        }
    }

    private static func text(_ name: FoldedName, _ first: Int, _ last: Int) -> [UInt8] {
        Array(name.text[Int(name.units[first].start)..<Int(name.units[last - 1].end)])
    }

    private static func readingText(_ name: FoldedName, _ first: Int, _ last: Int) -> [UInt8] {
        Array(name.reading[Int(name.units[first].readingStart)..<Int(name.units[last - 1].readingEnd)])
    }
}
