import CScan

/// What the bytes read so far say about the next one: whether it is inside quotes, and whether a quote there
/// opens.
///
/// The rule is `weir_follow_quotes`'.
struct QuoteState {
    private var state = weir_quotes(inside: 0, may_open: 1)

    var isInside: Bool { state.inside != 0 }

    /// Goes over a block of bytes.
    /// - Parameters:
    ///   - quotes: the bits of the quotes.
    ///   - openers: the bits of the delimiters, CRs and LFs, also of those inside quotes.
    ///   - count: how many bytes the block has, 1...64; the bits from there on are 0.
    /// - Returns: the bits of the bytes inside quotes, an opening quote counted and a closing one not.
    @inline(__always)
    mutating func insideMask(quotes: UInt64, openers: UInt64, count: Int = 64) -> UInt64 {
        weir_follow_quotes(&state, quotes, openers, UInt32(truncatingIfNeeded: count)).inside
    }

    /// Marks what stands outside quotes in a run of bytes, and goes over it.
    /// - Parameters:
    ///   - bytes: blocks of 64, the last of which may be short.
    ///   - marks: receives the marks of each block.
    /// - Returns: what is found out about them besides.
    @discardableResult
    mutating func mark(
        _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, into marks: UnsafeMutablePointer<weir_marks>
    ) -> weir_marked {
        weir_mark(bytes.baseAddress, bytes.count, delimiter, &state, marks, weir_is_wide())
    }
}
