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
    /// Shorter words are taken for legal forms only.
    static let leastWord = 4

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The lengths of up to seven words; none where a word is one word. Eight bytes, of which the last is the count.
    struct Split {
        private var lengths = SIMD8<UInt8>()

        init(_ lengths: Int...) {
            for length in lengths { _ = append(length) }
        }

        var count: Int { Int(lengths[7]) }

        subscript(place: Int) -> Int { Int(lengths[place]) }

        /// Adds a length; false where there is no room.
        fileprivate mutating func append(_ length: Int) -> Bool {
            guard count < 7 else { return false }
            lengths[count] = UInt8(length)
            lengths[7] += 1
            return true
        }
    }

    /// Whether a word may be several: never false for one that is, and true for few others.
    ///
    /// - Complexity: O(1).
    @inline(__always)
    static func mayBeSplit(_ word: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) -> Bool {
        (shortest...longest).contains(word.count) && lexicon.gluedEnds.mayEnd(word)
    }

    /// The words that `word` is made of, or nothing where it is one word.
    ///
    /// - Parameters:
    ///   - word: one that may be several (`mayBeSplit`).
    ///   - mayHoldBrand: whether the first of them may be a word that the lexicon doesn't know.
    /// - Complexity: O(n²) look-ups in the letters of the word, of at most 64.
    func split(_ word: UnsafeBufferPointer<UInt8>, mayHoldBrand: Bool) -> Split {
        let count = word.count
        // pieces[i]: the length of the first word of the best way to write word[i...] as known words, or 0.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { pieces in
            pieces.initialize(repeating: 0)
            for start in stride(from: count - 2, through: 0, by: -1) {
                // The longest known word first, so `technologies` isn't `technology` and a rest.
                for end in stride(from: count, to: start + 1, by: -1) where end == count || pieces[end] > 0 {
                    guard isKnown(word, start, end) else { continue }
                    pieces[start] = UInt8(end - start)
                    break
                }
            }
            if pieces[0] > 0 { return LexiconSplitter.collect(pieces, from: 0) }
            return mayHoldBrand ? splitBrand(pieces) : Split()
        }
    }

    private func splitBrand(_ pieces: UnsafeMutableBufferPointer<UInt8>) -> Split {
        let last = pieces.count - 1 - LexiconSplitter.leastKnown
        guard last >= LexiconSplitter.leastBrand else { return Split() }
        // The first known word carries the proof: it must not be a syllable by chance.
        for start in LexiconSplitter.leastBrand...last where pieces[start] >= LexiconSplitter.leastKnown {
            return LexiconSplitter.collect(pieces, from: start)
        }
        return Split()
    }

    private static func collect(_ pieces: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Split {
        var split = Split()
        var place = start
        if start > 0 { _ = split.append(start) }
        while place < pieces.count - 1 {
            guard split.append(Int(pieces[place])) else { return Split() }
            place += Int(pieces[place])
        }
        return split
    }

    /// Whether letters are a known word; a short one only as a legal form at the end: `co`, or
    /// `co` before the three letters of `ltd`.
    private func isKnown(_ word: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let length = end - start
        let isShort = length < LexiconSplitter.leastWord
        guard length < word.count, !isShort || end == word.count || length == 2 && word.count - end == 3
        else {
            return false
        }
        let letters = UnsafeBufferPointer(rebasing: word[start..<end])
        guard lexicon.words.mayHold(letters),
            let meaning = lexicon.meaning(of: WordKey(letters.baseAddress!, count: length))
        else { return false }
        switch meaning.kind {
        case .legal: return true
        case .generic, .place, .admin: return !isShort
        default: return false
        }
    }
}
