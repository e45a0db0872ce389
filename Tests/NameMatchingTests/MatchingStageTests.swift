import TestSupport
import Testing

@testable import NameMatching

/// Matching taken apart into stages does the work that matching does.
@Suite struct MatchingStageTests {
    private static let listed = [
        "Hangzhou Hikvision Digital Technology Co., Ltd.", "IFLYTEK", "Dahua Technology",
        "乌鲁木齐市公安局", "Xiamen Meiya Pico Information Co., Ltd.", "Vektor Radiopribor",
    ]

    private let index = NameIndex(
        names: listed.enumerated().map { ListedName(entity: Int32($0.offset / 2), text: $0.element) })

    /// Names of the list, changed by chance, between others; some come again.
    private func names(seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed)
        let others = ["Acme Ceramics", "Baker Stone Ltd", "北京市", "Ωmega", "", "hikvision"]
        var names: [String] = []
        for _ in 0..<400 {
            var name = (Self.listed + others).randomElement(using: &random) ?? ""
            if Bool.random(using: &random), name.count > 3 {
                name.remove(at: name.indices.randomElement(using: &random) ?? name.startIndex)
            }
            if Int.random(in: 0..<4, using: &random) == 0 { name += " Trading" }
            names.append(name)
        }
        return names
    }

    @Test func stagesTogetherGiveTheMatches() {
        let seed = UInt64.random(in: .min ... .max)
        var plain = Matcher(index: index)
        var staged = Matcher(index: index)
        var ended: [MatchingStage] = []
        for var name in names(seed: seed) {
            let expected = name.withUTF8 { plain.matches($0) }
            let found = name.withUTF8 { bytes in staged.matches(bytes) { ended.append($0) } }
            #expect(found == expected, "\(name), seed \(seed)")
        }
        #expect(staged.statistics == plain.statistics, "seed \(seed)")
        #expect(plain.statistics.sifted > 0 && plain.statistics.sifted < plain.statistics.names)
        let afterSieve: [MatchingStage] = [.sift, .terms, .faces, .candidates, .score]
        #expect(ended.count == plain.statistics.sifted * afterSieve.count)
        for start in stride(from: 0, to: ended.count, by: afterSieve.count) {
            #expect(Array(ended[start..<start + afterSieve.count]) == afterSieve)
        }
    }

    @Test(arguments: [MatchingStage.lookUp, .fold, .sift])
    func aPassMeetsTheSameNames(_ stage: MatchingStage) {
        let seed = UInt64.random(in: .min ... .max)
        var plain = Matcher(index: index)
        var pass = Matcher(index: index)
        for var name in names(seed: seed) {
            name.withUTF8 { bytes in
                _ = plain.matches(bytes)
                pass.pass(bytes, upTo: stage)
            }
        }
        #expect(pass.statistics.names == plain.statistics.names)
        #expect(pass.statistics.cacheHits == plain.statistics.cacheHits, "seed \(seed)")
        #expect(pass.statistics.sifted == (stage == .sift ? plain.statistics.sifted : 0), "seed \(seed)")
        #expect(pass.statistics.candidates == 0)
    }
}
