/// Why a record could not be read, and where it stands.
public struct Malformed: Error, Sendable, Equatable {
    /// What is wrong with the record.
    public enum Kind: String, Sendable, CaseIterable {
        /// A quote opens a field and isn't closed before the end of the input or the limit on a record's
        /// bytes.
        case unclosedQuote = "unclosed_quote"
        /// The record has more bytes than the limit.
        case tooLong = "too_long"
        /// The record has bytes that are no text in the input's encoding.
        case undecodable = "undecodable"
    }

    public let kind: Kind
    /// The offset of the record's first byte in the decoded input; for UTF-8 the offset in the file, its byte
    /// order mark counted.
    public let byteOffset: Int
    /// How many bytes of the decoded input were passed over, the line end counted.
    public let byteCount: Int
    /// How many physical line ends were passed over.
    public let lineCount: Int
    /// What is wrong and what to do, for people.
    public let reason: String

    public init(kind: Kind, byteOffset: Int, byteCount: Int, lineCount: Int, reason: String) {
        self.kind = kind
        self.byteOffset = byteOffset
        self.byteCount = byteCount
        self.lineCount = lineCount
        self.reason = reason
    }

    /// The rejection of a record whose bytes aren't valid UTF-8 after decoding.
    /// - Parameters:
    ///   - record: the record's bytes with its line end.
    ///   - position: where in `record` the first invalid byte stands, as `firstInvalidUTF8` finds it.
    ///   - byteOffset: of the record in the decoded input.
    ///   - lineCount: how many physical line ends the record has.
    ///   - encoding: of the input, for the reason.
    public static func undecodable(
        record: UnsafeBufferPointer<UInt8>, position: Int, byteOffset: Int, lineCount: Int,
        encoding: TextEncoding
    ) -> Malformed {
        let reason: String
        if encoding == .utf8 {
            let digits = Array("0123456789ABCDEF")
            let byte = record[position]
            reason =
                "byte \(position + 1) of the record (0x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)]))"
                + " isn't valid utf-8; if the file is in another encoding, name it with --encoding"
        } else {
            reason =
                "a byte sequence isn't valid \(encoding.rawValue);"
                + " if the file is in another encoding, name it with --encoding"
        }
        return Malformed(
            kind: .undecodable, byteOffset: byteOffset, byteCount: record.count, lineCount: lineCount,
            reason: reason)
    }
}
