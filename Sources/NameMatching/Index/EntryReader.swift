/// Reads names of a list one after the other into what an index is made of. One per thread, since it remembers words.
struct EntryReader: ~Copyable {
    private let lexicon: Lexicon
    private var normalizer: Normalizer
    private var name = NormalizedName()

    init(lexicon: Lexicon, background: BackgroundWords) {
        self.lexicon = lexicon
        normalizer = Normalizer(lexicon: lexicon, background: background, correctsWords: false)
    }

    /// Reads a listed name, and what else it stands for.
    ///
    /// - Parameters:
    ///   - number: its place on the list.
    ///   - entries: what takes it in, behind the names before it.
    /// - Complexity: O(letters), some µs.
    mutating func read(_ listedName: ListedName, number: Int, into entries: inout EntryBuilder) {
        let entry = NameIndex.Entry(name: Int32(number), entity: listedName.entity)
        var text = listedName.text
        text.withUTF8 { text in
            if listedName.isPerson {
                readPerson(text, as: entry, isWeak: listedName.isWeak, into: &entries)
                return
            }
            read(text, as: entry, isWeak: listedName.isWeak, into: &entries)
            for other in BracketedAcronym.names(in: text, isWord: lexicon.knows) {
                other.withUnsafeBufferPointer {
                    read($0, as: entry, isWeak: listedName.isWeak, into: &entries)
                }
            }
            if let name = AlsoKnownAs.nameBefore(in: text) {
                read(name, as: entry, isWeak: listedName.isWeak, into: &entries)
            }
        }
    }

    /// Takes in a person's name, `LAST, First` or `First Last`; no word of it is a place or what somebody does.
    private mutating func readPerson(
        _ text: UnsafeBufferPointer<UInt8>, as entry: NameIndex.Entry, isWeak: Bool,
        into entries: inout EntryBuilder
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
        entries.append(name, as: entry, isWeak: isWeak || isOneWord, isPerson: true, lexicon)
    }

    private mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, as entry: NameIndex.Entry, isWeak: Bool,
        into entries: inout EntryBuilder
    ) {
        normalizer.read(text, into: &name)
        entries.append(name, as: entry, isWeak: isWeak, isPerson: false, lexicon)
    }
}
