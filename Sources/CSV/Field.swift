import Glibc

/// One field of a record, as a view of the record's bytes; valid as long as they are.
public struct Field {
    /// The field's bytes without its outer quotes. Where `hasEscapes` is set they hold quotes that aren't
    /// part of the value; `append(to:)` leaves those out.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the value differs from `bytes`: the field has doubled quotes, or bytes after its closing
    /// quote.
    public let hasEscapes: Bool

    @usableFromInline
    init(bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) {
        self.bytes = bytes
        self.hasEscapes = hasEscapes
    }

    /// Views the bytes between two delimiters.
    @usableFromInline
    init(raw: UnsafeBufferPointer<UInt8>) {
        guard raw.first == Byte.quote else {
            self.init(bytes: raw, hasEscapes: false)
            return
        }
        let content = UnsafeBufferPointer(rebasing: raw[1...])
        guard let start = content.baseAddress,
            let quote = memchr(start, CInt(Byte.quote), content.count)
        else {
            // Only a record with an unclosed quote has such a field.
            self.init(bytes: content, hasEscapes: false)
            return
        }
        let length = UnsafeRawPointer(quote) - UnsafeRawPointer(start)
        if length == content.count - 1 {
            self.init(bytes: UnsafeBufferPointer(start: start, count: length), hasEscapes: false)
        } else {
            self.init(bytes: content, hasEscapes: true)
        }
    }

    /// Adds the field's value, with doubled quotes made single.
    /// - Parameter buffer: receives the value after what it holds.
    /// - Complexity: O(n) in the field's bytes.
    public func append(to buffer: inout [UInt8]) {
        guard hasEscapes else {
            buffer.append(contentsOf: bytes)
            return
        }
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Byte.quote {
                guard position < bytes.count, bytes[position] == Byte.quote else {
                    // The closing quote: what follows it belongs to the value as it stands.
                    buffer.append(contentsOf: bytes[position...])
                    return
                }
                position += 1
            }
            buffer.append(byte)
        }
    }
}
