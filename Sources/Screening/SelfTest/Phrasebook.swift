import CData

/// The words and phrases that names share, with all that is written in their place: the lexicon's files once more,
/// read so that forms can be exchanged for others of the same concept.
///
/// The self-test looks names up here rather than in the matcher's lexicon: what is tested doesn't make its own test.
struct Phrasebook: Sendable {
    enum Kind: Sendable, CaseIterable { case legal, place, rank, generic, noise, address }

    /// A form's meaning: the class and the concept.
    struct Meaning: Sendable, Hashable {
        let kind: Kind
        let concept: Int
    }

    /// A city in both scripts.
    struct City: Sendable {
        let latin: String
        let han: String
        /// The places that it is and lies in: itself and its province.
        let concepts: Set<Int>
    }

    static let shared = Phrasebook()

    /// Forms have no more words or Han characters than this.
    static let longestForm = 12

    private var meanings: [String: Meaning] = [:]
    private var formsOfConcept: [[String]] = []
    private var names: [[String: Int]] = Array(repeating: [:], count: Kind.allCases.count)
    /// In how many names at large a word occurs.
    private var counts: [Substring: Int] = [:]
    /// Cities of China, in the order of their names.
    private(set) var cities: [City] = []

    private init() {
        // A form has the meaning of the first file that it stands in.
        load(weir_data_legal_forms(), .legal)
        load(weir_data_places(), .place)
        load(weir_data_admin_words(), .rank)
        load(weir_data_generic_words(), .generic)
        load(weir_data_noise_phrases(), .noise)
        load(weir_data_address_words(), .address)
        for row in embeddedRows(of: weir_data_background_words()) { counts[row[0]] = Int(row[1]) }
        collectCities()
    }

    private mutating func load(_ data: weir_data, _ kind: Kind) {
        for row in embeddedRows(of: data) {
            let form = String(row[0])
            let concept = number(of: String(row[1]), kind)
            formsOfConcept[concept].append(form)
            if meanings[form] == nil { meanings[form] = Meaning(kind: kind, concept: concept) }
        }
    }

    private mutating func number(of name: String, _ kind: Kind) -> Int {
        let place = Kind.allCases.firstIndex(of: kind)!
        if let known = names[place][name] { return known }
        names[place][name] = formsOfConcept.count
        formsOfConcept.append([])
        return formsOfConcept.count - 1
    }

    /// Places two levels below China that have their concept's name for a form, and a Han one without rank (市, 区).
    private mutating func collectCities() {
        let rows = embeddedRows(of: weir_data_places())
        let provinces = Set(rows.filter { $0[2] == "china" }.map { $0[1] })
        for row in rows where row[0] == row[1] && provinces.contains(row[2]) && row[0].utf8.count >= 4 {
            let latin = String(row[0])
            guard let concept = self.concept(latin, .place),
                let province = self.concept(String(row[2]), .place),
                let han = forms(of: concept, in: .han).first(where: { !"市区县旗盟".contains($0.last!) })
            else { continue }
            cities.append(City(latin: latin, han: han, concepts: [concept, province]))
        }
        cities.sort { $0.latin < $1.latin }
    }

    /// What a form means; nil where it is none.
    func meaning(of form: String) -> Meaning? { meanings[form] }

    /// A concept's number by its name.
    func concept(_ name: String, _ kind: Kind) -> Int? { names[Kind.allCases.firstIndex(of: kind)!][name] }

    /// All forms of a concept in a script, in the order of the file.
    func forms(of concept: Int, in script: WrittenName.Script) -> [String] {
        formsOfConcept[concept].filter { ($0.utf8.first! >= 0x80) == (script == .han) }
    }

    /// The forms of a concept that abbreviate one of it.
    func abbreviations(of form: String, _ meaning: Meaning) -> [String] {
        formsOfConcept[meaning.concept].filter { Abbreviation.abbreviates($0, form) }
    }

    /// The abbreviations that fewer names at large have than the form itself: `machine` isn't short for `Maschinenbau`,
    /// nor `test` for `testing`.
    func rarerAbbreviations(of form: String, _ meaning: Meaning) -> [String] {
        abbreviations(of: form, meaning).filter { frequency(of: $0) < frequency(of: form) }
    }

    /// The form that one is short for, or whose initials it is: of several the one with the commonest words, then the
    /// first; nil where names at large have none of them.
    func expansion(of form: String, _ meaning: Meaning) -> String? {
        let initials = formsOfConcept[meaning.concept].filter { Abbreviation.isAcronym(form, of: $0) }
        // The letters of `ao` occur in `aktsionernoe` as well.
        let longer =
            initials.isEmpty
            ? formsOfConcept[meaning.concept].filter { Abbreviation.abbreviates(form, $0) } : initials
        let most = longer.map(frequency).max() ?? 0
        return most > 0 ? longer.first { frequency(of: $0) == most } : nil
    }

    /// The expansion, if more names at large have it than the form itself.
    func commonerExpansion(of form: String, _ meaning: Meaning) -> String? {
        expansion(of: form, meaning).flatMap { frequency(of: $0) > frequency(of: form) ? $0 : nil }
    }

    /// In how many names at large the rarest word of a form occurs; fewer than three are not counted.
    private func frequency(of form: String) -> Int {
        form.split(separator: " ").map { counts[$0] ?? 0 }.min() ?? 0
    }

    /// The one-word forms of a concept that are the initials of a form.
    func acronyms(of form: String, _ meaning: Meaning) -> [String] {
        formsOfConcept[meaning.concept].filter { Abbreviation.isAcronym($0, of: form) }
    }
}

/// How short forms come from long ones.
enum Abbreviation {
    /// Whether each word of `short` is the word of `long` in its place or abbreviates it, and at least one does:
    /// its letters occur in the long one in their order, the first one first, and are at most six in ten of them. Of
    /// Han forms the characters are compared, at most seven in ten.
    static func abbreviates(_ short: String, _ long: String) -> Bool {
        guard short != long, (short.utf8.first! >= 0x80) == (long.utf8.first! >= 0x80) else { return false }
        let shorts = short.split(separator: " ")
        let longs = long.split(separator: " ")
        guard shorts.count == longs.count else { return false }
        let share = short.utf8.first! >= 0x80 ? 7 : 6
        return zip(shorts, longs).allSatisfy { part, whole in
            part == whole
                || part.first == whole.first && part.count * 10 <= whole.count * share
                    && isSubsequence(part, of: whole)
        }
    }

    private static func isSubsequence(_ part: Substring, of whole: Substring) -> Bool {
        var rest = part[...]
        for letter in whole where letter == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// Whether a word is the initials of a phrase of two words or more; articles may be left out.
    static func isAcronym(_ word: String, of phrase: String) -> Bool {
        let words = phrase.split(separator: " ")
        guard words.count > 1, word.utf8.first! < 0x80 else { return false }
        let significant = words.filter { !["and", "of", "the", "for"].contains($0) }
        return [words, significant].contains { $0.count > 1 && word == String($0.compactMap(\.first)) }
    }
}
