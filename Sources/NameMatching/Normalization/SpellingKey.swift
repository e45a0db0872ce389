/// How a word sounds to those who spell it: equal for the ways in which one name is written in Latin letters.
///
/// `Alexei` and `Aleksey`, `Vitaliy` and `Vitaly`, `Mohammed` and `Mohamed`, `Schroeder` and `Schroder` share a key.
/// The rules are those of romanisation tables (y for i, ks for x, kh for h, doubled letters), not of any language.
enum SpellingKey {
    /// Shorter keys are shared by too many words.
    private static let fewest = 4
    private static let longest = 40
    /// Stands before every key: no word begins with it, so a key is never taken for a word.
    private static let mark = UInt8(ascii: "^")

    /// Calls `body` with the key of lower-case ASCII letters; with nothing where it has none.
    ///
    /// - Parameter mayBegin: asked with the key's first four bytes whether the rest is worth writing.
    /// - Complexity: O(letters); nothing is allocated.
    @inline(__always)
    static func withKey<Result>(
        of word: UnsafeBufferPointer<UInt8>, where mayBegin: (UnsafePointer<UInt8>) -> Bool = { _ in true },
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard (fewest...longest).contains(word.count) else {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 2) { key in
            let count = write(word, to: key, mayBegin)
            return body(UnsafeBufferPointer(rebasing: key[..<(count > fewest ? count : 0)]))
        }
    }

    /// Writes the key and returns its length, or 0 where its first four bytes are enough.
    @inline(__always)
    private static func write(
        _ word: UnsafeBufferPointer<UInt8>, to key: UnsafeMutableBufferPointer<UInt8>,
        _ mayBegin: (UnsafePointer<UInt8>) -> Bool
    ) -> Int {
        key[0] = mark
        var count = 1
        var place = 0
        while place < word.count {
            let next = place + 1 < word.count ? word[place + 1] : 0
            let (sound, width) = sound(word[place], next, isFirst: place == 0)
            place += width
            // Doubled letters are one; a silent h at the end (Abdullah, Sarah) is none.
            guard sound != key[count - 1], !(sound == UInt8(ascii: "h") && place == word.count) else {
                continue
            }
            key[count] = sound
            count += 1
            if count == 4, !mayBegin(UnsafePointer(key.baseAddress!)) { return 0 }
        }
        return count
    }

    /// The letter that one or two letters stand for, and how many they are.
    @inline(__always)
    private static func sound(_ letter: UInt8, _ next: UInt8, isFirst: Bool) -> (UInt8, Int) {
        // Most letters stand for themselves whatever follows.
        if !mayChange(letter) { return (letter, 1) }
        return switch (letter, next) {
        case (UInt8(ascii: "k"), UInt8(ascii: "h")): (UInt8(ascii: "h"), 2)
        case (UInt8(ascii: "p"), UInt8(ascii: "h")): (UInt8(ascii: "f"), 2)
        case (UInt8(ascii: "k"), UInt8(ascii: "s")): (UInt8(ascii: "x"), 2)
        case (UInt8(ascii: "c"), UInt8(ascii: "k")): (UInt8(ascii: "k"), 2)
        case (UInt8(ascii: "d"), UInt8(ascii: "j")): (UInt8(ascii: "j"), 2)
        case (UInt8(ascii: "o"), UInt8(ascii: "u")), (UInt8(ascii: "o"), UInt8(ascii: "o")):
            (UInt8(ascii: "u"), 2)
        case (UInt8(ascii: "a"), UInt8(ascii: "e")), (UInt8(ascii: "a"), UInt8(ascii: "i")):
            (UInt8(ascii: "a"), 2)
        case (UInt8(ascii: "e"), UInt8(ascii: "e")): (UInt8(ascii: "i"), 2)
        case (UInt8(ascii: "o"), UInt8(ascii: "e")): (UInt8(ascii: "o"), 2)
        case (UInt8(ascii: "u"), UInt8(ascii: "e")): (UInt8(ascii: "u"), 2)
        case (UInt8(ascii: "q"), _): (UInt8(ascii: "k"), 1)
        case (UInt8(ascii: "w"), _): (UInt8(ascii: "v"), 1)
        case (UInt8(ascii: "y"), _) where !isFirst, (UInt8(ascii: "j"), 0): (UInt8(ascii: "i"), 1)
        case (UInt8(ascii: "c"), UInt8(ascii: "a")), (UInt8(ascii: "c"), UInt8(ascii: "o")),
            (UInt8(ascii: "c"), UInt8(ascii: "u")), (UInt8(ascii: "c"), 0):
            (UInt8(ascii: "k"), 1)
        default: (letter, 1)
        }
    }

    /// Whether a letter is one of a, c, d, e, j, k, o, p, q, u, w and y; other bytes with the same five lower bits may be
    /// taken for one.
    @inline(__always)
    private static func mayChange(_ letter: UInt8) -> Bool {
        0b0000_0010_1010_0011_1000_1100_0011_1010 as UInt32 &>> UInt32(letter) & 1 != 0
    }
}
