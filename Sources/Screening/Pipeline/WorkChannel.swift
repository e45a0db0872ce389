import CSV
import Dispatch
import Synchronization

/// Chunks on their way from the reader to the workers, and the bound on how many are in flight.
///
/// A slot is taken before a chunk is read and given back when its result is written: so neither many chunks nor
/// many results that wait for an earlier one can pile up.
final class WorkChannel: Sendable {
    /// One chunk, its file, and its place in the output.
    struct Job: Sendable {
        let sequence: Int
        let chunk: Chunk
        let file: InputFile
    }

    private let jobs = Mutex<[Job]>([])
    private let slots: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        // A semaphore that is let go below its first value traps, so it starts at zero and is filled.
        slots = DispatchSemaphore(value: 0)
        for _ in 0..<capacity { slots.signal() }
    }

    /// Waits until one more chunk may be in flight.
    func takeSlot() { slots.wait() }

    /// One chunk less is in flight.
    func giveSlotBack() { slots.signal() }

    func send(_ job: Job) {
        jobs.withLock { $0.append(job) }
        filled.signal()
    }

    /// The next job; nil when there will be none.
    func receive() -> Job? {
        filled.wait()
        let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        // The end wakes one worker, which wakes the next.
        if job == nil { filled.signal() }
        return job
    }

    /// Says that no more jobs will be sent.
    func close() { filled.signal() }
}
