import Dispatch
import Glibc
import Screening
import Synchronization

/// Ends a run at SIGINT and SIGTERM: whole rows are flushed, then the process exits with 130 or 143. A second signal
/// ends it at once.
final class Interruption {
    /// Whether the process is on its way out; shared with the thread that hears the signal.
    private final class State: Sendable {
        let isUnderway = Atomic(false)
    }

    private let state = State()
    private var sources: [any DispatchSourceSignal] = []

    /// Starts listening.
    ///
    /// - Parameter beforeExit: called when everything has been written.
    func listen(for screener: Screener, beforeExit: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "weir.signals")
        for number in [SIGINT, SIGTERM] where !Interruption.isIgnored(number) {
            // The source sees the signal only where nothing else handles it.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [state] in
                state.isUnderway.store(true, ordering: .sequentiallyConsistent)
                signal(SIGINT, SIG_DFL)
                signal(SIGTERM, SIG_DFL)
                screener.interrupt()
                beforeExit()
                _exit(ExitCode.interrupted(by: number))
            }
            source.resume()
            sources.append(source)
        }
    }

    /// Doesn't return while the process is on its way out after a signal.
    func yield() {
        while state.isUnderway.load(ordering: .sequentiallyConsistent) { pause() }
    }

    /// Whether whoever started us wants the signal ignored, as `nohup` and shells do in the background.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
