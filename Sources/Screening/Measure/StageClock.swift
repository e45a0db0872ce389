import NameMatching

/// Adds up processor time and allocations by stage, for stages so long that asking the clock costs little beside them.
package final class StageClock {
    /// By the place of the stage in `ScreeningStage.allCases`.
    package private(set) var nanoseconds = ScreeningStage.allCases.map { _ in UInt64(0) }
    package private(set) var allocations = ScreeningStage.allCases.map { _ in 0 }
    private var since: UInt64 = 0
    private var allocationsBefore = 0
    private let countAllocations: (() -> Int)?

    /// What asking costs, in nanoseconds: it is left out.
    private let asking: UInt64

    /// - Parameter countAllocations: how often this thread has asked for memory so far; nil where nobody counts.
    package init(countAllocations: (() -> Int)?) {
        self.countAllocations = countAllocations
        let calls = 1_000
        let start = ProcessFigures.threadNanoseconds()
        for _ in 0..<calls { _ = ProcessFigures.threadNanoseconds() }
        asking = (ProcessFigures.threadNanoseconds() - start) / UInt64(calls)
    }

    /// Begins a stage.
    package func start() {
        if let countAllocations { allocationsBefore = countAllocations() }
        since = ProcessFigures.threadNanoseconds()
    }

    /// Ends a stage; the next begins.
    package func end(_ stage: ScreeningStage) {
        let now = ProcessFigures.threadNanoseconds()
        let place = stage.place
        let taken = now - since
        nanoseconds[place] += taken > asking ? taken - asking : 0
        if let countAllocations { allocations[place] += countAllocations() - allocationsBefore }
        start()
    }
}

extension ScreeningStage {
    /// The stage's place in `ScreeningStage.allCases`.
    package var place: Int { ScreeningStage.allCases.firstIndex(of: self) ?? 0 }
}
