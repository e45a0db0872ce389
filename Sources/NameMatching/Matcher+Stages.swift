/// The steps that a name goes through, in their order; each needs those before it.
package enum MatchingStage: Int, CaseIterable, Sendable {
    /// Whether the name was lately answered.
    case lookUp
    /// Words from its bytes.
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

/// For measurements: as far as a stage, or told stage by stage. `MatchingStageTests` hold that the work is the same.
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
            take(bytes)
            if stage != .fold, sift(bytes) != .nothing { statistics.sifted += 1 }
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
}
