import Screening

/// The option by which users add words to those that names are read with.
enum WordOption {
    static let words = Option.value(
        "words", "PATH", repeatable: true,
        "Words of your own, as CSV with form,concept,class and, optional, parent; may be given several times. Forms "
            + "of one concept meet each other; one that Weir knows too means what the file says. A concept is one of "
            + "Weir's own (weir normalize shows them) or a new one. Classes: "
            + WordClass.allCases.map(\.rawValue).joined(separator: " ") + ".")
}

extension ParsedArguments {
    /// The words that names are read with: Weir's own and those of the files that the option names.
    func words() throws -> Words { try WordFiles(paths: values(of: WordOption.words.name)).words }
}
