import NameMatching

/// The names that a list writes together in one text, taken apart: `Acme Ltd.; and Bolt Co., f.k.a. Bolt Works`.
///
/// Lists join names by semicolons, by `and` behind a legal form, and by words such as `a.k.a.`; they put `and any
/// successor, sub-unit, or subsidiary thereof` behind them, and some run on into an address. What isn't surely one of
/// these stays as it is: a name too long costs little, since words beside a name do, but a part that is no name makes
/// false hits. So no part is ever only a legal form, a common word, or under three letters, but for codes such as `M23`
/// behind `a.k.a.`.
struct NameClauses {
    /// One name and what it is.
    struct Clause: Equatable {
        var text: String
        var kind: NameKind
    }

    /// Names in the order of the text, the first being what the text as a whole was given for.
    private(set) var clauses: [Clause] = []
    /// Whether a part was refused that says something of a name.
    private var isCutWithinName = false

    /// - Parameters:
    ///   - text: as the list writes it.
    ///   - kind: of the text; names behind `f.k.a.` become former ones, further names of a primary one aliases.
    /// - Complexity: O(bytes) but for texts with hundreds of markers in one clause.
    init(_ text: String, kind: NameKind) {
        let text = text.trimmed
        if NameText.isNoName(text.utf8) { return }
        guard NameClauses.isJoined(text) else {
            if !text.isEmpty { clauses = [Clause(text: text, kind: kind)] }
            return
        }
        let all = AliasPhrases.marked(NameText(JoiningSigns.plain(text)))
        var isBehindAddress = false
        for (number, piece) in NameClauses.pieces(of: all).enumerated() {
            // Behind an address that ran on to a name stand more addresses.
            if isBehindAddress, piece.bytes.contains(where: { $0 == 0x2C || $0 >= 0x30 && $0 <= 0x39 }) {
                continue
            }
            if number > 0, AddressTail.isAddress(piece) {
                isBehindAddress = true
                continue
            }
            for (place, (part, partKind)) in AliasMarkers.parts(of: piece, kind: kind).enumerated() {
                // Its digits could be taken for a postal code.
                let part = part.withoutNumber
                let tail = AddressTail.start(in: part)
                if tail != nil { isBehindAddress = true }
                let named = tail.map { part[0..<$0] } ?? part
                for firm in FirmLists.split(named.withoutTails.trimmed) {
                    for name in JoinedFirms.split(firm) {
                        add(
                            name, kind: partKind, isFirst: number == 0 && clauses.isEmpty, isMarked: place > 0
                        )
                    }
                }
            }
        }
        if isCutWithinName, clauses.count == 1 {
            // Telecom; and Technology: what was refused may belong to the name before.
            clauses.append(
                Clause(text: text.split(separator: ";").joined(), kind: kind == .primary ? .alias : kind))
        }
        if clauses.isEmpty {
            // Nothing of it is surely a name: then it stays whole, but for a text of signs and joining words alone.
            let whole = all.withoutJoiningWords
            if !whole.isEmpty, !whole.isRemark { clauses = [Clause(text: text, kind: kind)] }
        }
        if kind == .primary, let first = clauses.indices.first { clauses[first].kind = .primary }
    }

    /// Adds a part, if it may be a name of its own.
    ///
    /// - Parameter isMarked: whether the list says by a word that it is one.
    private mutating func add(_ part: NameText, kind: NameKind, isFirst: Bool, isMarked: Bool) {
        let part = part.withoutJoiningWords
        if part.isRemark { return }
        if part.isEmpty || NameText.isNoName(part.bytes) { return }
        if !isFirst, !part.mayStandAlone, !(isMarked && part.isCode) {
            if part.count > 4 || isMarked { isCutWithinName = true }
            return
        }
        let text = part.text
        // Nobody has thousands of names; a text that holds so many may have one twice.
        guard clauses.count > 4096 || !clauses.contains(where: { $0.text == text }) else { return }
        clauses.append(Clause(text: text, kind: kind == .primary && !clauses.isEmpty ? .alias : kind))
    }

    /// Whether a text has any sign of more than one plain name in it; most have none.
    private static func isJoined(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var before: UInt8 = 0x20
            var commas = 0
            var hasStop = false
            var hasDigit = false
            for (i, byte) in bytes.enumerated() {
                switch byte {
                // A semicolon; digits, of an address; a quote or a hyphen at an end.
                case 0x3B: return true
                // A name a line, a name behind a bar, names in square brackets.
                case 0x0A, 0x0D, 0x5B, 0x7C: return true
                // b) before a name.
                case 0x29: if i > 1, bytes[i - 2] == 0x20 { return true }
                // Wide signs and brackets, and the first of the Chinese words that join names.
                case 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xEF:
                    if NameClauses.isWideSign(bytes, i) { return true }
                case 0x30...0x39: hasDigit = true
                case 0x22, 0x27, 0x2C, 0x2D, 0x3A, 0xE2:
                    if i == 0 || i >= bytes.count - 3 { return true }
                    if byte == 0x2C { commas += 1 }
                // A full stop and parts of an address behind it.
                case 0x20: hasStop = hasStop || before == 0x2E
                // a, e, f, n, d, p, i, s, t, w: what begins a word that joins names.
                case 0x41, 0x61, 0x46, 0x66, 0x4E, 0x6E, 0x44, 0x64, 0x50, 0x70, 0x49, 0x69, 0x53, 0x73, 0x54,
                    0x74, 0x45, 0x65, 0x57, 0x77:
                    let isStart = before == 0x20 || before == 0x28 || before == 0x2C || before == 0x2E
                    if isStart, isMarkerLike(bytes, i) { return true }
                default: break
                }
                before = byte
            }
            return hasDigit && (hasStop || commas > 0) || hasStop && commas > 2
        }
    }

    /// Whether a wide sign stands at a place, or a Chinese word that says that another name follows.
    private static func isWideSign(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        guard i + 2 < bytes.count else { return false }
        switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
        // ； and 、
        case (0xEF, 0xBC, 0x9B), (0xE3, 0x80, 0x81): return true
        default: return ListWords.shared.aliasMarks.contains { bytes[i...].starts(with: $0.bytes) }
        }
    }

    private static func isMarkerLike(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        guard i + 2 < bytes.count else { return false }
        let (first, second, third) = (bytes[i] | 0x20, bytes[i + 1] | 0x20, bytes[i + 2] | 0x20)
        // a.k.a., d.b.a., a/k/a, t/a; P.O.
        if bytes[i + 1] == 0x2E || bytes[i + 1] == 0x2F {
            return third == 0x6B || third == 0x62 || third == 0x6F || third == 0x61
        }
        return wordBeginnings.contains(UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third))
    }

    /// The first three letters of the words that join names, as one number each.
    private static let wordBeginnings = Set(
        [
            "and", "any", "aka", "als", "for", "fka", "nka", "now", "dba", "doi", "pre", "inc", "its", "tra",
            "see", "ali", "wit", "whi", "et ", "inn", "ogr", "tax", "fol",
        ].map {
            $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        })

    /// The text cut at the semicolons that stand in no bracket; at all where a bracket is never closed.
    private static func pieces(of text: NameText) -> [NameText] {
        guard text.bytes.contains(0x3B) else { return [text] }
        var pieces: [NameText] = []
        let isBalanced = text.hasBalancedBrackets
        var depth = 0
        var start = 0
        for (i, byte) in text.bytes.enumerated() {
            if byte == 0x28 { depth += 1 }
            if byte == 0x29 { depth -= 1 }
            guard byte == 0x3B, depth == 0 || !isBalanced else { continue }
            pieces.append(text[start..<i])
            start = i + 1
        }
        pieces.append(text[start..<text.count])
        return pieces
    }
}
