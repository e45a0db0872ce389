import CBench
import Screening

/// Processor time and allocations of this thread since some moment.
struct ThreadMeter {
    private let nanoseconds: UInt64
    private let allocationsBefore: Int

    static func countAllocations() -> Int { Int(bench_allocations()) }

    init() {
        allocationsBefore = ThreadMeter.countAllocations()
        nanoseconds = ProcessFigures.threadNanoseconds()
    }

    var taken: (seconds: Double, allocations: Int) {
        let seconds = Double(ProcessFigures.threadNanoseconds() - nanoseconds) / 1e9
        return (seconds, ThreadMeter.countAllocations() - allocationsBefore)
    }
}
