// All of these are mutating, though few change anything: else the compiler would copy the whole sieve for each call.
/// Most names are plain ones, and of most plain names the words alone say that they are nobody's.
extension CoarseSieve {
    /// Whether a name can't reach the threshold with any listed one; what isn't clear at once is left to `mayKnock`.
    ///
    /// It asks what `mayKnock` asks of such a name, with numbers and phrases taken for possible, and what glued words
    /// may say with their neighbours.
    ///
    /// - Complexity: O(words) where the words were seen lately.
    mutating func rulesOut(
        _ name: borrowing PlainName, _ facts: inout WordFactsCache, _ normalizer: inout Normalizer,
        _ nearWords: inout NearWords
    ) -> Bool {
        let left: WordSigns = [.knocks, .isTens, .beginsDoorPhrase]
        var all: WordSigns = []
        let signs = self.signs.reserve(name.words.count)
        for place in name.words.indices {
            let word = name.words[place]
            var found = self.signs(of: word, in: name, &facts, &normalizer, &nearWords)
            if name.pairs &>> UInt64(truncatingIfNeeded: place) & 1 != 0, !isWord(word, in: name) {
                // `Y. A.`: two words, of which the second may meet the next one.
                found.insert(.isGlued)
                for part in 0..<Int32(2) {
                    let letter = name.letter(part, of: word)
                    found.formUnion(self.signs(of: letter, in: name, &facts, &normalizer, &nearWords))
                }
            }
            all.formUnion(found)
            signs[place] = found
        }
        self.signs.take(name.words.count)
        return all.isDisjoint(with: left) && !(all.contains(.isGlued) && partMayKnock(all))
            && !(all.contains(.beginsDoor) && joinMayKnock(name)) && !isLastCut(name)
            && !essences.mayBeSameLetters(name, self.signs, isReading: false)
    }

    /// Begins to load what will be looked up for the words of a name.
    @inline(__always)
    mutating func prefetch(_ name: borrowing PlainName) {
        cache.layOut()
        for place in name.words.indices { cache.prefetch(name.words[place].hash) }
    }

    @inline(__always)
    private mutating func signs(
        of word: PlainName.Word, in name: borrowing PlainName, _ facts: inout WordFactsCache,
        _ normalizer: inout Normalizer, _ nearWords: inout NearWords
    ) -> WordSigns {
        if let known = cache.find(word.key, word.hash) { return known }
        let letters = name.letters(of: word)
        return made(letters, name.unit(of: word), &facts, &normalizer, &nearWords)
    }

    /// Whether two letters that stand apart mean something together: `S. A.`
    private mutating func isWord(_ word: PlainName.Word, in name: borrowing PlainName) -> Bool {
        let node = lexicon.first(name.letters(of: word), word.key)
        return node >= 0 && lexicon.meaning(at: node) != nil
    }

    /// Whether a part of a glued word may say something together with a neighbour, as the last word of a field, or by
    /// being left out of the letters that names are compared by.
    private mutating func partMayKnock(_ all: WordSigns) -> Bool {
        all.contains(.beginsDoor) || signs[signs.count - 1].contains(.isGlued)
            || signs.buffer.contains { $0.isSuperset(of: [.isGlued, .isDroppable]) }
    }

    /// Whether the last word may be what the end of the field left of a door.
    @inline(__always)
    private mutating func isLastCut(_ name: borrowing PlainName) -> Bool {
        guard name.text.count >= Normalizer.shortestCut else { return false }
        let last = name.words[name.words.count - 1]
        return doorLetters.mayBeCut(name.text.base + Int(last.start), count: Int(last.count))
    }

    /// Whether neighbours may be a door when they are written as one word.
    private mutating func joinMayKnock(_ name: borrowing PlainName) -> Bool {
        for first in stride(from: 0, to: name.words.count - 1, by: 1)
        where signs[first].contains(.beginsDoor) {
            let start = Int(name.words[first].start)
            for last in first + 1..<name.words.count {
                let count = name.words[last].end - start
                if doorLetters.mayBegin(name.text.base + start, count: count) { return true }
                // Longer stretches begin with the same letters.
                if count >= DoorLetters.width { break }
            }
        }
        return false
    }
}
