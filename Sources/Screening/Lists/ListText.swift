import CSV

/// The text of a list, or of a file of words: valid UTF-8 without byte order mark.
struct ListText {
    let bytes: ArraySlice<UInt8>

    init?(_ bytes: [UInt8]) {
        guard bytes.withUnsafeBufferPointer(isValidUTF8) else { return nil }
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }

    /// That a list isn't UTF-8, where, and what it may be instead.
    static func notUTF8(_ bytes: [UInt8], path: String) -> ScreeningError {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let place = bytes.withUnsafeBufferPointer(firstInvalidUTF8) ?? 0
        let line = bytes[..<place].count { $0 == 10 } + 1
        let encoding = isUTF16 ? "UTF-16" : "WINDOWS-1252"
        let found = isUTF16 ? "not UTF-8 text but UTF-16" : "not UTF-8 text, from byte \(place) on"
        return ScreeningError(
            "\(path):\(isUTF16 ? 1 : line): the list is \(found). Convert it first, e.g.: "
                + "iconv -f \(encoding) -t UTF-8 \(path), with the encoding that the list is in")
    }

    /// Whether nothing but white space is in it.
    var isEmpty: Bool { bytes.allSatisfy { $0 == 32 || (9...13).contains($0) } }

    /// The first line, cut to what a message can show.
    var beginning: String {
        let line = bytes.drop { $0 == 10 || $0 == 13 }.prefix { $0 != 10 && $0 != 13 }
        // What a terminal shows: UTF-16 without a mark is half zeros.
        let text = String(decoding: line.map { $0 < 32 && $0 != 9 ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
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
