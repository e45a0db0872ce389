/// Whether bytes are valid UTF-8, as Unicode defines it: no overlong forms, no surrogates, at most U+10FFFF.
/// - Complexity: O(n); ASCII goes at memory speed.
public func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { firstInvalidUTF8(bytes) == nil }

/// The offset of the first byte that isn't part of valid UTF-8, or nil where all are.
/// - Complexity: O(n); ASCII goes at memory speed.
public func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    let address = UnsafeRawPointer(start)
    var position = 0
    while position < bytes.count {
        // Four words of ASCII at a time, then what is left of it byte by byte.
        while position + 32 <= bytes.count {
            let first = address.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let second = address.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
            let third = address.loadUnaligned(fromByteOffset: position + 16, as: UInt64.self)
            let fourth = address.loadUnaligned(fromByteOffset: position + 24, as: UInt64.self)
            if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { break }
            position += 32
        }
        while position < bytes.count, start[position] < 0x80 { position += 1 }
        while position < bytes.count, start[position] >= 0x80 {
            let length = UTF8Sequence.length(in: bytes, at: position)
            if length < 0 { return position }
            position += length
        }
    }
    return nil
}

/// One sequence of UTF-8.
enum UTF8Sequence {
    /// The length of the sequence that starts at a position, 1...4; where it isn't valid, minus the number of
    /// bytes that one U+FFFD stands for (the longest prefix of a valid sequence, at least 1).
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
        let lead = bytes[position]
        // The range of the second byte depends on the first; the others are always 80...BF.
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        let length: Int
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0:
            length = 3
            low = 0xA0
        case 0xED:
            length = 3
            high = 0x9F
        case 0xE1...0xEF: length = 3
        case 0xF0:
            length = 4
            low = 0x90
        case 0xF4:
            length = 4
            high = 0x8F
        case 0xF1...0xF3: length = 4
        default: return -1
        }
        var known = 1
        while known < length {
            guard position + known < bytes.count else { return -known }
            let byte = bytes[position + known]
            guard byte >= low && byte <= high else { return -known }
            low = 0x80
            high = 0xBF
            known += 1
        }
        return length
    }
}
