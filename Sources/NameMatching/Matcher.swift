/// Counts of what a matcher did, for summaries and benchmarks.
public struct MatcherStatistics: Sendable, Equatable {
    /// Names asked for.
    public var names = 0
    /// Names answered from the cache of names seen before.
    public var cacheHits = 0
    /// Names that the words alone didn't rule out, and which were read.
    public var sifted = 0
    /// Listed names that the index proposed.
    public var candidates = 0
    /// Candidates whose upper bound reached the threshold, and which were scored.
    public var scored = 0

    public init() {}
}

/// Finds the listed names that a name meets; one per worker, since it owns scratch space and caches.
public struct Matcher: ~Copyable {
    let index: NameIndex
    var normalizer: Normalizer
    var scorer: Scorer
    var cache: NameCache
    var nearWords: NearWords
    var sieve: Sieve

    // Scratch, used again for every name.
    private var unread = UnreadNames()
    /// The place of the next name in its batch, if it has been taken.
    private var aheadPlace = -1
    var query = NormalizedName()
    var hits: FaceHits
    var essence = Essence()
    var candidates = Scratch<Int32>(capacity: 1_024)
    var isCandidate: Scratch<Bool>

    public internal(set) var statistics = MatcherStatistics()

    /// - Parameter index: the listed names, shared by all matchers.
    public init(index: NameIndex) { self.init(index: index, isCoarse: nil) }

    /// - Parameter isCoarse: whether the coarse sieve is asked first; else this hangs on how long the list is.
    init(index: NameIndex, isCoarse: Bool?) {
        self.index = index
        normalizer = Normalizer(lexicon: index.lexicon, background: index.background)
        scorer = Scorer(index)
        cache = NameCache()
        nearWords = NearWords(index)
        sieve = Sieve(index, isCoarse: isCoarse)
        hits = FaceHits(faces: index.vocabulary.count)
        isCandidate = Scratch(repeating: false, count: index.entries.count)
    }

    /// All entities of which a name reaches the threshold, each with its best name; score downwards, then entity
    /// number upwards.
    ///
    /// - Parameter bytes: the name as written, valid UTF-8; it may hold line breaks.
    /// - Complexity: a look-up for a name seen lately; else O(words · near words + candidates · words).
    public mutating func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> [NameMatch] {
        statistics.names += 1
        if let known = cache.find(bytes) {
            statistics.cacheHits += 1
            return known
        }
        let matches = search(bytes)
        cache.store(bytes, matches)
        return matches
    }

    /// Looks up the names of a batch, in their order; those that match something are its `found`.
    ///
    /// Memory is waited for once for all of them, not once for each.
    public mutating func match(_ batch: inout NameBatch) {
        statistics.names += batch.count
        cache.lookUp(&batch)
        for turn in batch.open.indices {
            let place = Int(batch.open[turn])
            let name = batch.names[place]
            let answer = cache.answer(name.bytes, hash: name.hash, expectedAt: name.position)
            if answer == 0 { continue }
            if answer > 0 {
                batch.add(cache.matches(of: answer), of: place)
                continue
            }
            batch.misses += 1
            if aheadPlace == place { unread.step() } else { take(name.bytes) }
            takeAhead(&batch, after: turn)
            let matches = searchTaken(name.bytes)
            cache.store(name.bytes, hash: name.hash, matches)
            if !matches.isEmpty { batch.add(matches, of: place) }
        }
        statistics.cacheHits += batch.count - batch.misses
        aheadPlace = -1
    }

    /// Takes the next name that the cache is unlikely to have.
    ///
    /// - Parameters:
    ///   - batch: stays as it is; lent for reading it would be copied.
    ///   - turn: of the name in work, among those of the batch that are open.
    private mutating func takeAhead(_ batch: inout NameBatch, after turn: Int) {
        var later = turn + 1
        while later < batch.open.count, batch.names[Int(batch.open[later])].position != 0 { later += 1 }
        guard later < batch.open.count else { return }
        let next = Int(batch.open[later])
        guard next != aheadPlace else { return }
        sieve.take(batch.names[next].bytes, into: &unread.next.pointee, &normalizer)
        aheadPlace = next
    }

    /// Takes a name as the one to be searched for.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        sieve.take(bytes, into: &unread.current.pointee, &normalizer)
    }

    /// Which listed names the name that was taken could reach the threshold with.
    mutating func sift(_ bytes: UnsafeBufferPointer<UInt8>) -> Sieve.Verdict {
        sieve.sift(&unread.current.pointee, bytes: bytes, &normalizer, &nearWords)
    }

    /// The matches of a name that the cache doesn't know.
    ///
    /// - Parameter ended: is told each stage that has ended, of names that pass the sieve alone: measurements ask.
    mutating func search(
        _ bytes: UnsafeBufferPointer<UInt8>, _ ended: (MatchingStage) -> Void = { _ in }
    ) -> [NameMatch] {
        take(bytes)
        return searchTaken(bytes, ended)
    }

    /// The matches of the name that was taken.
    private mutating func searchTaken(
        _ bytes: UnsafeBufferPointer<UInt8>, _ ended: (MatchingStage) -> Void = { _ in }
    ) -> [NameMatch] {
        precondition(index.isSearched, "an index for comparing names only")
        let verdict = sift(bytes)
        if verdict == .nothing { return [] }
        swap(&query.folded, &unread.current.pointee.folded)
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

    /// Reads the name to be screened and finds what it shows.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        normalizer.read(bytes, into: &query)
        findHits()
    }

    mutating func findHits() {
        hits.removeAll()
        nearWords.findHits(of: query, into: &hits)
        essence.take(from: query)
    }

    /// The score of the name that was read last against a listed name, in ten-thousandths.
    mutating func score(name: Int32) -> Int32 {
        scorer.score(query, hits, name: Int(name), essence: index.essences.match(name, essence))
    }

    /// Why a name scores as it does against one listed name, whatever the threshold.
    ///
    /// - Parameters:
    ///   - bytes: the name as written, valid UTF-8.
    ///   - name: the listed name, by its place among the names that the index was built from.
    /// - Complexity: O(words · near words).
    public mutating func explanation(_ bytes: UnsafeBufferPointer<UInt8>, name: Int32) -> Explanation {
        read(bytes)
        let entries = index.entries(of: name)
        var best = entries.lowerBound
        var bestScore: Int32 = -1
        for entry in entries {
            let score = score(name: Int32(entry))
            if score > bestScore { (best, bestScore) = (entry, score) }
        }
        let score = score(name: Int32(best))
        return explanation(entry: Int32(best), score: Score(tenThousandths: score))
    }

    /// What the last score rests on.
    func reason(name: Int32, score: Score) -> String { explanation(entry: name, score: score).reason }

    private func explanation(entry: Int32, score: Score) -> Explanation {
        scorer.explanation(
            query, name: Int(entry), score: score,
            isSameWritten: index.essences.match(entry, essence) != .none)
    }

    mutating func collectCandidates(_ verdict: Sieve.Verdict) {
        candidates.removeAll()
        if verdict == .all {
            for place in hits.hits.indices {
                for door in sieve.doors[hits.hits[place].face] { propose(door.entry) }
            }
        } else {
            for place in sieve.entries.indices { propose(sieve.entries[place]) }
        }
        for place in essence.texts.indices {
            var text = index.essences.first(essence.texts[place].key)
            while text >= 0 {
                propose(index.essences.name(of: text))
                text = index.essences.next(after: text)
            }
        }
        // Scores are compared in the order of the list, so that ties fall the same way however names were found.
        candidates.sort(by: <)
    }

    @inline(__always)
    private mutating func propose(_ name: Int32) {
        guard !isCandidate[Int(name)] else { return }
        isCandidate[Int(name)] = true
        candidates.append(name)
    }

    /// Whether the weight that a listed name could have met is enough for the threshold, taking each term at its best.
    func reachesThreshold(_ name: Int) -> Bool {
        UpperBound.weightMet(name, index.listed, hits) * 10
            >= Int64(index.listed.totalWeight[name]) * Int64(index.threshold.tenThousandths)
    }
}

extension NameMatch {
    /// Keeps the best match of an entity: the higher score, at the same score the name that stands first.
    static func keepBest(_ match: NameMatch, in best: inout [NameMatch]) {
        guard let place = best.firstIndex(where: { $0.entity == match.entity }) else {
            best.append(match)
            return
        }
        if match.score > best[place].score { best[place] = match }
    }

    /// Score downwards, then entity number upwards.
    static func sorted(_ matches: [NameMatch]) -> [NameMatch] {
        matches.sorted { ($1.score, $0.entity) < ($0.score, $1.entity) }
    }
}
