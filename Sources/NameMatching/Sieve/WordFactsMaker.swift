/// Finds out what a word could show of an index: the faces of every probe that could be made from it alone, in any name.
///
/// More than a name shows in the end is no harm; less would lose it. `SieveTests` hold it against the probes.
struct WordFactsMaker: ~Copyable {
    private let vocabulary: Vocabulary
    private let doors: DoorTable
    private let phrases: PhraseWords
    private let lexicon: Lexicon
    private let background: BackgroundWords

    // What is found of the word in work.
    private(set) var shows = Scratch<WordFacts.Show>()
    private var facts = WordFacts(key: .none, context: .vacant)
    private var single = FoldedName()

    init(_ index: NameIndex) {
        vocabulary = index.vocabulary
        doors = index.sieve.doors
        phrases = index.sieve.phrases
        lexicon = index.lexicon
        background = index.background
    }

    /// The facts of a word; its faces are in `shows`.
    ///
    /// - Parameter weighs: whether it is asked what the word weighs, and as what; else this is left open.
    /// - Complexity: that of the search for misspelled words.
    mutating func facts(
        _ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit, _ context: WordFacts.Context,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords, weighs: Bool = true
    ) -> WordFacts {
        facts = WordFacts(key: unit.key, context: context)
        shows.removeAll()
        let known = normalizer.knowledgeOfUnit(letters, unit)
        if context == .end {
            addEnd(letters, known.split)
            return facts
        }
        guard known.split.count > 0 else {
            addWord(letters, unit, known.correction, context, &nearWords)
            if weighs { markKind(unit, known.correction) }
            return facts
        }
        facts.marks.insert(.isGlued)
        addNear(letters, unit.key, &nearWords)
        var start = 0
        for number in 0..<known.split.count {
            let piece = UnsafeBufferPointer(rebasing: letters[start..<start + known.split[number]])
            start += piece.count
            var pieceUnit = unit
            pieceUnit.count = Int32(piece.count)
            pieceUnit.key = WordKey(piece.baseAddress!, count: piece.count)
            addWord(piece, pieceUnit, -1, context, &nearWords)
        }
        return facts
    }

    private mutating func add(_ face: Int32, _ similarity: Int32 = WordSimilarity.same) {
        guard face >= 0 else { return }
        let isDoor = doors.isDoor(face)
        facts.faces.insert(face)
        facts.knocks = facts.knocks || isDoor
        shows.append(WordFacts.Show(face: face, similarity: Int16(similarity), isDoor: isDoor))
    }

    private mutating func addNear(
        _ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey, _ nearWords: inout NearWords
    ) {
        nearWords.search(letters, key)
        for near in nearWords.found.buffer { add(near.face, near.similarity) }
    }

    /// A word by itself, or one of those that it is made of.
    private mutating func addWord(
        _ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit, _ correction: Int32,
        _ context: WordFacts.Context, _ nearWords: inout NearWords
    ) {
        add(vocabulary.find(letters))
        let kind = addMeaning(unit.key, lexicon.first(letters, unit.key))
        addNumber(letters, unit)
        guard unit.kind == .latin else { return }
        add(vocabulary.find(.initial(letters[0], isListed: true)))
        if unit.count == 1 { add(vocabulary.find(.initial(letters[0], isListed: false))) }
        if correction >= 0 {
            facts.correction = correction
            let meant = lexicon.correctable.key(of: correction)
            addMeaning(meant, lexicon.next(Lexicon.root, meant))
            if !meant.isLong { add(vocabulary.find(meant), WordSimilarity.corrected) }
        }
        guard correction >= 0 || WordFactsMaker.mayBeBrand(kind) else { return }
        addNear(letters, unit.key, &nearWords)
        let factor =
            unit.count <= Int32(WordSimilarity.fewest) ? WordSimilarity.shortSpelling : WordSimilarity.same
        add(vocabulary.find(spellingOf: letters), factor)
        if context == .foreign {
            let skeleton = ConsonantSkeleton.skeleton(of: letters)
            add(skeleton.withUnsafeBufferPointer { vocabulary.find($0) })
        }
    }

    /// Whether a word may be taken for a brand: one that the lexicon doesn't know, or one that names are promoted by.
    private static func mayBeBrand(_ kind: TermClass?) -> Bool {
        switch kind {
        case .brand, .generic, .place, .admin, .number: false
        case .legal, .initial, .noise, .address, nil: true
        }
    }

    /// What a word means by itself, and what phrases that begin with it may mean.
    ///
    /// - Parameter node: where the word leads from the root of the lexicon, or -1.
    /// - Returns: the class of what it means by itself, or nil.
    @discardableResult
    private mutating func addMeaning(_ key: WordKey, _ node: Int32) -> TermClass? {
        if phrases.isDroppable(key) { facts.marks.insert(.isDroppable) }
        if phrases.isContinuing(key) { facts.marks.insert(.isContinuing) }
        if phrases.isContinuingToDoor(key) { facts.marks.insert(.continuesDoorPhrase) }
        if phrases.isEnding(key) { facts.marks.insert(.mayEnd) }
        guard node >= 0 else { return nil }
        facts.node = node
        let meaning = lexicon.meaning(at: node)
        if let meaning { add(vocabulary.find(.concept(meaning.concept))) }
        if lexicon.goesOn(node) { facts.marks.insert(.goesOn) }
        if phrases.leadsToFace(node) { facts.marks.insert(.beginsPhrase) }
        if phrases.leadsToDoor(node) { facts.marks.insert(.beginsDoorPhrase) }
        if phrases.leadsToNoise(node) { facts.marks.insert(.leadsToNoise) }
        return meaning?.kind
    }

    private mutating func addNumber(_ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit) {
        let word = NumberWords.word(unit.key)
        if word >= 20 { facts.marks.insert(.isTens) }
        guard
            unit.kind == .digits || word >= 0 || NumberWords.roman(letters, unit.key) != nil
                || NumberWords.ordinalDigits(letters) != nil
        else { return }
        single.removeAll()
        single.text.append(contentsOf: letters)
        var unit = unit
        unit.start = 0
        single.units.append(unit)
        let term = Term(kind: .number, concept: -1, first: 0, last: 1, weight: 0)
        facts.marks.insert(.mayEnd)
        add(vocabulary.find(.number(NumberWords.value(of: term, in: single))))
    }

    /// Notes a word that no context makes anything but a brand, or anything but the generic word that it is.
    private mutating func markKind(_ unit: FoldedName.Unit, _ correction: Int32) {
        guard unit.kind == .latin, unit.count > 1, correction < 0, facts.marks.isEmpty else { return }
        guard facts.node >= 0 else {
            facts.marks.insert(.isBrand)
            facts.weight = Int16(background.weight(of: unit.key))
            return
        }
        guard let meaning = lexicon.meaning(at: facts.node), meaning.kind == .generic,
            !lexicon.goesOn(facts.node), !lexicon.isCorporate(meaning.concept)
        else { return }
        facts.marks.insert(.isGeneric)
        facts.weight = Int16(lexicon.weights[Int(meaning.concept)])
    }

    /// The words that the last word of a name, or the last of those that it is made of, may be the beginning of.
    private mutating func addEnd(_ letters: UnsafeBufferPointer<UInt8>, _ split: LexiconSplitter.Split) {
        let last = split.count > 0 ? split[split.count - 1] : letters.count
        let part = UnsafeBufferPointer(rebasing: letters[(letters.count - last)...])
        guard part.count >= WordSimilarity.shortestCut else { return }
        for face in vocabulary.facesBeginning(with: part) {
            let similarity = WordSimilarity.cut(part, vocabulary.letters(of: face))
            if similarity > 0 { add(face, similarity) }
        }
    }
}
