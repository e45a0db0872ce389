import TestSupport
import Testing

@testable import NameMatching

/// The coarse sieve's short cuts say no more than its long way does.
struct CoarseSieveTests {
    private static let listed = [
        "Hangzhou Hikvision Digital Technology Co., Ltd.", "Dahua Technology", "IFLYTEK", "Megvii Technology",
        "Xinjiang Production and Construction Corps (XPCC) Public Security Bureau", "Alexei Petrov", "A. B.",
        "Plant No. 38", "Hik Vision", "Open Joint Stock Company Beltech Export", "Rosneft", "Thirty Eight",
    ]
    private static let surroundings = [
        "GRUPO MASSIER TEXTILES S.A. DE C.V.", "NUR BIN WAN", "Y. A. TRADING",
        "SHENZHEN HIANG INDUSTRY CO LTD",
        "TRADINGCOMPANY OF THE NORTH", "JOÃO SIGÁSNO", "TO THE ORDER OF BANK", "No 5 Street", "P S B",
        "BEARDGARTRADING PVTLTD", "THIRTY FIRST", "H I K VISION", "TECHNOLOGYCO HIK", "S. A. HIKVISION",
    ]

    private static func index(_ threshold: Double) -> NameIndex {
        let names = listed.enumerated().map { ListedName(entity: Int32($0.offset), text: $0.element) }
        return NameIndex(names: names, threshold: Score(threshold))
    }

    private static func names(_ count: Int) -> [String] {
        var random = SeededGenerator(seed: 7)
        let all = listed + surroundings
        return (0..<count).map { number in
            let name = Mutation.mutate(all[number % all.count], all, using: &random)
            return number % 3 == 0 ? name : Mutation.mutate(name, all, using: &random)
        }
    }

    @Test(arguments: [0.3, 0.6, 0.75, 0.9]) func whatIsRuledOutKnocksNowhere(threshold: Double) {
        let index = CoarseSieveTests.index(threshold)
        var sieve = CoarseSieve(index, isUseful: true)
        var facts = WordFactsCache(index, lineCount: 1 << 12)
        var normalizer = Normalizer()
        var nearWords = NearWords(index)
        var plain = PlainName()
        var folded = FoldedName()
        var (ruledOut, left) = (0, 0)
        for name in CoarseSieveTests.names(20_000) {
            let bytes = Array(name.utf8)
            bytes.withUnsafeBufferPointer { bytes in
                guard plain.take(bytes) || PlainName.mayHaveAccents(bytes) && plain.take(bytes, .shared),
                    plain.words.count > 0
                else { return }
                sieve.prefetch(plain)
                guard sieve.rulesOut(plain, &facts, &normalizer, &nearWords) else {
                    left += 1
                    return
                }
                ruledOut += 1
                normalizer.fold(bytes, into: &folded)
                #expect(!sieve.mayKnock(&folded, &facts, &normalizer, &nearWords), "\(name)")
            }
        }
        #expect(ruledOut > 1_000 && left > 1_000, "\(ruledOut) ruled out, \(left) left")
    }

    /// Words of the list, of the lexicon and of nobody, with errors: what holds as silent shows nothing.
    @Test(arguments: [0.3, 0.75]) func silentWordsShowNothing(threshold: Double) {
        let index = CoarseSieveTests.index(threshold)
        var silent = SilentWords(index)
        var maker = WordFactsMaker(index)
        var normalizer = Normalizer()
        var nearWords = NearWords(index)
        var random = SeededGenerator(seed: 11)
        let lexicon = index.lexicon.correctable
        let words =
            CoarseSieveTests.names(20_000).flatMap { $0.lowercased().split(separator: " ").map(String.init) }
            + (0..<Int32(lexicon.count)).map { String(decoding: lexicon.letters(of: $0), as: UTF8.self) }
        var (holds, shows) = (0, 0)
        for word in words {
            let letters = Mutation.mutate(word, ["co"], using: &random).lowercased().utf8.filter {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0)
            }
            guard (1...PlainName.longestWord).contains(letters.count) else { continue }
            var text = Scratch<UInt8>()
            letters.withUnsafeBufferPointer { text.append(contentsOf: $0) }
            let key = WordKey(short: text.base, count: text.count)
            let isNumber = letters.allSatisfy { $0 < UInt8(ascii: "a") }
            let isForeign = holds % 2 == 1
            let unit = FoldedName.Unit(
                key: key, start: 0, count: Int32(text.count), kind: isNumber ? .digits : .latin,
                flags: isForeign ? .isForeign : [])
            guard !isNumber, silent.holds(text.buffer, key, isForeign: isForeign) else {
                shows += 1
                continue
            }
            holds += 1
            var signs = WordSigns(
                maker.facts(
                    text.buffer, unit, isForeign ? .foreign : .anywhere, &normalizer, &nearWords,
                    weighs: false))
            signs.remove(.isForeign)
            // The tables of phrases take other words for theirs by chance.
            if index.lexicon.next(Lexicon.root, key) < 0 {
                signs.subtract([.isDroppable, .continuesDoorPhrase])
            }
            #expect(signs.isEmpty, "\(String(decoding: letters, as: UTF8.self)): \(signs)")
        }
        #expect(holds > 1_000 && shows > 1_000, "\(holds) silent, \(shows) not")
    }
}
