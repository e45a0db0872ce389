/// How well scores tell pairs of the same party from pairs of different ones.
public struct Evaluation: Sendable {
    /// What a threshold gives.
    public struct Point: Sendable {
        public let threshold: Score
        public let truePositives: Int
        public let falsePositives: Int
        public let falseNegatives: Int

        /// The share of the pairs at or over the threshold that are the same party; 1 where there are none.
        public var precision: Double { Point.share(truePositives, falsePositives) }
        /// The share of the pairs of the same party that are at or over the threshold.
        public var recall: Double { Point.share(truePositives, falseNegatives) }
        /// The harmonic mean of precision and recall.
        public var f1: Double {
            let errors = falsePositives + falseNegatives
            return truePositives == 0 ? 0 : Double(2 * truePositives) / Double(2 * truePositives + errors)
        }

        private static func share(_ part: Int, _ rest: Int) -> Double {
            part + rest == 0 ? 1 : Double(part) / Double(part + rest)
        }
    }

    // By score in ten-thousandths.
    private var matches = [Int](repeating: 0, count: 10_001)
    private var others = [Int](repeating: 0, count: 10_001)
    /// Pairs of the same party, and of different ones.
    public private(set) var matchCount = 0
    public private(set) var otherCount = 0

    public init() {}

    /// Takes in a pair's score and whether it is the same party.
    public mutating func add(_ score: Score, isMatch: Bool) {
        if isMatch {
            matches[Int(score.tenThousandths)] += 1
            matchCount += 1
        } else {
            others[Int(score.tenThousandths)] += 1
            otherCount += 1
        }
    }

    /// What a threshold gives.
    public func point(at threshold: Score) -> Point {
        let place = Int(threshold.tenThousandths)
        let found = matches[place...].reduce(0, +)
        return Point(
            threshold: threshold, truePositives: found, falsePositives: others[place...].reduce(0, +),
            falseNegatives: matchCount - found)
    }

    /// What every `step` of the threshold gives, from 0 to 1.
    public func points(step: Int = 500) -> [Point] {
        stride(from: 0, through: 10_000, by: step).map { point(at: Score(tenThousandths: Int32($0))) }
    }

    /// The threshold with the best F1; of equal ones the highest.
    ///
    /// - Complexity: O(1): one pass over all 10,001 scores.
    public var best: Point {
        var found = 0
        var wrong = 0
        var best = point(at: Score(tenThousandths: 10_000))
        for place in stride(from: 10_000, through: 0, by: -1) {
            found += matches[place]
            wrong += others[place]
            let point = Point(
                threshold: Score(tenThousandths: Int32(place)), truePositives: found, falsePositives: wrong,
                falseNegatives: matchCount - found)
            if point.f1 > best.f1 { best = point }
        }
        return best
    }

    /// The area under the ROC curve: how often a pair of the same party scores over one of different ones, where
    /// equal scores count half. Nil without pairs of both kinds.
    ///
    /// It is the Mann-Whitney U statistic divided by the number of pairs of pairs (Hanley and McNeil, 1982).
    public var areaUnderCurve: Double? {
        guard matchCount > 0, otherCount > 0 else { return nil }
        var below = 0
        var area = 0.0
        for place in 0...10_000 {
            area += Double(matches[place]) * (Double(below) + Double(others[place]) / 2)
            below += others[place]
        }
        return area / (Double(matchCount) * Double(otherCount))
    }
}
