import CSystem
import Glibc

/// The facts of words lately seen: words repeat far more than names do.
///
/// Bounded and lossy; a word is compared with the one that the facts are of, so none gets another's.
struct WordFactsCache: ~Copyable {
    private let lineCount: Int
    /// Faces and letters are kept up to so many, and then all is forgotten.
    private static let mostShows = 1 << 17
    private static let mostLetters = 1 << 20

    // A word has two lines side by side to be in; the older makes way.
    private var storage = Scratch<UInt8>()
    /// The lines in the storage, each of which fills one of the processor's.
    private var lines: UnsafeMutablePointer<WordFacts>?
    private var shows = Scratch<WordFacts.Show>()
    private var letters = Scratch<UInt8>()
    private var maker: WordFactsMaker

    /// - Parameter lineCount: a power of two.
    init(_ index: NameIndex, lineCount: Int) {
        self.lineCount = lineCount
        maker = WordFactsMaker(index)
    }

    /// The faces shown by a word.
    @inline(__always)
    func shows(_ place: WordFacts.Shows) -> UnsafeBufferPointer<WordFacts.Show> {
        shows[Int(place.start)..<Int(place.start + place.count)]
    }

    /// Forgets all words where there are too many faces; to be called before each name, which points to them.
    mutating func makeRoom() {
        layOut()
        guard shows.count > WordFactsCache.mostShows || letters.count > WordFactsCache.mostLetters else {
            return
        }
        storage.clear()
        shows.removeAll()
        letters.removeAll()
    }

    /// Takes memory for the lines; a matcher that never sifts needs none.
    @inline(__always)
    mutating func layOut() {
        guard lines == nil else { return }
        let size = MemoryLayout<WordFacts>.stride
        storage = Scratch(zeroed: (lineCount + 1) * size)
        lines = UnsafeMutableRawPointer(storage.base).alignedUp(toMultipleOf: size)
            .assumingMemoryBound(to: WordFacts.self)
    }

    /// Begins to load the lines of a unit: the processor waits for one word while it fetches the next.
    @inline(__always)
    func prefetch(_ unit: FoldedName.Unit) {
        let line = line(of: unit, unit.isForeign ? .foreign : .anywhere)
        weir_prefetch(line)
        weir_prefetch(line + 1)
    }

    @inline(__always)
    private func line(
        of unit: FoldedName.Unit, _ context: WordFacts.Context
    ) -> UnsafeMutablePointer<WordFacts> {
        let hash = unit.key.hash(seed: KeyTable.seed &+ UInt64(context.rawValue))
        return lines.unsafelyUnwrapped + Int(truncatingIfNeeded: hash) & (lineCount - 2)
    }

    /// The facts of a unit of a name; found out if they aren't known.
    ///
    /// - Complexity: O(1) for a word seen lately.
    @inline(__always)
    mutating func facts(
        of unit: FoldedName.Unit, in name: borrowing FoldedName, _ context: WordFacts.Context,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordFacts {
        let line = line(of: unit, context)
        if isOf(line, unit, name, context) { return line[0] }
        if isOf(line + 1, unit, name, context) {
            swap(&line[0], &line[1])
            return line[0]
        }
        let facts = made(unit, name, context, &normalizer, &nearWords)
        line[1] = line[0]
        line[0] = facts
        return facts
    }

    /// Whether a line is of a word.
    @inline(__always)
    private func isOf(
        _ line: UnsafeMutablePointer<WordFacts>, _ unit: FoldedName.Unit, _ name: borrowing FoldedName,
        _ context: WordFacts.Context
    ) -> Bool {
        guard line.pointee.key == unit.key, line.pointee.context == context else { return false }
        return !unit.key.isLong || isSame(line.pointee, unit, name)
    }

    private func isSame(
        _ facts: WordFacts, _ unit: FoldedName.Unit, _ name: borrowing FoldedName
    ) -> Bool {
        facts.letterCount == unit.count
            && memcmp(
                letters.base + Int(facts.letterStart), name.text.base + Int(unit.start), Int(unit.count))
                == 0
    }

    /// The signs of a word, which are not kept here.
    ///
    /// - Complexity: that of the search for misspelled words.
    mutating func signs(
        of letters: UnsafeBufferPointer<UInt8>, _ unit: FoldedName.Unit, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> WordSigns {
        WordSigns(
            maker.facts(
                letters, unit, unit.isForeign ? .foreign : .anywhere, &normalizer, &nearWords, weighs: false))
    }

    @inline(never)
    private mutating func made(
        _ unit: FoldedName.Unit, _ name: borrowing FoldedName, _ context: WordFacts.Context,
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
        return facts
    }
}
