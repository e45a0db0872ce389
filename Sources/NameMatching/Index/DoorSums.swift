/// What the terms of a listed name weigh, where some are met by one face, some are missing and of the others nothing is
/// known; and what that leaves of the score at best.
struct DoorSums {
    /// In ten-thousandths.
    let threshold: Int64
    /// The weight of the terms met by the face.
    var met: Int64 = 0
    /// What the missing terms cost, in thousandths of a weight.
    var missedCost: Int64 = 0
    /// The weight of the others, and what it costs where they are missing.
    var others: Int64 = 0
    var othersCost: Int64 = 0

    /// More than any worth.
    static let never: Int64 = 1_001

    init(threshold: Int64) { self.threshold = threshold }

    /// Whether the threshold can be reached where the face is worth so much.
    ///
    /// - Parameters:
    ///   - weight: of others that are worth less than all.
    ///   - lower: what those are worth.
    func reaches(worth: Int64, with weight: Int64 = 0, ofWorth lower: Int64 = 1_000) -> Bool {
        let reached = met * worth + (others - weight) * 1_000 + weight * lower
        let missing = met * (1_000 - worth) + missedCost + weight * (1_000 - lower)
        return reached > 0 && reached * 10_000 >= threshold * (reached + missing)
    }

    /// The least worth with which the face alone reaches the threshold.
    var aloneAt: Int64 {
        guard met > 0 else { return threshold > 0 ? DoorSums.never : 0 }
        // met · worth / (met + missing) >= threshold
        let least = threshold * (met * 1_000 + missedCost + othersCost)
        return min((least + met * 10_000 - 1) / (met * 10_000), DoorSums.never)
    }

    /// The least worth with which it does beside all others.
    var least: Int64 {
        guard met > 0 else { return 0 }
        // (met · worth + others) / (met + others + missing) >= threshold
        let all = threshold * ((met + others) * 1_000 + missedCost)
        return max(0, (all - others * 10_000_000 + met * 10_000 - 1) / (met * 10_000))
    }
}
