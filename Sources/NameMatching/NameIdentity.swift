/// What of a name tells who bears it, as the engine reads it; two of them say whether a changed name still does.
public struct NameIdentity: Sendable {
    /// One word or phrase of the name that isn't a legal form, noise or part of an address.
    struct Word: Sendable {
        let kind: TermClass
        /// The folded letters, UTF-8.
        let letters: [UInt8]
        /// In thousandths, as in ``Term``.
        let weight: Int32
    }

    let words: [Word]

    /// The folded letters of the name, UTF-8, without spaces, punctuation, legal forms and text around the name: two
    /// names with the same letters can't be told apart by them.
    public let letters: [UInt8]

    /// Letters of a word that was cut off that still show it.
    private static let leastLetters = 4

    /// Whether a shorter text still says who is meant.
    ///
    /// - Brand words, those that the lexicon doesn't know, identify, unless they weigh no more than a generic word may
    ///   (`new`, `best`): the text must keep one of them, whole or by its beginning (at least half of it, and four
    ///   letters).
    /// - Where a name has none, all its words together do: the text must keep every place, generic word and number, the
    ///   last of them by its beginning at least.
    ///
    /// - Parameter shortened: what was read of the shorter text.
    /// - Complexity: O(words²).
    public func isKept(in shortened: NameIdentity) -> Bool {
        let brands = words.filter { $0.kind == .brand && $0.weight > Lexicon.genericLimit }
        if !brands.isEmpty { return brands.contains { shortened.shows($0) } }
        let identifying = words.filter { [.brand, .place, .generic, .number].contains($0.kind) }
        return !identifying.isEmpty && identifying.allSatisfy { shortened.shows($0) }
    }

    private func shows(_ word: Word) -> Bool {
        words.contains { $0.letters == word.letters } || word.kind != .number && endsWithPart(of: word)
    }

    /// Whether the last word is the beginning of a word of another name.
    private func endsWithPart(of word: Word) -> Bool {
        guard let last = words.last, last.letters.count >= NameIdentity.leastLetters else { return false }
        return last.letters.count * 2 >= word.letters.count && word.letters.starts(with: last.letters)
    }
}
