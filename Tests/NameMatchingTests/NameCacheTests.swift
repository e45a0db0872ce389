import Testing
import TestSupport

@testable import NameMatching

struct NameCacheTests {
    private func key(_ text: String) -> WordKey { WordKey(text: text.utf8) }

    @Test func wordKeysTellWordsApart() {
        var keys: Set<WordKey> = []
        var words: Set<String> = []
        for length in 0...24 {
            for letter in ["a", "b", "z", "视"] {
                let word = String(repeating: letter, count: length)
                words.insert(word)
                keys.insert(key(word))
                words.insert(word + "x")
                keys.insert(key(word + "x"))
            }
        }
        #expect(keys.count == words.count)
        #expect(key("a").isLong == false && key(String(repeating: "a", count: 40)).isLong)
        #expect(
            keys.isDisjoint(with: (0..<99).map { WordKey.concept($0) } + (0..<99).map { WordKey.number($0) }))
    }

    @Test func keyTableKeepsTheFirstValue() {
        var table = KeyTable()
        for number in 0..<5_000 { table.insert(key("word\(number)"), Int32(number)) }
        #expect(table.insert(key("word7"), 99) == 7)
        for number in 0..<5_000 { #expect(table[key("word\(number)")] == Int32(number)) }
        #expect(table[key("nothing")] == nil)
        #expect(table.count == 5_000)
    }

    /// Far more names than the ring holds: an answer is right or not there.
    @Test func neverAnswersForAnotherName() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        var cache = NameCache()
        func answer(_ number: Int) -> [NameMatch] {
            number % 3 == 0
                ? [NameMatch(entity: Int32(number), name: 0, score: Score(1), reason: "\(number)")] : []
        }
        var found = 0
        for _ in 0..<60_000 {
            let number = Int.random(in: 0..<40_000, using: &random)
            let name = Array("name \(number) \(String(repeating: "x", count: number % 300))".utf8)
            name.withUnsafeBufferPointer { bytes in
                if let known = cache.find(bytes) {
                    found += 1
                    #expect(known == answer(number), "seed \(seed)")
                } else {
                    cache.store(bytes, answer(number))
                }
            }
        }
        #expect(found > 1_000)
    }

    @Test func anEmptyOrEndlessNameIsNotKept() {
        var cache = NameCache()
        for count in [0, 100_000] {
            let name = [UInt8](repeating: 65, count: count)
            name.withUnsafeBufferPointer { bytes in
                cache.store(bytes, [])
                #expect(cache.find(bytes) == nil)
            }
        }
    }
}
