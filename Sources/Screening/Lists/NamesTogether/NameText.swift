/// A name, or a part of one, as bytes, with the same in small letters (ASCII) for comparing.
struct NameText {
    let bytes: ArraySlice<UInt8>
    let lower: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
        lower = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    }

    private init(bytes: ArraySlice<UInt8>, lower: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.lower = lower
    }

    var count: Int { bytes.count }
    var isEmpty: Bool { bytes.isEmpty }
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// A part, by places from 0.
    subscript(_ range: Range<Int>) -> NameText {
        let start = bytes.startIndex
        let range = start + range.lowerBound..<start + range.upperBound
        return NameText(bytes: bytes[range], lower: lower[range])
    }

    /// A byte in small letters.
    subscript(_ place: Int) -> UInt8 { lower[lower.startIndex + place] }

    /// The words between spaces, in small letters, with their places.
    var words: [(text: String, range: Range<Int>)] {
        lower.split(separator: 0x20).map {
            let start = $0.startIndex - lower.startIndex
            return (String(decoding: $0, as: UTF8.self), start..<start + $0.count)
        }
    }

    /// Whether a text, in small letters, begins at a place.
    func has(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
        let start = lower.startIndex + place
        return text.withUTF8Buffer { $0.elementsEqual(lower[start..<start + $0.count]) }
    }

    /// Where a text, in small letters, first stands from a place on.
    func place(of text: StaticString, from: Int = 0) -> Int? {
        let last = lower.endIndex - text.utf8CodeUnitCount
        var place = lower.startIndex + from
        return text.withUTF8Buffer { text in
            guard let first = text.first else { return nil }
            while place <= last {
                if lower[place] == first, text.elementsEqual(lower[place..<place + text.count]) {
                    return place - lower.startIndex
                }
                place += 1
            }
            return nil
        }
    }

    var hasBalancedBrackets: Bool {
        var depth = 0
        for byte in bytes {
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }

    /// Without spaces, commas and the like at both ends, without quotes around it, and without a bracket that opens at
    /// its end.
    var trimmed: NameText {
        var (start, end) = (0, count)
        let isSeparator = { (byte: UInt8) in [0x20, 0x2C, 0x3A, 0x3B, 9, 10, 13].contains(byte) }
        while start < end {
            if isSeparator(self[start]) || self[start] == 0x2D {
                start += 1
            } else if has("—", at: start) || has("–", at: start) {
                start += 3
            } else {
                break
            }
        }
        while end > start, isSeparator(self[end - 1]) || self[end - 1] == 0x28 { end -= 1 }
        let part = self[start..<max(start, min(end, count))]
        return part.withoutQuotes
    }

    /// Without white space at both ends.
    var trimmedOfSpaces: NameText {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 9 || byte == 10 || byte == 13 }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }),
            let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return self[0..<0] }
        return NameText(bytes: bytes[start...end], lower: lower[start...end])
    }

    /// Without quotes that stand around the whole.
    private var withoutQuotes: NameText {
        let pairs: [(StaticString, StaticString)] = [
            ("\"", "\""), ("''", "''"), ("'", "'"), ("‘‘", "’’"), ("“", "”"), ("‘", "’"), ("«", "»"),
        ]
        for (open, close) in pairs {
            let (first, last) = (open.utf8CodeUnitCount, close.utf8CodeUnitCount)
            guard count > first + last, has(open, at: 0), has(close, at: count - last) else { continue }
            let inner = self[first..<count - last]
            // 'A' and 'B' have other quotes between.
            if inner.place(of: open) == nil, inner.place(of: close) == nil { return inner }
        }
        return self
    }

    /// Without what joins it to the name before: a leading `and`, and what says that aliases follow.
    var withoutJoiningWords: NameText {
        var part = trimmed
        if let place = part.place(of: "including, but not limited to") { part = part[0..<place].trimmed }
        for word: StaticString in ["and ", "or "] where part.has(word, at: 0) {
            // A firm may be called And…; no list joins by a capital.
            if part.bytes.first.map({ $0 >= 0x61 }) ?? false {
                part = part[word.utf8CodeUnitCount..<part.count].trimmed
            }
        }
        for word: StaticString in [", and", ", or", ";and"]
        where part.count > word.utf8CodeUnitCount && part.has(word, at: part.count - word.utf8CodeUnitCount) {
            part = part[0..<part.count - word.utf8CodeUnitCount].trimmed
        }
        // Remarks in brackets about addresses.
        for remark: StaticString in [
            "(see also ", "(see alternate ", "(address:", "(all of preceding", "(all of the ",
        ] {
            if let place = part.place(of: remark) { part = part[0..<place].trimmed }
        }
        return part.withoutLoneJoiningWord
    }

    /// Nothing, where it is no more than a word that joins.
    private var withoutLoneJoiningWord: NameText {
        count < 4 && (lower.elementsEqual("and".utf8) || lower.elementsEqual("or".utf8)) ? self[0..<0] : self
    }
}

extension String {
    /// A word without the signs that stand around words.
    var trimmedOfPunctuation: String {
        let isSign = { (byte: UInt8) in
            switch byte {
            case 0x2C, 0x2E, 0x3A, 0x3B, 0x28, 0x29, 0x22, 0x27: true
            default: false
            }
        }
        // Most words have none.
        guard let first = utf8.first, let last = utf8.last, isSign(first) || isSign(last) else { return self }
        var bytes = Array(utf8)[...]
        while let first = bytes.first, isSign(first) { bytes.removeFirst() }
        while let last = bytes.last, isSign(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
