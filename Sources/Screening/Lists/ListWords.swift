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
    /// Beginnings of what such words end too, and is no number of the entity's own.
    let noNumbers: Set<String>
    private let otherLegal: Set<String>

    /// Whether a word belongs to a legal form.
    func isLegal(_ word: String) -> Bool { legalEnds.contains(word) || otherLegal.contains(word) }

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
        numberNameEnds = words["number-name-end"] ?? []
        noNumbers = words["no-number"] ?? []
    }
}
