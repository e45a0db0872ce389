/// Which faces a term of a listed name shows, and what it proves when it is met.
enum TermFaces {
    /// Joined neighbours longer than this, in bytes, are not written as one word by anybody.
    static let longestJoin = 40
    /// The most terms that are joined.
    private static let mostJoined = 4
    /// Joins of more terms, or of fewer or more letters, than these must be met exactly.
    private static let mostFuzzyTerms = 3
    private static let fuzzyLetters = 10...24

    /// Appends the face that a word of a person's name shows where only its first letter is written, or that a letter
    /// shows where the word is.
    static func appendInitial(
        of term: Term, in name: borrowing FoldedName, to faces: inout Scratch<ListedTerms.TermFace>,
        _ vocabulary: inout VocabularyBuilder
    ) {
        guard term.kind == .brand || term.kind == .initial else { return }
        let letter = name.text[Int(name.units[Int(term.first)].start)]
        let face = vocabulary.face(.initial(letter, isListed: term.kind == .initial))
        faces.append(ListedTerms.TermFace(face: face, factor: WordSimilarity.initial))
    }

    /// Appends the faces of a term: its own letters, its concept, its consonants, its pinyin.
    ///
    /// - Parameter syllables: of pinyin, as ``syllables(of:in:)`` has them.
    static func append(
        of term: Term, in name: borrowing FoldedName, syllables: Int, _ lexicon: Lexicon,
        to faces: inout Scratch<ListedTerms.TermFace>, _ vocabulary: inout VocabularyBuilder
    ) {
        func add(_ face: Int32, _ factor: Int32, isReading: Bool = false) {
            faces.append(ListedTerms.TermFace(face: face, factor: factor, isReading: isReading))
        }
        if term.kind == .number {
            add(vocabulary.face(.number(NumberWords.value(of: term, in: name))), WordSimilarity.same)
            return
        }
        let first = Int(term.first)
        let last = Int(term.last)
        let isHan = name.units[first].kind == .han
        let letters = name.letters(ofUnits: first, to: last)
        let isOpenToErrors = !isHan && (term.kind == .brand || term.kind == .generic || term.kind == .place)
        let key = name.key(ofUnits: first, to: last)
        add(vocabulary.face(key, letters: letters, isFuzzy: isOpenToErrors), WordSimilarity.same)
        if term.concept >= 0 {
            let isGivenName = term.kind == .brand && last - first == 1 && lexicon.isGivenName(term.concept)
            add(
                vocabulary.face(.concept(term.concept)),
                isGivenName ? WordSimilarity.givenName : WordSimilarity.concept)
        }
        let number = isHan || last - first > 1 ? -1 : NumberWords.word(key)
        if number >= 0 { add(vocabulary.face(.number(UInt64(number))), WordSimilarity.numberWord) }
        if term.kind == .brand, !isHan {
            // A letter's difference makes another word of pinyin.
            if syllables == 0 {
                SpellingKey.withKey(of: letters) { spelling in
                    guard let base = spelling.baseAddress, spelling.count > 0 else { return }
                    let key = WordKey(base, count: spelling.count)
                    add(vocabulary.face(key, letters: spelling), WordSimilarity.spelling)
                }
            }
            ConsonantSkeleton.withSkeleton(of: letters) { skeleton in
                guard let base = skeleton.baseAddress, skeleton.count > 0 else { return }
                let key = WordKey(base, count: skeleton.count)
                add(vocabulary.face(key, letters: skeleton), WordSimilarity.skeleton)
            }
        }
        if isHan, last - first > 1 {
            let reading = name.readingLetters(ofUnits: first, to: last)
            if reading.count > 0 {
                let key = name.readingKey(ofUnits: first, to: last)
                add(
                    vocabulary.face(key, letters: reading, isFuzzy: term.kind == .brand),
                    WordSimilarity.reading, isReading: true)
            }
        }
    }

    /// Appends the faces of neighbouring terms written together, in letters and, for Han characters, in pinyin.
    static func appendJoins(
        of name: borrowing NormalizedName, to joins: inout Scratch<ListedTerms.Join>,
        _ vocabulary: inout VocabularyBuilder
    ) {
        let termCount = min(name.terms.count, ListedTerms.termLimit)
        for first in 0..<termCount {
            for last in stride(from: first + 2, through: min(termCount, first + mostJoined), by: 1) {
                let terms = name.terms[first..<last]
                let firstUnit = Int(name.terms[first].first)
                let lastUnit = Int(name.terms[last - 1].last)
                let hanCount = name.folded.units[firstUnit..<lastUnit].count { $0.kind == .han }
                guard hanCount == 0 || hanCount == lastUnit - firstUnit else { break }
                func add(
                    _ key: WordKey, _ letters: UnsafeBufferPointer<UInt8>, _ factor: Int32,
                    isReading: Bool = false
                ) {
                    guard (1...longestJoin).contains(letters.count) else { return }
                    let isOneWord = name.folded.units[firstUnit + 1..<lastUnit].allSatisfy(\.isContinued)
                    let isFuzzy =
                        hanCount == 0 && (isOneWord || terms.contains { $0.kind == .brand })
                        && terms.count <= mostFuzzyTerms
                        && fuzzyLetters.contains(letters.count)
                    let face = vocabulary.face(key, letters: letters, isFuzzy: isFuzzy)
                    joins.append(
                        ListedTerms.Join(
                            face: face, factor: factor, isReading: isReading, first: Int16(first),
                            last: Int16(last)))
                }
                add(
                    name.folded.key(ofUnits: firstUnit, to: lastUnit),
                    name.folded.letters(ofUnits: firstUnit, to: lastUnit), WordSimilarity.joined)
                guard hanCount > 0 else { continue }
                add(
                    name.folded.readingKey(ofUnits: firstUnit, to: lastUnit),
                    name.folded.readingLetters(ofUnits: firstUnit, to: lastUnit),
                    WordSimilarity.joined * WordSimilarity.reading / 1_000,
                    isReading: true)
            }
        }
    }

    /// The syllables of pinyin that a brand word is, or 0: of Han characters one each.
    static func syllables(of term: Term, in name: borrowing FoldedName) -> Int {
        guard term.kind == .brand else { return 0 }
        let units = Int(term.first)..<Int(term.last)
        if name.units[units.lowerBound].kind == .han { return units.count }
        return Pinyin.syllables(name.letters(ofUnits: units.lowerBound, to: units.upperBound))
    }

    /// How much meeting a term speaks for its bearer, in thousandths: long rare words most, and pinyin, of which
    /// there is little, by its syllables.
    ///
    /// - Parameter syllables: of pinyin, as ``syllables(of:in:)`` has them.
    static func evidence(of term: Term, in name: borrowing FoldedName, syllables: Int) -> Int32 {
        switch term.kind {
        case .brand:
            let first = Int(term.first)
            let letters = name.letters(ofUnits: first, to: Int(term.last))
            let part = syllables > 0 ? syllables * 250 : letters.count * 1_000 / 6
            // Squared: a word that many names have proves far less than its weight in the sum.
            return term.weight * term.weight / 1_000 * Int32(min(part, 1_000)) / 1_000
        case .place, .generic, .number: return term.weight * 2 / 5
        default: return 0
        }
    }
}
