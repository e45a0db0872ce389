/// What the engine sees in a screened name: its words, and what each is to the identity of whoever bears it.
///
/// Which list is screened against makes no difference: a name is always read the same way. A list may weigh a word
/// less: brands that many of its entities share, and places and generic words beside a brand.
public struct NameReading: Sendable, Equatable {
    /// A stretch of the name with one meaning: a word, a phrase that the lexicon knows, or a run of Han characters.
    public struct Term: Sendable, Equatable {
        /// The words, folded: lower case, Latin without diacritics, Han characters Simplified.
        public let text: String
        /// The pinyin of Han characters without tones and spaces; empty for all else.
        public let pinyin: String
        /// What the term is to the identity of the name.
        public let kind: TermClass
        /// What the lexicon takes it for, such as `technology` for `tech` and 科技, or the value of a number; empty
        /// where the lexicon doesn't know it.
        public let concept: String
        /// How much the term says about who is meant, 0…1.
        public let weight: Double
        /// Whether it stands where names have ended: after a legal form, an address word or a line break.
        public let isTail: Bool
        /// Whether the name has said it before; then it weighs nothing.
        public let isRepeat: Bool
        /// Whether it was understood although it is misspelled.
        public let isMisspelled: Bool
        /// Which name of the text it belongs to, from 0: after `C/O` or `ON BEHALF OF` another one begins.
        public let segment: Int
    }

    /// The terms in their order; none where the text has no letter or digit.
    public let terms: [Term]
    /// Whether the last word may have been cut off by a field of fixed width.
    public let mayBeCut: Bool
    /// Whether the text has more words than a name is read with, 512; the rest was left out.
    public let isTruncated: Bool
}

extension NameReader {
    /// What the engine sees in a name.
    ///
    /// - Parameter text: any text; one without letters and digits has no terms.
    /// - Complexity: O(bytes), of which only what 512 words have is read.
    public func reading(of text: String) -> NameReading {
        read(text)
        var terms: [NameReading.Term] = []
        for term in name.terms.buffer {
            terms.append(NameReading.Term(term, of: name.folded, normalizer.lexicon))
        }
        return NameReading(terms: terms, mayBeCut: name.mayBeCut, isTruncated: name.folded.isTruncated)
    }
}

extension NameReading.Term {
    init(_ term: Term, of name: borrowing FoldedName, _ lexicon: Lexicon) {
        let first = Int(term.first)
        let last = Int(term.last)
        text = name.spelled(first, last)
        let isHan = name.units[first].kind == .han
        pinyin = isHan ? String(decoding: name.readingLetters(ofUnits: first, to: last), as: UTF8.self) : ""
        kind = term.kind
        switch term.kind {
        case .number: concept = String(NumberWords.value(of: term, in: name))
        case _ where term.concept >= 0: concept = lexicon.name(of: term.concept)
        default: concept = ""
        }
        weight = Double(term.weight) / 1_000
        isTail = term.isTail
        isRepeat = term.weight == 0 && term.kind != .noise && term.kind != .address
        isMisspelled = term.concept >= 0 && (first..<last).contains { name.units[$0].correction != .none }
        segment = Int(term.segment)
    }
}
