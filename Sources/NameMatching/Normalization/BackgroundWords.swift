import CData
import Glibc

/// How common words are in names at large, from counts in public registries (Data/README.md says which).
struct BackgroundWords: Sendable {
    private var weightOfWord = KeyTable(capacity: 1 << 15)

    static let shared = BackgroundWords()

    /// The share of names, 1 in 50,000, from which on a word is as rare as can be.
    private static let rarest = 50_000.0
    /// The least weight of any word, in thousandths.
    static let least: Int32 = 60
    static let most: Int32 = 1_000

    /// The most that a common English word weighs, by its rank from 1, in thousandths.
    private static let commonWeights: [Int32] = [650, 750, 850]

    private init() {
        var weights = CountWeights(total: 1)
        EmbeddedData(weir_data_background_words()).forEachRow { fields in
            let count = fields[1].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
            if fields[0].count == 1, fields[0][0] == UInt8(ascii: "*") {
                weights = CountWeights(total: Double(count))
            } else {
                weightOfWord.insert(WordKey(text: fields[0]), weights.weight(count: count))
            }
        }
        EmbeddedData(weir_data_common_words()).forEachRow { fields in
            let weight = BackgroundWords.commonWeights[Int(fields[1][0] &- UInt8(ascii: "1"))]
            weightOfWord.lower(WordKey(text: fields[0]), to: weight)
        }
    }

    /// The weight, in thousandths, from which on a word may be a mistake that some registry holds too: some six names
    /// in 60,000 have a word of this weight.
    private static let doubtful: Int32 = 890

    /// Whether so many names at large have the word that it is no misspelling.
    @inline(__always)
    func isEstablished(_ word: WordKey) -> Bool {
        knownWeight(of: word).map { $0 < BackgroundWords.doubtful } ?? false
    }

    /// The weight of a word that is known from names at large, or nil.
    @inline(__always)
    func knownWeight(of word: WordKey) -> Int32? { weightOfWord[word] }

    /// How much a word says about who is meant, in thousandths: 60 where every name has it, 1,000 where hardly one does.
    @inline(__always)
    func weight(of word: WordKey) -> Int32 {
        knownWeight(of: word) ?? BackgroundWords.most
    }

    /// The weight ln(1/f)/ln(50,000) of a word that `count` names of `total` have, in thousandths.
    ///
    /// Two occurrences are taken off, so that a listed name that is in the background too doesn't devalue itself.
    static func weight(count: Int, of total: Double) -> Int32 {
        guard count > 2 else { return most }
        let weight = log(total / Double(count - 2)) / log(rarest)
        return min(max(Int32((weight * 1_000).rounded()), least), most)
    }
}
