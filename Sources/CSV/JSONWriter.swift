/// Writes strings as JSON.
public enum JSONWriter {
    /// Adds a string with its quotes. Quotes, backslashes and control codes are escaped; what isn't valid
    /// UTF-8 becomes U+FFFD.
    /// - Parameters:
    ///   - string: the bytes of the value.
    ///   - output: receives the literal after what it holds.
    public static func append(string: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        output.append(Byte.quote)
        var position = 0
        while position < string.count {
            // What needs no escape goes over in one piece.
            var end = position
            while end < string.count, isPlain(string[end]) { end += 1 }
            output.append(contentsOf: string[position..<end])
            position = end
            guard position < string.count else { break }
            if string[position] < 0x80 {
                append(escaped: string[position], to: &output)
                position += 1
            } else {
                let length = UTF8Sequence.length(in: string, at: position)
                if length > 0 {
                    output.append(contentsOf: string[position..<position + length])
                    position += length
                } else {
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    position -= length
                }
            }
        }
        output.append(Byte.quote)
    }

    /// Adds a string with its quotes; what isn't valid UTF-8 becomes U+FFFD.
    public static func append(string: [UInt8], to output: inout [UInt8]) {
        string.withUnsafeBufferPointer { append(string: $0, to: &output) }
    }

    /// Adds a string with its quotes.
    public static func append(string: String, to output: inout [UInt8]) {
        var string = string
        string.withUTF8 { append(string: $0, to: &output) }
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != Byte.quote && byte != UInt8(ascii: "\\")
    }

    private static func append(escaped byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case Byte.quote, UInt8(ascii: "\\"): output.append(byte)
        case Byte.lf: output.append(UInt8(ascii: "n"))
        case Byte.cr: output.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): output.append(UInt8(ascii: "t"))
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        default:
            let digits: StaticString = "0123456789abcdef"
            output.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
            output.append(digits.utf8Start[Int(byte >> 4)])
            output.append(digits.utf8Start[Int(byte & 15)])
        }
    }
}
