extension NameText {
    /// Whether a part that was cut off can be a name of its own: not under three letters, not only a legal form, and
    /// not a lone one of the words that names end with.
    var mayStandAlone: Bool { letterCount >= 3 && (hasOwnWord || wordsButForms.count > 1) }

    /// Whether a word stands in it that is neither a legal form nor one that many names have.
    var hasOwnWord: Bool { wordsButForms.contains { !ListWords.shared.common.contains($0) } }

    /// How many letters it has; signs beyond ASCII count by their bytes.
    var letterCount: Int { bytes.count { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }

    private var wordsButForms: [String] {
        words.map(\.text.trimmedOfPunctuation).filter { !$0.isEmpty && !ListWords.shared.isLegal($0) }
    }

    /// Whether it ends with a legal form that ends a firm's name.
    var endsWithLegalForm: Bool {
        guard let last = words.last?.text.trimmedOfPunctuation else { return false }
        return ListWords.shared.legalEnds.contains(last)
    }

}
