/// What an index is made of, as long as names are read: all of a list, or a part of it that a thread reads by itself.
struct EntryBuilder: ~Copyable {
    var vocabulary: VocabularyBuilder
    var listed: ListedTermsBuilder
    var essences: EssenceTableBuilder
    private(set) var entries: [NameIndex.Entry] = []
    /// Of the part that is being taken over: the numbers that its faces have here.
    private var faces = Scratch<Int32>()

    /// - Parameter names: about how many names will be read.
    init(names: Int) {
        vocabulary = VocabularyBuilder(names: names)
        listed = ListedTermsBuilder(names: names)
        essences = EssenceTableBuilder(capacity: names)
        entries.reserveCapacity(names + names / 16)
    }

    /// Takes in a name that has been read.
    mutating func append(
        _ name: borrowing NormalizedName, as entry: NameIndex.Entry, isWeak: Bool, isPerson: Bool,
        _ lexicon: Lexicon
    ) {
        listed.append(name, isWeak: isWeak, isPerson: isPerson, lexicon, to: &vocabulary)
        essences.append(name)
        entries.append(entry)
    }

    /// Takes over the names of a part, as if they had been read here.
    ///
    /// - Complexity: O(bytes of the part); of the faces only those that the part has are looked up.
    mutating func append(_ part: borrowing EntryBuilder) {
        vocabulary.append(part.vocabulary, &faces)
        listed.append(part.listed, faces)
        essences.append(part.essences)
        entries += part.entries
    }

    /// Begins anew, with the memory that there is.
    mutating func removeAll() {
        vocabulary.removeAll()
        listed.removeAll()
        essences.removeAll()
        entries.removeAll(keepingCapacity: true)
    }
}
