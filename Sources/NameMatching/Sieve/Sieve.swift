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
        var facts: WordFacts
        /// Whether something listed is written as this unit and its neighbours together.
        var isJoined = false

        var marks: WordFacts.Marks { facts.marks }
        var faces: FaceSet { facts.faces }
        var weight: Int16 { facts.weight }
    }

    let vocabulary: Vocabulary
    let doors: DoorTable
    let bounds: BoundTable
    let lexicon: Lexicon
    let phrases: PhraseWords
    private var essences: EssenceSieve
    let threshold: Int64
    var coarse: CoarseSieve
    var cache: WordFactsCache

    /// How many words' facts are kept, where the coarse sieve knows most words and where it doesn't look.
    private static let fewWords = 1 << 12
    private static let manyWords = 1 << 16

    // Of the name in work.
    private var faces = FaceSet()
    private var knocks = Scratch<WordFacts.Show>()
    /// The faces shown by words, as stretches of the cache's, and those shown otherwise.
    private var showsOfWords = Scratch<WordFacts.Shows>()
    private var otherShows = Scratch<WordFacts.Show>()
    /// What the last word may be the beginning of.
    private(set) var showsOfEnd = WordFacts.Shows(start: 0, count: 0)
    var units = Scratch<Sifted>()
    private var signs = Scratch<WordSigns>()
    private(set) var hasHan = false
    private(set) var fillsField = false
    /// The best similarity by which each face is shown, in thousandths; all 0 between names.
    private(set) var shown: Scratch<Int16>
    /// A bit for each face that is shown.
    private var shownFaces: Scratch<UInt64>
    private var isSeen: Scratch<Bool>
    /// Of the listed name in work: the best similarity by which each term may be met.
    var best = Scratch<Int32>(capacity: ListedTerms.termLimit)
    /// The listed names that are left.
    private(set) var entries = Scratch<Int32>()

    /// - Parameter isCoarse: whether the coarse sieve is asked first; else this hangs on how long the list is.
    init(_ index: NameIndex, isCoarse: Bool? = nil) {
        vocabulary = index.vocabulary
        doors = index.sieve.doors
        bounds = index.sieve.bounds
        lexicon = index.lexicon
        phrases = index.sieve.phrases
        essences = EssenceSieve(index.sieve.essences)
        threshold = Int64(index.threshold.tenThousandths)
        coarse = CoarseSieve(index, isUseful: isCoarse)
        cache = WordFactsCache(index, lineCount: coarse.isUseful ? Sieve.fewWords : Sieve.manyWords)
        shown = Scratch(zeroed: index.vocabulary.count)
        shownFaces = Scratch(zeroed: index.vocabulary.count / 64 + 1)
        isSeen = Scratch(zeroed: index.entries.count)
    }

    /// Says which listed names a folded name could reach the threshold with.
    ///
    /// - Parameters:
    ///   - name: the name, folded; glued words of it are taken apart.
    ///   - bytes: the name as written.
    /// - Complexity: O(units) for names that show nothing.
    mutating func sift(
        _ name: inout FoldedName, bytes: UnsafeBufferPointer<UInt8>, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> Verdict {
        entries.removeAll()
        guard !name.units.isEmpty else { return .nothing }
        cache.makeRoom()
        if coarse.isUseful {
            guard coarse.mayKnock(&name, &cache, &normalizer, &nearWords) else { return .nothing }
            // A glued word counts as one too.
            if name.isTakenApart { normalizer.fold(bytes, into: &name) }
        }
        faces = FaceSet()
        knocks.removeAll()
        showsOfWords.removeAll()
        otherShows.removeAll()
        showsOfEnd.count = 0
        units.removeAll()
        hasHan = name.units.buffer.contains { $0.kind == .han }
        fillsField =
            name.text.count >= Normalizer.shortestCut && bytes.count >= Normalizer.shortestField
        var all = collectWords(name, &normalizer, &nearWords)
        if all.contains(.isGlued) {
            normalizer.takeGluedWordsApart(&name)
            units.removeAll()
            all.formUnion(collectWords(name, &normalizer, &nearWords))
        }
        if name.mayHoldSurname { return .all }
        if all.contains(.beginsPhrase) { walkPhrases(name) }
        collectNumbers(name, hasTens: all.contains(.isTens))
        collectJoins(name)
        if !knocks.isEmpty { openDoors(name) }
        return entries.isEmpty && !mayBeSameLetters(name) ? .nothing : .some
    }

    private mutating func mayBeSameLetters(_ name: borrowing FoldedName) -> Bool {
        signs.removeAll()
        for place in units.indices { signs.append(WordSigns(units[place].facts)) }
        return essences.mayBeSameLetters(name, signs)
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
            all.formUnion(facts.marks)
            units.append(Sifted(facts: facts))
            if unit.isContinued {
                // Both are of one word, which may be met whole.
                units[place - 1].isJoined = true
                units[place].isJoined = true
            }
            if unit.followsSlash { takeSlashed(unit, name) }
            // `Y. A.`: a word of two letters that may be two.
            if unit.isSpelledOut, unit.count == 2 { all.insert(.isGlued) }
        }
        let last = name.units[name.units.count - 1]
        if name.text.count >= Normalizer.shortestCut, last.kind == .latin {
            let facts = cache.facts(of: last, in: name, .end, &normalizer, &nearWords)
            take(facts)
            showsOfEnd = facts.shows
        }
        return all
    }

    @inline(__always)
    private mutating func take(_ facts: WordFacts) {
        guard facts.shows.count > 0 else { return }
        faces.formUnion(facts.faces)
        showsOfWords.append(facts.shows)
        guard facts.knocks else { return }
        for show in cache.shows(facts.shows) where show.isDoor { knocks.append(show) }
    }

    /// Notes a face that the name shows.
    mutating func add(_ face: Int32, _ similarity: Int32 = WordSimilarity.same) {
        guard face >= 0 else { return }
        faces.insert(face)
        let show = WordFacts.Show(face: face, similarity: Int16(similarity), isDoor: doors.isDoor(face))
        otherShows.append(show)
        if show.isDoor { knocks.append(show) }
    }

    /// Goes through the doors that the name knocks at.
    private mutating func openDoors(_ name: borrowing FoldedName) {
        for knock in knocks.buffer { doors.prefetch(knock.face) }
        show()
        for knock in knocks.buffer {
            if let crowd = doors.crowd(knock.face) {
                knockAtCrowd(crowd, knock.similarity)
                continue
            }
            for door in doors[knock.face] where knock.similarity >= door.least {
                guard knock.similarity >= door.aloneAt || shows(one: door.others) else { continue }
                enter(door.entry)
            }
        }
        if !entries.isEmpty { keepReachable(name) }
        hide()
    }

    /// Goes through the doors of a crowd that are enough by themselves, or ask for a face that is shown.
    private mutating func knockAtCrowd(_ crowd: Crowds.Crowd, _ similarity: Int16) {
        for door in doors.alone(crowd) where similarity >= door.least {
            if similarity >= door.aloneAt || shows(one: door.others) { enter(door.entry) }
        }
        for shows in showsOfWords.buffer {
            for show in cache.shows(shows) { open(crowd, similarity, askingFor: show.face) }
        }
        for show in otherShows.buffer { open(crowd, similarity, askingFor: show.face) }
    }

    private mutating func open(_ crowd: Crowds.Crowd, _ similarity: Int16, askingFor face: Int32) {
        for asking in doors.asking(for: face, crowd) {
            let door = doors[asking]
            if similarity >= door.least { enter(door.entry) }
        }
    }

    @inline(__always)
    private mutating func enter(_ entry: Int32) {
        guard !isSeen[Int(entry)] else { return }
        bounds.prefetch(entry)
        entries.append(entry)
        isSeen[Int(entry)] = true
    }

    /// Whether one of several faces is shown.
    @inline(__always)
    private func shows(one others: DoorTable.Others) -> Bool {
        faces.mayMeet(others.set)
            && doors.faces(of: others).contains { isShown($0) }
    }

    @inline(__always)
    func isShown(_ face: Int32) -> Bool { shownFaces[Int(face >> 6)] >> UInt64(face & 63) & 1 != 0 }

    /// Leaves the listed names that may reach the threshold.
    private mutating func keepReachable(_ name: borrowing FoldedName) {
        for entry in entries.buffer { bounds.prefetchParts(entry) }
        let strangers = countStrangers(name)
        var kept = 0
        for place in entries.indices {
            let entry = entries[place]
            isSeen[Int(entry)] = false
            guard mayReach(entry, strangers, name) else { continue }
            entries[kept] = entry
            kept += 1
        }
        entries.truncate(to: kept)
    }

    /// Notes by face what the name shows.
    private mutating func show() {
        for shows in showsOfWords.buffer {
            for show in cache.shows(shows) { note(show) }
        }
        for show in otherShows.buffer { note(show) }
    }

    @inline(__always)
    private mutating func note(_ show: WordFacts.Show) {
        let face = Int(show.face)
        if show.similarity > shown[face] { shown[face] = show.similarity }
        shownFaces[face >> 6] |= 1 << UInt64(face & 63)
    }

    private mutating func hide() {
        for shows in showsOfWords.buffer {
            for show in cache.shows(shows) { forget(show) }
        }
        for show in otherShows.buffer { forget(show) }
    }

    @inline(__always)
    private mutating func forget(_ show: WordFacts.Show) {
        shown[Int(show.face)] = 0
        shownFaces[Int(show.face) >> 6] = 0
    }
}
