/// The listed names, laid out so that the ones a name could meet are found without looking at the others.
///
/// A listed name is posted under its heaviest terms only, until the terms left over together weigh less than the
/// threshold asks. That loses nothing: a score is at most (weight met) / (weight of all terms), so a name that meets
/// none of the posted terms stays below the threshold. Joined neighbours and the whole name written as one word are
/// further doors to the same names.
public final class NameIndex: Sendable {
    public let names: [ListedName]
    public let threshold: Score
    /// The words that names are read with.
    public let words: Words

    /// The threshold that Weir screens with unless told otherwise.
    public static let defaultThreshold = Score(0.75)

    /// The names as they are matched, by number: those of the list and what else they stand for.
    let entries: [Entry]
    let vocabulary: Vocabulary
    let listed: ListedTerms
    let trigrams: TrigramIndex
    var lexicon: Lexicon { words.lexicon }
    let background: BackgroundWords
    /// The names posted under a face: `postings[postingStart[face]..<postingStart[face + 1]]`.
    let postingStart: Table<Int32>
    let postings: Table<Int32>
    let essences: EssenceTable

    /// A name as it is matched.
    struct Entry {
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

    /// Reads and indexes the names.
    ///
    /// - Parameters:
    ///   - names: the names of a list; those of one entity need not stand together.
    ///   - threshold: the least score that a match must have, 0…1. A lower one makes a larger index.
    ///   - words: what the names, and those that are looked for, are read with.
    /// - Complexity: O(letters of all names), some 10 µs a name.
    public convenience init(
        names: [ListedName], threshold: Score = NameIndex.defaultThreshold, words: Words = .builtIn
    ) {
        self.init(names: names, threshold: threshold, words: words, background: .shared)
    }

    init(names: [ListedName], threshold: Score, words: Words, background: BackgroundWords) {
        self.names = names
        self.threshold = threshold
        self.words = words
        let lexicon = words.lexicon
        self.background = background
        var vocabulary = VocabularyBuilder()
        var listed = ListedTermsBuilder()
        var normalizer = Normalizer(lexicon: lexicon, background: background, correctsWords: false)
        var name = NormalizedName()
        var essences = EssenceTableBuilder(capacity: names.count)
        var entries: [Entry] = []
        for (number, listedName) in names.enumerated() {
            var others = BracketedAcronym.names(in: listedName.text) { normalizer.knows($0) }
            if let name = AlsoKnownAs.nameBefore(in: listedName.text) { others.append(name) }
            for var text in [listedName.text] + others {
                text.withUTF8 { normalizer.read($0, into: &name) }
                listed.append(name, lexicon, to: &vocabulary)
                essences.append(name)
                entries.append(Entry(name: Int32(number), entity: listedName.entity))
            }
        }
        listed.settleWeights(entityOfName: entries.map(\.entity), faces: vocabulary.count)
        self.entries = entries
        self.vocabulary = Vocabulary(vocabulary)
        self.listed = ListedTerms(listed)
        self.essences = EssenceTable(essences)
        trigrams = TrigramIndex(self.vocabulary)
        let posted = NameIndex.posted(self.listed, faces: vocabulary.count, threshold: threshold)
        postingStart = Table(posted.starts)
        postings = Table(posted.postings)
    }

    deinit {
        vocabulary.deallocate()
        listed.deallocate()
        trigrams.deallocate()
        essences.deallocate()
        postingStart.deallocate()
        postings.deallocate()
    }

    private static func posted(
        _ listed: ListedTerms, faces: Int, threshold: Score
    ) -> (starts: [Int32], postings: [Int32]) {
        var pairs: [(face: Int32, name: Int32)] = []
        for name in listed.totalWeight.indices {
            let terms = listed.terms(of: name)
            let isDoor = doors(listed, name, threshold)
            var seen: Set<Int32> = []
            func post(_ face: Int32) {
                if seen.insert(face).inserted { pairs.append((face, Int32(name))) }
            }
            for term in terms where isDoor[term - terms.lowerBound] {
                for place in listed.faces(of: term) { post(listed.faces[place].face) }
            }
            for place in listed.joins(of: name) {
                let join = listed.joins[place]
                if isDoor[Int(join.first)..<Int(join.last)].contains(true) { post(join.face) }
            }
        }
        var starts = [Int32](repeating: 0, count: faces + 1)
        for pair in pairs { starts[Int(pair.face) + 1] += 1 }
        for face in 0..<faces { starts[face + 1] += starts[face] }
        var fill = starts
        var postings = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs {
            postings[Int(fill[Int(pair.face)])] = pair.name
            fill[Int(pair.face)] += 1
        }
        return (starts, postings)
    }

    /// Which terms of a name it is posted under: the heaviest, until the rest can't reach the threshold.
    private static func doors(_ listed: ListedTerms, _ name: Int, _ threshold: Score) -> [Bool] {
        let terms = listed.terms(of: name)
        var isDoor = [Bool](repeating: false, count: terms.count)
        var rest = Int64(listed.totalWeight[name])
        let needed = rest * Int64(threshold.tenThousandths)
        let heaviestFirst = terms.sorted { (-listed.weight[$0], $0) < (-listed.weight[$1], $1) }
        for term in heaviestFirst {
            guard rest > 0, rest * 10_000 >= needed else { break }
            isDoor[term - terms.lowerBound] = true
            rest -= Int64(listed.weight[term])
        }
        return isDoor
    }
}
