import TestSupport
import Testing

@testable import NameMatching

/// However many threads build an index, it is the same.
struct IndexWorkersTests {
    private static let words = [
        "Zhang", "Petrov", "Hikvision", "Technology", "Co., Ltd.", "Institute of", "No. 13", "Moscow", "杭州",
        "海康威视",
        "有限公司", "Алексей", "Trading", "Sharif", "University", "(a.k.a. Star)", "Bureau", "of", "Beijing",
        "J.",
        "Aerospace", "محمد", "Nord", "Stream", "АО", "GmbH", "Group", "Public Security", "Semiconductor",
    ]

    private static func names(_ count: Int, seed: UInt64) -> [ListedName] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let chosen = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                // Some words are the list's own, so that every part brings new faces.
                Int.random(in: 0..<3, using: &random) == 0
                    ? "Qu\(String(number % 1_717, radix: 26))x"
                    : IndexWorkersTests.words.randomElement(using: &random)!
            }
            return ListedName(
                entity: Int32(number / 2), text: chosen.joined(separator: " "),
                isWeak: number % 7 == 0, isPerson: number % 5 == 0)
        }
    }

    /// All that an index holds and how it is numbered, as lines to compare.
    private static func description(of index: NameIndex) -> [String] {
        var lines = (0..<Int32(index.vocabulary.count)).map { face in
            let letters = String(decoding: index.vocabulary.letters(of: face), as: UTF8.self)
            return "face \(letters) \(index.vocabulary.isFuzzy[Int(face)])"
                + " \(index.isSearched ? index.sieve.doors[face].map { "\($0.entry) \($0.least) \($0.aloneAt)" } : [])"
        }
        var keys: [String] = []
        index.vocabulary.forEachFace { keys.append("\($0) \($1)") }
        lines += keys
        let listed = index.listed
        for name in index.entries.indices {
            let terms = listed.terms(of: name).map { term in
                "\(listed.spelling(of: term)) \(listed.kind[term]) \(listed.concept[term]) \(listed.weight[term])"
                    + " \(listed.evidence[term]) \(listed.faces(of: term).map { listed.faces[$0] })"
            }
            lines.append(
                "name \(index.entries[name]) \(terms) \(listed.joins(of: name).map { listed.joins[$0] })"
                    + " \(listed.isPerson[name]) \(listed.isWeak[name]) \(listed.isHan[name])"
                    + " \(listed.isPersonLike[name]) \(listed.identity[name]) \(listed.totalWeight[name])")
        }
        for text in 0..<index.essences.textCount {
            let letters = String(decoding: index.essences.letters(ofText: text), as: UTF8.self)
            let number = Int32(text)
            lines.append(
                "essence \(letters) \(index.essences.name(of: number)) \(index.essences.next(after: number))")
        }
        return lines
    }

    @Test(arguments: [2, 3, 7])
    func indexIsTheSame(workers: Int) {
        let seed = UInt64.random(in: .min ... .max)
        // The last part is not a whole one.
        let names = IndexWorkersTests.names(ListedNames.fewest + 3 * ListedNames.partLength / 2, seed: seed)
        let one = IndexWorkersTests.description(of: NameIndex(names: names))
        let several = IndexWorkersTests.description(of: NameIndex(names: names, workers: workers))
        #expect(one.count == several.count, "seed \(seed)")
        #expect(zip(one, several).first { $0 != $1 } == nil, "seed \(seed)")
    }

    @Test
    func indexOfFewNamesIsTheSame() {
        let names = IndexWorkersTests.names(60, seed: 1)
        #expect(
            IndexWorkersTests.description(of: NameIndex(names: names))
                == IndexWorkersTests.description(of: NameIndex(names: names, workers: 4)))
    }
}
