import Dispatch
import Glibc
import Screening

/// One line on a terminal that says twice a second how far a run is.
final class ProgressLine {
    private let timer: any DispatchSourceTimer
    private let queue = DispatchQueue(label: "weir.progress")

    /// Starts showing the run, if standard error is a terminal; nil otherwise.
    init?(of screener: Screener, inputs: [String]) {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        let size = Screener.size(ofInputs: inputs)
        let start = DispatchTime.now().uptimeNanoseconds
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(500))
        timer.setEventHandler {
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
            // To the line's beginning, the text, and away with what is behind it.
            Console.write(
                "\r\(ProgressLine.text(screener.progress, seconds, size))\u{1B}[K", to: STDERR_FILENO)
        }
        timer.resume()
    }

    /// Ends it and takes the line away.
    func stop() {
        queue.sync { timer.cancel() }
        Console.write("\r\u{1B}[K", to: STDERR_FILENO)
    }

    private static func text(_ progress: Screener.Progress, _ seconds: Double, _ size: Int?) -> String {
        let rate = Int(Double(progress.records) / seconds)
        var text = "\(Console.grouped(progress.records)) records, \(Console.grouped(rate)) records/s, "
        text += Console.count(progress.hits, "hit", "hits")
        if let size, size > 0 { text += ", \(min(100, progress.bytes * 100 / size)) %" }
        return text
    }
}
