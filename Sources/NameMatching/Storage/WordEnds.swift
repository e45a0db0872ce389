/// The first and the last eight letters of a word as two numbers, from which a few of either are cut without a loop:
/// what a `BitFilter` is asked with before a word is hashed whole.
struct WordEnds {
    /// The first letter lowest; a shorter word has zeros above.
    private let beginning: UInt64
    /// The last letter highest; a shorter word has zeros below.
    private let end: UInt64

    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) {
        guard let base = word.baseAddress, word.count >= 8 else {
            beginning = word.baseAddress.map { WordKey.load($0, count: word.count) } ?? 0
            end = beginning << UInt64(64 - 8 * word.count)
            return
        }
        beginning = WordKey.load(base, count: 8)
        end = WordKey.load(base + (word.count - 8), count: 8)
    }

    /// The first letters; of more than eight the first eight.
    ///
    /// - Parameter count: 1 or more, and no more than the word has.
    @inline(__always)
    func first(_ count: Int) -> UInt64 {
        beginning & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8)))
    }

    /// The last letters; of more than eight the last eight.
    ///
    /// - Parameter count: 1 or more, and no more than the word has.
    @inline(__always)
    func last(_ count: Int) -> UInt64 { end &>> UInt64(truncatingIfNeeded: 64 &- 8 &* min(count, 8)) }

    /// Letters that stand before the last ones.
    ///
    /// - Parameter left: how many letters follow them; with them, eight at most.
    @inline(__always)
    func last(_ count: Int, before left: Int) -> UInt64 {
        (end &<< UInt64(8 * left)) &>> UInt64(64 - 8 * count)
    }
}
