import CData

/// The words by which names that a list writes together, and numbers among remarks, are told apart, from `Data/list-words.csv`.
struct ListWords {
    static let shared = ListWords()

    /// Legal forms with which a name ends, so that `and` behind one begins another name.
    let legalEnds: Set<String>
    /// Words that many names have and that say of none whose it is.
    let common: Set<String>
    /// Words for a street, a house or a part of a town.
    let streets: Set<String>
    /// Words for a part of a house, before its number.
    let units: Set<String>
    /// Short forms behind which a full stop doesn't end a name.
    let shortForms: Set<String>
    /// Who is meant beside the named one: `subsidiaries`.
    let successors: Set<String>
    /// What stands between those words.
    let successorJoints: Set<String>
    /// Words with which the name of a number ends: `Tax ID No.`.
    let numberNameEnds: Set<String>
    /// Beginnings of what such words end too, and is no number of the entity's own, by their first byte.
    private let noNumbers: [UInt8: [[UInt8]]]
    /// What stands beside a number where a list says that aliases follow: `including the following two aliases:`.
    let phraseWords: Set<String>
    /// What such phrases say that it is: `aliases`, `branches`.
    let phraseNouns: Set<String>
    /// Small numbers as words.
    let numbers: Set<String>
    /// What is in each word for those that are meant beside the named one; without it none is looked for.
    let successorStems: [StaticString] = [
        "success", "sub", "affiliate", "branches", "assign", "parent", "entities",
    ]
    /// Chinese words behind which another name of the same follows.
    let aliasMarks: [(bytes: [UInt8], isFormer: Bool)]
    /// Characters with which names of Chinese institutions end.
    let hanEnds: Set<String>
    /// Words that stand where there is no name.
    let noNames: Set<String>
    /// The first bytes of these words.
    let noNameBeginnings: [UInt8]
    private let otherLegal: Set<String>

    /// Whether a word belongs to a legal form.
    func isLegal(_ word: String) -> Bool { legalEnds.contains(word) || otherLegal.contains(word) }

    /// Whether a text begins as what is no number of the entity's own does: `DOB 16 Jun 1980`.
    func beginsNoNumber(_ text: some Collection<UInt8>) -> Bool {
        let lower = { (byte: UInt8) in byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
        guard let first = text.first, let beginnings = noNumbers[lower(first)] else { return false }
        return beginnings.contains { text.prefix($0.count).lazy.map(lower).elementsEqual($0) }
    }

    private init() {
        var words: [Substring: Set<String>] = [:]
        for row in embeddedRows(of: weir_data_list_words()) where row.count == 2 {
            words[row[1], default: []].insert(String(row[0]))
        }
        legalEnds = words["legal-end"] ?? []
        otherLegal = words["legal"] ?? []
        common = words["common"] ?? []
        streets = words["street"] ?? []
        units = words["unit"] ?? []
        shortForms = words["short-form"] ?? []
        successors = words["successor"] ?? []
        successorJoints = words["successor-joint"] ?? []
        phraseWords = words["phrase"] ?? []
        phraseNouns = words["phrase-noun"] ?? []
        numbers = words["number"] ?? []
        let marks = [("alias-mark", false), ("former-mark", true)].flatMap { name, isFormer in
            (words[name[...]] ?? []).map { (bytes: Array($0.utf8), isFormer: isFormer) }
        }
        // Longer ones before those that they begin with.
        aliasMarks = marks.sorted {
            ($1.bytes.count, $0.bytes.first ?? 0) < ($0.bytes.count, $1.bytes.first ?? 0)
        }
        hanEnds = words["han-end"] ?? []
        noNames = words["no-name"] ?? []
        noNameBeginnings = Array(Set(noNames.compactMap(\.utf8.first)))
        numberNameEnds = words["number-name-end"] ?? []
        noNumbers = Dictionary(
            grouping: (words["no-number"] ?? []).map { Array($0.utf8) }, by: { $0.first ?? 0 })
    }
}
