/// Reads names as the engine does before it looks at any list; one per thread, since it remembers words.
public struct NameReader: ~Copyable {
    private var normalizer = Normalizer()
    private var name = NormalizedName()

    /// The first reader of a process reads the lexicon, some 5 ms.
    public init() {}

    /// Reads a name as it would be screened.
    ///
    /// - Parameter text: any text; one without letters and digits has no terms.
    /// - Complexity: O(bytes), of which only what 512 words have is read.
    public mutating func read(_ text: String) -> NameReading {
        var text = text
        text.withUTF8 { normalizer.read($0, into: &name) }
        var terms: [NameReading.Term] = []
        for term in name.terms.buffer {
            terms.append(NameReading.Term(term, of: name.folded, normalizer.lexicon))
        }
        return NameReading(
            terms: terms, mayBeCut: name.mayBeCut, isTruncated: name.folded.isTruncated)
    }
}
