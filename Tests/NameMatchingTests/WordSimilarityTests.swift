import Testing
import TestSupport

@testable import NameMatching

struct WordSimilarityTests {
    private func typed(_ left: String, _ right: String) -> Int32 {
        Array(left.utf8).withUnsafeBufferPointer { left in
            Array(right.utf8).withUnsafeBufferPointer { WordSimilarity.typed(left, $0) }
        }
    }

    /// The distance as its definition gives it, a whole table of it.
    private func plainEdits(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
        for row in 0...left.count {
            for column in 0...right.count {
                guard row > 0, column > 0 else {
                    table[row][column] = row + column
                    continue
                }
                let change = left[row - 1] == right[column - 1] ? 0 : 1
                table[row][column] = min(
                    table[row - 1][column] + 1, table[row][column - 1] + 1,
                    table[row - 1][column - 1] + change)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
                {
                    table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
                }
            }
        }
        return table[left.count][right.count]
    }

    private func word(_ letters: ClosedRange<Int>, using random: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: letters, using: &random)).map { _ in "abch".utf8.randomElement(using: &random)! }
    }

    @Test func editsEqualTheDefinitionUpToTheLimit() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let left = word(0...12, using: &random)
            let right = word(0...12, using: &random)
            let expected = plainEdits(left, right)
            for limit in 0...3 {
                let found = left.withUnsafeBufferPointer { left in
                    right.withUnsafeBufferPointer { WordSimilarity.edits(left, $0, atMost: limit) }
                }
                #expect(min(found, limit + 1) == min(expected, limit + 1), "seed \(seed): \(left) \(right)")
            }
        }
    }

    @Test func isSymmetric() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let left = String(decoding: word(1...14, using: &random), as: UTF8.self)
            let right = String(decoding: word(1...14, using: &random), as: UTF8.self)
            #expect(typed(left, right) == typed(right, left), "seed \(seed): \(left) \(right)")
        }
    }

    @Test(arguments: [("hikvision", "hikvison"), ("hikvision", "hikvisoin"), ("technology", "tecnology")])
    func misspellingsAreNear(left: String, right: String) {
        #expect(typed(left, right) > 800)
    }

    @Test(arguments: [
        ("hikvision", "hikari"), ("meyer", "meiya"), ("flytech", "iflytek"), ("haikang", "haikong"),
        ("ice", "ace"), ("jonsdottir", "tomasdottir"),
    ])
    func otherWordsAreNot(left: String, right: String) {
        #expect(typed(left, right) == 0)
    }

    /// Words that are some evidence, and never enough to say that a brand was met.
    @Test(arguments: [("sick", "sock"), ("nadella", "nandela")])
    func doubtfulWordsAreNoBrandMet(left: String, right: String) {
        #expect(typed(left, right) > 400)
        #expect(typed(left, right) < ScoringModel.brandMet)
    }

    /// Every pair within the budget is proposed, however the letters repeat.
    @Test func bucketsLoseNoMisspelling() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        var builder = VocabularyBuilder()
        for _ in 0..<800 {
            let letters = word(5...16, using: &random)
            letters.withUnsafeBufferPointer {
                _ = builder.face(WordKey(text: letters), letters: $0, isFuzzy: true)
            }
        }
        let vocabulary = Vocabulary(builder)
        let index = MisspelledWords(vocabulary)
        for _ in 0..<800 {
            let query = word(5...16, using: &random)
            var proposed: Set<Int32> = []
            query.withUnsafeBufferPointer { letters in
                index.forEachNear(letters, in: vocabulary) { proposed.insert($0) }
            }
            for face in 0..<Int32(vocabulary.count) where !proposed.contains(face) {
                let similarity = query.withUnsafeBufferPointer {
                    WordSimilarity.typed($0, vocabulary.letters(of: face))
                }
                #expect(similarity == 0, "seed \(seed): \(String(decoding: query, as: UTF8.self))")
            }
        }
        index.deallocate()
        vocabulary.deallocate()
    }
}
