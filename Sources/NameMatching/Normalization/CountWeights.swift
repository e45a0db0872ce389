import Glibc

/// What words weigh by how many names have them, with the weights of small counts remembered: they come again and
/// again, and a logarithm each would be most of the work.
struct CountWeights: ~Copyable {
    private let total: Double
    /// Whether counts are rounded, by `steady`.
    private let areSteady: Bool
    /// By count; -1 where it isn't known yet.
    private var known = Scratch<Int32>(repeating: -1, count: 512)

    /// - Parameter total: how many names there are.
    init(total: Double) {
        self.total = total
        areSteady = false
    }

    /// Those of words by how many entities of a list have them, both rounded by `steady`.
    ///
    /// - Parameter entities: how many there are.
    init(steadyTotal entities: Int) {
        total = Double(CountWeights.steady(entities))
        areSteady = true
    }

    /// A number of entities rounded to a step of a sixteenth of an octave, some 4 %: a few entities more or fewer on a list
    /// mostly leave the weights of words as they were, and a weight is off by 4 thousandths at most.
    private static func steady(_ count: Int) -> Int {
        Int(exp2((log2(Double(max(count, 1))) * stepsPerOctave).rounded() / stepsPerOctave).rounded())
    }

    private static let stepsPerOctave = 16.0

    /// The weight of a word that so many names have, in thousandths.
    ///
    /// - Complexity: O(1).
    mutating func weight(count: Int) -> Int32 {
        guard count < known.count else { return made(count) }
        if known[count] < 0 { known[count] = made(count) }
        return known[count]
    }

    private func made(_ count: Int) -> Int32 {
        BackgroundWords.weight(count: areSteady ? CountWeights.steady(count) : count, of: total)
    }
}
