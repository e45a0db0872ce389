/// Tells in what lists write of an entity the numbers by which it is known.
///
/// OFAC writes `Tax ID No. 100036386 (Serbia)` into its remarks, trade.gov `Tax ID No., 100036386, RS` and, until 2020,
/// `RS, 100036386, Tax ID No.` into a column. What is a number is told by the words for it, since both write dates of
/// birth, sanctions and web sites between them.
enum IdentifierText {
    /// The identifier in one remark; nil where it is about something else.
    ///
    /// - Complexity: O(bytes).
    static func identifier(remark: some StringProtocol) -> Entity.Identifier? {
        guard remark.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2F }),
            !ListWords.shared.beginsNoNumber(remark.utf8)
        else { return nil }
        var text = String(remark).trimmed
        if text.hasPrefix("alt. ") { text = String(text.dropFirst(5)) }
        let words = text.split(separator: " ", maxSplits: 12)
        var kindWords = 0
        for count in 1..<max(2, min(words.count, 9)) {
            // Most words end the name of no number, which is known sooner than the rest.
            let word = words[count - 1]
            guard word.utf8.count < 16, isLast(word.lowercased()) || words[0] == "Digital" else { continue }
            if isKind(words[..<count].joined(separator: " ")) { kindWords = count }
        }
        guard kindWords > 0, kindWords < words.count else { return nil }
        return identifier(
            kind: words[..<kindWords].joined(separator: " "),
            value: words[kindWords...].joined(separator: " "))
    }

    /// The identifier in one item of trade.gov's column `ids`; nil where it is about something else.
    static func identifier(item: some StringProtocol) -> Entity.Identifier? {
        guard item.utf8.contains(0x2C) else { return nil }
        var parts = parts(of: String(item))
        guard parts.count > 1 else { return nil }
        if isKind(parts[0]) {
            let kind = parts.removeFirst()
            if parts.count > 1, isDate(parts[parts.count - 1]) { parts.removeLast() }
            if parts.count > 1, isDate(parts[parts.count - 1]) { parts.removeLast() }
            if parts.count > 1, isCountry(parts[parts.count - 1]) { parts.removeLast() }
            return identifier(kind: kind, value: parts.joined(separator: ", "))
        }
        let kind = parts.removeLast()
        guard isKind(kind) else { return nil }
        if parts.count > 1, isCountry(parts[0]) { parts.removeFirst() }
        return identifier(kind: kind, value: parts.joined(separator: ", "))
    }

    /// The parts between commas with a space behind them: a comma within a number parts nothing.
    private static func parts(of item: String) -> [String] {
        let bytes = Array(item.utf8)
        var parts: [String] = []
        var start = 0
        for place in bytes.indices
        where bytes[place] == 0x2C && place + 1 < bytes.count && bytes[place + 1] == 0x20 {
            parts.append(String(decoding: bytes[start..<place].trimmed, as: UTF8.self))
            start = place + 1
        }
        return parts + [String(decoding: bytes[start...].trimmed, as: UTF8.self)]
    }

    private static func identifier(kind: String, value: String) -> Entity.Identifier? {
        var (kind, value) = (kind, value)
        // The short form of the kind stands behind it: Unified Social Credit Code (USCC) 9122…
        if value.first == "(", let end = value.firstIndex(of: ")"), value.index(after: end) < value.endIndex {
            kind += " " + value[...end]
            value = String(value[value.index(after: end)...]).trimmed
        }
        if value.utf8.contains(0x20) {
            let text = NameText(Array(value.utf8))
            let ends = ([" issued ", " expires ", ", expired "] as [StaticString]).compactMap {
                text.place(of: $0)
            }
            if let end = ends.min() { value = text[0..<end].text }
        }
        if value.last == "." { value.removeLast() }
        while value.last == ")", let start = value.lastIndex(of: "("), start > value.startIndex {
            value = String(value[..<start]).trimmed
        }
        let isShip = kind == "Vessel Registration Identification" || kind == "Identification Number"
        if isShip, value.hasPrefix("IMO ") { (kind, value) = ("IMO", String(value.dropFirst(4)).trimmed) }
        let digits = value.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        let letters = value.utf8.count { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        guard digits + letters >= 3, value.utf8.count <= 80, digits > 0 || value == value.uppercased() else {
            return nil
        }
        return Entity.Identifier(kind: kind, value: value)
    }

    private static func isCountry(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    /// Whether it is a day as OFAC writes it: `19 Jan 2021`.
    private static func isDate(_ text: String) -> Bool { RecordDate(text) != nil && text.contains(" ") }

    /// Whether a word may be the last of a number's name: one of those, or the short form in brackets behind it.
    private static func isLast(_ word: String) -> Bool {
        ListWords.shared.numberNameEnds.contains(word) || word.utf8.last == 0x29
    }

    /// Whether words name a number.
    private static func isKind(_ text: String) -> Bool {
        var lower = text.lowercased()
        // Its short form may stand behind it: Unified Social Credit Code (USCC).
        if lower.last == ")", let open = lower.lastIndex(of: "("), open > lower.startIndex {
            lower = String(lower[..<open]).trimmed
        }
        guard let last = lower.split(separator: " ").last, !ListWords.shared.beginsNoNumber(lower.utf8)
        else { return false }
        return ListWords.shared.numberNameEnds.contains(String(last))
            || lower.hasPrefix("digital currency address - ")
    }
}
