@testable import NameMatching

/// The slow matcher that the engine must agree with: the same reading of names and the same score, but every word of
/// the list compared with every word of the name and every listed name scored. No trigram, posting list, bound, cache
/// or hash of the engine's own.
struct ReferenceMatcher {
    private let index: NameIndex
    private let fuzzyFaces: [(letters: [UInt8], face: Int32)]
    private var faceOfLetters: [[UInt8]: Int32] = [:]
    private var scorer: Scorer
    private var normalizer: Normalizer

    init(index: NameIndex) {
        self.index = index
        scorer = Scorer(index)
        normalizer = Normalizer(lexicon: index.lexicon, background: index.background)
        let faces = (0..<Int32(index.vocabulary.count)).map { face in
            (letters: index.vocabulary.withLetters(of: face) { Array($0) }, face: face)
        }
        // Concepts and numbers have no letters.
        for (letters, face) in faces where !letters.isEmpty { faceOfLetters[letters] = face }
        fuzzyFaces = faces.filter { index.vocabulary.isFuzzy[Int($0.face)] }
    }

    mutating func matches(_ name: String) -> [NameMatch] {
        let query = normalizer.read(name)
        var hits = FaceHits(faces: index.vocabulary.count)
        query.forEachProbe(index.lexicon) { probe in
            query.withLetters(of: probe) { answer(probe, $0, &hits) }
        }
        var essence = Essence()
        essence.take(from: query)
        var best: [NameMatch] = []
        for name in index.names.indices {
            let sameEssence = index.essences.isEqual(Int32(name), essence)
            let score = scorer.score(query, hits, name: name, sameEssence: sameEssence)
            guard score > 0, score >= index.threshold.tenThousandths else { continue }
            let reason = scorer.reason(query, name: name)
            NameMatch.keepBest(
                NameMatch(
                    entity: index.names[name].entity, name: Int32(name), score: Score(tenThousandths: score),
                    reason: reason), in: &best)
        }
        return NameMatch.sorted(best)
    }

    private func answer(_ probe: Probe, _ letters: UnsafeBufferPointer<UInt8>, _ hits: inout FaceHits) {
        func add(_ face: Int32, _ similarity: Int32) {
            if similarity > 0 { hits.add(face, probe.first, probe.last, similarity) }
        }
        switch probe.kind {
        case .exact:
            let face =
                probe.key.isText ? faceOfLetters[Array(letters)] ?? -1 : index.vocabulary.find(probe.key)
            if face >= 0 { add(face, probe.factor) }
        case .typed:
            let isEstablished = index.background.isEstablished(probe.key)
            for (_, face) in fuzzyFaces {
                add(
                    face,
                    TypedWord.similarity(
                        letters, isEstablished: isEstablished, face, index.vocabulary, index.lexicon,
                        index.background))
            }
        case .cut:
            for (listed, face) in fuzzyFaces {
                add(face, listed.withUnsafeBufferPointer { WordSimilarity.cut(letters, $0) })
            }
        }
    }
}
