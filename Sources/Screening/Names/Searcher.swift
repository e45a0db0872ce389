import NameMatching

public typealias Explanation = NameMatching.Explanation
public typealias Objection = NameMatching.Objection

/// Finds the entities that a name typed by hand could mean, and says why; one per thread.
public final class Searcher {
    /// An entity that a name could mean.
    public struct Result: Sendable {
        public let entity: Entity
        /// What hits call the list that the entity is on.
        public let list: String
        /// The name of the entity that was met best.
        public let alias: ListedName
        public let score: Score
        /// Whether screening would call it a hit.
        public let isHit: Bool
        /// How sure the hit is; nil where it is none.
        public let band: Band?
        public let explanation: Explanation
    }

    /// The least score of a result unless told otherwise: lower than a hit's, so that what was nearly one shows.
    public static let defaultThreshold = Score(0.5)
    /// How many results a name has unless told otherwise.
    public static let defaultTop = 5

    private let catalog: ListCatalog
    private let top: Int
    private let hitThreshold: Score
    private var matcher: Matcher

    /// - Parameters:
    ///   - top: at most so many entities a name.
    ///   - threshold: the least score of a result.
    ///   - hitThreshold: the score from which on screening calls it a hit.
    ///   - words: what names are read with.
    /// - Complexity: O(names).
    public init(
        catalog: ListCatalog, top: Int = Searcher.defaultTop, threshold: Score = Searcher.defaultThreshold,
        hitThreshold: Score = NameIndex.defaultThreshold, words: Words = .builtIn
    ) {
        self.catalog = catalog
        self.top = top
        self.hitThreshold = hitThreshold
        matcher = Matcher(index: catalog.index(threshold: threshold, words: words))
    }

    /// The entities that the name could mean, best first; equal ones in the order of their ids.
    public func results(for name: String) -> [Result] {
        var name = name
        return name.withUTF8 { bytes in
            var results: [Result] = []
            for match in matcher.matches(bytes).prefix(top) {
                let entry = catalog.entries[Int(match.entity)]
                let isHit = match.score >= hitThreshold
                results.append(
                    Result(
                        entity: entry.entity, list: catalog.lists[entry.list].name,
                        alias: catalog.names[Int(match.name)], score: match.score, isHit: isHit,
                        band: isHit ? Band(match.score) : nil,
                        explanation: matcher.explanation(bytes, name: match.name)))
            }
            return results
        }
    }
}
