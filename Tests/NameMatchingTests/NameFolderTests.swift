import TestSupport
import Testing

@testable import NameMatching

struct NameFolderTests {
    /// What names are made of: letters, figures and marks; accents and ligatures; Han characters, some of which are read
    /// together, are Traditional, rare or compatible; other scripts, marks, and what is invisible or no letter.
    private static let pieces: [[Unicode.Scalar]] = [
        Array("abcXYZ0189".unicodeScalars), Array(" ,;./()[]'`-&\n\r\t\u{0}".unicodeScalars),
        Array("éßøŁĳ½①⑽⁗ℓﬁＡ１ｂ“ʺ".unicodeScalars), Array("重庆银行长乐中行東乾曾・々〇㐀\u{F900}龍𠀀𪛖".unicodeScalars),
        Array("ЖжеЕъьЁєΩαאבعبกขアガﾟ한국ԱგԵ٣".unicodeScalars),
        Array("\u{301}\u{200D}\u{AD}\u{2028}\u{E34}\u{93E}𝒳🙂𐌰\u{3000}".unicodeScalars),
    ]

    /// Names of all kinds, read one after the other by one folder, which remembers.
    @Test func randomNamesAreFoldedAsTheReferenceFoldsThem() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        var folder = NameFolder()
        var name = FoldedName()
        for number in 0..<6_000 {
            let text = NameFolderTests.name(of: number, using: &random)
            guard equals(Array(text.utf8), &folder, &name) else {
                Issue.record("“\(text)” is folded otherwise than by the reference; seed \(seed)")
                return
            }
        }
    }

    /// Names at the limit of units, and words longer than a key and than eight bytes at a time.
    @Test func longNamesAreFoldedAsTheReferenceFoldsThem() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed: seed)
        var folder = NameFolder()
        var name = FoldedName()
        for unit in ["a ", "ab ", "重", "重庆 ", "é,", "⑽", "Ж ", "Ж٣", "abcdefgh", "abcdefghé"] {
            for count in [7, 8, 9, 17, 255, 256, 511, 512, 513, 1_500] {
                let tail = NameFolderTests.name(of: count, using: &random)
                let text = String(repeating: unit, count: count) + tail
                #expect(
                    equals(Array(text.utf8), &folder, &name), "“\(unit)” × \(count), “\(tail)”; seed \(seed)")
            }
        }
    }

    /// More runs of another script than are remembered at a time.
    @Test func runsAreForgottenAndReadAgain() {
        let letters = (UInt32(0x430)..<0x450).map { Unicode.Scalar($0)! }
        var folder = NameFolder()
        var name = FoldedName()
        for round in 0..<2 {
            for number in 0..<10_000 {
                var text = String.UnicodeScalarView()
                for digit in [number / 1_024, number / 32 % 32, number % 32] { text.append(letters[digit]) }
                let bytes = Array(String(text).utf8)
                // The slow folder opens ICU for each name: a sample of them is compared, all are read.
                if number % 64 == 0 {
                    #expect(equals(bytes, &folder, &name), "round \(round): \(String(text))")
                } else if round == 0 {
                    bytes.withUnsafeBufferPointer { folder.fold($0, into: &name) }
                }
            }
        }
    }

    private static func name(of number: Int, using random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        // Names of one kind beside names of all.
        let kinds = number % 3 == 0 ? 0..<pieces.count : 0..<Int.random(in: 1...pieces.count, using: &random)
        for _ in 0..<Int.random(in: 0...40, using: &random) {
            let kind = pieces[Int.random(in: kinds, using: &random)]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                text.append(kind.randomElement(using: &random)!)
            }
        }
        return String(text)
    }

    private func equals(
        _ bytes: [UInt8], _ folder: inout NameFolder, _ name: inout FoldedName
    ) -> Bool {
        bytes.withUnsafeBufferPointer { folder.fold($0, into: &name) }
        let expected = ReferenceFolder(bytes)
        guard name.units.count == expected.units.count, name.isTruncated == expected.isTruncated,
            Array(name.text.buffer) == expected.units.flatMap(\.text),
            Array(name.reading.buffer) == expected.units.flatMap(\.reading)
        else { return false }
        return name.units.indices.allSatisfy { place in
            let unit = name.units[place]
            let reading = name.reading[Int(unit.readingStart)..<Int(unit.readingEnd)]
            let found = ReferenceFolder.Unit(
                kind: unit.kind, startsLine: unit.startsLine, isForeign: unit.isForeign,
                followsSlash: unit.followsSlash, isSpelledOut: unit.isSpelledOut,
                followsComma: unit.followsComma, isInBrackets: unit.isInBrackets,
                text: Array(name.letters(ofUnits: place, to: place + 1)), reading: Array(reading),
                syllable: unit.syllable)
            return found == expected.units[place] && unit.key == WordKey(text: found.text)
                && unit.node == -1 && unit.correction == .none && !unit.isContinued
        }
    }
}
