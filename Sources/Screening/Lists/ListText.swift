import CSV

/// The text of a list, or of a file of words: valid UTF-8 without byte order mark.
struct ListText {
    let bytes: ArraySlice<UInt8>

    init?(_ bytes: [UInt8]) {
        guard bytes.withUnsafeBufferPointer(isValidUTF8) else { return nil }
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// Whether nothing but white space is in it.
    var isEmpty: Bool { bytes.allSatisfy { $0 == 32 || (9...13).contains($0) } }

    /// The first line, cut to what a message can show.
    var beginning: String {
        let line = bytes.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
        let text = String(decoding: line, as: UTF8.self)
        return text.count > 80 ? text.prefix(80) + "…" : text
    }

    /// The dialect with the delimiter of which the header, whose names hold none, has most.
    var dialect: Dialect {
        let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let counts = delimiters.map { delimiter in firstLine.count { $0 == delimiter } }
        let most = counts.indices.max { counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1 } ?? 0
        return Dialect(delimiter: delimiters[most])
    }

    /// The first line's bytes.
    private var firstLine: ArraySlice<UInt8> {
        bytes.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
    }
}
