/// The encodings of text that a reader can decode.
///
/// GB18030 is a superset of GBK and GB 2312, and Windows-1252 of what is printable in ISO 8859-1: files
/// labelled so are read with the superset.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"
    case gb18030 = "gb18030"
    case big5 = "big5"
    case windows1252 = "windows-1252"

    /// The encoding that people mean by a label, such as `UTF8`, `utf-16`, `gbk`, `cp1252` or `latin1`.
    ///
    /// Case, spaces, hyphens and underscores don't matter. `utf-16` without a byte order is little-endian;
    /// a byte order mark in the input wins over it.
    /// - Parameter label: a name as written on a command line or in a file's description.
    public init?(label: String) {
        var plain = ""
        for character in label.lowercased() where !"-_ .:".contains(character) { plain.append(character) }
        switch plain {
        case "utf8", "utf8sig", "utf8bom", "ascii", "usascii", "unicode11utf8", "cp65001", "65001":
            self = .utf8
        case "utf16", "utf16le", "ucs2", "ucs2le", "unicode", "cp1200", "1200": self = .utf16le
        case "utf16be", "ucs2be", "cp1201", "1201": self = .utf16be
        case "gb18030", "gbk", "gb2312", "gb", "euccn", "cp936", "936", "ms936", "windows936", "cp54936",
            "54936",
            "gb180302000", "gb180302005", "gb180302022", "chinese":
            self = .gb18030
        case "big5", "big5hkscs", "big5eten", "cp950", "950", "ms950", "windows950": self = .big5
        case "windows1252", "win1252", "cp1252", "1252", "ansi", "latin1", "l1", "iso88591", "88591",
            "iso885915",
            "latin9", "cp819", "ibm819":
            self = .windows1252
        default: return nil
        }
    }
}
