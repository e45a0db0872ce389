/// Numbers as names write them: `13`, `XIII`, 第十三.
enum NumberWords {
    /// The weight of a number that tells units of one body apart, in thousandths.
    static let weight: Int32 = 450

    /// Roman numerals that are nothing else in names: single letters are initials, `xi` is a syllable, `vi` a word.
    private static let romans: [String: UInt64] = [
        "ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
        "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
    ]

    private static let romanKeys: [WordKey: UInt64] = Dictionary(
        uniqueKeysWithValues: romans.map { (WordKey(text: $0.key.utf8), $0.value) })

    private static let announcing: Set<WordKey> = [WordKey(text: "no".utf8), WordKey(text: "nr".utf8)]

    private static let chineseDigits: [WordKey: UInt64] = Dictionary(
        uniqueKeysWithValues: [
            ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
            ("十", 10), ("百", 100),
        ].map { (WordKey(text: $0.0.utf8), $0.1) })

    private static let ordinal = WordKey(text: "第".utf8)

    /// The value of a Roman numeral, or nil.
    @inline(__always)
    static func roman(_ name: FoldedName, _ unit: FoldedName.Unit) -> UInt64? {
        guard unit.count <= 5, let first = name.text[safe: Int(unit.start)],
            first == UInt8(ascii: "i") || first == UInt8(ascii: "v") || first == UInt8(ascii: "x")
        else { return nil }
        return romanKeys[unit.key]
    }

    /// Whether a unit is the `No` of `No. 13`.
    static func announcesNumber(at place: Int, of name: FoldedName) -> Bool {
        name.units[place].count == 2 && place + 1 < name.units.count && name.units[place + 1].kind == .digits
            && announcing.contains(name.units[place].key)
    }

    /// Where a Chinese ordinal (第十三) that begins at a unit ends, or nil.
    static func chineseEnd(from place: Int, of name: FoldedName) -> Int? {
        guard name.units[place].kind == .han, name.units[place].key == ordinal else { return nil }
        var last = place + 1
        while last < name.units.count,
            name.units[last].kind == .digits || chineseDigits[name.units[last].key] != nil
        { last += 1 }
        return last > place + 1 ? last : nil
    }

    /// The value of a number term; numbers of more than 18 digits keep their last ones.
    static func value(of term: Term, in name: FoldedName) -> UInt64 {
        var total: UInt64 = 0
        var digit: UInt64 = 0
        for place in Int(term.first)..<Int(term.last) {
            let unit = name.units[place]
            if unit.kind == .digits {
                for byte in name.text[Int(unit.start)..<Int(unit.end)] {
                    digit = digit % 100_000_000_000_000_000 * 10 + UInt64(byte - UInt8(ascii: "0"))
                }
            } else if let value = roman(name, unit) {
                digit = value
            } else if let value = chineseDigits[unit.key] {
                if value >= 10 {
                    total += max(digit, 1) * value
                    digit = 0
                } else {
                    digit = value
                }
            }
        }
        return total &+ digit
    }
}

extension Array {
    /// The element at a place, or nil where there is none.
    subscript(safe place: Int) -> Element? { indices.contains(place) ? self[place] : nil }
}
