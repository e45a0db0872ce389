extension Sieve {
    /// Takes in what neighbours show when they are written as one word, in letters and in pinyin.
    ///
    /// More than `Probes` makes: longer stretches too, and phrases with them.
    mutating func collectJoins(_ name: borrowing FoldedName) {
        for first in stride(from: 0, to: name.units.count - 1, by: 1) {
            let isHan = name.units[first].kind == .han
            guard isHan == (name.units[first + 1].kind == .han) else { continue }
            collectJoins(name, from: first, isHan: isHan, isReading: false)
            if isHan { collectJoins(name, from: first, isHan: true, isReading: true) }
        }
    }

    @inline(__always)
    private mutating func collectJoins(
        _ name: borrowing FoldedName, from first: Int, isHan: Bool, isReading: Bool
    ) {
        let letters = isReading ? name.reading.base : name.text.base
        let count = isReading ? name.reading.count : name.text.count
        let start = Int(isReading ? name.units[first].readingStart : name.units[first].start)
        // A face of so many letters begins as the stretch does; shorter ones are looked up.
        let mayBeLong = count - start >= Beginnings.width && vocabulary.beginnings.mayHold(letters + start)
        var last = first + 1
        while last < name.units.count, (name.units[last].kind == .han) == isHan {
            let end = Int(isReading ? name.units[last].readingEnd : name.units[last].end)
            last += 1
            let length = end - start
            if length >= Beginnings.width, !mayBeLong || length > vocabulary.longest { break }
            let face = vocabulary.find(UnsafeBufferPointer(start: letters + start, count: length))
            guard face >= 0 else { continue }
            // A phrase of Latin words is a term of its own, met as it stands.
            let isShortReading = isReading && last - first <= WordSimilarity.mostHomophones
            add(face, isShortReading ? WordSimilarity.homophone : WordSimilarity.same)
            for place in first..<last { units[place].isJoined = true }
        }
    }

    /// Takes in the numbers that several units make: `forty four`, 第十三.
    mutating func collectNumbers(_ name: borrowing FoldedName, hasTens: Bool) {
        for place in name.units.indices {
            guard let key = NumberWords.key(at: place, of: name, hasTens: hasTens) else { continue }
            add(vocabulary.find(key))
        }
    }

    /// Takes in what letters between slashes mean.
    mutating func takeSlashed(_ unit: FoldedName.Unit, _ name: borrowing FoldedName) {
        guard let meaning = lexicon.meaning(ofSlashed: name.text[Int(unit.start)..<Int(unit.end)]) else {
            return
        }
        add(meaning)
        units[units.count - 1].facts.marks.insert(.isDroppable)
    }

    /// Takes in what phrases mean, also those that the end of the name may have cut off.
    mutating func walkPhrases(_ name: borrowing FoldedName) {
        let mayBeCut = name.text.count >= Normalizer.shortestCut
        for first in units.indices where units[first].marks.contains(.beginsPhrase) {
            var node = units[first].facts.node
            var place = first + 1
            while phrases.leadsToFace(node) {
                let isContinued = place < units.count && units[place].marks.contains(.isContinuing)
                let next = isContinued ? lexicon.next(node, lexiconKey(place, name)) : -1
                if next < 0 {
                    if mayBeCut, let meaning = cutMeaning(node, first, place, name) { add(meaning) }
                    break
                }
                node = next
                place += 1
                if let meaning = lexicon.meaning(at: node) { add(meaning) }
            }
        }
    }

    /// What a phrase means that the end of the name cut off, within its last word or behind it.
    private func cutMeaning(
        _ node: Int32, _ first: Int, _ place: Int, _ name: borrowing FoldedName
    ) -> Lexicon.Meaning? {
        if place == units.count - 1 {
            return lexicon.meaning(at: node, cutWithin: name.letters(ofUnits: place, to: place + 1))
        }
        guard place == units.count, place - first > 1 else { return nil }
        return lexicon.meaning(at: node, cutWithin: name.text[0..<0])
    }

    /// The word that the lexicon is asked for in a unit's place.
    func lexiconKey(_ place: Int, _ name: borrowing FoldedName) -> WordKey {
        let correction = units[place].facts.correction
        return correction < 0 ? name.units[place].key : lexicon.correctable.key(of: correction)
    }

    private mutating func add(_ meaning: Lexicon.Meaning) { add(vocabulary.find(.concept(meaning.concept))) }
}
