import CData

/// Folds added words as names are folded, and looks for mistakes in them.
struct WordReader: ~Copyable {
    /// A word, folded; the names of concepts lie in `text`.
    struct Entry {
        var form: [UInt8]
        var concept: Range<Int>
        var kind: WordClass
        var parent: Range<Int>?
    }

    private(set) var entries: [Entry] = []
    private(set) var text: [UInt8] = []
    private var folder = NameFolder()
    private var folded = FoldedName()
    private var meanings: [[UInt8]: (word: Int, kind: WordClass, concept: String)] = [:]
    private var places: Set<String> = []
    private var parents: [(word: Int, name: String)] = []

    mutating func read(_ word: Words.Word, _ number: Int) throws(Words.Mistake) {
        let form = fold(word.form)
        let concept = WordReader.name(word.concept)
        guard !form.isEmpty else {
            throw Words.Mistake(
                word: number, earlier: nil,
                message: word.form.isEmpty
                    ? "the form is empty; expected is a word or phrase"
                    : "the form “\(word.form)” has no letter or digit; expected is a word or phrase")
        }
        guard !folded.isTruncated else {
            throw Words.Mistake(
                word: number, earlier: nil,
                message: "the form has more than \(FoldedName.unitLimit) words; no name is read so far")
        }
        guard !concept.isEmpty else {
            throw Words.Mistake(
                word: number, earlier: nil,
                message:
                    "the concept of “\(word.form)” is empty; expected is what the word means, such as technology"
            )
        }
        if let earlier = meanings[form], earlier.kind != word.kind || earlier.concept != concept {
            throw Words.Mistake(
                word: number, earlier: earlier.word,
                message: "the form “\(word.form)” means \(concept) (\(word.kind.rawValue)) here and "
                    + "\(earlier.concept) (\(earlier.kind.rawValue)) before; expected is one meaning a form")
        }
        if meanings[form] == nil { meanings[form] = (number, word.kind, concept) }
        if word.kind == .place { places.insert(concept) }
        let parent = try parent(of: word, number)
        entries.append(
            Entry(form: form, concept: keep(concept), kind: word.kind, parent: parent.map { keep($0) }))
    }

    private mutating func parent(of word: Words.Word, _ number: Int) throws(Words.Mistake) -> String? {
        let parent = WordReader.name(word.parent ?? "")
        guard !parent.isEmpty else { return nil }
        guard word.kind == .place else {
            throw Words.Mistake(
                word: number, earlier: nil,
                message:
                    "“\(word.form)” has the parent “\(parent)” and is no place; expected is a parent for a place alone"
            )
        }
        parents.append((number, parent))
        return parent
    }

    private mutating func keep(_ name: String) -> Range<Int> {
        let start = text.count
        text += name.utf8
        return start..<text.count
    }

    /// A concept's name as the data writes it: in lower case, without space around it.
    private static func name(_ text: String) -> String {
        let name = text.lowercased()
        guard let first = name.firstIndex(where: { !$0.isWhitespace }),
            let last = name.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(name[first...last])
    }

    /// A form as the lexicon's files have it: words with a space between them, Han characters without, letters that
    /// slashes join with the slashes.
    private mutating func fold(_ form: String) -> [UInt8] {
        var form = form
        form.withUTF8 { folder.fold($0, into: &folded) }
        var bytes: [UInt8] = []
        for place in folded.units.indices {
            let unit = folded.units[place]
            if place > 0 && !(unit.kind == .han && folded.units[place - 1].kind == .han) {
                bytes.append(0x20)
            }
            let letters = folded.letters(ofUnits: place, to: place + 1)
            if unit.isSpelledOut && unit.followsSlash {
                bytes += letters.flatMap { [UInt8(ascii: "/"), $0] }.dropFirst()
            } else {
                bytes += letters
            }
        }
        return bytes
    }

    /// Makes sure that every parent is a place of the data or of the words.
    mutating func checkParents() throws(Words.Mistake) {
        guard parents.contains(where: { !places.contains($0.name) }) else { return }
        var known = places
        EmbeddedData(weir_data_places()).forEachRow { fields in
            known.insert(String(decoding: fields[1], as: UTF8.self))
            if fields.count > 2 { known.insert(String(decoding: fields[2], as: UTF8.self)) }
        }
        for parent in parents where !known.contains(parent.name) {
            throw Words.Mistake(
                word: parent.word, earlier: nil,
                message:
                    "the parent “\(parent.name)” is no place; expected is the concept of a place, such as china"
            )
        }
    }
}
