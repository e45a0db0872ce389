/// A name folded into units and understood as terms.
struct NormalizedName: ~Copyable {
    var folded = FoldedName()
    var terms = Scratch<Term>()
    /// Whether the last word may have been cut off by a field of fixed width.
    var mayBeCut = false
    /// Whether it is also as long as fields are, so that words behind the last may be missing.
    var fillsField = false

    /// Whether the name may be a person's: two to ten Latin words that the lexicon has nothing to say about, initials
    /// and particles.
    var isPersonLike: Bool {
        (2...10).contains(terms.count)
            && terms.buffer.allSatisfy { term in
                folded.units[Int(term.first)].kind == .latin && term.last - term.first == 1
                    && (term.kind == .brand || term.kind == .initial || term.kind == .noise)
            }
    }
}
