/// Follows a quoted field over blocks of bytes, to tell whether it was meant to be one.
///
/// A stray quote opens a field that runs on over line ends, until the first quote of some later field closes it: then
/// text follows that quote. Rows would vanish in such a field, so its quote is taken for one that is never closed.
struct QuotedField {
    /// What follows a closing quote.
    enum Next { case end, quote, text, unknown }

    enum Finding {
        case fine
        /// The field holds a line end, and text follows the quote of a bit, which closes it.
        case loose(Int)
        /// What follows a closing quote isn't in memory yet.
        case unknown
    }

    private var holdsLineEnd = false

    /// Goes over a block.
    ///
    /// - Parameters:
    ///   - inside: the bits of the bytes inside quotes, an opening quote counted and a closing one not.
    ///   - before: whether the byte before the block is inside quotes.
    ///   - quotes: the bits of the quotes that belong to the record.
    ///   - lineEnds: the bits of the line ends inside quotes that belong to the record.
    ///   - count: how many bytes the block has.
    ///   - next: what follows the byte of a bit.
    mutating func follow(
        inside: UInt64, before: Bool, quotes: UInt64, lineEnds: UInt64, count: Int, next: (Int) -> Next
    ) -> Finding {
        let insideBefore = inside << 1 | (before ? 1 : 0)
        let opening = quotes & inside & ~insideBefore
        let closing = quotes & ~inside & insideBefore
        if closing == 0 && opening == 0 {
            holdsLineEnd = holdsLineEnd || lineEnds != 0
            return .fine
        }
        var rest = opening | closing | lineEnds
        var lastClosing = -2
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            let flag: UInt64 = 1 << UInt64(bit)
            rest ^= flag
            if lineEnds & flag != 0 {
                holdsLineEnd = true
            } else if opening & flag != 0 {
                // Right behind a closing quote it is a doubled one's second half.
                if bit != lastClosing + 1 && !(bit == 0 && isDoubled) { holdsLineEnd = false }
                isDoubled = false
            } else {
                lastClosing = bit
                isDoubled = false
                guard holdsLineEnd else {
                    isDoubled = bit == count - 1
                    continue
                }
                switch next(bit) {
                case .quote: isDoubled = bit == count - 1
                case .end: break
                case .text: return .loose(bit)
                case .unknown: return .unknown
                }
            }
        }
        return .fine
    }

    /// Whether the block before ended with a closing quote, which one at the start of the next would double.
    private var isDoubled = false
}
