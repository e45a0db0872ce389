/// Tells most words that aren't several written as one, by their last letters.
///
/// A word that `LexiconSplitter` takes apart ends in a known word of four letters and more, or in one that short legal
/// forms follow: `technologyco`, `technologycoltd`.
struct GluedEnds: Sendable {
    /// The last four letters of known words.
    private var endings = BitFilter(size: 16)
    private var shortForms = BitFilter(size: 12)

    /// Adds a word that the lexicon knows.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ kind: TermClass) {
        let ends = WordEnds(word)
        if word.count >= LexiconSplitter.leastWord {
            endings.insert(ends.last(LexiconSplitter.leastWord))
        } else if kind == .legal, !word.isEmpty {
            shortForms.insert(ends.last(word.count))
        }
    }

    /// Whether a word may be several; never false for one that is.
    ///
    /// - Parameter word: of eight letters or more.
    @inline(__always)
    func mayEnd(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let ends = WordEnds(word)
        if endings.mayHold(ends.last(LexiconSplitter.leastWord)) { return true }
        // A letter at the end is never a word.
        for count in 2..<LexiconSplitter.leastWord where shortForms.mayHold(ends.last(count)) {
            if endings.mayHold(ends.last(LexiconSplitter.leastWord, before: count)) { return true }
            if count == 3, shortForms.mayHold(ends.last(2, before: count)) { return true }
        }
        return false
    }

    /// Frees the memory.
    func deallocate() {
        endings.deallocate()
        shortForms.deallocate()
    }
}
