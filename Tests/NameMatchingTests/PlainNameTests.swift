import CSystem
import TestSupport
import Testing

@testable import NameMatching

/// A plain name is cut into the words that folding makes of it.
struct PlainNameTests {
    private struct Word: Equatable {
        var key: WordKey
        var start: Int32
        var count: Int32
        var isPair: Bool
    }

    /// The words of a name cut as a plain one, or nil where it isn't taken for one.
    private static func cut(_ bytes: [UInt8], _ name: inout PlainName) -> (words: [Word], text: [UInt8])? {
        let isPlain = bytes.withUnsafeBufferPointer { bytes in
            name.take(bytes) || PlainName.mayHaveAccents(bytes) && name.take(bytes, FoldTable.shared)
        }
        guard isPlain else { return nil }
        let words = name.words.indices.map { place in
            let word = name.words[place]
            #expect(word.hash == WordSignsCache.hash(word.key))
            return Word(
                key: word.key, start: word.start, count: word.count,
                isPair: name.pairs >> UInt64(place) & 1 != 0)
        }
        return (words, Array(name.text.buffer))
    }

    private static func folded(
        _ bytes: [UInt8], _ folder: inout NameFolder, _ name: inout FoldedName
    ) -> (words: [Word], text: [UInt8]) {
        bytes.withUnsafeBufferPointer { folder.fold($0, into: &name) }
        let words = name.units.buffer.map {
            Word(key: $0.key, start: $0.start, count: $0.count, isPair: $0.isSpelledOut && $0.count == 2)
        }
        return (words, Array(name.text.buffer))
    }

    /// How many of the names were taken for plain ones; each of those has the words that folding makes.
    private static func countPlain(_ names: some Sequence<[UInt8]>) -> Int {
        var plain = PlainName()
        var folder = NameFolder()
        var whole = FoldedName()
        var count = 0
        for name in names {
            guard let (words, text) = cut(name, &plain) else { continue }
            count += 1
            let expected = folded(name, &folder, &whole)
            if words != expected.words || text != expected.text {
                Issue.record("\(String(decoding: name, as: UTF8.self).debugDescription)")
            }
        }
        return count
    }

    /// All names of up to four of some characters, in the middle of one and at its end.
    @Test func shortNamesAreCutAsFoldingCutsThem() {
        let alphabet: [[UInt8]] = ["a", "B", "7", " ", ".", ",", "(", "é", "/", "\n", "'", "本"].map {
            Array($0.utf8)
        }
        var names: [[UInt8]] = [[]]
        var longest = names
        for _ in 0..<4 {
            longest = longest.flatMap { name in alphabet.map { name + $0 } }
            names += longest
        }
        let framed = names.map { Array("Hikvision ".utf8) + $0 + Array(" LTD".utf8) }
        // Those of the first eight alone.
        let plain = 1 + 8 + 64 + 512 + 4_096
        #expect(PlainNameTests.countPlain(names) == plain)
        #expect(PlainNameTests.countPlain(framed) == plain)
    }

    /// Every length, with words of every length.
    @Test(arguments: 0..<80) func longNamesAreCutAsFoldingCutsThem(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let alphabets = [
            "abcdefgh ", "ABC.XYZ 09", "a b-c&d,é", "Łódź & Straße ß", "abcdefghijklmnopqrstuvwxyz",
        ]
        var names: [[UInt8]] = []
        for alphabet in alphabets {
            for _ in 0..<60 {
                let letters = (0..<count).map { _ in alphabet.randomElement(using: &random)! }
                names.append(Array(String(letters).utf8))
            }
        }
        let plain = PlainNameTests.countPlain(names)
        #expect(count > 20 || plain > 0)
        #expect(count <= WEIR_PLAIN_LONGEST || plain == 0)
    }

    /// The vectors and the plain loop find the same letters, whatever byte stands where.
    @Test(arguments: 0...WEIR_PLAIN_LONGEST) func vectorsFoldAsTheLoopDoes(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        for round in 0..<200 {
            var bytes = (0..<count).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
            // Bytes that end it would be in nearly every long text.
            let others = Set("'/`".utf8)
            for place in bytes.indices where others.contains(bytes[place]) { bytes[place] = 0x20 }
            if round % 2 == 1, count > 0 {
                bytes[Int.random(in: 0..<count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            var (folded, expected) = (
                [UInt8](repeating: 0, count: WEIR_PLAIN_ROOM), [UInt8](repeating: 0, count: WEIR_PLAIN_ROOM)
            )
            var (letters, expectedLetters): (UInt64, UInt64) = (0, 0)
            let isPlain = weir_fold_plain(bytes, count, &folded, &letters)
            #expect(
                isPlain == weir_portable_fold_plain(bytes, count, &expected, &expectedLetters), "\(bytes)")
            guard isPlain else { continue }
            #expect(letters == expectedLetters, "\(bytes)")
            #expect(folded[..<count] == expected[..<count], "\(bytes)")
        }
    }
}
