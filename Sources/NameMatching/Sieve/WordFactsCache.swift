import Glibc

/// The facts of words lately seen: words repeat far more than names do.
///
/// Bounded and lossy; a word is compared with the one that the facts are of, so none gets another's.
struct WordFactsCache: ~Copyable {
    private static let lineCount = 1 << 16
    /// Faces and letters are kept up to so many, and then all is forgotten.
    private static let mostShows = 1 << 17
    private static let mostLetters = 1 << 20

    // A word has two lines side by side to be in; the older makes way.
    private var lines = Scratch<WordFacts>(zeroed: lineCount)
    private var shows = Scratch<WordFacts.Show>()
    private var letters = Scratch<UInt8>()
    private var maker: WordFactsMaker

    init(_ index: NameIndex) {
        maker = WordFactsMaker(index)
    }

    /// The faces shown by a word.
    @inline(__always)
    func shows(_ place: WordFacts.Shows) -> UnsafeBufferPointer<WordFacts.Show> {
        shows[Int(place.start)..<Int(place.start + place.count)]
    }

    /// Forgets all words where there are too many faces; to be called between names, which point to them.
    mutating func makeRoom() {
        guard shows.count > WordFactsCache.mostShows || letters.count > WordFactsCache.mostLetters else { return }
        lines.clear()
        shows.removeAll()
        letters.removeAll()
    }

    /// The facts of a unit of a name; found out if they aren't known.
    ///
    /// - Complexity: O(1) for a word seen lately.
    @inline(__always)
    mutating func facts(
        of unit: FoldedName.Unit, in name: borrowing FoldedName, _ context: WordFacts.Context,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordFacts {
        let hash = unit.key.hash(seed: KeyTable.seed &+ UInt64(context.rawValue))
        let first = Int(truncatingIfNeeded: hash) & (WordFactsCache.lineCount - 2)
        if isKnown(first, unit, name, context) { return lines[first] }
        if isKnown(first + 1, unit, name, context) {
            let facts = lines[first + 1]
            lines[first + 1] = lines[first]
            lines[first] = facts
            return facts
        }
        return made(unit, name, context, first, &normalizer, &nearWords)
    }

    @inline(__always)
    private func isKnown(
        _ place: Int, _ unit: FoldedName.Unit, _ name: borrowing FoldedName, _ context: WordFacts.Context
    ) -> Bool {
        let line = lines.base + place
        guard line.pointee.key == unit.key, line.pointee.context == context else { return false }
        return !unit.key.isLong || isSame(line.pointee, unit, name)
    }

    private func isSame(
        _ facts: WordFacts, _ unit: FoldedName.Unit, _ name: borrowing FoldedName
    ) -> Bool {
        facts.letterCount == unit.count
            && memcmp(letters.base + Int(facts.letterStart), name.text.base + Int(unit.start), Int(unit.count))
                == 0
    }

    @inline(never)
    private mutating func made(
        _ unit: FoldedName.Unit, _ name: borrowing FoldedName, _ context: WordFacts.Context, _ line: Int,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordFacts {
        let word = name.text[Int(unit.start)..<Int(unit.end)]
        var facts = maker.facts(word, unit, context, &normalizer, &nearWords)
        facts.shows = WordFacts.Shows(start: Int32(shows.count), count: Int32(maker.shows.count))
        shows.append(contentsOf: maker.shows.buffer)
        if unit.key.isLong {
            facts.letterStart = Int32(letters.count)
            facts.letterCount = unit.count
            letters.append(contentsOf: word)
        }
        lines[line + 1] = lines[line]
        lines[line] = facts
        return facts
    }
}
