/// Answers a name's probes from the index: hash tables for faces met exactly, buckets for misspelled words.
///
/// Words repeat far more than names do, so what a word is near to is remembered.
struct NearWords: ~Copyable {
    private let vocabulary: Vocabulary
    private let misspelled: MisspelledWords
    private let lexicon: Lexicon
    private let background: BackgroundWords
    private var probes = Probes()
    private var pattern = EditPattern()
    /// What the last search found.
    private(set) var found = Scratch<Near>()

    struct Near {
        var face: Int32
        var similarity: Int32
    }

    // The cache: a line a word (no word has the key zero), with the place and number of its near faces in `near`.
    struct Line {
        var key: WordKey
        var start: Int32
        var count: Int32
    }
    private static let lineCount = 1 << 15
    private static let mostNear = 1 << 16
    private var lines = Scratch<Line>(zeroed: lineCount)
    private var near = Scratch<Near>(capacity: 1_024)

    init(_ index: NameIndex) {
        vocabulary = index.vocabulary
        misspelled = index.misspelled
        lexicon = index.lexicon
        background = index.background
    }

    /// Finds the faces that a name shows.
    mutating func findHits(of name: borrowing NormalizedName, into hits: inout FaceHits) {
        probes.make(of: name, filter: vocabulary.filter)
        for place in probes.probes.indices {
            let probe = probes.probes[place]
            switch probe.kind {
            case .meaning:
                let face = vocabulary.find(probe.key)
                if face >= 0 { hits.add(face, by: probe, probe.factor) }
            case .exact:
                let face = name.withLetters(of: probe) { vocabulary.find($0) }
                if face >= 0 { hits.add(face, by: probe, probe.factor) }
            case .typed:
                let letters = name.folded.letters(ofUnits: Int(probe.first), to: Int(probe.last))
                for place in nearWords(letters, probe.key) {
                    hits.add(near[place].face, by: probe, near[place].similarity)
                }
            case .cut:
                let letters = name.folded.letters(ofUnits: Int(probe.first), to: Int(probe.last))
                for face in vocabulary.facesBeginning(with: letters) {
                    let similarity = WordSimilarity.cut(letters, vocabulary.letters(of: face))
                    if similarity > 0 { hits.add(face, by: probe, similarity) }
                }
            }
        }
    }

    /// The listed words that a word may be a misspelling of, by their places in `near`.
    private mutating func nearWords(_ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey) -> Range<Int> {
        let place = Int(truncatingIfNeeded: key.hash(seed: KeyTable.seed)) & (NearWords.lineCount - 1)
        let line = lines[place]
        // A key that isn't the whole word can't be trusted to be that word.
        if line.key == key && !key.isLong {
            return Int(line.start)..<Int(line.start + line.count)
        }
        if near.count > NearWords.mostNear {
            near.removeAll()
            lines = Scratch(zeroed: NearWords.lineCount)
        }
        let start = near.count
        search(letters, key)
        near.append(contentsOf: found.buffer)
        lines[place] = Line(key: key, start: Int32(start), count: Int32(near.count - start))
        return start..<near.count
    }

    /// Finds the listed words that a word may be a misspelling of, and remembers nothing of it: they are in `found`.
    mutating func search(_ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey) {
        found.removeAll()
        guard (WordSimilarity.fewest...WordSimilarity.longest).contains(letters.count) else { return }
        // Asked for by the first face: most words have none.
        var isEstablished: Bool?
        misspelled.forEachNear(letters, in: vocabulary) { face in
            if isEstablished == nil {
                isEstablished = background.isEstablished(key)
                pattern.take(letters)
            }
            let listed = vocabulary.letters(of: face)
            let budget = WordSimilarity.budget(letters: min(letters.count, listed.count))
            let edits = pattern.distance(to: listed, atMost: budget)
            guard edits <= budget else { return }
            let similarity = TypedWord.similarity(
                WordSimilarity.typed(letters, listed, edits: edits), isEstablished: isEstablished ?? false,
                to: listed, lexicon, background)
            if similarity > 0 { found.append(Near(face: face, similarity: similarity)) }
        }
    }
}

/// Whether a word may be a misspelling of another.
enum TypedWord {
    /// What is left of the similarity of a screened word to a listed one that is open to typing errors, or 0.
    ///
    /// The word itself is no misspelling of itself: it is met exactly.
    static func similarity(
        _ similarity: Int32, isEstablished: Bool, to listed: UnsafeBufferPointer<UInt8>,
        _ lexicon: Lexicon, _ background: BackgroundWords
    ) -> Int32 {
        guard similarity > 0, similarity < WordSimilarity.same else { return 0 }
        guard isEstablished else { return similarity }
        let key = WordKey(listed.baseAddress!, count: listed.count)
        if lexicon.meaning(of: key).map({ $0.kind != .brand }) ?? false { return 0 }
        return background.isEstablished(key) ? max(similarity - establishedPenalty, 0) : similarity
    }

    /// Two words that both occur in names at large are two words more often than one misspelled: never enough to tell
    /// a name, but less than nothing in common.
    private static let establishedPenalty: Int32 = 250
}
