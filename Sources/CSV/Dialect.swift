/// How the fields of a file are parted.
///
/// The quote is always `"`, doubled inside a quoted field; records end at CR, LF or CR LF.
public struct Dialect: Sendable, Equatable {
    /// The byte between two fields: an ASCII byte other than NUL, the quote, CR and LF.
    public var delimiter: UInt8

    /// The delimiters that a reader recognises by itself, the likeliest first: comma, semicolon, tab, bar.
    public static let delimiters: [UInt8] = [
        UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
    ]

    /// A dialect with a delimiter.
    /// - Parameter delimiter: an ASCII byte other than NUL, the quote, CR and LF.
    public init(delimiter: UInt8 = UInt8(ascii: ",")) {
        precondition(
            delimiter > 0 && delimiter < 0x80 && delimiter != Byte.quote && delimiter != Byte.cr
                && delimiter != Byte.lf,
            "a delimiter is an ASCII byte other than NUL, the quote, CR and LF")
        self.delimiter = delimiter
    }
}

/// The bytes with a meaning in CSV.
enum Byte {
    static let quote = UInt8(ascii: "\"")
    static let cr = UInt8(ascii: "\r")
    static let lf = UInt8(ascii: "\n")
}
