import CData

/// Romanised Russian read backwards, by Data/cyrillic-letters.csv.
struct CyrillicLetters: Sendable {
    static let shared = CyrillicLetters()

    private var anywhere: [String: String] = [:]
    private var afterVowel: [String: String] = [:]
    private let longest: Int

    private init() {
        for row in embeddedRows(of: weir_data_cyrillic_letters()) {
            if row[2] == "vowel" {
                afterVowel[String(row[0])] = String(row[1])
            } else {
                anywhere[String(row[0])] = String(row[1])
            }
        }
        longest = anywhere.keys.map(\.utf8.count).max() ?? 0
    }

    /// A word in Cyrillic, the longest groups of letters from the left, capital where the group's first letter is; nil
    /// where it has letters that romanised Russian doesn't have so: `Huawei`, `Qatar`.
    func cyrillic(of word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        var rest = word
        var written: [Unicode.Scalar] = []
        var followsVowel = false
        while let first = rest.first {
            guard let (count, letters) = group(at: rest, followsVowel) else { return nil }
            written += (first.properties.isUppercase ? letters.uppercased() : letters).unicodeScalars
            rest = rest.dropFirst(count)
            followsVowel = written.last.map { "аеёиоуыэюя".contains($0.properties.lowercaseMapping) } ?? false
        }
        return written
    }

    private func group(
        at rest: ArraySlice<Unicode.Scalar>, _ followsVowel: Bool
    ) -> (count: Int, letters: String)? {
        for count in stride(from: min(longest, rest.count), to: 0, by: -1) {
            let latin = WrittenName.string(rest.prefix(count)).lowercased()
            if followsVowel, let letters = afterVowel[latin] { return (count, letters) }
            if let letters = anywhere[latin] { return (count, letters) }
        }
        return nil
    }
}
