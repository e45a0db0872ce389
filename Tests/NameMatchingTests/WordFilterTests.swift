import CSystem
import TestSupport
import Testing

@testable import NameMatching

/// What a new word is asked for first must let through all that the slow way finds.
struct WordFilterTests {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    private var random = SeededGenerator(seed: UInt64.random(in: .min ... .max))

    private func lexiconWords() -> [[UInt8]] {
        let list = Lexicon.shared.correctable
        return (0..<Int32(list.count)).map { Array(list.letters(of: $0)) }
    }

    /// The word with an error at a place, or just before it.
    private mutating func mistyped(_ word: [UInt8], at place: Int) -> [UInt8] {
        var word = word
        let letter = WordFilterTests.letters.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: word.remove(at: place)
        case 1: word.insert(letter, at: place)
        case 2: word[place] = letter
        default: word.swapAt(place, max(place - 1, 0))
        }
        return word
    }

    private func typed(_ left: [UInt8], _ right: [UInt8]) -> Int32 {
        left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { WordSimilarity.typed(left, $0) }
        }
    }

    private func correction(of word: [UInt8]) -> [UInt8]? {
        let list = Lexicon.shared.correctable
        let number = word.withUnsafeBufferPointer { list.correction(of: $0) }
        return number < 0 ? nil : Array(list.letters(of: number))
    }

    @Test mutating func everyWordWithAnErrorIsCorrected() {
        for word in lexiconWords() where (7...40).contains(word.count) && word[0] < 0x80 {
            for place in word.indices {
                let wrong = mistyped(word, at: place)
                let similarity = typed(wrong, word)
                guard wrong != word, wrong.count <= 40, similarity > 0 else { continue }
                let meant = correction(of: wrong)
                #expect(
                    meant.map { typed(wrong, $0) >= similarity || $0 == wrong } ?? false,
                    "\(String(decoding: wrong, as: UTF8.self))")
            }
        }
    }

    @Test mutating func everyVeryLongWordWithTwoErrorsIsCorrected() {
        for word in lexiconWords() where (10...36).contains(word.count) && word[0] < 0x80 {
            let once = mistyped(word, at: Int.random(in: 2..<word.count, using: &random))
            let wrong = mistyped(once, at: Int.random(in: 2..<once.count, using: &random))
            guard wrong.count >= 10, typed(wrong, word) >= 780, wrong != word else { continue }
            #expect(correction(of: wrong) != nil, "\(String(decoding: wrong, as: UTF8.self))")
        }
    }

    @Test mutating func everyGluedWordMayBeSplit() {
        let splitter = LexiconSplitter(lexicon: .shared)
        let words = lexiconWords()
        let ends = ["", "", "co", "ltd", "coltd", "sa", "gmbh", "llc"].map { Array($0.utf8) }
        var found = 0
        for first in words {
            let glued = first + words.randomElement(using: &random)! + ends.randomElement(using: &random)!
            guard (LexiconSplitter.shortest...64).contains(glued.count) else { continue }
            glued.withUnsafeBufferPointer { glued in
                for mayHoldBrand in [false, true]
                where splitter.split(glued, mayHoldBrand: mayHoldBrand).count > 0 {
                    found += 1
                    #expect(
                        LexiconSplitter.mayBeSplit(glued, .shared),
                        "\(String(decoding: glued, as: UTF8.self))")
                }
            }
        }
        #expect(found > 1_000)
    }

    @Test mutating func everyWordWithAnotherBeginningIsProposed() {
        var builder = VocabularyBuilder()
        let words = (0..<1_000).map { _ in
            (0..<Int.random(in: 5...16, using: &random)).map { _ in
                WordFilterTests.letters.randomElement(using: &random)!
            }
        }
        for word in words {
            word.withUnsafeBufferPointer {
                _ = builder.face(WordKey(text: word), letters: $0, isFuzzy: true)
            }
        }
        let vocabulary = Vocabulary(builder)
        let index = MisspelledWords(vocabulary)
        for word in words {
            let swapped = [word[1], word[0]] + word[2...]
            for wrong in [word[1...] + [], [0x71] + word, [0x71] + word[1...], swapped]
            where typed(wrong, word) > 0 && wrong != word {
                var proposed: Set<[UInt8]> = []
                wrong.withUnsafeBufferPointer {
                    index.forEachNear($0, in: vocabulary) {
                        proposed.insert(Array(vocabulary.letters(of: $0)))
                    }
                }
                #expect(proposed.contains(word), "\(String(decoding: wrong, as: UTF8.self))")
            }
        }
        index.deallocate()
        vocabulary.deallocate()
    }

    /// Of any number of sets, and any number of bits.
    @Test mutating func nearSetsAreThoseWithFewOtherBits() {
        for count in 0..<70 {
            for most in 0..<7 {
                let set = UInt32.random(in: 0...UInt32.max, using: &random)
                let sets = (0..<count).map { _ in
                    (0..<Int.random(in: 0...8, using: &random)).reduce(set) { bits, _ in
                        bits ^ 1 << UInt32.random(in: 0..<32, using: &random)
                    }
                }
                let expected = sets.indices.filter { (sets[$0] ^ set).nonzeroBitCount <= most }.map(
                    UInt32.init)
                var near = [UInt32](repeating: 0, count: count + 1)
                let found = weir_near_sets(sets, count, set, UInt32(most), &near)
                #expect(Array(near[..<found]) == expected)
                let portable = weir_portable_near_sets(sets, 0, count, set, UInt32(most), &near)
                #expect(Array(near[..<portable]) == expected)
            }
        }
    }

    @Test func everySpellingIsFound() {
        var builder = VocabularyBuilder()
        let words = lexiconWords()
        for (number, word) in words.enumerated() where number % 2 == 0 {
            word.withUnsafeBufferPointer {
                SpellingKey.withKey(of: $0) { key in
                    guard key.count > 0 else { return }
                    _ = builder.face(WordKey(text: key), letters: key)
                }
            }
        }
        let vocabulary = Vocabulary(builder)
        for word in words {
            word.withUnsafeBufferPointer {
                let face = SpellingKey.withKey(of: $0) { vocabulary.find($0) }
                #expect(vocabulary.find(spellingOf: $0) == face, "\(String(decoding: word, as: UTF8.self))")
            }
        }
        vocabulary.deallocate()
    }
}
