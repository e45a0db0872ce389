import CSV
import Dispatch
import Synchronization

/// The inputs as chunks, one at a time to whichever worker is free: that worker reads it.
///
/// A reader of its own would be a thread more than there are cores, and what it has read would lie in another core's
/// cache. A slot is taken before a chunk is read and given back when its result is written: so results that wait for
/// an earlier one can't pile up.
final class ChunkSupply: Sendable {
    /// One chunk, its file, and its place in the output.
    struct Job: Sendable {
        let sequence: Int
        let chunk: Chunk
        let file: InputFile
    }

    /// What has been read so far.
    struct Reading: Sendable {
        var files: [InputFile] = []
        /// Why no more can be read.
        var failure: ScreeningError?
        var nanoseconds: UInt64 = 0
    }

    fileprivate struct State: ~Copyable {
        var reading = Reading()
        var agreement: Agreement
        /// How many of the inputs have been opened.
        var opened = 0
        var input: OpenInput?
        /// The bytes read so far, and those of them that are of the input that is open.
        var bytesRead = 0
        var bytesOfInput = 0
        var sequence = 0
    }

    private let inputs: [String]
    private let options: ScreeningOptions
    private let opened: @Sendable (InputFile) -> Void
    private let state: Mutex<State>
    private let slots: DispatchSemaphore

    /// - Parameter opened: told of each input with something in it, before its first chunk is handed out.
    init(
        inputs: [String], options: ScreeningOptions, opened: @escaping @Sendable (InputFile) -> Void
    ) {
        self.inputs = inputs
        self.options = options
        self.opened = opened
        state = Mutex(State(agreement: Agreement(options: options)))
        // A semaphore that is let go below its first value traps, so it starts at zero and is filled.
        slots = DispatchSemaphore(value: 0)
        for _ in 0..<4 * options.workers { slots.signal() }
    }

    /// What has been read; complete once every worker was told that there is no more.
    var reading: Reading { state.withLock { $0.reading } }

    /// One chunk less is between reading and writing.
    func giveSlotBack() { slots.signal() }

    /// Reads the next chunk, of the next input where one has come to its end.
    ///
    /// - Parameters:
    ///   - isStopped: asked before anything is read.
    ///   - count: told how many bytes have been read.
    /// - Returns: nil where there is no more, or there was an error.
    func next(unless isStopped: () -> Bool, reading count: (Int) -> Void) -> Job? {
        slots.wait()
        var bytes = 0
        let job = state.withLock { state -> Job? in
            if state.reading.failure != nil || isStopped() { return nil }
            let start = monotonicNanoseconds()
            let bytesBefore = state.bytesRead
            defer {
                bytes = state.bytesRead - bytesBefore
                state.reading.nanoseconds += monotonicNanoseconds() - start
            }
            do throws(ScreeningError) {
                while true {
                    if let job = try state.nextOfInput() { return job }
                    guard state.opened < inputs.count, !isStopped() else { return nil }
                    if let file = try state.open(inputs[state.opened], options) { opened(file) }
                }
            } catch {
                state.reading.failure = error
                return nil
            }
        }
        count(bytes)
        // Nobody will write it.
        if job == nil { slots.signal() }
        return job
    }
}

extension ChunkSupply.State {
    /// Opens the next input; nil where nothing is in it.
    fileprivate mutating func open(
        _ path: String, _ options: ScreeningOptions
    ) throws(ScreeningError) -> InputFile? {
        let place = opened
        opened += 1
        let next = try OpenInput(index: place, path: path, options: options)
        let file = next.file
        try agreement.check(file)
        reading.files.append(file)
        if file.layout == nil { return nil }
        input = consume next
        bytesOfInput = 0
        return file
    }

    /// The next chunk of the input that is open; nil where none is any more.
    fileprivate mutating func nextOfInput() throws(ScreeningError) -> ChunkSupply.Job? {
        guard let file = input?.file else { return nil }
        guard let chunk = try input?.next() else {
            input = nil
            return nil
        }
        let bytes = input?.reader.bytesRead ?? bytesOfInput
        bytesRead += bytes - bytesOfInput
        bytesOfInput = bytes
        defer { sequence += 1 }
        return ChunkSupply.Job(sequence: sequence, chunk: chunk, file: file)
    }
}
