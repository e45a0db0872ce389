/// Answers a name's probes from the index: hash tables for faces met exactly, trigrams for misspelled words.
///
/// Words repeat far more than names do, so what a word is near to is remembered.
struct NearWords {
    private let vocabulary: Vocabulary
    private let trigrams: TrigramIndex
    private let lexicon: Lexicon
    private let background: BackgroundWords

    private struct Near {
        var face: Int32
        var similarity: Int32
    }

    // The cache: a line a word, with the place and number of its near faces in `near`.
    private struct Line {
        var key = WordKey.concept(-1)
        var start: Int32 = 0
        var count: Int32 = 0
    }
    private static let lineCount = 1 << 13
    private static let mostNear = 1 << 16
    private var lines = [Line](repeating: Line(), count: lineCount)
    private var near: [Near] = []

    private var shared: [UInt8]
    private var touched: [Int32] = []

    init(_ index: NameIndex) {
        vocabulary = index.vocabulary
        trigrams = index.trigrams
        lexicon = index.lexicon
        background = index.background
        shared = [UInt8](repeating: 0, count: index.vocabulary.count)
    }

    /// Finds the faces that a name shows.
    mutating func findHits(of name: NormalizedName, into hits: inout FaceHits) {
        name.forEachProbe(lexicon) { probe in
            switch probe.kind {
            case .exact:
                let face =
                    probe.key.isLong
                    ? name.withLetters(of: probe) { vocabulary.find(probe.key, letters: $0) }
                    : vocabulary.find(probe.key)
                if face >= 0 { hits.add(face, probe.first, probe.last, probe.factor) }
            case .typed:
                let range = nearWords(of: probe, in: name)
                for place in range {
                    hits.add(near[place].face, probe.first, probe.last, near[place].similarity)
                }
            case .cut:
                name.withLetters(of: probe) { letters in
                    for face in vocabulary.facesBeginning(with: letters) {
                        let similarity = vocabulary.withLetters(of: face) { WordSimilarity.cut(letters, $0) }
                        if similarity > 0 { hits.add(face, probe.first, probe.last, similarity) }
                    }
                }
            }
        }
    }

    private mutating func nearWords(of probe: Probe, in name: NormalizedName) -> Range<Int> {
        let place = Int(truncatingIfNeeded: probe.key.hash(seed: KeyTable.seed)) & (NearWords.lineCount - 1)
        let line = lines[place]
        // A key that isn't the whole word can't be trusted to be that word.
        if line.key == probe.key && !probe.key.isLong {
            return Int(line.start)..<Int(line.start + line.count)
        }
        if near.count > NearWords.mostNear {
            near.removeAll(keepingCapacity: true)
            for place in lines.indices { lines[place] = Line() }
        }
        let start = near.count
        name.withLetters(of: probe) { search($0, probe.key) }
        lines[place] = Line(key: probe.key, start: Int32(start), count: Int32(near.count - start))
        return start..<near.count
    }

    private mutating func search(_ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey) {
        let isEstablished = background.isEstablished(key)
        var found: [Near] = []
        trigrams.forEachNear(letters, shared: &shared, touched: &touched) { face in
            let similarity = TypedWord.similarity(
                letters, isEstablished: isEstablished, face, vocabulary, lexicon, background)
            if similarity > 0 { found.append(Near(face: face, similarity: similarity)) }
        }
        // By face, so that nothing depends on the order of postings.
        near += found.sorted { $0.face < $1.face }
    }
}

/// Whether a word may be a misspelling of a face.
enum TypedWord {
    /// The similarity of a screened word to a face open to typing errors, or 0.
    ///
    /// The word itself is no misspelling of itself: it is met exactly. Two words that both occur in names at large
    /// are two words, not one misspelled.
    static func similarity(
        _ letters: UnsafeBufferPointer<UInt8>, isEstablished: Bool, _ face: Int32, _ vocabulary: Vocabulary,
        _ lexicon: Lexicon, _ background: BackgroundWords
    ) -> Int32 {
        vocabulary.withLetters(of: face) { listed in
            let similarity = WordSimilarity.typed(letters, listed)
            guard similarity > 0, similarity < WordSimilarity.same else { return 0 }
            guard isEstablished else { return similarity }
            let key = WordKey(listed.baseAddress!, count: listed.count)
            return background.isEstablished(key) || lexicon.meaning(of: key) != nil ? 0 : similarity
        }
    }
}
