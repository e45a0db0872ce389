import CSystem

/// The least that must be known of a word: whether a listed name may be posted under what it shows.
struct WordSigns: OptionSet {
    let rawValue: UInt8

    /// Which word it is: one that was in another script.
    static let isForeign = WordSigns(rawValue: 1)
    /// A listed name is posted under a face that the word shows.
    static let knocks = WordSigns(rawValue: 2)
    /// As `WordFacts.Marks` has them.
    static let isGlued = WordSigns(rawValue: 4)
    static let isDroppable = WordSigns(rawValue: 8)
    /// Also of the character that Chinese ordinals begin with.
    static let isTens = WordSigns(rawValue: 16)
    static let beginsDoorPhrase = WordSigns(rawValue: 32)
    static let continuesDoorPhrase = WordSigns(rawValue: 64)
    /// A door may begin with the word, and go on.
    static let beginsDoor = WordSigns(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The signs of a word of which all is known.
    init(_ facts: WordFacts) {
        self = []
        if facts.context == .foreign { insert(.isForeign) }
        if facts.knocks { insert(.knocks) }
        if facts.marks.contains(.isGlued) { insert(.isGlued) }
        if facts.marks.contains(.isDroppable) { insert(.isDroppable) }
        if facts.marks.contains(.isTens) { insert(.isTens) }
        if facts.marks.contains(.beginsDoorPhrase) { insert(.beginsDoorPhrase) }
        if facts.marks.contains(.continuesDoorPhrase) { insert(.continuesDoorPhrase) }
    }
}

/// The signs of words lately seen, four words a cache line.
///
/// Bounded and lossy. A word of up to fifteen bytes is kept as it is, with its signs for a sixteenth byte, so none gets
/// another's; longer ones are not kept.
struct WordSignsCache: ~Copyable {
    private static let setCount = 1 << 16
    private static let ways = 4
    /// Where in the second half of a key the signs are.
    private static let shift: UInt64 = 56
    /// What must be equal: all but the signs, among them whether the word was in another script.
    private static let keyBits = ~(UInt64(~WordSigns.isForeign.rawValue) << shift)

    private var storage = Scratch<WordKey>(capacity: 1)
    /// The sets, each at the start of a cache line.
    private var sets: UnsafeMutablePointer<WordKey>?

    /// Takes memory for the words; a matcher that never sifts needs none.
    mutating func layOut() {
        guard sets == nil else { return }
        let setBytes = WordSignsCache.ways * MemoryLayout<WordKey>.stride
        storage = Scratch(zeroed: (WordSignsCache.setCount + 1) * WordSignsCache.ways)
        sets = UnsafeMutableRawPointer(storage.base).alignedUp(toMultipleOf: setBytes)
            .assumingMemoryBound(to: WordKey.self)
    }

    /// The hash by which a word is looked up.
    @inline(__always)
    static func hash(_ key: WordKey, isForeign: Bool = false) -> UInt64 {
        key.hash(seed: KeyTable.seed &+ (isForeign ? 1 : 0))
    }

    /// Begins to load what is kept beside a word.
    @inline(__always)
    func prefetch(_ hash: UInt64) { weir_prefetch(set(hash)) }

    /// The signs of a word, or nil where they aren't known.
    @inline(__always)
    func find(_ key: WordKey, _ hash: UInt64, isForeign: Bool = false) -> WordSigns? {
        let high = key.high | (isForeign ? UInt64(WordSigns.isForeign.rawValue) << WordSignsCache.shift : 0)
        let set = set(hash)
        for way in 0..<WordSignsCache.ways
        where set[way].low == key.low && (set[way].high ^ high) & WordSignsCache.keyBits == 0 {
            guard WordSignsCache.isKept(key) else { return nil }
            let signs = WordSigns(rawValue: UInt8(truncatingIfNeeded: set[way].high >> WordSignsCache.shift))
            // The word asked for longest ago is the last of its set, and makes way.
            if way > 0 { swap(&set[way], &set[way - 1]) }
            return signs
        }
        return nil
    }

    /// Keeps the signs of a word, in place of an older one.
    func store(_ key: WordKey, _ signs: WordSigns) {
        guard WordSignsCache.isKept(key) else { return }
        let set = set(WordSignsCache.hash(key, isForeign: signs.contains(.isForeign)))
        for way in stride(from: WordSignsCache.ways - 1, to: 0, by: -1) { set[way] = set[way - 1] }
        set[0] = key
        set[0].high = key.high | UInt64(signs.rawValue) << WordSignsCache.shift
    }

    /// Whether a word leaves room for signs.
    @inline(__always)
    private static func isKept(_ key: WordKey) -> Bool { key.high >> shift == 0 }

    @inline(__always)
    private func set(_ hash: UInt64) -> UnsafeMutablePointer<WordKey> {
        sets.unsafelyUnwrapped
            + Int(truncatingIfNeeded: hash) & (WordSignsCache.setCount - 1) * WordSignsCache.ways
    }
}
