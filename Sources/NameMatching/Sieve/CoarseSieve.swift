/// Tells whether a name could knock at any door at all, from eight bits a word.
///
/// To a short list nearly no name shows anything that a listed one is posted under, and little needs to be kept of a
/// word to tell so. It asks what `Sieve` asks, for doors alone, and says yes where it can't tell: `SieveTests` hold it.
struct CoarseSieve: ~Copyable {
    /// Whether the list is so short that most names go no further. For longer ones the sieve alone is quicker.
    let isUseful: Bool

    private let vocabulary: Vocabulary
    private let doors: DoorTable
    let doorLetters: DoorLetters
    let lexicon: Lexicon
    var essences: EssenceSieve
    var cache = WordSignsCache()
    /// None where nothing is sifted.
    private var silentWords: SilentWords?

    /// Of the name in work, by word.
    var signs = Scratch<WordSigns>()

    init(_ index: NameIndex, isUseful: Bool?) {
        vocabulary = index.vocabulary
        doors = index.sieve.doors
        doorLetters = index.sieve.letters
        lexicon = index.lexicon
        essences = EssenceSieve(index.sieve.essences)
        self.isUseful = isUseful ?? (doors.faceCount <= DoorLetters.mostDoors)
        silentWords = self.isUseful && index.isSearched ? SilentWords(index) : nil
    }

    // What isn't inlined is mutating: else the compiler would copy the whole sieve for each call.

    /// Whether a name could reach the threshold with any listed one.
    ///
    /// - Parameter name: the name, folded; glued words of it are taken apart where that matters.
    /// - Complexity: O(units) where the words were seen lately.
    mutating func mayKnock(
        _ name: inout FoldedName, _ facts: inout WordFactsCache, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> Bool {
        var all = collectSigns(name, &facts, &normalizer, &nearWords)
        if all.contains(.knocks) { return true }
        if all.contains(.isGlued) {
            normalizer.takeGluedWordsApart(&name)
            all.formUnion(collectSigns(name, &facts, &normalizer, &nearWords))
            if all.contains(.knocks) { return true }
        }
        let hasHan = !name.reading.isEmpty
        return isWordCut(name) || (hasHan || all.contains(.beginsDoor)) && joinKnocks(name)
            || all.contains(.beginsDoorPhrase) && phraseMayKnock(name)
            || all.contains(.isTens) && numberKnocks(name) || hasHan && name.mayHoldSurname
            || essences.mayBeSameLetters(name, signs)
    }

    /// Begins to load what will be looked up for the units of a name.
    @inline(__always)
    mutating func prefetch(_ name: borrowing FoldedName) {
        cache.layOut()
        for place in name.units.indices {
            cache.prefetch(
                WordSignsCache.hash(name.units[place].key, isForeign: name.units[place].isForeign))
        }
    }

    /// Takes the signs of a name's words; the answer is what any of them has.
    private mutating func collectSigns(
        _ name: borrowing FoldedName, _ facts: inout WordFactsCache, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> WordSigns {
        var all: WordSigns = []
        let signs = self.signs.reserve(name.units.count)
        for place in name.units.indices {
            let unit = name.units[place]
            let hash = WordSignsCache.hash(unit.key, isForeign: unit.isForeign)
            var found =
                cache.find(unit.key, hash, isForeign: unit.isForeign)
                ?? made(
                    name.letters(ofUnits: place, to: place + 1), unit, &facts, &normalizer, &nearWords)
            if unit.followsSlash { takeSlashed(unit, name, &found) }
            // `Y. A.`: a word of two letters that may be two.
            if unit.isSpelledOut, unit.count == 2 { found.insert(.isGlued) }
            all.formUnion(found)
            signs[place] = found
        }
        self.signs.take(name.units.count)
        return all
    }

    /// Finds out the signs of a word that isn't known, and keeps them.
    ///
    /// - Parameter letters: behind them `DoorLetters.width` bytes may be read.
    @inline(never)
    mutating func made(
        _ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit, _ facts: inout WordFactsCache,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordSigns {
        var signs =
            isSilent(letters, unit)
            ? (unit.isForeign ? .isForeign : []) : facts.signs(of: letters, unit, &normalizer, &nearWords)
        if unit.kind == .han, unit.key == NumberWords.ordinal { signs.insert(.isTens) }
        if mayGoOn(behind: letters)
            || signs.contains(.isGlued) && mayGoOn(behindPartsOf: letters, unit, &normalizer)
        {
            signs.insert(.beginsDoor)
        }
        cache.store(unit.key, signs)
        return signs
    }

    private mutating func isSilent(
        _ letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit
    ) -> Bool {
        guard unit.kind == .latin, letters.count <= PlainName.longestWord else { return false }
        return silentWords?.holds(letters, unit.key, isForeign: unit.isForeign) ?? false
    }

    private mutating func mayGoOn(behind letters: UnsafeBufferPointer<UInt8>) -> Bool {
        doorLetters.mayGoOn(behind: letters.baseAddress!, count: letters.count)
    }

    /// Whether a door may begin with one of the words that a glued one is made of.
    private mutating func mayGoOn(
        behindPartsOf letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit,
        _ normalizer: inout Normalizer
    ) -> Bool {
        let split = normalizer.knowledgeOfUnit(letters, unit).split
        var start = 0
        for number in 0..<split.count {
            let part = UnsafeBufferPointer(rebasing: letters[start..<start + split[number]])
            if mayGoOn(behind: part) { return true }
            start += part.count
        }
        return false
    }

    /// Takes in what letters between slashes mean.
    private mutating func takeSlashed(
        _ unit: FoldedName.Unit, _ name: borrowing FoldedName, _ signs: inout WordSigns
    ) {
        guard let meaning = lexicon.meaning(ofSlashed: name.text[Int(unit.start)..<Int(unit.end)]) else {
            return
        }
        signs.insert(.isDroppable)
        if isDoor(.concept(meaning.concept)) { signs.insert(.knocks) }
    }

    private mutating func isDoor(_ key: WordKey) -> Bool {
        let face = vocabulary.find(key)
        return face >= 0 && doors.isDoor(face)
    }

    /// Whether the last word may be what the end of the field left of a door.
    @inline(__always)
    private func isWordCut(_ name: borrowing FoldedName) -> Bool {
        let last = name.units[name.units.count - 1]
        return name.text.count >= Normalizer.shortestCut && last.kind == .latin
            && doorLetters.mayBeCut(name.text.base + Int(last.start), count: Int(last.count))
    }

    /// Whether neighbours are a door when they are written as one word, in letters or in pinyin.
    @inline(__always)
    private mutating func joinKnocks(_ name: borrowing FoldedName) -> Bool {
        for first in stride(from: 0, to: name.units.count - 1, by: 1) {
            let isHan = name.units[first].kind == .han
            guard isHan || signs[first].contains(.beginsDoor),
                isHan == (name.units[first + 1].kind == .han)
            else { continue }
            if signs[first].contains(.beginsDoor),
                mayBeginDoor(name, from: first, isHan: isHan, isReading: false),
                joinKnocks(name, from: first, isHan: isHan, isReading: false)
            {
                return true
            }
            if isHan, readingMayGoOn(name, behind: first),
                mayBeginDoor(name, from: first, isHan: true, isReading: true),
                joinKnocks(name, from: first, isHan: true, isReading: true)
            {
                return true
            }
        }
        return false
    }

    /// Whether a door may begin with a character's reading, which isn't the same in every name.
    @inline(__always)
    private func readingMayGoOn(_ name: borrowing FoldedName, behind place: Int) -> Bool {
        let count = Int(name.units[place].readingCount)
        return count == 0
            || doorLetters.mayGoOn(
                behind: name.reading.base + Int(name.units[place].readingStart), count: count)
    }

    /// Whether a door may begin as a unit and those behind it do.
    @inline(__always)
    private func mayBeginDoor(
        _ name: borrowing FoldedName, from first: Int, isHan: Bool, isReading: Bool
    ) -> Bool {
        let text = isReading ? name.reading.base : name.text.base
        let start = Int(isReading ? name.units[first].readingStart : name.units[first].start)
        var last = first + 1
        while last < name.units.count, (name.units[last].kind == .han) == isHan {
            let end = Int(isReading ? name.units[last].readingEnd : name.units[last].end)
            if doorLetters.mayBegin(text + start, count: end - start) { return true }
            // Longer stretches begin with the same letters.
            if end - start >= DoorLetters.width { return false }
            last += 1
        }
        return false
    }

    /// Whether a unit is a door together with some of those behind it.
    @inline(never)
    private mutating func joinKnocks(
        _ name: borrowing FoldedName, from first: Int, isHan: Bool, isReading: Bool
    ) -> Bool {
        var last = first + 1
        while last < name.units.count, (name.units[last].kind == .han) == isHan {
            last += 1
            let stretch =
                isReading
                ? name.readingLetters(ofUnits: first, to: last) : name.letters(ofUnits: first, to: last)
            guard stretch.count <= vocabulary.longest else { return false }
            let face = vocabulary.find(stretch)
            if face >= 0, doors.isDoor(face) { return true }
        }
        return false
    }

    /// Whether a phrase may begin that means what a door does, whole or cut off by the end of the field.
    private mutating func phraseMayKnock(_ name: borrowing FoldedName) -> Bool {
        let mayBeCut = name.text.count >= Normalizer.shortestCut
        for first in stride(from: 0, to: signs.count - 1, by: 1)
        where signs[first].contains(.beginsDoorPhrase) {
            if signs[first + 1].contains(.continuesDoorPhrase) || mayBeCut && first + 2 == signs.count {
                return true
            }
        }
        return false
    }

    /// Whether several units make a number that is a door.
    private mutating func numberKnocks(_ name: borrowing FoldedName) -> Bool {
        for place in name.units.indices {
            if let key = NumberWords.key(at: place, of: name, hasTens: true), isDoor(key) { return true }
        }
        return false
    }
}
