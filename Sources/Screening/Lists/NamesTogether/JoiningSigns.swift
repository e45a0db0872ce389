/// Signs other than semicolons by which lists part names, written as those that the other steps know.
///
/// `A；B`, `A | B`, a name a line and `A b) B` become semicolons; `[a.k.a. A]` and `（又名：A）` become round brackets with
/// `a.k.a.` in them. All other text stays as it is.
struct JoiningSigns {
    private let bytes: [UInt8]
    private let linesAreNames: Bool
    private var plain: [UInt8] = []
    /// How many brackets are open since the one that was replaced, by its form; 0 where none was.
    private var replacedSquare = 0
    private var replacedWide = 0
    private var depth = 0
    /// Whether nothing of a name stands behind the last semicolon yet.
    private var isBetween = true
    /// The letter that numbers the next name: `b` behind `a)`.
    private var nextLetter: UInt8 = 0x62

    /// - Complexity: O(bytes).
    static func plain(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        // Most texts have none of them.
        let hasSign = bytes.contains {
            $0 >= 0xE0 || $0 == 0x0A || $0 == 0x0D || $0 == 0x29 || $0 == 0x5B || $0 == 0x7C
        }
        if !hasSign { return bytes }
        var signs = JoiningSigns(bytes)
        signs.replace()
        return signs.plain
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        linesAreNames = JoiningSigns.linesAreNames(bytes)
        plain.reserveCapacity(bytes.count + 16)
    }

    private mutating func replace() {
        var i = 0
        while i < bytes.count {
            let width = replaced(at: i)
            if width == 0 {
                plain.append(bytes[i])
                if bytes[i] != 0x20 { isBetween = bytes[i] == 0x3B }
            }
            i += max(1, width)
        }
    }

    /// Writes what stands for the sign at a place, and tells how many bytes that was; 0 where it is none.
    private mutating func replaced(at i: Int) -> Int {
        switch bytes[i] {
        case 0x0A where linesAreNames, 0x0D where linesAreNames: return write(";", for: 1)
        case 0x7C where i > 0 && bytes[i - 1] == 0x20 && has(" ", at: i + 1): return write(";", for: 1)
        case 0x5B:
            if replacedSquare > 0 { replacedSquare += 1 }
            guard replacedSquare == 0, mark(at: i + 1) != nil || AliasMarkers.isMarked(bytes[(i + 1)...])
            else {
                return 0
            }
            replacedSquare = 1
            return write("(", for: 1)
        case 0x5D where replacedSquare > 0:
            replacedSquare -= 1
            return replacedSquare == 0 ? write(")", for: 1) : 0
        case 0x28:
            depth += 1
            if replacedWide > 0 { replacedWide += 1 } else if mark(at: i + 1) != nil { replacedWide = 1 }
            return 0
        case 0x29:
            if depth > 0 { depth -= 1 }
            if replacedWide > 0 { replacedWide -= 1 }
            return 0
        case 0x61...0x7A where depth == 0: return letter(at: i)
        case 0x80...: return wideSign(at: i)
        default: return 0
        }
    }

    /// `a)` before the first name goes; `b)` before another, and each next letter, parts them.
    private mutating func letter(at i: Int) -> Int {
        guard has(") ", at: i + 1), i == 0 || bytes[i - 1] == 0x20 else { return 0 }
        if bytes[i] == 0x61, isBetween {
            nextLetter = 0x62
            return 3
        }
        guard bytes[i] == nextLetter, i > 0 else { return 0 }
        nextLetter = nextLetter < 0x7A ? nextLetter + 1 : 0x62
        return write(";", for: 2)
    }

    private mutating func wideSign(at i: Int) -> Int {
        if has("；", at: i) { return write(";", for: 3) }
        if has("（", at: i) {
            if replacedWide > 0 {
                replacedWide += 1
            } else if mark(at: i + 3) != nil || AliasMarkers.isMarked(bytes[(i + 3)...]) {
                replacedWide = 1
                return write("(", for: 3)
            }
            return 0
        }
        if has("）", at: i), replacedWide > 0 {
            replacedWide -= 1
            return replacedWide == 0 ? write(")", for: 3) : 0
        }
        guard let mark = mark(at: i) else { return 0 }
        return write(mark.isFormer ? "f.k.a. " : "a.k.a. ", for: mark.width)
    }

    /// The Chinese word at a place that says that another name follows, with the colon behind it.
    ///
    /// Such a word stands behind a comma, bracket or space, or before a colon: inside a name it is a part of it.
    private func mark(at i: Int) -> (width: Int, isFormer: Bool)? {
        guard i < bytes.count, bytes[i] >= 0xE0,
            let mark = ListWords.shared.aliasMarks.first(where: { bytes[i...].starts(with: $0.bytes) })
        else { return nil }
        let end = i + mark.bytes.count
        let colon = has("：", at: end) ? 3 : has(":", at: end) ? 1 : 0
        let isBehindSign =
            i > 0 && [0x20, 0x28, 0x2C, 0x3B, 0x5B].contains(bytes[i - 1])
            || i >= 3 && ["（", "，", "；"].contains { (sign: StaticString) in has(sign, at: i - 3) }
        return colon > 0 || isBehindSign ? (end - i + colon, mark.isFormer) : nil
    }

    private mutating func write(_ text: StaticString, for width: Int) -> Int {
        let isWord = text.utf8CodeUnitCount > 1
        if isWord {
            // The wide comma before it, which other steps don't know.
            if plain.count >= 3, plain[(plain.count - 3)...].elementsEqual("，".utf8) { plain.removeLast(3) }
            plain.append(0x20)
        }
        text.withUTF8Buffer { plain.append(contentsOf: $0) }
        isBetween = plain.last == 0x3B
        return width
    }

    private func has(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
    }

    /// Whether the lines of a text are names each, rather than one name that was wrapped: all begin with a capital or
    /// another script, and say by themselves whose name they are.
    private static func linesAreNames(_ bytes: [UInt8]) -> Bool {
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
        let lines = bytes.split { $0 == 0x0A || $0 == 0x0D }
        return lines.allSatisfy { line in
            let line = NameText(Array(line)).trimmedOfSpaces
            guard let first = line.bytes.first, let last = line.bytes.last else { return true }
            let lastWord = line.words.last?.text ?? ""
            return !(first >= 0x61 && first <= 0x7A) && ![0x2C, 0x2D, 0x26, 0x2F, 0x28].contains(last)
                && !["and", "of", "for", "the", "or"].contains(lastWord) && line.hasBalancedBrackets
                && line.mayStandAlone && line.hasOwnWord
        }
    }
}
