import CData

/// Reads the lexicon's files into the tables that names are read with.
struct LexiconBuilder {
    private let background: BackgroundWords
    private var transitions = TransitionTable(capacity: 1 << 15)
    private var meanings = [Lexicon.Meaning(concept: -1, kind: .noise)]
    private var continuations: [Lexicon.Continuation] = []
    private var continuationText: [UInt8] = []
    // All forms of one word, and the first words of all, for the filters.
    private var wordText: [UInt8] = []
    private var wordStart: [Int32] = [0]
    private var firstText: [UInt8] = []
    private var firstStart: [Int32] = [0]
    private var conceptNames: [UnsafeBufferPointer<UInt8>] = []
    private var weights: [Int32] = []
    private var parents: [Int32] = []
    private var isGivenName: [Bool] = []
    /// The numbers of concepts by their names, a table a class: a place and a generic word may share a name without
    /// being the same thing.
    private var numbers = WordClass.allCases.map { _ in KeyTable(capacity: 1 << 10) }
    /// The nodes below this number were made for added words, and what these mean holds.
    private var addedNodes: Int32 = 0
    /// The places whose region was added.
    private var placedRegions: Set<Int32> = []

    /// The concepts of words for streets and for branches.
    private static let streets = ["avenue", "lane", "road", "street"]
    private static let branches = ["branch", "representative-office", "subsidiary"]
    private static let addressees = ["attention"]
    private static let corporate = ["group", "holding", "industry-and-trade"]

    init(background: BackgroundWords) {
        self.background = background
    }

    /// Adds a word that isn't of Data/, before those that are: it holds where both have the same form.
    ///
    /// - Parameters:
    ///   - form: folded, as forms in Data/ are.
    ///   - concept: its name, which the lexicon keeps; so it does the parent's.
    mutating func add(
        form: UnsafeBufferPointer<UInt8>, concept: UnsafeBufferPointer<UInt8>, _ kind: WordClass,
        parent: UnsafeBufferPointer<UInt8>?
    ) {
        let number = self.concept(concept, kind)
        add(form: form, Lexicon.Meaning(concept: number, kind: kind.term))
        guard let parent else { return }
        let region = self.concept(parent, .place)
        guard region != number else { return }
        parents[Int(number)] = region
        placedRegions.insert(number)
    }

    /// Reads the files of Data/. Where a form stands in two, the first holds.
    mutating func loadBuiltIn() {
        addedNodes = Int32(meanings.count)
        load(weir_data_legal_forms(), .legal)
        load(weir_data_generic_words(), .generic)
        load(weir_data_admin_words(), .admin)
        load(weir_data_places(), .place)
        load(weir_data_noise_phrases(), .noise)
        load(weir_data_address_words(), .address)
        load(weir_data_organisations(), .organisation)
        load(weir_data_given_names(), .givenName)
    }

    /// What has been read, as a lexicon; the builder must not be used afterwards.
    func lexicon() -> Lexicon {
        let isStreet = marks(LexiconBuilder.streets, .address)
        let isBranch = marks(LexiconBuilder.branches, .noise)
        let isAttention = marks(LexiconBuilder.addressees, .address)
        let isCorporate = marks(LexiconBuilder.corporate, .generic)
        let weights = zip(weights, isCorporate).map { $1 ? min($0, Lexicon.corporateWeight) : $0 }
        defer { for table in numbers { table.deallocate() } }
        return Lexicon(
            transitions: transitions, words: LetterFilter(wordText, wordStart),
            firstWords: LetterFilter(firstText, firstStart), meanings: Table(meanings),
            continuations: Table(continuations.sorted { ($0.node, $0.textStart) < ($1.node, $1.textStart) }),
            continuationText: Table(continuationText), correctable: WordList(wordText, wordStart),
            conceptNames: Table(conceptNames), weights: Table(weights), parents: Table(parents),
            isStreetWord: Table(isStreet), isBranchWord: Table(isBranch),
            isAttentionWord: Table(isAttention),
            isCorporateWord: Table(isCorporate), isGivenNameWord: Table(isGivenName),
            china: numbers[WordClass.place.number][WordKey(text: "china".utf8)] ?? -1)
    }

    /// Which concepts have one of the names.
    private func marks(_ names: [String], _ kind: WordClass) -> [Bool] {
        var marks = [Bool](repeating: false, count: weights.count)
        for name in names {
            if let concept = numbers[kind.number][WordKey(text: name.utf8)] {
                marks[Int(concept)] = true
            }
        }
        return marks
    }

    private mutating func load(_ data: weir_data, _ kind: WordClass) {
        EmbeddedData(data).forEachRow { fields in
            let concept = concept(fields[1], kind)
            let standsBefore = kind == .legal && fields.count > 2 && fields[2].count > 0
            add(
                form: fields[0],
                Lexicon.Meaning(concept: concept, kind: kind.term, standsBefore: standsBefore))
            guard kind == .place, fields.count > 2, fields[2].count > 0 else { return }
            let region = self.concept(fields[2], .place)
            if region != concept, !placedRegions.contains(concept) { parents[Int(concept)] = region }
        }
    }

    private mutating func concept(_ name: UnsafeBufferPointer<UInt8>, _ kind: WordClass) -> Int32 {
        let key = WordKey(name.baseAddress!, count: name.count)
        let number = Int32(weights.count)
        let known = numbers[kind.number].insert(key, number)
        guard known == number else { return known }
        parents.append(-1)
        conceptNames.append(name)
        isGivenName.append(kind == .givenName)
        weights.append(kind.weight)
        return number
    }

    private mutating func add(form: UnsafeBufferPointer<UInt8>, _ meaning: Lexicon.Meaning) {
        var node = Lexicon.root
        var depth = 0
        var lastKey = WordKey.concept(-1)
        let before = (continuations.count, continuationText.count)
        LexiconBuilder.forEachUnit(of: form) { unit in
            if depth >= 1, unit[0] < 0x80 {
                continuations.append(
                    Lexicon.Continuation(
                        node: node, textStart: Int32(continuationText.count), textCount: Int32(unit.count),
                        meaning: meaning))
                continuationText += unit
            }
            lastKey = WordKey(unit.baseAddress!, count: unit.count)
            let next = transitions.insert(node, lastKey, Int32(meanings.count))
            if next == meanings.count, depth == 0 {
                firstText += unit
                firstStart.append(Int32(firstText.count))
            }
            meanings[Int(node)].goesOn = true
            if next == meanings.count { meanings.append(Lexicon.Meaning(concept: -1, kind: .noise)) }
            node = next
            depth += 1
        }
        if node < addedNodes, meanings[Int(node)].concept >= 0 {
            // An added word has the form; cut off it must not mean two things.
            continuations.removeSubrange(before.0...)
            continuationText.removeSubrange(before.1...)
            return
        }
        if depth == 1 {
            wordText += form
            wordStart.append(Int32(wordText.count))
        }
        if meanings[Int(node)].concept < 0 {
            meanings[Int(node)].concept = meaning.concept
            meanings[Int(node)].kind = meaning.kind
            meanings[Int(node)].standsBefore = meaning.standsBefore
        }
        // One word of a concept that names at large are full of makes the whole concept say little.
        guard depth == 1, meaning.kind == .generic || meaning.kind == .place else { return }
        let concept = Int(meaning.concept)
        weights[concept] = min(weights[concept], background.weight(of: lastKey))
    }

    /// Calls `body` with a form's units: words between spaces, Han characters one by one.
    private static func forEachUnit(
        of form: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var start = 0
        while start < form.count {
            var end = start
            while end < form.count, form[end] != UInt8(ascii: " ") {
                guard form[end] >= 0x80 else {
                    end += 1
                    continue
                }
                // Letters of a script that ICU can't make Latin are a word like others.
                let (scalar, width) = decodeScalar(form, at: end)
                let isHan = isHan(scalar)
                if !isHan || end == start { end += width }
                if isHan { break }
            }
            if end > start { body(UnsafeBufferPointer(rebasing: form[start..<end])) }
            start = end < form.count && form[end] == UInt8(ascii: " ") ? end + 1 : end
        }
    }

    private static func isHan(_ scalar: UInt32) -> Bool {
        if HanTable.common.contains(scalar) { return true }
        if case .han = FoldTable.shared.entry(of: scalar) { return true }
        return false
    }
}
