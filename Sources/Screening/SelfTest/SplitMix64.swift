/// Random numbers that a seed repeats: the SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014).
///
/// What is drawn doesn't go through the standard library's `random(in:)`, whose way of drawing may change with it.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A sequence of its own for each text, whatever else is drawn.
    init(seed: UInt64, for texts: String...) {
        // FNV-1a over the texts, a byte that UTF-8 never has between them.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in texts {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
        }
        state = hash ^ seed &* 0x9E37_79B9_7F4A_7C15
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0..<count.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// A number within a range that isn't empty.
    mutating func number(in range: Range<Int>) -> Int { range.lowerBound + below(range.count) }

    /// An element; nil where there is none.
    mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements) -> Elements.Element? {
        guard !elements.isEmpty else { return nil }
        return elements[elements.index(elements.startIndex, offsetBy: below(elements.count))]
    }
}
