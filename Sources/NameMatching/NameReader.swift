/// Reads names as the engine does, for whoever asks what it makes of them rather than whom they meet.
///
/// One per thread, since it remembers words.
public final class NameReader {
    /// The words that names are read with; the normalizer's tables are theirs.
    private let words: Words
    private(set) var normalizer: Normalizer
    private(set) var name = NormalizedName()

    /// - Parameters:
    ///   - understandsMistakes: whether misspelled words of the lexicon are understood, as in screened names; without
    ///     it a name is taken at its word, as listed ones are.
    ///   - words: what names are read with.
    public init(understandsMistakes: Bool = false, words: Words = .builtIn) {
        self.words = words
        normalizer = Normalizer(lexicon: words.lexicon, correctsWords: understandsMistakes)
    }

    /// What of a name tells who bears it.
    ///
    /// - Complexity: O(bytes), some 5 µs.
    public func identity(of text: String) -> NameIdentity {
        read(text)
        var words: [NameIdentity.Word] = []
        var letters: [UInt8] = []
        for place in name.terms.indices {
            let term = name.terms[place]
            guard term.kind != .legal, term.kind != .noise, term.kind != .address else { continue }
            let own = Array(name.folded.letters(ofUnits: Int(term.first), to: Int(term.last)))
            letters += own
            words.append(NameIdentity.Word(kind: term.kind, letters: own, weight: term.weight))
        }
        return NameIdentity(words: words, letters: letters)
    }

    /// The pinyin of a text's Han characters, one syllable each in their order, without tones; empty where a
    /// character has no reading.
    ///
    /// - Complexity: O(bytes).
    public func pinyin(of text: String) -> [String] {
        read(text)
        var syllables: [String] = []
        for place in name.folded.units.indices where name.folded.units[place].kind == .han {
            let letters = name.folded.readingLetters(ofUnits: place, to: place + 1)
            syllables.append(String(decoding: letters, as: UTF8.self))
        }
        return syllables
    }

    func read(_ text: String) {
        var text = text
        text.withUTF8 { normalizer.read($0, into: &name) }
    }
}
