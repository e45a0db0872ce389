import CData

/// Romanised Russian read backwards, by Data/cyrillic-letters.csv.
struct CyrillicLetters: Sendable {
    static let shared = CyrillicLetters()

    private var anywhere: [String: String] = [:]
    private var atStart: [String: String] = [:]
    private var afterVowel: [String: String] = [:]
    private let longest: Int

    private init() {
        for row in embeddedRows(of: weir_data_cyrillic_letters()) {
            let (latin, cyrillic) = (String(row[0]), String(row[1]))
            switch row[2] {
            case "start": atStart[latin] = cyrillic
            case "vowel": afterVowel[latin] = cyrillic
            default: anywhere[latin] = cyrillic
            }
        }
        longest = anywhere.keys.map(\.utf8.count).max() ?? 0
    }

    /// A word in Cyrillic, the longest groups of letters from the left, capital where the group's first letter is; nil
    /// where it has letters that romanised Russian doesn't have so: `Huawei`, `Qatar`.
    func cyrillic(of word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
        var rest = word
        var written: [Unicode.Scalar] = []
        var special = atStart
        while let first = rest.first {
            guard let (count, letters) = group(at: rest, special) else { return nil }
            written += (first.properties.isUppercase ? letters.uppercased() : letters).unicodeScalars
            rest = rest.dropFirst(count)
            let isVowel = written.last.map { "аеёиоуыэюя".contains($0.properties.lowercaseMapping) } ?? false
            special = isVowel ? afterVowel : [:]
        }
        return written
    }

    private func group(
        at rest: ArraySlice<Unicode.Scalar>, _ special: [String: String]
    ) -> (count: Int, letters: String)? {
        for count in stride(from: min(longest, rest.count), to: 0, by: -1) {
            let latin = WrittenName.string(rest.prefix(count)).lowercased()
            if let letters = special[latin] ?? anywhere[latin] { return (count, letters) }
        }
        return nil
    }
}
