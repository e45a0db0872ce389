import NameMatching

/// The words by which a list says inside a text that another name of the same follows.
enum AliasMarkers {
    private struct Marker {
        let text: StaticString
        /// Whether the name behind it is one that the entity had.
        let isFormer: Bool
        /// Whether it could be part of a name, and so holds only in small letters or behind a comma or bracket.
        var isAWord = false
        /// Whether it holds only behind a comma or bracket, or at the beginning.
        var needsSign = false
        /// Whether it holds only before a capital: `(now Acme)`, but not `(now in Tehran)`.
        var needsCapital = false
    }

    /// Longer ones before those that they begin with.
    private static let markers = [
        Marker(text: "also known as", isFormer: false), Marker(text: "formerly known as", isFormer: true),
        Marker(text: "previously listed as", isFormer: true),
        Marker(text: "formerly listed as", isFormer: true),
        Marker(text: "previously known as", isFormer: true), Marker(text: "now known as", isFormer: false),
        Marker(text: "doing business as", isFormer: false),
        Marker(text: "trading as", isFormer: false, needsSign: true),
        Marker(text: "previously", isFormer: true, needsSign: true, needsCapital: true),
        Marker(text: "now", isFormer: false, needsSign: true, needsCapital: true),
        Marker(text: "formerly", isFormer: true, needsSign: true),
        Marker(text: "a.k.a.", isFormer: false), Marker(text: "a.k.a", isFormer: false),
        Marker(text: "f.k.a.", isFormer: true), Marker(text: "f.k.a", isFormer: true),
        Marker(text: "n.k.a.", isFormer: false), Marker(text: "n.k.a", isFormer: false),
        Marker(text: "d.b.a.", isFormer: false), Marker(text: "d.b.a", isFormer: false),
        Marker(text: "a/k/a", isFormer: false), Marker(text: "f/k/a", isFormer: true),
        Marker(text: "n/k/a", isFormer: false), Marker(text: "d/b/a", isFormer: false),
        Marker(text: "aka", isFormer: false, isAWord: true),
        Marker(text: "fka", isFormer: true, isAWord: true),
        Marker(text: "nka", isFormer: false, isAWord: true),
        Marker(text: "dba", isFormer: false, isAWord: true),
        Marker(text: "t/a", isFormer: false),
        Marker(text: "alias", isFormer: false, isAWord: true, needsCapital: true),
    ]

    /// How many markers of one text are looked at; more has no name, and the work would grow with their square.
    private static let limit = 64

    /// The name before the first marker, and those behind markers, in the order of the text.
    ///
    /// What stands in brackets with a marker is taken out of the name around it: `Acme (a.k.a. Bolt) Ltd.` is
    /// `Acme Ltd.` and `Bolt`.
    static func parts(of text: NameText, kind: NameKind) -> [(NameText, NameKind)] {
        var parts: [(NameText, NameKind)] = []
        var bracketed: [(NameText, NameKind)] = []
        var rest = text
        var restKind = kind
        var count = 0
        while count < limit, let (place, marker) = firstMarker(in: rest) {
            count += 1
            let behind = place + marker.text.utf8CodeUnitCount
            let behindKind: NameKind = marker.isFormer ? .former : kind == .primary ? .alias : kind
            let before = rest[0..<place]
            guard let open = before.lastOpenBracket, let close = rest.closingBracket(from: behind) else {
                parts.append((before.withoutOpenEnd, restKind))
                rest = rest[behind..<rest.count]
                restKind = behindKind
                continue
            }
            bracketed += flat(rest[behind..<close], kind: behindKind, limit: limit - count)
            let around = rest[0..<open].text + " " + rest[close + 1..<rest.count].text
            rest = NameText(Array(around.spacedOnce.utf8))
        }
        return parts + [(rest, restKind)] + bracketed
    }

    /// The names in a bracket: cut at semicolons and at each further marker.
    private static func flat(_ text: NameText, kind: NameKind, limit: Int) -> [(NameText, NameKind)] {
        var parts: [(NameText, NameKind)] = []
        var restKind = kind
        for piece in text.split(at: 0x3B) {
            var rest = piece
            var count = 0
            while count < limit, let (place, marker) = firstMarker(in: rest) {
                count += 1
                parts.append((rest[0..<place].withoutOpenEnd, restKind))
                rest = rest[place + marker.text.utf8CodeUnitCount..<rest.count]
                restKind = marker.isFormer ? .former : kind == .former ? .alias : kind
            }
            parts.append((rest, restKind))
        }
        return parts
    }

    /// Whether a text begins with a marker, as behind a bracket.
    static func isMarked(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = NameText([0x28] + bytes.drop { $0 == 0x20 }.prefix(64))
        return firstMarker(in: text)?.place == 1
    }

    private static func firstMarker(in text: NameText) -> (place: Int, marker: Marker)? {
        var before: UInt8 = 0x2C
        var sign: UInt8 = 0x2C
        for place in 0..<text.count {
            let byte = text[place]
            let isStart = before == 0x20 || before == 0x28 || before == 0x2C || before == 0x3B
            if isStart,
                byte == 0x61 || byte == 0x66 || byte == 0x6E || byte == 0x64 || byte == 0x70 || byte == 0x74
            {
                for marker in markers where holds(marker, in: text, at: place, behind: sign) {
                    return (place, marker)
                }
            }
            before = byte
            if byte != 0x20 { sign = byte }
        }
        return nil
    }

    /// - Parameter sign: the last byte before that is no space; a comma at the beginning.
    private static func holds(_ marker: Marker, in text: NameText, at place: Int, behind sign: UInt8) -> Bool
    {
        guard text.has(marker.text, at: place) else { return false }
        let end = place + marker.text.utf8CodeUnitCount
        let isEnd = end >= text.count || [0x20, 0x29, 0x2C, 0x3A, 0x22, 0x27, 0xE2].contains(text[end])
        guard isEnd || text[end - 1] == 0x2E else { return false }
        let isBehindSign = sign == 0x2C || sign == 0x28
        let isSmall = text.bytes[text.bytes.startIndex + place] >= 0x61
        if marker.needsSign, !isBehindSign { return false }
        if marker.needsCapital {
            // `now` is said of much else than names.
            let isNow = marker.text.utf8CodeUnitCount == 3
            if !isSmall || isNow && sign != 0x28 || !text.isCapital(behind: end) { return false }
        }
        if marker.isAWord {
            if place == 0 { return false }
            if !isSmall, !isBehindSign { return !marker.needsCapital && isAmongWords(text, place, end) }
            if marker.needsCapital, !isBehindSign { return text.endsCapital(before: place) }
        }
        return true
    }

    /// Whether a marker in capitals stands between what can be two names; around `AKA` must be two words at least.
    private static func isAmongWords(_ text: NameText, _ place: Int, _ end: Int) -> Bool {
        // No more of a long text than tells: markers may be many.
        let before = text[max(0, place - 64)..<place]
        let behind = text[end..<min(text.count, end + 64)]
        guard before.letterCount >= 3, before.hasOwnWord, behind.letterCount >= 3, behind.hasOwnWord else {
            return false
        }
        // Bank of AKA Province
        let last = before.words.last?.text ?? ""
        if ["of", "the", "and", "for", "de", "&"].contains(last) { return false }
        // AKA alone of these words may be a name's: Nippon AKA Steel.
        guard text[place] == 0x61 else { return true }
        let isMixed = before.bytes.contains { $0 >= 0x61 && $0 <= 0x7A }
        return before.words.count > 1 && (isMixed || behind.words.count > 1)
    }
}

extension NameText {
    /// The bracket that is still open at the end, the last of them.
    fileprivate var lastOpenBracket: Int? {
        var depth = 0
        for place in stride(from: count - 1, through: 0, by: -1) {
            if self[place] == 0x29 { depth += 1 }
            if self[place] == 0x28 {
                if depth == 0 { return place }
                depth -= 1
            }
        }
        return nil
    }

    /// Where the bracket closes that is open at a place.
    fileprivate func closingBracket(from start: Int) -> Int? {
        var depth = 0
        for place in start..<max(start, count) {
            if self[place] == 0x28 { depth += 1 }
            if self[place] == 0x29 {
                if depth == 0 { return place }
                depth -= 1
            }
        }
        return nil
    }

    /// Without the bracket, or the `and` or `also` that leads to a marker behind it.
    fileprivate var withoutOpenEnd: NameText {
        var part = trimmed
        for word: StaticString in [" also", " and", " or"] where part.count > 4 && part.ends(with: word) {
            part = part[0..<part.count - word.utf8CodeUnitCount].trimmed
        }
        return part
    }

    /// Whether a name begins behind a place: a capital in its first word, a digit, a quote or another script.
    fileprivate func isCapital(behind place: Int) -> Bool {
        var place = place
        while place < count, self[place] == 0x20 || self[place] == 0x3A { place += 1 }
        if has("the ", at: place) { place += 4 }
        guard place < count else { return false }
        let word = bytes[(bytes.startIndex + place)...].prefix(32).prefix { $0 != 0x20 }
        guard let first = word.first else { return false }
        return first >= 0x80 || first == 0x22 || first == 0x27 || first >= 0x30 && first <= 0x39
            || word.contains { $0 >= 0x41 && $0 <= 0x5A }
    }

    /// Whether the last word before a place has a capital or a digit, or is of another script.
    fileprivate func endsCapital(before place: Int) -> Bool {
        var end = place
        while end > 0, self[end - 1] == 0x20 { end -= 1 }
        let word = bytes[bytes.startIndex..<bytes.startIndex + end].suffix(32).reversed().prefix {
            $0 != 0x20
        }
        return word.contains { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }
    }

    fileprivate func split(at byte: UInt8) -> [NameText] {
        var parts: [NameText] = []
        var start = 0
        for place in 0..<count where self[place] == byte {
            parts.append(self[start..<place])
            start = place + 1
        }
        parts.append(self[start..<count])
        return parts
    }
}

extension String {
    /// With one space where several stand, and none before a comma.
    fileprivate var spacedOnce: String {
        split(separator: " ").joined(separator: " ").replacing(" ,", with: ",")
    }
}
