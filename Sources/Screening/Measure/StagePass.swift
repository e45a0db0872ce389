import CSV
import NameMatching

/// One pass over the records of some files by one worker, up to a stage.
///
/// Every pass reads the files anew, as a run does: no more than a chunk is held, so that memory and the processor's
/// caches are as in a run.
struct StagePass {
    /// Where a pass ends.
    enum Limit {
        /// At the end of the chunk within which so many records have been read.
        case records(Int)
        /// At the end of the chunk within which so much processor time has been spent, in nanoseconds.
        case nanoseconds(UInt64)
        /// After so many chunks.
        case chunks(Int)
    }

    /// What a pass did and what it took.
    struct Outcome {
        var counts: Counts
        var statistics = MatcherStatistics()
        /// Chunks and the bytes in them, as UTF-8.
        var chunks = 0
        var bytes = 0
        /// Whether the files ended before the limit came.
        var isWhole = true
        /// Of processor time.
        var nanoseconds: UInt64 = 0
        var allocations = 0
    }

    let inputs: [String]
    let index: NameIndex
    let catalog: ListCatalog
    let options: ScreeningOptions
    /// How often this process has asked for memory so far; nil where nobody counts.
    let countAllocations: (() -> Int)?

    /// Does the stages up to one, the last counted, with caches that are empty at first.
    ///
    /// - Parameter stage: one of `ScreeningStage.common`.
    /// - Throws: an input that can't be read or whose header isn't understood.
    func run(upTo stage: ScreeningStage, limit: Limit) throws(ScreeningError) -> Outcome {
        var matcher = Matcher(index: index)
        var cells = PartyCells()
        let matching = stage.matching
        var outcome = try eachChunk(limit) { chunk, _, layout, counts in
            if stage == .read { return }
            guard let matching else {
                cells.walk(chunk, layout: layout, counts: &counts) { _, _, _, _ in }
                return
            }
            cells.walk(chunk, layout: layout, counts: &counts) { name, _, _, _ in
                matcher.pass(name, upTo: matching)
            }
        }
        outcome.statistics = matcher.statistics
        return outcome
    }

    /// Does all stages, and times those of names that pass the sieve and of hits.
    func runTimed(limit: Limit, clock: StageClock) throws(ScreeningError) -> Outcome {
        var matcher = Matcher(index: index)
        var cells = PartyCells()
        var scratch: [UInt8] = []
        var rows: (file: Int, hit: HitRow)?
        var writer = try nowhere()
        var outcome = try eachChunk(limit) { chunk, file, layout, counts in
            if rows?.file != file.index {
                rows = (file.index, HitRow(file: file, options: options))
                writer.begin(with: file)
            }
            guard let row = rows?.hit else { return }
            var result = ChunkResult(file: file, counts: Counts(lists: catalog.lists.count))
            cells.walk(chunk, layout: layout, counts: &counts) { name, column, cursor, record in
                let matches = matcher.matches(name) { stage in
                    if stage == .sift { clock.start() } else { clock.end(ScreeningStage(stage)) }
                }
                if matches.isEmpty { return }
                clock.start()
                for match in matches {
                    let hit = Hit(match, column: column, date: nil, catalog: catalog, options: options)
                    result.counts.hitsByList[hit.listPlace] += 1
                    row.append(hit, name: name, cursor: cursor, scratch: &scratch, to: &result.bytes)
                    result.rows.append(ChunkResult.Row(record: record, end: result.bytes.count))
                }
                clock.end(.write)
            }
            counts += result.counts
            clock.start()
            writer.accept(result)
            writer.flush()
            clock.end(.write)
        }
        writer.finish(succeeded: true)
        outcome.statistics = matcher.statistics
        return outcome
    }

    /// Does all stages, by the parts that a run has.
    func runWhole(limit: Limit) throws(ScreeningError) -> Outcome {
        var screener = RecordScreener(index: index, catalog: catalog, options: options)
        var writer = try nowhere()
        var begun = -1
        var outcome = try eachChunk(limit) { chunk, file, _, counts in
            if begun != file.index {
                begun = file.index
                writer.begin(with: file)
            }
            let result = screener.screen(chunk, of: file)
            counts += result.counts
            writer.accept(result)
            writer.flush()
        }
        writer.finish(succeeded: true)
        outcome.statistics = screener.statistics
        return outcome
    }

    /// A writer whose rows nobody keeps.
    private func nowhere() throws(ScreeningError) -> ResultWriter {
        ResultWriter(
            output: try BufferedOutput(path: "/dev/null"), rejects: nil, inputs: inputs.count,
            lists: catalog.lists.count, options: options)
    }

    private func eachChunk(
        _ limit: Limit, _ body: (Chunk, InputFile, Layout, inout Counts) -> Void
    ) throws(ScreeningError) -> Outcome {
        var outcome = Outcome(counts: Counts(lists: catalog.lists.count))
        let allocationsBefore = countAllocations?() ?? 0
        let start = ProcessFigures.threadNanoseconds()
        for (number, path) in inputs.enumerated() {
            var input = try OpenInput(index: number, path: path, options: options)
            guard let layout = input.file.layout else { continue }
            while true {
                guard !isReached(limit, outcome, since: start) else {
                    end(&outcome, since: start, allocationsBefore)
                    let hasMore = try input.next() != nil
                    outcome.isWhole = !hasMore && number == inputs.count - 1
                    return outcome
                }
                guard let chunk = try input.next() else { break }
                body(chunk, input.file, layout, &outcome.counts)
                outcome.chunks += 1
                outcome.bytes += chunk.count
            }
        }
        end(&outcome, since: start, allocationsBefore)
        return outcome
    }

    private func end(_ outcome: inout Outcome, since start: UInt64, _ allocationsBefore: Int) {
        outcome.nanoseconds = ProcessFigures.threadNanoseconds() - start
        outcome.allocations = (countAllocations?() ?? 0) - allocationsBefore
    }

    private func isReached(_ limit: Limit, _ outcome: Outcome, since start: UInt64) -> Bool {
        switch limit {
        case .records(let count): outcome.counts.read >= count
        // The first chunk is taken in any case: a pass over nothing says nothing.
        case .nanoseconds(let most): outcome.chunks > 0 && ProcessFigures.threadNanoseconds() - start >= most
        case .chunks(let count): outcome.chunks >= count
        }
    }
}
