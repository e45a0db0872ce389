import CScan

/// Whether bytes are valid UTF-8, as Unicode defines it: no overlong forms, no surrogates, at most U+10FFFF.
/// - Complexity: O(n); ASCII goes at memory speed.
public func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { firstInvalidUTF8(bytes) == nil }

/// The offset of the first byte that isn't part of valid UTF-8, or nil where all are.
/// - Complexity: O(n); ASCII goes at memory speed.
public func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    let valid = weir_utf8_valid(start, bytes.count)
    return valid == bytes.count ? nil : valid
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
