/// Takes words apart that were written without the space: `technologyco`, `hikvisiondigitaltechnology`.
///
/// It looks at the lexicon only, never at a list, so that a name is always read the same way.
struct LexiconSplitter {
    private let lexicon: Lexicon

    /// Shorter words are left whole: too many brands end in `co`, `sa` or `tech`.
    static let shortest = 8
    private static let longest = 64
    /// The least letters of what is left as a brand, and of the known words split off it.
    private static let leastBrand = 5
    private static let leastKnown = 6

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The lengths of the words that `word` is made of, or nothing where it is one word.
    ///
    /// - Parameter mayHoldBrand: whether the first of them may be a word that the lexicon doesn't know.
    /// - Complexity: O(n²) look-ups in the letters of the word, of at most 64.
    func split(_ word: UnsafeBufferPointer<UInt8>, mayHoldBrand: Bool) -> [Int] {
        guard (LexiconSplitter.shortest...LexiconSplitter.longest).contains(word.count) else { return [] }
        // pieces[i]: the last piece of the best way to write word[i...] as known words, or 0.
        var pieces = [Int](repeating: 0, count: word.count + 1)
        var reach = [Bool](repeating: false, count: word.count + 1)
        reach[word.count] = true
        for start in stride(from: word.count - 2, through: 0, by: -1) {
            // The longest known word first, so `technologies` isn't `technology` and a rest.
            for end in stride(from: word.count, to: start + 1, by: -1) where reach[end] {
                guard isKnown(word, start, end, endsWord: end == word.count) else { continue }
                reach[start] = true
                pieces[start] = end - start
                break
            }
        }
        if reach[0] { return lengths(pieces, from: 0, count: word.count) }
        return mayHoldBrand ? splitBrand(word, pieces, reach) : []
    }

    private func splitBrand(_ word: UnsafeBufferPointer<UInt8>, _ pieces: [Int], _ reach: [Bool]) -> [Int] {
        let last = word.count - LexiconSplitter.leastKnown
        guard last >= LexiconSplitter.leastBrand else { return [] }
        for start in LexiconSplitter.leastBrand...last where reach[start] {
            // The first known word carries the proof: it must not be a syllable by chance.
            guard pieces[start] >= LexiconSplitter.leastKnown else { continue }
            return [start] + lengths(pieces, from: start, count: word.count)
        }
        return []
    }

    private func lengths(_ pieces: [Int], from start: Int, count: Int) -> [Int] {
        var result: [Int] = []
        var place = start
        while place < count {
            result.append(pieces[place])
            place += pieces[place]
        }
        return result
    }

    /// Whether letters are a known word; a short one only as a legal form at the end: `co`, or
    /// `co` before the three letters of `ltd`.
    private func isKnown(_ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, endsWord: Bool) -> Bool
    {
        let length = end - start
        guard length < word.count,
            let meaning = lexicon.meaning(of: WordKey(word.baseAddress! + start, count: length))
        else { return false }
        switch meaning.kind {
        case .legal: return length >= 4 || endsWord || length == 2 && word.count - end == 3
        case .generic, .place, .admin: return length >= 4
        default: return false
        }
    }
}
