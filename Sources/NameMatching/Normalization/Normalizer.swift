/// Reads names: folds them, takes glued words apart, and finds the terms that the lexicon knows.
struct Normalizer: ~Copyable {
    let lexicon: Lexicon
    let background: BackgroundWords
    private var folder = NameFolder()
    private let splitter: LexiconSplitter
    private var pieces = Scratch<FoldedName.Unit>()
    /// Whether misspelled words of the lexicon are understood: of screened names, whose writers err. A listed name is
    /// taken at its word, so that `Digitel` stays a brand.
    private let correctsWords: Bool

    struct Line {
        var key: WordKey
        /// The word of the lexicon's list that this one misspells, or -1.
        var correction: Int32
        var split: LexiconSplitter.Split
    }
    private static let lineCount = 1 << 12
    // No word has the key zero, which is an empty line's.
    private var lines = Scratch<Line>(zeroed: lineCount)

    /// Names shorter than this, in bytes of folded text, are not taken for cut off.
    static let shortestCut = 18
    private static let longestFragment = 7
    /// Fields of forms and files are as wide as this, in bytes, or wider.
    static let shortestField = 30
    /// What must be left of the second word of a phrase; of a third any letter tells it.
    private static let shortestSecondWord = 2

    init(lexicon: Lexicon = .shared, background: BackgroundWords = .shared, correctsWords: Bool = true) {
        self.lexicon = lexicon
        self.background = background
        self.correctsWords = correctsWords
        splitter = LexiconSplitter(lexicon: lexicon)
    }

    /// Reads a name into `name`, whose storage is used again.
    ///
    /// - Parameter bytes: valid UTF-8.
    /// - Complexity: O(bytes) for words that the lexicon knows or that are shorter than eight letters.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, into name: inout NormalizedName) {
        fold(bytes, into: &name.folded)
        understand(&name, bytes: bytes.count)
    }

    /// Folds a name into units, as they are written.
    mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, into name: inout FoldedName) {
        folder.fold(bytes, into: &name)
    }

    /// What letters with accents become, opened when the first needs it.
    mutating func foldTable() -> FoldTable { folder.openFoldTable() }

    /// Reads the folded units of a name as terms.
    ///
    /// - Parameter count: how long the name was as written, in bytes.
    mutating func understand(_ name: inout NormalizedName, bytes count: Int) {
        takeGluedWordsApart(&name.folded)
        name.terms.removeAll()
        var place = 0
        while place < name.folded.units.count {
            let term = term(at: place, of: name.folded)
            name.terms.append(term)
            place = Int(term.last)
        }
        promoteWhereNothingIdentifies(&name)
        dropRepeats(&name)
        markTails(&name)
        readSurname(&name)
        name.mayBeCut =
            name.folded.text.count >= Normalizer.shortestCut && !name.terms[name.terms.count - 1].isAddress
        name.fillsField = name.mayBeCut && count >= Normalizer.shortestField
        markFragment(&name)
    }

    /// Reads a name by itself.
    static func read(_ text: String) -> NormalizedName {
        var normalizer = Normalizer()
        var name = NormalizedName()
        var text = text
        text.withUTF8 { normalizer.read($0, into: &name) }
        return name
    }

    /// Takes the last word of a name as long as a field for what the end of the field left of it: nobody's name.
    private func markFragment(_ name: inout NormalizedName) {
        let last = name.terms.count - 1
        guard name.fillsField, last > 0, isFragment(name.terms[last], of: name.folded), !name.isPersonLike,
            name.terms[last].last - name.terms[last].first == 1
        else { return }
        name.terms[last].isTail = true
    }

    /// Whether the last word may be what is left of another: an unknown one, or a known one that is short.
    private func isFragment(_ term: Term, of name: borrowing FoldedName) -> Bool {
        switch term.kind {
        case .brand: true
        case .number: false
        default: name.units[Int(term.first)].count <= Normalizer.longestFragment
        }
    }

    /// Looks every unit up in the lexicon, and puts the words of a glued one in its place.
    ///
    /// Once a name: what is left of a word that was taken apart is not to be taken apart again.
    mutating func takeGluedWordsApart(_ name: inout FoldedName) {
        guard !name.isTakenApart else { return }
        name.isTakenApart = true
        var isGlued = false
        for place in name.units.indices {
            let unit = name.units[place]
            let letters = name.letters(ofUnits: place, to: place + 1)
            var node = lexicon.first(letters, unit.key)
            if isUnknown(unit, node) {
                let known = knowledge(of: letters, unit.key)
                isGlued = isGlued || known.split.count > 0
                if known.correction >= 0 {
                    let meant = lexicon.correctable.key(of: known.correction)
                    name.units[place].correction = meant
                    node = lexicon.next(Lexicon.root, meant)
                }
            }
            name.units[place].node = node
            isGlued = isGlued || areInitials(name.units[place])
        }
        if isGlued { takeApart(&name) }
    }

    /// Whether a word is one that may be several, or a misspelled one.
    private func isUnknown(_ unit: FoldedName.Unit, _ node: Int32) -> Bool {
        unit.kind == .latin && unit.count >= WordList.shortest - 1
            && (node < 0 || lexicon.meaning(at: node) == nil)
    }

    /// Whether a word is two letters that stand apart and mean nothing together: `Y. A.`, but not `S. A.`
    private func areInitials(_ unit: FoldedName.Unit) -> Bool {
        unit.isSpelledOut && unit.count == 2 && !unit.followsSlash
            && (unit.node < 0 || lexicon.meaning(at: unit.node) == nil)
    }

    private mutating func takeApart(_ name: inout FoldedName) {
        pieces.removeAll()
        for place in name.units.indices {
            var unit = name.units[place]
            let letters = name.letters(ofUnits: place, to: place + 1)
            let split =
                areInitials(unit)
                ? LexiconSplitter.Split(1, 1)
                : isUnknown(unit, unit.node)
                    ? knowledge(of: letters, unit.key).split : LexiconSplitter.Split()
            guard split.count > 0 else {
                pieces.append(unit)
                continue
            }
            for number in 0..<split.count {
                unit.count = Int32(split[number])
                unit.key = name.key(ofText: Int(unit.start), to: Int(unit.end))
                unit.node = lexicon.next(Lexicon.root, unit.key)
                pieces.append(unit)
                unit.start = unit.end
                unit.startsLine = false
                unit.isContinued = !unit.isSpelledOut
            }
        }
        swap(&name.units, &pieces)
    }

    /// What a word that the lexicon doesn't know is made of or meant for, remembered: words repeat far more than names.
    private mutating func knowledge(of letters: UnsafeBufferPointer<UInt8>, _ key: WordKey) -> Line {
        let place = Int(truncatingIfNeeded: key.hash(seed: KeyTable.seed)) & (Normalizer.lineCount - 1)
        // A key that isn't the whole word can't be trusted to be that word.
        if lines[place].key == key && !key.isLong { return lines[place] }
        var line = Line(key: key, correction: -1, split: LexiconSplitter.Split())
        if LexiconSplitter.mayBeSplit(letters, lexicon) {
            // A word that names at large have is a word, whatever it ends in.
            line.split = splitter.split(letters, mayHoldBrand: background.knownWeight(of: key) == nil)
        }
        if correctsWords, line.split.count == 0 {
            line.correction = lexicon.correctable.correction(of: letters)
            if line.correction >= 0, background.isEstablished(key) { line.correction = -1 }
        }
        lines[place] = line
        return line
    }

    /// What a unit is made of or meant for, as `takeGluedWordsApart` sees it.
    mutating func knowledgeOfUnit(_ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit) -> Line {
        isUnknown(unit, lexicon.first(letters, unit.key))
            ? knowledge(of: letters, unit.key)
            : Line(key: unit.key, correction: -1, split: LexiconSplitter.Split())
    }

    // What isn't inlined is mutating, here and in the extensions: else the compiler would copy the whole normalizer for
    // each call.

    /// The term that begins at a unit: the longest phrase that the lexicon knows, or what the unit is by itself.
    private mutating func term(at place: Int, of name: borrowing FoldedName) -> Term {
        if let known = knownTerm(at: place, of: name) { return known }
        let unit = name.units[place]
        func single(_ kind: TermClass, _ weight: Int32) -> Term {
            Term(kind: kind, concept: -1, first: Int32(place), last: Int32(place + 1), weight: weight)
        }
        switch unit.kind {
        case .digits: return single(.number, NumberWords.weight)
        case .han:
            let last = brandEnd(from: place, of: name)
            let weight: Int32 = last - place > 1 ? BackgroundWords.most : 400
            return Term(kind: .brand, concept: -1, first: Int32(place), last: Int32(last), weight: weight)
        case .latin:
            if unit.count == 1 { return single(.initial, 100) }
            let letters = name.letters(ofUnits: place, to: place + 1)
            if NumberWords.roman(letters, unit.key) != nil || NumberWords.ordinalDigits(letters) != nil {
                return single(.number, NumberWords.weight)
            }
            if NumberWords.isCompound(at: place, of: name) {
                var term = single(.number, NumberWords.weight)
                term.last += 1
                return term
            }
            return single(.brand, background.weight(of: unit.key))
        }
    }

    private mutating func knownTerm(at place: Int, of name: borrowing FoldedName) -> Term? {
        let unit = name.units[place]
        if unit.followsSlash,
            let meaning = lexicon.meaning(ofSlashed: name.letters(ofUnits: place, to: place + 1))
        {
            return term(meaning, place, place + 1, name)
        }
        if unit.kind == .han {
            if let last = NumberWords.chineseEnd(from: place, of: name) {
                return Term(
                    kind: .number, concept: -1, first: Int32(place), last: Int32(last),
                    weight: NumberWords.weight)
            }
        } else if unit.count == 2, NumberWords.announcesNumber(at: place, of: name) {
            return Term(kind: .noise, concept: -1, first: Int32(place), last: Int32(place + 1), weight: 0)
        }
        guard unit.node >= 0 else { return nil }
        var node = unit.node
        var end = place + 1
        var found: (meaning: Lexicon.Meaning, last: Int)?
        if let meaning = lexicon.meaning(at: node) { found = (meaning, end) }
        while end < name.units.count, !name.units[end].startsLine, !name.units[end].followsSlash {
            let next = lexicon.goesOn(node) ? lexicon.next(node, name.units[end].lexiconKey) : -1
            guard next >= 0 else {
                if let meaning = cutMeaning(node, place, end, name) { found = (meaning, end + 1) }
                break
            }
            node = next
            end += 1
            if let meaning = lexicon.meaning(at: node) { found = (meaning, end) }
        }
        // A phrase that the end of the field cut between two words.
        if end == name.units.count, end - place >= 2, found?.last != end,
            name.text.count >= Normalizer.shortestCut,
            let meaning = lexicon.meaning(at: node, cutWithin: name.text[0..<0])
        {
            found = (meaning, end)
        }
        return found.map { term($0.meaning, place, $0.last, name) }
    }

    /// What a phrase means whose last word the end of the field cut off.
    private mutating func cutMeaning(
        _ node: Int32, _ first: Int, _ last: Int, _ name: borrowing FoldedName
    ) -> Lexicon.Meaning? {
        guard last == name.units.count - 1, name.text.count >= Normalizer.shortestCut,
            last - first >= 2 || name.units[last].count >= Normalizer.shortestSecondWord
        else { return nil }
        return lexicon.meaning(at: node, cutWithin: name.letters(ofUnits: last, to: last + 1))
    }

    private func term(
        _ meaning: Lexicon.Meaning, _ first: Int, _ last: Int, _ name: borrowing FoldedName
    ) -> Term {
        // A given name weighs what it weighs as a word, in whatever form.
        let weight =
            lexicon.isGivenName(meaning.concept)
            ? background.weight(of: name.units[first].key) : lexicon.weights[Int(meaning.concept)]
        return Term(
            kind: meaning.kind, concept: meaning.concept, first: Int32(first), last: Int32(last),
            weight: weight)
    }

    /// Where a run of Han characters that no form of the lexicon begins in ends.
    private mutating func brandEnd(from place: Int, of name: borrowing FoldedName) -> Int {
        var last = place + 1
        while last < name.units.count, name.units[last].kind == .han, !name.units[last].startsLine,
            knownTerm(at: last, of: name) == nil
        { last += 1 }
        return last
    }
}
