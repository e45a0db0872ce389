/// A name folded into units and understood as terms.
struct NormalizedName: ~Copyable {
    var folded = FoldedName()
    var terms = Scratch<Term>()
    /// Whether the last word may have been cut off by a field of fixed width.
    var mayBeCut = false
}
