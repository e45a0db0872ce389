import Glibc

/// One field of a record, as a view of the record's bytes; valid as long as they are.
public struct Field {
    /// The field's bytes without its outer quotes. Where `hasEscapes` is set they hold quotes that aren't
    /// part of the value; `append(to:)` leaves those out.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the value differs from `bytes`: the field has doubled quotes, or bytes after its closing
    /// quote.
    public let hasEscapes: Bool

    @inline(__always)
    init(bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
        self.bytes = bytes
        self.hasEscapes = hasEscapes
    }

    /// Views the bytes between two delimiters.
    @inline(__always)
    init(raw: UnsafeBufferPointer<UInt8>) {
        if let start = raw.baseAddress, raw.count > 0, start[0] == Byte.quote {
            self = Field.quoted(UnsafeBufferPointer(start: start + 1, count: raw.count &- 1))
        } else {
            self.init(bytes: raw, hasEscapes: false)
        }
    }

    /// - Parameter content: what stands behind the opening quote.
    @inline(never)
    private static func quoted(_ content: UnsafeBufferPointer<UInt8>) -> Field {
        // Only a record with an unclosed quote has a field without a second one.
        guard let quote = content.firstQuote(from: 0) else { return Field(bytes: content, hasEscapes: false) }
        return quote == content.count - 1
            ? Field(bytes: UnsafeBufferPointer(start: content.baseAddress, count: quote), hasEscapes: false)
            : Field(bytes: content, hasEscapes: true)
    }

    /// Adds the field's value, with doubled quotes made single.
    /// - Parameter buffer: receives the value after what it holds.
    /// - Complexity: O(n) in the field's bytes.
    public func append(to buffer: inout [UInt8]) {
        let start = buffer.count
        buffer.append(contentsOf: bytes)
        guard hasEscapes else { return }
        let count = buffer.withUnsafeMutableBufferPointer {
            write(to: $0.baseAddress.unsafelyUnwrapped + start)
        }
        buffer.removeLast(bytes.count - count)
    }

    /// Writes the field's value, with doubled quotes made single.
    /// - Parameter target: has room for all of `bytes`.
    /// - Returns: how many bytes the value has.
    /// - Complexity: O(n) in the field's bytes.
    public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
        var position = 0
        var written = 0
        func copy(upTo end: Int) {
            if end > position {
                memcpy(target + written, bytes.baseAddress.unsafelyUnwrapped + position, end - position)
            }
            written += end - position
            position = end
        }
        // From quote to quote, each with what stands before it.
        while hasEscapes, let quote = bytes.firstQuote(from: position) {
            let isDoubled = quote + 1 < bytes.count && bytes[quote + 1] == Byte.quote
            copy(upTo: isDoubled ? quote + 1 : quote)
            position = quote + (isDoubled ? 2 : 1)
            // The closing quote: what follows it belongs to the value as it stands.
            if !isDoubled { break }
        }
        copy(upTo: bytes.count)
        return written
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the first quote from a place on.
    fileprivate func firstQuote(from place: Int) -> Int? {
        guard let start = baseAddress, let quote = memchr(start + place, CInt(Byte.quote), count - place)
        else {
            return nil
        }
        return UnsafeRawPointer(quote) - UnsafeRawPointer(start)
    }
}
