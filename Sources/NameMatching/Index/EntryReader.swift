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
            if listedName.isPerson {
                readPerson(text, as: entry, isWeak: listedName.isWeak)
                return
            }
            read(text, as: entry, isWeak: listedName.isWeak)
            for other in BracketedAcronym.names(in: text, isWord: lexicon.knows) {
                other.withUnsafeBufferPointer { read($0, as: entry, isWeak: listedName.isWeak) }
            }
            if let name = AlsoKnownAs.nameBefore(in: text) {
                read(name, as: entry, isWeak: listedName.isWeak)
            }
        }
    }

    /// Takes in a person's name, `LAST, First` or `First Last`; no word of it is a place or what somebody does.
    private mutating func readPerson(
        _ text: UnsafeBufferPointer<UInt8>, as entry: NameIndex.Entry, isWeak: Bool
    ) {
        let comma = UInt8(ascii: ",")
        if let place = text.firstIndex(of: comma), text.lastIndex(of: comma) == place {
            let swapped = text[(place + 1)...] + [UInt8(ascii: " ")] + text[..<place]
            swapped.withUnsafeBufferPointer { normalizer.read($0, into: &name) }
        } else {
            normalizer.read(text, into: &name)
        }
        for place in name.terms.indices {
            switch name.terms[place].kind {
            case .place, .generic, .admin, .address: name.terms[place].kind = .brand
            default: break
            }
            name.terms[place].isTail = false
            name.terms[place].isAddress = false
        }
        // One word beside titles and initials: many men and firms are called so.
        let isOneWord = name.terms.buffer.count { $0.kind == .brand && $0.weight > 0 } == 1
        append(as: entry, isWeak: isWeak || isOneWord, isPerson: true)
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, as entry: NameIndex.Entry, isWeak: Bool) {
        normalizer.read(text, into: &name)
        append(as: entry, isWeak: isWeak, isPerson: false)
    }

    /// Takes in the name that has been read.
    private mutating func append(as entry: NameIndex.Entry, isWeak: Bool, isPerson: Bool) {
        listed.append(name, isWeak: isWeak, isPerson: isPerson, lexicon, to: &vocabulary)
        essences.append(name)
        entries.append(entry)
    }
}
