@testable import NameMatching

/// The slow matcher that the engine must agree with: the same reading of names and the same score, but every word of
/// the list compared with every word of the name and every listed name scored. No sieve, posting list, bound, cache
/// or hash of the engine's own.
struct ReferenceMatcher: ~Copyable {
    private let index: NameIndex
    private let fuzzyFaces: [(letters: [UInt8], face: Int32)]
    private var faceOfLetters: [[UInt8]: Int32] = [:]
    private var scorer: Scorer
    private var normalizer: Normalizer
    private var query = NormalizedName()
    private var probes = Probes()

    init(index: NameIndex) {
        self.index = index
        scorer = Scorer(index)
        normalizer = Normalizer(lexicon: index.lexicon, background: index.background)
        let faces = (0..<Int32(index.vocabulary.count)).map { face in
            (letters: Array(index.vocabulary.letters(of: face)), face: face)
        }
        // Concepts and numbers have no letters.
        for (letters, face) in faces where !letters.isEmpty { faceOfLetters[letters] = face }
        fuzzyFaces = faces.filter { index.vocabulary.isFuzzy[Int($0.face)] }
    }

    mutating func matches(_ name: String) -> [NameMatch] {
        var text = name
        text.withUTF8 { normalizer.read($0, into: &query) }
        var hits = FaceHits(faces: index.vocabulary.count)
        probes.make(of: query, filter: nil)
        for probe in probes.probes.buffer { query.withLetters(of: probe) { answer(probe, $0, &hits) } }
        var essence = Essence()
        essence.take(from: query)
        var best: [NameMatch] = []
        for name in index.entries.indices {
            let agreement = index.essences.match(Int32(name), essence)
            let score = scorer.score(query, hits, name: name, essence: agreement)
            guard score > 0, score >= index.threshold.tenThousandths else { continue }
            let explanation = scorer.explanation(
                query, name: name, score: Score(tenThousandths: score), isSameWritten: agreement != .none)
            let entry = index.entries[name]
            NameMatch.keepBest(
                NameMatch(
                    entity: entry.entity, name: entry.name, score: explanation.score,
                    reason: explanation.reason), in: &best)
        }
        return NameMatch.sorted(best)
    }

    private func answer(_ probe: Probe, _ letters: UnsafeBufferPointer<UInt8>, _ hits: inout FaceHits) {
        func add(_ face: Int32, _ similarity: Int32) {
            if face >= 0, similarity > 0 { hits.add(face, by: probe, similarity) }
        }
        switch probe.kind {
        case .meaning: add(index.vocabulary.find(probe.key), probe.factor)
        case .exact: add(faceOfLetters[Array(letters)] ?? -1, probe.factor)
        case .typed:
            let isEstablished = index.background.isEstablished(probe.key)
            for (listed, face) in fuzzyFaces {
                let similarity = listed.withUnsafeBufferPointer {
                    TypedWord.similarity(
                        WordSimilarity.typed(letters, $0), isEstablished: isEstablished, to: $0,
                        index.lexicon,
                        index.background)
                }
                add(face, similarity)
            }
        case .cut:
            for (listed, face) in fuzzyFaces {
                add(face, listed.withUnsafeBufferPointer { WordSimilarity.cut(letters, $0) })
            }
        }
    }
}
