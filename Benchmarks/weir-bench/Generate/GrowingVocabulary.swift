/// Words of which some are common, most are rare, and new ones never cease to come.
///
/// The two-parameter Chinese restaurant process (Pitman and Yor, Annals of Probability 1997): with V words after n
/// draws the next draw is new with probability (θ + dV) / (θ + n), which gives Heaps' law for V and Zipf's for the
/// words' shares. Of n draws before, each word's first one counts 1 - d and all others 1: that is one random number.
final class GrowingVocabulary {
    private let maker: WordMaker
    private let store: WordStore
    /// θ: how many draws it takes until words repeat.
    private let concentration: Double
    /// d, 0..<1: how fast new words go on coming.
    private let discount: Double
    /// Each draw: twice the word's number in the store, and one more where the draw was the word's first.
    private var draws: [UInt32] = []
    /// Finds a made-up word that was made before.
    private var made = DistinctBytes(foldsCase: true)
    private var upper: [UInt8] = []
    private var title: [UInt8] = []

    init(maker: WordMaker, store: WordStore, concentration: Double, discount: Double) {
        self.maker = maker
        self.store = store
        self.concentration = concentration
        self.discount = discount
    }

    /// The number of a word in the store.
    func draw(_ random: inout Randomness) -> Int {
        if !random.happens(concentration / (concentration + Double(draws.count))) {
            let earlier = draws[random.below(draws.count)]
            if earlier & 1 == 0 || !random.happens(discount) {
                draws.append(earlier & ~1)
                return Int(earlier >> 1)
            }
        }
        // A language of few syllables runs out of words.
        for _ in 0..<4 {
            maker.make(&random, upper: &upper, title: &title)
            guard title.withUnsafeBufferPointer({ made.insert($0) }) else { continue }
            let word = store.add(upper: upper, title: title)
            draws.append(UInt32(word) << 1 | 1)
            return word
        }
        guard !draws.isEmpty else { return store.add(upper: upper, title: title) }
        let earlier = draws[random.below(draws.count)] & ~1
        draws.append(earlier)
        return Int(earlier >> 1)
    }
}
