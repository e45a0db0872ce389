/// What the bytes read so far say about the next one: whether it is inside quotes, and whether a quote there
/// opens.
///
/// A quote opens a field only after a delimiter, a line end or at the start; inside it ends the field. A
/// doubled quote is an end and, right behind it, an opening: so a quote may also open after a quote that
/// closed, and the field's bytes count as inside throughout.
struct QuoteState {
    /// All ones inside quotes, else zero.
    private(set) var inside: UInt64 = 0
    /// 1 where a quote as the next byte would open, else 0. Says nothing inside quotes.
    var mayOpen: UInt64 = 1

    var isInside: Bool { inside != 0 }

    /// Goes over a block of bytes.
    /// - Parameters:
    ///   - quotes: the bits of the quotes.
    ///   - openers: the bits of the delimiters, CRs and LFs, also of those inside quotes.
    ///   - count: how many bytes the block has, 1...64; the bits from there on are 0.
    /// - Returns: the bits of the bytes inside quotes, an opening quote counted and a closing one not.
    @inline(__always)
    mutating func insideMask(quotes: UInt64, openers: UInt64, count: Int = 64) -> UInt64 {
        if quotes == 0 {
            mayOpen = openers >> UInt64(count - 1) & 1
            return inside
        }
        // Suppose that every quote opens or closes, which only stray quotes belie.
        var mask = Self.parity(quotes) ^ inside
        var closing = quotes & ~mask
        if hasStrayQuote(quotes: quotes, openers: openers) {
            let toggles = self.toggles(quotes: quotes, openers: openers)
            mask = Self.parity(toggles) ^ inside
            closing = toggles & ~mask
        }
        mayOpen = (openers | closing) >> UInt64(count - 1) & 1
        inside = 0 &- (mask >> 63)
        return mask
    }

    /// Whether a quote would open, if every one opened or closed, where none may.
    @inline(__always)
    func hasStrayQuote(quotes: UInt64, openers: UInt64) -> Bool {
        let mask = Self.parity(quotes) ^ inside
        return quotes & mask & ~(((openers | (quotes & ~mask)) << 1) | mayOpen) != 0
    }

    /// The quotes that open or close, one after the other.
    @inline(never)
    private func toggles(quotes: UInt64, openers: UInt64) -> UInt64 {
        var rest = quotes
        var toggles: UInt64 = 0
        var allowed = openers << 1 | mayOpen
        var isInside = self.isInside
        while rest != 0 {
            let bit = rest & (0 &- rest)
            rest ^= bit
            if isInside {
                isInside = false
                toggles |= bit
                allowed |= bit << 1
            } else if allowed & bit != 0 {
                isInside = true
                toggles |= bit
            }
        }
        return toggles
    }

    /// Bit n of the result is the parity of the bits 0...n.
    @inline(__always)
    private static func parity(_ bits: UInt64) -> UInt64 {
        var bits = bits
        bits ^= bits << 1
        bits ^= bits << 2
        bits ^= bits << 4
        bits ^= bits << 8
        bits ^= bits << 16
        bits ^= bits << 32
        return bits
    }
}
