import Glibc

/// Texts of which one is drawn, each with its share, at the cost of one random number.
struct Choice<Element> {
    private let elements: [Element]
    /// The place of an element in as many slots as its share gives it.
    private let slots: [UInt16]

    /// More slots than the rarest share needs: a list of 150 words by Zipf's law has shares down to one in 700.
    private static var slotCount: Int { 4_096 }

    init(_ elements: [Element], weights: [Double]) {
        self.elements = elements
        let total = weights.reduce(0, +)
        var slots: [UInt16] = []
        var sum = 0.0
        for (place, weight) in weights.enumerated() {
            sum += weight
            let end = Int((sum / total * Double(Choice.slotCount)).rounded())
            while slots.count < end { slots.append(UInt16(place)) }
        }
        self.slots = slots
    }

    var isEmpty: Bool { elements.isEmpty }

    func draw(_ random: inout Randomness) -> Element {
        elements[Int(slots[random.below(slots.count)])]
    }
}

extension Choice {
    /// Shares by Zipf's law with a flat top (Mandelbrot): word number r has (r + offset) to the power of -exponent.
    static func zipf(_ elements: [Element], factors: [Double], offset: Double, exponent: Double) -> Choice {
        let weights = factors.indices.map { factors[$0] * pow(Double($0) + offset, -exponent) }
        return Choice(elements, weights: weights)
    }
}
