import NameMatching

extension Evaluation {
    /// What every twentieth of the threshold gives, and the best and a marked one, as CSV.
    ///
    /// Columns: `threshold`, `precision`, `recall`, `f1` (four decimals), `true_positives`, `false_positives`,
    /// `false_negatives`, `true_negatives` and `mark`: `default`, `best_f1`, both or nothing.
    ///
    /// - Parameter threshold: the one that is marked.
    public func csv(threshold: Score = NameIndex.defaultThreshold) -> [UInt8] {
        let best = best
        var points = points()
        for point in [best, point(at: threshold)]
        where !points.contains(where: { $0.threshold == point.threshold }) {
            points.append(point)
        }
        var text =
            "threshold,precision,recall,f1,true_positives,false_positives,false_negatives,true_negatives,mark\n"
        for point in points.sorted(by: { $0.threshold < $1.threshold }) {
            let marks = [("default", threshold), ("best_f1", best.threshold)].filter {
                $0.1 == point.threshold
            }
            let shares = [point.precision, point.recall, point.f1].map { Score($0).description }
            let counts = [
                point.truePositives, point.falsePositives, point.falseNegatives,
                otherCount - point.falsePositives,
            ].map(String.init)
            let cells = [point.threshold.description] + shares + counts
            text += (cells + [marks.map(\.0).joined(separator: " ")]).joined(separator: ",") + "\n"
        }
        return Array(text.utf8)
    }
}
