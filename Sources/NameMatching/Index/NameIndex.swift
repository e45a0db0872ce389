/// The listed names, laid out so that the ones a name could meet are found without looking at the others.
///
/// A listed name is posted under its heaviest terms only, until the terms left over together weigh less than the
/// threshold asks. That loses nothing: a score is at most (weight met) / (weight of all terms), so a name that meets
/// none of the posted terms stays below the threshold. Joined neighbours and the whole name written as one word are
/// further doors to the same names.
public final class NameIndex: Sendable {
    public let threshold: Score
    /// The words that names are read with.
    public let words: Words

    /// The threshold that Weir screens with unless told otherwise.
    public static let defaultThreshold = Score(0.75)

    /// The names as they are matched, by number: those of the list and what else they stand for.
    let entries: Table<Entry>
    let vocabulary: Vocabulary
    let listed: ListedTerms
    let misspelled: MisspelledWords
    var lexicon: Lexicon { words.lexicon }
    let background: BackgroundWords
    let essences: EssenceTable
    /// Whether names are looked for in the index, not just compared with those of it.
    let isSearched: Bool
    /// What `Sieve` asks.
    let sieve: SieveTables
    /// The file that the tables lie in; nil where they are this index's own.
    private let file: MappedFile?

    /// A name as it is matched.
    struct Entry: BitwiseCopyable {
        /// The name of the list that it comes from.
        var name: Int32
        var entity: Int32
    }

    /// The numbers under which a name of the list is matched.
    ///
    /// - Complexity: O(log names).
    func entries(of name: Int32) -> Range<Int> {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].name < name { low = middle + 1 } else { high = middle }
        }
        var last = low
        while last < entries.count, entries[last].name == name { last += 1 }
        return low..<last
    }

    /// Whether a listed name scores as the same one does on another list that was read with the same words.
    ///
    /// - Complexity: O(terms of the name + log names).
    package func weighs(_ name: Int32, as other: Int32, of index: NameIndex) -> Bool {
        let (own, others) = (entries(of: name), index.entries(of: other))
        return own.count == others.count
            && zip(own, others).allSatisfy { listed.weighs($0, as: $1, of: index.listed) }
    }

    /// Reads and indexes the names.
    ///
    /// - Parameters:
    ///   - names: the names of a list; those of one entity need not stand together.
    ///   - threshold: the least score that a match must have, 0…1. A lower one makes a larger index.
    ///   - words: what the names, and those that are looked for, are read with.
    ///   - workers: how many threads build the index at most, which is the same for any number; at least 1.
    /// - Complexity: O(letters of all names), some 3 µs a name.
    public convenience init(
        names: some Collection<ListedName>, threshold: Score = NameIndex.defaultThreshold,
        words: Words = .builtIn, workers: Int = 1
    ) {
        self.init(
            names: Array(names), threshold: threshold, words: words, background: .shared, workers: workers)
    }

    /// Indexes some of a list's names so that they score as in an index of all.
    ///
    /// - Parameters:
    ///   - counts: those of the whole list, read with the same words.
    /// - Complexity: O(letters of the names), and O(words of the whole list).
    package convenience init(
        names: some Collection<ListedName>, threshold: Score, words: Words, weighedBy counts: ListWordCounts
    ) {
        self.init(
            names: Array(names), threshold: threshold, words: words, background: .shared, weighedBy: counts)
    }

    /// Reads names that are only compared with those of other lists, not looked for.
    package convenience init(unsearched names: some Collection<ListedName>, words: Words, workers: Int) {
        self.init(
            names: Array(names), threshold: NameIndex.defaultThreshold, words: words, background: .shared,
            isSearched: false, workers: workers)
    }

    // An array: as any collection its elements would cost more than a tenth of what is done with them.
    init(
        names: [ListedName], threshold: Score, words: Words, background: BackgroundWords,
        isSearched: Bool = true, weighedBy counts: ListWordCounts? = nil, workers: Int = 1
    ) {
        self.threshold = threshold
        self.words = words
        self.background = background
        var read = ListedNames.read(names, words.lexicon, background, workers: workers)
        read.listed.settleWeights(
            entityOfName: read.entries.map(\.entity), read.vocabulary, by: counts)
        entries = Table(read.entries)
        let (lexicon, texts, listed) = (words.lexicon, FaceTexts(read.vocabulary), ListedTerms(read.listed))
        let (essences, faces) = (EssenceTable(read.essences), texts.count)
        self.listed = listed
        self.essences = essences
        self.isSearched = isSearched
        if isSearched {
            // What hangs on words, and on what names are found by: half of the work each.
            let (ofWords, doors) = SideBySide.run(
                isParallel: workers > 1 && names.count >= ListedNames.fewest
            ) {
                let vocabulary = Vocabulary(texts)
                return (
                    vocabulary: vocabulary, misspelled: MisspelledWords(vocabulary),
                    bounds: BoundTable(listed, lexicon)
                )
            } _: {
                DoorTable(listed, lexicon, faces: faces, threshold: threshold)
            }
            (vocabulary, misspelled) = (ofWords.vocabulary, ofWords.misspelled)
            sieve = SieveTables(doors, ofWords.bounds, vocabulary, essences, lexicon)
        } else {
            vocabulary = Vocabulary(texts)
            misspelled = MisspelledWords(vocabulary)
            sieve = .none
        }
        file = nil
    }

    /// An index that lies in a file, as `write` wrote it.
    ///
    /// - Parameters:
    ///   - reader: of the file's bytes, which have been checked; it stands before the index.
    ///   - threshold: that of the index that was written, or a higher one: what a lower threshold asks for is found at
    ///     every higher one.
    ///   - words: those that the index was made with.
    /// - Throws: where the sections are those of another layout.
    /// - Complexity: O(1).
    package init(
        _ reader: inout SectionReader, in file: MappedFile, threshold: Score, words: Words
    ) throws(SectionReader.Mismatch) {
        self.threshold = threshold
        self.words = words
        self.file = file
        background = .shared
        isSearched = true
        entries = try reader.table()
        vocabulary = try Vocabulary(&reader)
        listed = try ListedTerms(&reader)
        essences = try EssenceTable(&reader)
        misspelled = try MisspelledWords(&reader)
        sieve = try SieveTables(&reader)
    }

    /// Writes all that searches need but the words.
    ///
    /// - Complexity: O(bytes of the index), some 1.5 KB a name.
    package func write(to writer: inout SectionWriter) {
        writer.write(entries.buffer)
        vocabulary.write(to: &writer)
        listed.write(to: &writer)
        essences.write(to: &writer)
        misspelled.write(to: &writer)
        sieve.write(to: &writer)
    }

    deinit {
        guard file == nil else { return }
        entries.deallocate()
        vocabulary.deallocate()
        listed.deallocate()
        misspelled.deallocate()
        essences.deallocate()
        if isSearched { sieve.deallocate() }
    }
}
