/// One way in which names change, by the name that reports give it.
public struct Phenomenon: Sendable {
    public let name: String
    private let mutate: Mutation.Function
    /// What is taken away, so that what is left may identify nobody.
    let loss: Loss

    enum Loss: Sendable {
        case nothing, words
        /// All behind some place, which may be within a word.
        case end
    }

    /// All phenomena in the order of reports.
    public static let all: [Phenomenon] = [
        Phenomenon("legal form dropped", Mutation.legalFormDropped, takesAway: .words),
        Phenomenon("legal form abbreviated or spelled out", Mutation.legalFormChanged),
        Phenomenon("legal form joined to the word before", Mutation.legalFormJoined),
        Phenomenon("trade word abbreviated", Mutation.tradeWordAbbreviated),
        Phenomenon("trade word spelled out", Mutation.tradeWordSpelledOut),
        Phenomenon("acronym", Mutation.acronym),
        Phenomenon("place name variant", Mutation.placeVariant),
        Phenomenon("two words joined", Mutation.wordsJoined),
        Phenomenon("long word split", Mutation.wordSplit),
        Phenomenon("hyphen", Mutation.hyphenated),
        Phenomenon("letters spelled out", Mutation.lettersSpelledOut),
        Phenomenon("letter replaced", Mutation.letterReplaced),
        Phenomenon("letter dropped", Mutation.letterDropped),
        Phenomenon("letter doubled", Mutation.letterDoubled),
        Phenomenon("letters swapped", Mutation.lettersSwapped),
        Phenomenon("two typing errors", Mutation.twoErrors),
        Phenomenon("words rotated", Mutation.wordsRotated),
        Phenomenon("family name first or last", Mutation.familyNameFirst),
        Phenomenon("cut at 35 characters", Mutation.cut, takesAway: .end),
        Phenomenon("text before", Mutation.textBefore),
        Phenomenon("address behind", Mutation.addressBehind),
        Phenomenon("address in the next line", Mutation.addressInNextLine),
        Phenomenon("branch behind", Mutation.branchBehind),
        Phenomenon("upper case", Mutation.upperCase),
        Phenomenon("lower case", Mutation.lowerCase),
        Phenomenon("full width", Mutation.fullWidth),
        Phenomenon("diacritics", Mutation.diacriticsAdded),
        Phenomenon("Cyrillic", Mutation.cyrillic),
        Phenomenon("numeral", Mutation.numeralChanged),
        Phenomenon("Traditional Chinese", Mutation.traditional),
        Phenomenon("pinyin by syllable", Mutation.pinyinBySyllable),
        Phenomenon("pinyin by word", Mutation.pinyinByWord),
    ]

    private init(_ name: String, _ mutate: @escaping Mutation.Function, takesAway loss: Loss = .nothing) {
        self.name = name
        self.mutate = mutate
        self.loss = loss
    }

    /// The name as the phenomenon changes it; nil where it doesn't apply or changes nothing.
    ///
    /// - Parameter seed: the same name, phenomenon and seed give the same mutant, whatever else is on the list.
    func mutant(of name: WrittenName, seed: UInt64) -> String? {
        var random = SplitMix64(seed: seed, for: self.name, name.text)
        guard let mutant = mutate(name, &random), mutant != name.text else { return nil }
        return mutant
    }
}
