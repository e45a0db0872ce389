/// Reads the names of a list one after the other into what an index is made of.
struct EntryReader: ~Copyable {
    var vocabulary: VocabularyBuilder
    var listed: ListedTermsBuilder
    var essences: EssenceTableBuilder
    private(set) var entries: [NameIndex.Entry] = []
    private let lexicon: Lexicon
    private var normalizer: Normalizer
    private var name = NormalizedName()

    /// - Parameter names: about how many names will be read.
    init(lexicon: Lexicon, background: BackgroundWords, names: Int) {
        self.lexicon = lexicon
        vocabulary = VocabularyBuilder(names: names)
        listed = ListedTermsBuilder(names: names)
        essences = EssenceTableBuilder(capacity: names)
        normalizer = Normalizer(lexicon: lexicon, background: background, correctsWords: false)
        entries.reserveCapacity(names + names / 16)
    }

    /// Takes in a listed name, and what else it stands for.
    ///
    /// - Parameter number: its place on the list.
    /// - Complexity: O(letters), some µs.
    mutating func read(_ listedName: ListedName, number: Int) {
        let entry = NameIndex.Entry(name: Int32(number), entity: listedName.entity)
        var text = listedName.text
        text.withUTF8 { text in
            read(text, as: entry, isWeak: listedName.isWeak)
            for other in BracketedAcronym.names(in: text, isWord: lexicon.knows) {
                other.withUnsafeBufferPointer { read($0, as: entry, isWeak: listedName.isWeak) }
            }
            if let name = AlsoKnownAs.nameBefore(in: text) {
                read(name, as: entry, isWeak: listedName.isWeak)
            }
        }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, as entry: NameIndex.Entry, isWeak: Bool) {
        normalizer.read(text, into: &name)
        listed.append(name, isWeak: isWeak, lexicon, to: &vocabulary)
        essences.append(name)
        entries.append(entry)
    }
}
