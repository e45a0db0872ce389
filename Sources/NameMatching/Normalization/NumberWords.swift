import CData

/// Numbers as names write them: `13`, `13th`, `XIII`, `thirteenth`, 第十三.
enum NumberWords {
    /// The weight of a number that tells units of one body apart, in thousandths.
    static let weight: Int32 = 450

    /// Roman numerals that are nothing else in names: single letters are initials, `xi` is a syllable, `vi` a word.
    private static let romans: [String: Int32] = [
        "ii": 2, "iii": 3, "iv": 4, "vii": 7, "viii": 8, "ix": 9, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
        "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
    ]

    /// The letters of the longest.
    static let longestRoman = 5

    private static let romanKeys = table(romans)
    private static let chineseDigits = table([
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "百": 100,
    ])
    private static let announcing = table(["no": 1, "nr": 1])

    private static func table(_ values: [String: Int32]) -> KeyTable {
        var table = KeyTable(capacity: values.count)
        for (word, value) in values { table.insert(WordKey(text: word.utf8), value) }
        return table
    }

    /// Numbers written as words; the file is read when a name is first.
    private static let words: KeyTable = {
        var table = KeyTable(capacity: 128)
        EmbeddedData(weir_data_number_words()).forEachRow { fields in
            table.insert(WordKey(text: fields[0]), fields[1].reduce(0) { $0 * 10 + Int32($1 &- 0x30) })
        }
        return table
    }()

    /// The value of a number written as a word, or -1.
    @inline(__always)
    static func word(_ key: WordKey) -> Int32 { words.find(key) }

    /// Calls `body` with every number written as a word.
    static func forEachWord(_ body: (WordKey) -> Void) { words.forEach { key, _ in body(key) } }

    /// Whether two words are one number: `forty four`.
    static func isCompound(at place: Int, of name: borrowing FoldedName) -> Bool {
        guard place + 1 < name.units.count else { return false }
        let tens = word(name.units[place].key)
        let next = name.units[place + 1]
        return tens >= 20 && tens % 10 == 0
            && ((1...9).contains(word(next.key)) || next.kind == .digits && next.count == 1)
    }

    /// The value of digits with an ordinal's ending (`13th`), or nil.
    @inline(__always)
    static func ordinalDigits(_ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
        guard (3...6).contains(text.count), text[0] &- UInt8(ascii: "0") < 10 else { return nil }
        switch (text[text.count - 2], text[text.count - 1]) {
        case (UInt8(ascii: "t"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "t")),
            (UInt8(ascii: "n"), UInt8(ascii: "d")), (UInt8(ascii: "r"), UInt8(ascii: "d")):
            break
        default: return nil
        }
        var value: UInt64 = 0
        for byte in text.dropLast(2) {
            guard byte &- UInt8(ascii: "0") < 10 else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// The character that Chinese ordinals begin with.
    static let ordinal = WordKey(text: "第".utf8)

    /// The value of a Roman numeral, or nil.
    @inline(__always)
    static func roman(_ text: UnsafeBufferPointer<UInt8>, _ key: WordKey) -> UInt64? {
        let first = text[0]
        guard text.count <= longestRoman,
            first == UInt8(ascii: "i") || first == UInt8(ascii: "v") || first == UInt8(ascii: "x")
        else { return nil }
        return romanKeys[key].map { UInt64($0) }
    }

    /// Whether a unit is the `No` of `No. 13`.
    static func announcesNumber(at place: Int, of name: borrowing FoldedName) -> Bool {
        name.units[place].count == 2 && place + 1 < name.units.count && name.units[place + 1].kind == .digits
            && announcesNumber(name.units[place].key)
    }

    /// Whether a word of two letters says that a number behind it is one: `No 5`.
    static func announcesNumber(_ word: WordKey) -> Bool { announcing.find(word) >= 0 }

    /// Where a Chinese ordinal (第十三) that begins at a unit ends, or nil.
    static func chineseEnd(from place: Int, of name: borrowing FoldedName) -> Int? {
        guard name.units[place].kind == .han, name.units[place].key == ordinal else { return nil }
        var last = place + 1
        while last < name.units.count,
            name.units[last].kind == .digits || chineseDigits[name.units[last].key] != nil
        { last += 1 }
        return last > place + 1 ? last : nil
    }

    /// The key of the number that a unit makes with those behind it, or nil.
    ///
    /// - Parameter hasTens: whether a word of the name is tens; else none is looked for.
    @inline(__always)
    static func key(at place: Int, of name: borrowing FoldedName, hasTens: Bool) -> WordKey? {
        var last = place
        if name.units[place].kind == .han {
            last = chineseEnd(from: place, of: name) ?? place
        } else if hasTens, isCompound(at: place, of: name) {
            last = place + 2
        }
        guard last > place else { return nil }
        let term = Term(
            kind: .number, concept: -1, first: Int32(place), last: Int32(last), weight: weight)
        return .number(value(of: term, in: name))
    }

    /// The value of a number term; numbers of more than 18 digits keep their last ones.
    static func value(of term: Term, in name: borrowing FoldedName) -> UInt64 {
        var total: UInt64 = 0
        var digit: UInt64 = 0
        for place in Int(term.first)..<Int(term.last) {
            let unit = name.units[place]
            let text = name.text[Int(unit.start)..<Int(unit.end)]
            if unit.kind == .digits {
                for byte in text {
                    digit = digit % 100_000_000_000_000_000 * 10 + UInt64(byte - UInt8(ascii: "0"))
                }
            } else if let value = roman(text, unit.key) ?? ordinalDigits(text) {
                digit = value
            } else if word(unit.key) >= 0 {
                total += UInt64(word(unit.key))
            } else if let value = chineseDigits[unit.key].map({ UInt64($0) }) {
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
