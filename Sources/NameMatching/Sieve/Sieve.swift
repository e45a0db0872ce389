/// Tells from the words of a name alone, before it is read, which listed names it could reach the threshold with.
///
/// Most names could with none. What a word could show is found out once for each word (`WordFacts`); what several
/// show together, written as one or as a phrase, is looked up where something begins so. It may take too much for
/// possible and never too little: `LosslessTests` hold it.
struct Sieve: ~Copyable {
    /// What is left of the listed names.
    enum Verdict {
        /// No listed name.
        case nothing
        /// Those in `entries`, and those that are the same letters.
        case some
        /// This can't be told from the words.
        case all
    }

    /// What the sieve keeps of a unit of the name in work.
    struct Sifted {
        var faces: FaceSet
        var marks: WordFacts.Marks
        var weight: Int16
        /// Whether something listed is written as this unit and its neighbours together.
        var isJoined = false
    }

    let vocabulary: Vocabulary
    let doors: DoorTable
    let phrases: PhraseTable
    let lexicon: Lexicon
    let beginnings: EssenceBeginnings
    private var cache: WordFactsCache

    // Of the name in work.
    private var faces = FaceSet()
    private var knocks = Scratch<WordFacts.Knock>()
    var units = Scratch<Sifted>()
    /// The listed names that are left; some may be in it more than once.
    private(set) var entries = Scratch<Int32>()

    init(_ index: NameIndex) {
        vocabulary = index.vocabulary
        doors = index.doors
        phrases = index.phrases
        lexicon = index.lexicon
        beginnings = index.essenceBeginnings
        cache = WordFactsCache(index)
    }

    /// Says which listed names a folded name could reach the threshold with.
    ///
    /// - Complexity: O(units) for names that show nothing.
    mutating func sift(
        _ name: inout FoldedName, _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> Verdict {
        faces = FaceSet()
        knocks.removeAll()
        units.removeAll()
        entries.removeAll()
        guard !name.units.isEmpty else { return .nothing }
        var all = collectWords(name, &normalizer, &nearWords)
        if all.contains(.isGlued) || all.contains(.leadsToDoor) {
            normalizer.takeGluedWordsApart(&name)
            if name.units.count != units.count {
                units.removeAll()
                all.formUnion(collectWords(name, &normalizer, &nearWords))
            }
        }
        if all.contains(.leadsToDoor) { walkPhrases(name) }
        if mayHoldSurname(name) { return .all }
        collectNumbers(name, hasTens: all.contains(.isTens))
        collectJoins(name)
        if !knocks.isEmpty { openDoors(name) }
        return entries.isEmpty && !mayBeSameLetters(name) ? .nothing : .some
    }

    /// Takes in what the units of a name show each by itself; the answer is what is marked of any, phrases only where
    /// the next unit goes on with one.
    private mutating func collectWords(
        _ name: borrowing FoldedName, _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordFacts.Marks {
        var all: WordFacts.Marks = []
        var phraseFaces = FaceSet()
        var phraseMarks: WordFacts.Marks = []
        let count = name.units.count
        let mayBeCut = name.text.count >= Normalizer.shortestCut
        for place in 0..<count {
            let unit = name.units[place]
            let facts = cache.facts(
                of: unit, in: name, unit.isForeign ? .foreign : .anywhere, &normalizer, &nearWords)
            take(facts)
            if facts.marks.contains(.isContinuing) || mayBeCut && place == count - 1 {
                faces.formUnion(phraseFaces)
                all.formUnion(phraseMarks)
            }
            phraseFaces = facts.phraseFaces
            phraseMarks = facts.marks.intersection([.leadsToDoor, .leadsToNoise])
            all.formUnion(facts.marks.subtracting([.leadsToDoor, .leadsToNoise]))
            units.append(Sifted(faces: facts.faces, marks: facts.marks, weight: facts.weight))
            if unit.followsSlash { takeSlashed(unit, name) }
            // `Y. A.`: a word of two letters that may be two.
            if unit.isSpelledOut, unit.count == 2 { all.insert(.isGlued) }
        }
        if mayBeCut, name.units[count - 1].kind == .latin {
            take(cache.facts(of: name.units[count - 1], in: name, .end, &normalizer, &nearWords))
        }
        return all
    }

    @inline(__always)
    private mutating func take(_ facts: WordFacts) {
        faces.formUnion(facts.faces)
        guard facts.knockCount > 0 else { return }
        let start = Int(facts.knockStart)
        knocks.append(contentsOf: cache.knocks[start..<start + Int(facts.knockCount)])
    }

    /// Notes a face that the name shows.
    mutating func add(_ face: Int32, _ similarity: Int32 = WordSimilarity.same) {
        guard face >= 0 else { return }
        faces.insert(face)
        if doors.isDoor(face) { knocks.append(WordFacts.Knock(face: face, similarity: similarity)) }
    }

    /// Goes through the doors that the name knocks at.
    private mutating func openDoors(_ name: borrowing FoldedName) {
        let strangers = countStrangers(name)
        for knock in knocks.buffer {
            for door in doors[knock.face] where knock.similarity >= Int32(door.least) {
                if knock.similarity >= Int32(door.aloneAt) || faces.mayMeet(door.others),
                    strangers == 0 || isBorne(by: door.entry, strangers, name)
                {
                    entries.append(door.entry)
                }
            }
        }
    }
}
