import Glibc

/// The letters of a name without spaces and punctuation: equal for names that are only spaced otherwise.
///
/// A name has up to three texts: its letters without legal form; of a Chinese name also its pinyin; and all letters or
/// pinyin with the legal form where that is pinyin, since single syllables may hide where it begins.
struct Essence: ~Copyable {
    /// One text, in `bytes`.
    struct Text {
        var start: Int32
        var count: Int32
        /// Whether it is the pinyin of Han characters.
        var isReading: Bool
        var key: WordKey
    }

    /// Shorter texts prove nothing.
    static let shortest = 6
    private static let shortestReading = 8

    /// The pinyin of 公司, in which the legal form of a Chinese firm ends.
    private static let company = Table("gongsi".utf8.map { $0 })

    private(set) var bytes = Scratch<UInt8>(capacity: 256)
    private(set) var texts = Scratch<Text>(capacity: 8)

    func letters(of text: Text) -> UnsafeBufferPointer<UInt8> {
        bytes[Int(text.start)..<Int(text.start + text.count)]
    }

    /// Takes the essence of a name.
    ///
    /// A name needs a brand, a place or two generic words to have one. Numbers must not run together (`1 13` is not `11 3`), so a name
    /// with more than one number has none.
    ///
    /// - Parameter polyphones: a bit for each character of two readings, in the order of the name: set where it is
    ///   to be read the other way. Of a listed name every way is taken.
    mutating func take(from name: borrowing NormalizedName, polyphones: UInt32 = 0) {
        bytes.removeAll()
        texts.removeAll()
        var numbers = 0
        var generics = 0
        var identifies = false
        var hasLegal = false
        var hasHan = false
        for term in name.terms.buffer {
            if term.kind == .number { numbers += 1 }
            if term.kind == .brand || term.kind == .place { identifies = true }
            if term.kind == .generic { generics += 1 }
            if term.kind == .legal { hasLegal = true }
            if name.folded.units[Int(term.first)].kind == .han { hasHan = true }
        }
        guard identifies || generics > 1, numbers < 2 else { return }
        if polyphones == 0 { append(name, asReading: false, withLegal: false, 0) }
        if hasHan { append(name, asReading: true, withLegal: false, polyphones) }
        if hasLegal, name.endsInPinyin(of: Essence.company) {
            append(name, asReading: hasHan, withLegal: true, polyphones)
        }
    }

    private mutating func append(
        _ name: borrowing NormalizedName, asReading: Bool, withLegal: Bool, _ polyphones: UInt32
    ) {
        let start = bytes.count
        var polyphones = polyphones
        for term in name.terms.buffer where term.kind != .noise && (withLegal || term.kind != .legal) {
            let units = Int(term.first)..<Int(term.last)
            guard asReading else {
                bytes.append(contentsOf: name.folded.letters(ofUnits: units.lowerBound, to: units.upperBound))
                continue
            }
            for place in units {
                if name.folded.units[place].kind == .han {
                    bytes.append(contentsOf: name.reading(of: place, &polyphones))
                } else {
                    bytes.append(contentsOf: name.folded.letters(ofUnits: place, to: place + 1))
                }
            }
        }
        Pinyin.writeUmlautsAsU(&bytes, from: start)
        let count = bytes.count - start
        guard count >= (asReading ? Essence.shortestReading : Essence.shortest) else { return }
        texts.append(
            Text(
                start: Int32(start), count: Int32(count), isReading: asReading,
                key: WordKey(bytes.base + start, count: count)))
    }
}

extension NormalizedName {
    /// Whether the letters of the name, or the pinyin of its Han characters, end in these.
    fileprivate func endsInPinyin(of letters: Table<UInt8>) -> Bool {
        let last = folded.units[folded.units.count - 1]
        let text = last.kind == .han ? folded.reading.buffer : folded.text.buffer
        guard text.count >= letters.count else { return false }
        return memcmp(
            text.baseAddress! + text.count - letters.count, letters[0..<letters.count].baseAddress!,
            letters.count) == 0
    }

    /// The reading of a Han character; the other one where it has two and the next bit says so.
    fileprivate func reading(of place: Int, _ polyphones: inout UInt32) -> UnsafeBufferPointer<UInt8> {
        let reading = folded.readingLetters(ofUnits: place, to: place + 1)
        guard polyphones != 0,
            let other = HanTable.shared.otherReading(folded.units[place].key, than: reading)
        else { return reading }
        defer { polyphones >>= 1 }
        return polyphones & 1 == 0 ? reading : other
    }

    /// How many characters of two readings the name has.
    var polyphoneCount: Int {
        folded.units.buffer.count { unit in
            unit.kind == .han && HanTable.shared.otherReading(unit.key, than: folded.text[0..<0]) != nil
        }
    }
}
