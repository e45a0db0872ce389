/// The steps that a name goes through, in their order; each needs those before it.
package enum MatchingStage: Int, CaseIterable, Sendable {
    /// Whether the name was lately answered.
    case lookUp
    /// Units from its bytes.
    case fold
    /// Whether its words could reach the threshold with any listed name.
    case sift
    /// Terms from its units; from here on only names that passed the sieve.
    case terms
    /// The faces that it shows.
    case faces
    /// The listed names that it could mean, and the bounds of their scores.
    case candidates
    /// Scores and reasons.
    case score
}

/// For measurements: `matches` and `search` taken apart into stages, so that they themselves pay nothing for being
/// measured. `MatchingStageTests` hold that the work is the same.
extension Matcher {
    /// Does with a name what ``matches(_:)`` does, up to the look-up, the folding or the sieve: what a stage costs is
    /// the difference of two passes over the same names, since asking a clock would cost as much as they do.
    ///
    /// A name counts as answered however far it went, so that names seen before are the same ones at every stage.
    ///
    /// - Parameters:
    ///   - bytes: as for ``matches(_:)``.
    ///   - stage: the last that is done, `sift` at most; the same for all names of a matcher, whose cache holds no
    ///     answers.
    /// - Complexity: at most that of ``matches(_:)``.
    package mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>, upTo stage: MatchingStage) {
        statistics.names += 1
        if cache.find(bytes) != nil {
            statistics.cacheHits += 1
            return
        }
        if stage != .lookUp {
            normalizer.fold(bytes, into: &query.folded)
            if stage != .fold,
                sieve.sift(&query.folded, bytes: bytes.count, &normalizer, &nearWords) != .nothing
            {
                statistics.sifted += 1
            }
        }
        cache.store(bytes, [])
    }

    /// Folds a name and reads it as terms, whether it could meet anybody or not.
    ///
    /// - Complexity: O(bytes).
    package mutating func normalize(_ bytes: UnsafeBufferPointer<UInt8>) {
        normalizer.read(bytes, into: &query)
    }

    /// Does with a name what ``matches(_:)`` does, and tells of each stage of names that pass the sieve: few do, and
    /// each takes so long that a clock may be asked.
    ///
    /// - Parameters:
    ///   - bytes: as for ``matches(_:)``.
    ///   - ended: is told the stage that has just ended: `sift` and all after it, of names that pass the sieve alone.
    /// - Returns: what ``matches(_:)`` does.
    package mutating func matches(
        _ bytes: UnsafeBufferPointer<UInt8>, ended: (MatchingStage) -> Void
    ) -> [NameMatch] {
        statistics.names += 1
        if let known = cache.find(bytes) {
            statistics.cacheHits += 1
            return known
        }
        let matches = search(bytes, ended)
        cache.store(bytes, matches)
        return matches
    }

    private mutating func search(
        _ bytes: UnsafeBufferPointer<UInt8>, _ ended: (MatchingStage) -> Void
    ) -> [NameMatch] {
        normalizer.fold(bytes, into: &query.folded)
        let verdict = sieve.sift(&query.folded, bytes: bytes.count, &normalizer, &nearWords)
        if verdict == .nothing { return [] }
        statistics.sifted += 1
        ended(.sift)
        normalizer.understand(&query, bytes: bytes.count)
        ended(.terms)
        findHits()
        ended(.faces)
        collectCandidates(verdict)
        statistics.candidates += candidates.count
        keepThoseInReach()
        statistics.scored += candidates.count
        ended(.candidates)
        let best = bestOfCandidates()
        ended(.score)
        return best
    }

    /// Lets go the candidates whose upper bound is under the threshold.
    private mutating func keepThoseInReach() {
        var kept = 0
        for place in candidates.indices {
            let name = candidates[place]
            isCandidate[Int(name)] = false
            guard index.essences.match(name, essence) != .none || reachesThreshold(Int(name)) else {
                continue
            }
            candidates[kept] = name
            kept += 1
        }
        candidates.truncate(to: kept)
    }

    private mutating func bestOfCandidates() -> [NameMatch] {
        var best: [NameMatch] = []
        for place in candidates.indices {
            let name = candidates[place]
            let score = score(name: name)
            guard score > 0, score >= index.threshold.tenThousandths else { continue }
            let match = NameMatch(
                entity: index.entries[Int(name)].entity, name: name, score: Score(tenThousandths: score),
                reason: "")
            NameMatch.keepBest(match, in: &best)
        }
        for place in best.indices {
            let entry = best[place].name
            _ = score(name: entry)
            best[place].reason = reason(name: entry, score: best[place].score)
            best[place].name = index.entries[Int(entry)].name
        }
        return NameMatch.sorted(best)
    }
}
