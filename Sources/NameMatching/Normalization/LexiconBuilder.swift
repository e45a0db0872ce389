import CData
import Glibc

/// Reads the lexicon's files into the tables that names are read with.
struct LexiconBuilder: ~Copyable {
    private let background: BackgroundWords
    // As much room as Data/ needs: growing would touch memory twice.
    private var transitions = TransitionTable(capacity: 1 << 15)
    private var meanings = Scratch<Lexicon.Meaning>(capacity: 1 << 15)
    private var continuations = Scratch<Lexicon.Continuation>(capacity: 1 << 13)
    private var continuationText = Scratch<UInt8>(capacity: 1 << 16)
    // All forms of one word, and the first words of all, for the filters.
    private var wordText = Scratch<UInt8>(capacity: 1 << 17)
    private var wordStart = Scratch<Int32>(repeating: 0, count: 1)
    private var firstText = Scratch<UInt8>(capacity: 1 << 17)
    private var firstStart = Scratch<Int32>(repeating: 0, count: 1)
    private var gluedEnds = GluedEnds()
    private var conceptNames = Scratch<UnsafeBufferPointer<UInt8>>(capacity: 1 << 12)
    private var weights = Scratch<Int32>(capacity: 1 << 12)
    private var parents = Scratch<Int32>(capacity: 1 << 12)
    private var isGivenName = Scratch<Bool>(capacity: 1 << 12)
    /// The numbers of concepts by their names, a table a class: a place and a generic word may share a name without
    /// being the same thing.
    private var numbers = WordClass.allCases.map { KeyTable(capacity: $0 == .place ? 2_000 : 16) }
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
        meanings.append(Lexicon.Meaning(concept: -1, kind: .noise))
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

    /// What has been read, as a lexicon.
    consuming func lexicon() -> Lexicon {
        let isStreet = marks(LexiconBuilder.streets, .address)
        let isBranch = marks(LexiconBuilder.branches, .noise)
        let isAttention = marks(LexiconBuilder.addressees, .address)
        let isCorporate = marks(LexiconBuilder.corporate, .generic)
        for concept in weights.indices where isCorporate[concept] {
            weights[concept] = min(weights[concept], Lexicon.corporateWeight)
        }
        let china = numbers[WordClass.place.number][WordKey(text: "china".utf8)] ?? -1
        for table in numbers { table.deallocate() }
        let words = LetterFilter(wordText.base, wordStart.buffer)
        let firstWords = LetterFilter(firstText.base, firstStart.buffer)
        let continuations = continuationsByNode()
        return Lexicon(
            transitions: transitions, words: words, firstWords: firstWords, gluedEnds: gluedEnds,
            meanings: Table(meanings), continuations: continuations,
            continuationText: Table(continuationText),
            correctable: WordList(Table(wordText), Table(wordStart)), conceptNames: Table(conceptNames),
            weights: Table(weights), parents: Table(parents), isStreetWord: Table(isStreet),
            isBranchWord: Table(isBranch), isAttentionWord: Table(isAttention),
            isCorporateWord: Table(isCorporate), isGivenNameWord: Table(isGivenName), china: china)
    }

    /// The continuations in the order of the nodes that they go on from; of one node in the order of the files.
    private func continuationsByNode() -> Table<Lexicon.Continuation> {
        var next = Scratch<Int32>(repeating: 0, count: meanings.count + 1)
        for place in continuations.indices { next[Int(continuations[place].node) + 1] += 1 }
        for node in meanings.indices { next[node + 1] += next[node] }
        var sorted = Scratch<Lexicon.Continuation>(capacity: continuations.count)
        _ = sorted.extend(by: continuations.count)
        for place in continuations.indices {
            let node = Int(continuations[place].node)
            sorted[Int(next[node])] = continuations[place]
            next[node] += 1
        }
        return Table(sorted)
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
        // Forms of one concept stand together.
        var last = (name: UnsafeBufferPointer<UInt8>(start: nil, count: 0), concept: Int32(-1))
        EmbeddedData(data).forEachRow { fields in
            if fields[1].count != last.name.count
                || memcmp(fields[1].baseAddress!, last.name.baseAddress!, last.name.count) != 0
            {
                last = (fields[1], concept(fields[1], kind))
            }
            let concept = last.concept
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
            lastKey = WordKey(unit.baseAddress!, count: unit.count)
            let next = transitions.insert(node, lastKey, Int32(meanings.count))
            if depth >= 1, unit[0] < 0x80 {
                continuations.append(
                    Lexicon.Continuation(
                        node: node, textStart: Int32(continuationText.count), textCount: Int32(unit.count),
                        meaning: meaning))
                continuationText.append(contentsOf: unit)
            }
            if next == meanings.count, depth == 0 {
                firstText.append(contentsOf: unit)
                firstStart.append(Int32(firstText.count))
            }
            meanings[Int(node)].goesOn = true
            if next == meanings.count { meanings.append(Lexicon.Meaning(concept: -1, kind: .noise)) }
            node = next
            depth += 1
        }
        if node < addedNodes, meanings[Int(node)].concept >= 0 {
            // An added word has the form; cut off it must not mean two things.
            continuations.truncate(to: before.0)
            continuationText.truncate(to: before.1)
            return
        }
        if depth == 1 {
            wordText.append(contentsOf: form)
            wordStart.append(Int32(wordText.count))
            if [.legal, .generic, .place, .admin].contains(meaning.kind) {
                gluedEnds.insert(form, meaning.kind)
            }
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
    @inline(__always)
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
