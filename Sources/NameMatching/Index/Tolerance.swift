/// How much a listed name bears beside it: words of a screened name that name somebody else.
struct Tolerance {
    /// All faces by which something of the name may be met.
    var faces: FaceSet
    /// The weight, in thousandths, that brands of a screened name which meet nothing here may have together; with
    /// more the score stays below the threshold, even if the listed name is met whole.
    var weight: Int32

    /// No limit.
    static let any = Int32.max

    /// The weight that a listed name bears beside it.
    ///
    ///     score <= met / (met + strictness · min(part · extra, most · met))
    ///
    /// All three fall with the evidence (`Scorer`), of which a name can give no more than all that it has.
    ///
    /// - Parameters:
    ///   - total: the weight of the listed name, in thousandths.
    ///   - evidence: the most evidence that it can give.
    ///   - threshold: in ten-thousandths.
    static func weight(total: Int64, evidence: Int64, threshold: Int64) -> Int32 {
        let sureness = ScoringModel.sureness(evidence: evidence)
        let strictness = ScoringModel.strictness(sureness)
        // The least that a word costs, whether it stands inside the match or beside it.
        let part = min(ScoringModel.extraInside, ScoringModel.besidePart(sureness))
        let most = ScoringModel.mostBeside(sureness)
        guard threshold > 0, 10_000 * 1_000_000 < threshold * (1_000_000 + most * strictness) else { return any }
        // total / (total + strictness · part · weight) < threshold
        let bearable = total * (10_000 - threshold) * 1_000_000 / (threshold * strictness * part) + 1
        return Int32(min(bearable, Int64(any)))
    }
}
