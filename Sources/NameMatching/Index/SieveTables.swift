/// What the sieve asks of an index.
struct SieveTables: Sendable {
    let doors: DoorTable
    let bounds: BoundTable
    let phrases: PhraseWords
    let letters: DoorLetters
    let essences: EssenceBeginnings

    init(
        _ doors: DoorTable, _ bounds: BoundTable, _ vocabulary: Vocabulary, _ essences: EssenceTable,
        _ lexicon: Lexicon
    ) {
        self.doors = doors
        self.bounds = bounds
        phrases = PhraseWords(lexicon, vocabulary, doors)
        letters = DoorLetters(vocabulary, doors)
        self.essences = EssenceBeginnings(essences)
    }

    /// Those of no names: making tables of two names costs more than comparing them.
    static let none: SieveTables = {
        let entries = EntryBuilder(names: 0)
        let (listed, vocabulary) = (ListedTerms(entries.listed), Vocabulary(entries.vocabulary))
        return SieveTables(
            DoorTable(
                listed, .shared, faces: vocabulary.count, threshold: NameIndex.defaultThreshold),
            BoundTable(listed, .shared), vocabulary, EssenceTable(entries.essences), .shared)
    }()

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        doors = try DoorTable(&reader)
        bounds = try BoundTable(&reader)
        phrases = try PhraseWords(&reader)
        letters = try DoorLetters(&reader)
        essences = try EssenceBeginnings(&reader)
    }

    func write(to writer: inout SectionWriter) {
        doors.write(to: &writer)
        bounds.write(to: &writer)
        phrases.write(to: &writer)
        letters.write(to: &writer)
        essences.write(to: &writer)
    }

    /// Frees the memory.
    func deallocate() {
        doors.deallocate()
        bounds.deallocate()
        phrases.deallocate()
        letters.deallocate()
        essences.deallocate()
    }
}
