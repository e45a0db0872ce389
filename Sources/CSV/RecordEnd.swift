import CScan

/// Where the last whole record of a run of bytes ends.
struct RecordEnd {
    /// The offset after the last line end outside quotes, or nil where there is none.
    let end: Int?
    /// Whether the bytes end inside quotes.
    let isInside: Bool
    /// Whether other text than a field's end follows a quote that closes one, which is a sign that it opened by
    /// mistake.
    let hasLooseQuote: Bool
    /// Whether the bytes are known to be valid UTF-8 up to the last sequence that begins in them; where this is false
    /// they may still be.
    let isUTF8: Bool

    /// Marks the bytes, and goes back from the end until it meets a line end outside quotes.
    /// - Parameters:
    ///   - bytes: from the start of a record on.
    ///   - isWhole: whether nothing follows them. Else a CR as the last byte may be half of a CR LF, and
    ///     isn't taken for a record's end.
    ///   - marks: receives the marks of the bytes' blocks.
    init(
        of bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isWhole: Bool,
        marks: UnsafeMutablePointer<weir_marks>
    ) {
        var state = QuoteState()
        let marked = state.mark(bytes, delimiter: delimiter, into: marks)
        hasLooseQuote = marked.is_loose
        isUTF8 = marked.is_utf8
        isInside = state.isInside
        var index = Marks.blockCount(bytes.count)
        var end: Int?
        while index > 0, end == nil {
            index -= 1
            var ends = marks[index].line_ends
            if !isWhole, bytes.last == Byte.cr, index == (bytes.count - 1) / ByteBlock.size {
                ends &= ~(1 << UInt64((bytes.count - 1) % ByteBlock.size))
            }
            if ends != 0 { end = index * ByteBlock.size + ByteBlock.size - ends.leadingZeroBitCount }
        }
        self.end = end
    }
}
