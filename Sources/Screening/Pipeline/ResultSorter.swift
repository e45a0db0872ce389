import Synchronization

/// Brings the workers' results into the order of the input and has them written by whichever worker brought the one
/// that all wait for. Nobody waits for anybody else's.
final class ResultSorter: Sendable {
    private struct Pending: Sendable {
        var results: [Int: ChunkResult] = [:]
        var next = 0
        /// Whether a worker is writing; it will find what others leave here meanwhile.
        var isDraining = false

        /// Takes the result that comes next; without one the draining ends.
        mutating func takeNext() -> ChunkResult? {
            let result = results.removeValue(forKey: next)
            if result == nil { isDraining = false } else { next += 1 }
            return result
        }
    }

    private let pending = Mutex(Pending())
    private let writer: Mutex<ResultWriter>

    init(_ writer: ResultWriter) { self.writer = Mutex(writer) }

    /// Takes a result, and writes all that are next.
    ///
    /// - Parameter written: called for each written result.
    /// - Returns: why the run must end, if it must.
    func deposit(
        _ result: ChunkResult, sequence: Int, written: (ChunkResult) -> Void
    ) -> ResultWriter.Ending? {
        let drains = pending.withLock { pending in
            pending.results[sequence] = result
            guard !pending.isDraining, pending.results[pending.next] != nil else { return false }
            pending.isDraining = true
            return true
        }
        guard drains else { return nil }
        return writer.withLock { writer in
            while let next = pending.withLock({ $0.takeNext() }) {
                writer.accept(next)
                written(next)
            }
            // Rows leave as soon as they are there: whoever reads our pipe may be a person.
            writer.flush()
            return writer.ending
        }
    }

    /// Does something with the writer, between two results.
    func withWriter<Result: Sendable>(_ body: (inout ResultWriter) -> Result) -> Result {
        writer.withLock { body(&$0) }
    }
}
