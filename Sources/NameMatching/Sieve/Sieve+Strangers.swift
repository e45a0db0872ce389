// All of these are mutating, though none changes anything: for a call from a mutating method the compiler would else copy
// the whole sieve.
extension Sieve {
    /// How many units from the first on are surely inside the name that the cell begins with, so that a brand among
    /// them which meets nothing speaks against a match; 0 where that can't be told.
    ///
    /// After a legal form, an address word, a comma or the like they might not count, nor beside a name that follows
    /// `on behalf of`, nor as the last word of a cut field, nor in another script.
    mutating func countStrangers(_ name: borrowing FoldedName) -> Int {
        let last = name.units.count - 1
        let lead = leadingUnits(name)
        var count = 0
        var isInside = true
        for place in name.units.indices {
            let unit = name.units[place]
            if unit.followsSlash || unit.kind == .han { return 0 }
            if place >= lead, beginsNoise(at: place, name) { return 0 }
            isInside =
                isInside && !unit.startsLine && !unit.followsComma && !unit.isInBrackets
                && (place < lead || !units[place].marks.contains(.mayEnd))
            if isInside, place < last || isWhole(last, name) { count = place + 1 }
        }
        return count
    }

    /// How many units a name begins with that surely neither end it nor are of it: a legal form, words said around
    /// names.
    ///
    /// A legal form ends a name only behind a brand or a place, which without any the first word may be taken for.
    private mutating func leadingUnits(_ name: borrowing FoldedName) -> Int {
        var first = 0
        while let term = knownTerm(at: first, name) {
            // Behind a legal form that is taken for a brand, what is said around names begins another one.
            guard term.kind == .noise else { return term.kind == .legal && first == 0 ? term.last : first }
            first = term.last
        }
        return first
    }

    /// The longest phrase of the lexicon that begins at a unit, where no other reading of the unit is possible.
    private mutating func knownTerm(at first: Int, _ name: borrowing FoldedName) -> (
        kind: TermClass, last: Int
    )? {
        guard first < units.count, units[first].facts.node >= 0 else { return nil }
        var node = units[first].facts.node
        var found: (kind: TermClass, last: Int)?
        var place = first
        while true {
            let unit = name.units[place]
            guard unit.kind == .latin, !unit.isContinued, !unit.startsLine else { return nil }
            place += 1
            if let meaning = lexicon.meaning(at: node) { found = (meaning.kind, place) }
            guard lexicon.goesOn(node), place < units.count else { break }
            // The end of the field may have cut the phrase.
            if place == units.count - 1 { return nil }
            node = lexicon.next(node, lexiconKey(place, name))
            if node < 0 { break }
        }
        return found
    }

    /// Whether a phrase that is said around names, such as `on behalf of`, may begin at a unit, with more behind it.
    private mutating func beginsNoise(at first: Int, _ name: borrowing FoldedName) -> Bool {
        guard units[first].marks.contains(.leadsToNoise) else { return false }
        var node = units[first].facts.node
        for place in (first + 1)..<max(units.count, first + 1) {
            guard phrases.leadsToNoise(node) else { return false }
            // What was taken apart is not corrected as well.
            let asMeant = lexicon.next(node, lexiconKey(place, name))
            let asWritten = lexicon.next(node, name.units[place].key)
            if asMeant >= 0, asWritten >= 0, asMeant != asWritten { return true }
            node = max(asMeant, asWritten)
            guard node >= 0 else { return false }
            if lexicon.meaning(at: node)?.kind == .noise { return true }
        }
        return false
    }

    /// Whether the last unit is a word by itself, and not what the end of the field left of another or of a phrase.
    private mutating func isWhole(_ last: Int, _ name: borrowing FoldedName) -> Bool {
        guard name.text.count >= Normalizer.shortestCut else { return true }
        return !fillsField && (last == 0 || units[last - 1].marks.isDisjoint(with: [.goesOn, .isContinuing]))
    }

    /// The weight of the words among the first units that meet nothing of a listed name, in thousandths; generic words
    /// only where they can't be what a name in another script says.
    mutating func strangers(
        _ count: Int, _ entry: Int32, _ name: borrowing FoldedName
    ) -> (brand: Int64, generic: Int64) {
        var countsGeneric = !bounds[entry].isHan
        var brand: Int64 = 0
        var generic: Int64 = 0
        for place in 0..<count {
            let unit = units[place]
            // What a phrase means, a word behind it may say again, and then weighs nothing.
            if unit.marks.contains(.goesOn), place + 1 < units.count,
                units[place + 1].marks.contains(.isContinuing)
            {
                countsGeneric = false
            }
            let isBrand = unit.marks.contains(.isBrand)
            guard isBrand || countsGeneric && unit.marks.contains(.isGeneric), !unit.isJoined,
                !meets(place, entry), !isRepeated(place, name)
            else { continue }
            if isBrand { brand += Int64(unit.weight) } else { generic += Int64(unit.weight) }
        }
        return (brand, generic)
    }

    /// Whether a unit shows a face of a listed name.
    private mutating func meets(_ place: Int, _ entry: Int32) -> Bool {
        let facts = units[place].facts
        let listed = bounds[entry].faces
        func meets(_ shows: WordFacts.Shows) -> Bool {
            cache.shows(shows).contains { show in
                bounds.faces(of: entry).contains { $0.face == show.face }
            }
        }
        if facts.faces.mayMeet(listed), meets(facts.shows) { return true }
        return place == units.count - 1 && meets(showsOfEnd)
    }

    /// Whether a word, or one that means the same, stands earlier in the name: the second weighs nothing.
    private mutating func isRepeated(_ place: Int, _ name: borrowing FoldedName) -> Bool {
        let key = name.units[place].key
        let concept = concept(place)
        return (0..<place).contains { earlier in
            name.units[earlier].key == key || concept >= 0 && self.concept(earlier) == concept
        }
    }

    /// What a unit means by itself, or -1.
    private mutating func concept(_ place: Int) -> Int32 {
        let node = units[place].facts.node
        return node < 0 ? -1 : lexicon.meaning(at: node)?.concept ?? -1
    }
}
