/// Random numbers that a seed repeats: the SplitMix64 sequence (Steele, Lea and Flood, OOPSLA 2014).
struct Randomness {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A fraction in 0..<1.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    /// A number in 0..<count: the upper half of a product, which costs no division.
    mutating func below(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

    /// Whether something happens that does so in a share of all cases.
    mutating func happens(_ share: Double) -> Bool { fraction() < share }
}
