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

    let vocabulary: Vocabulary
    let doors: DoorTable
    let phrases: PhraseTable
    let lexicon: Lexicon
    let beginnings: EssenceBeginnings
    private var cache: WordFactsCache

    // Of the name in work.
    var faces = FaceSet()
    var knocks = Scratch<WordFacts.Knock>()
    /// What is known of each unit.
    var marks = Scratch<WordFacts.Marks>()
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
        marks.removeAll()
        entries.removeAll()
        guard !name.units.isEmpty else { return .nothing }
        var all = collectWords(name, &normalizer, &nearWords)
        if all.contains(.isGlued) || all.contains(.leadsToDoor) {
            normalizer.takeGluedWordsApart(&name)
            if name.units.count != marks.count {
                marks.removeAll()
                all.formUnion(collectWords(name, &normalizer, &nearWords))
            }
        }
        if all.contains(.leadsToDoor) { walkPhrases(name) }
        if mayHoldSurname(name) { return .all }
        collectNumbers(name, hasTens: all.contains(.isTens))
        collectJoins(name)
        openDoors()
        return entries.isEmpty && !mayBeSameLetters(name) ? .nothing : .some
    }

    /// Takes in what the units of a name show each by itself; the answer is what is marked of any.
    private mutating func collectWords(
        _ name: borrowing FoldedName, _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordFacts.Marks {
        var all: WordFacts.Marks = []
        for place in name.units.indices {
            let unit = name.units[place]
            let facts = cache.facts(
                of: unit, in: name, unit.isForeign ? .foreign : .anywhere, &normalizer, &nearWords)
            take(facts)
            marks.append(facts.marks)
            all.formUnion(facts.marks)
            if unit.followsSlash { takeSlashed(unit, name) }
            // `Y. A.`: a word of two letters that may be two.
            if unit.isSpelledOut, unit.count == 2 { all.insert(.isGlued) }
        }
        let last = name.units[name.units.count - 1]
        if name.text.count >= Normalizer.shortestCut, last.kind == .latin {
            take(cache.facts(of: last, in: name, .end, &normalizer, &nearWords))
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
    private mutating func openDoors() {
        for knock in knocks.buffer {
            for door in doors[knock.face] where knock.similarity >= Int32(door.least) {
                if knock.similarity >= Int32(door.aloneAt) || faces.mayMeet(door.others) {
                    entries.append(door.entry)
                }
            }
        }
    }
}
