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

    /// Answers are emptied when there are too many: what a batch noted before is then no longer the name's.
    @Test func aBatchSurvivesEmptiedAnswers() {
        var cache = NameCache()
        func match(_ number: Int) -> [NameMatch] {
            [NameMatch(entity: Int32(number), name: 0, score: Score(1), reason: "\(number)")]
        }
        func store(_ number: Int) {
            Array("name \(number)".utf8).withUnsafeBufferPointer { cache.store($0, match(number)) }
        }
        var emptied = 0
        for start in stride(from: 0, to: 30_000, by: 5_000) {
            for number in start..<start + 5_000 { store(number) }
            let asked = Array("name \(start + 4_999)".utf8)
            asked.withUnsafeBufferPointer { bytes in
                var batch = NameBatch()
                batch.add(bytes, tag: 0)
                cache.lookUp(&batch)
                #expect(batch.open.count == 1)
                let hash = batch.names[0].hash
                #expect(batch.names[0].position != 0)
                // Others come between the look at the batch and the answer.
                for number in 100_000..<106_000 { store(start + number) }
                let answer = cache.answer(bytes, hash: hash, expectedAt: batch.names[0].position)
                if answer < 0 {
                    emptied += 1
                } else {
                    #expect(answer > 0 && cache.matches(of: answer) == match(start + 4_999))
                }
            }
        }
        #expect(emptied > 0)
    }

    /// A name that is asked for again and again stays, however many others come.
    @Test func aCommonNameStays() {
        var cache = NameCache()
        let match = NameMatch(entity: 7, name: 0, score: Score(1), reason: "common")
        let common = Array("a common name".utf8)
        common.withUnsafeBufferPointer { cache.store($0, [match]) }
        var batch = NameBatch()
        for number in 0..<200_000 {
            let name = Array("name \(number) \(String(repeating: "x", count: 90))".utf8)
            name.withUnsafeBufferPointer { cache.store($0, []) }
            guard number % 1_000 == 0 else { continue }
            common.withUnsafeBufferPointer { bytes in
                batch.removeAll()
                batch.add(bytes, tag: 0)
                cache.lookUp(&batch)
                #expect(batch.open.count == 1)
                let hash = batch.names[0].hash
                let answer = cache.answer(bytes, hash: hash, expectedAt: batch.names[0].position)
                #expect(answer > 0 && cache.matches(of: answer) == [match], "after \(number)")
            }
        }
    }

    /// Names looked up together get what each gets alone, the second time too.
    @Test func aBatchAnswersAsNameByName() {
        let index = NameIndex(
            names: ["Zorbax Quibbler Ltd", "Hangzhou Hikvision"].enumerated().map {
                ListedName(entity: Int32($0), text: $1)
            })
        var together = Matcher(index: index)
        var alone = Matcher(index: index)
        let names = (0..<300).map { number in
            Array(["ZORBAX QUIBBLER", "Hikvision Hangzhou", "Best Co \(number)"][number % 3].utf8)
        }
        var batch = NameBatch()
        for _ in 0..<2 {
            let copies = names.map { name in
                let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: name.count)
                _ = copy.initialize(from: name)
                return UnsafeBufferPointer(copy)
            }
            defer { for copy in copies { copy.deallocate() } }
            batch.removeAll()
            for (number, copy) in copies.enumerated() { batch.add(copy, tag: Int32(number)) }
            together.match(&batch)
            var found: [Int: [NameMatch]] = [:]
            for one in batch.found {
                #expect(batch.tag(one.place) == Int32(one.place))
                found[one.place] = one.matches
            }
            #expect(found.count >= 100)
            for (number, copy) in copies.enumerated() {
                #expect(found[number] ?? [] == alone.matches(copy))
            }
        }
        #expect(together.statistics.cacheHits == alone.statistics.cacheHits)
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
