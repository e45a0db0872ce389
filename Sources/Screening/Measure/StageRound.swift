/// What every stage took in one round of passes.
struct StageRound {
    /// Processor time by the place of the stage, in seconds; under 0 where a pass with the stage happened to take less
    /// than the one without it.
    private(set) var seconds = ScreeningStage.allCases.map { _ in 0.0 }
    /// How often the stage asked for memory.
    private(set) var allocations = ScreeningStage.allCases.map { _ in 0 }

    /// Makes the passes of a round.
    ///
    /// - Parameter chunks: how many chunks each takes.
    init(_ pass: StagePass, chunks: Int) throws(ScreeningError) {
        var before: StagePass.Outcome?
        for stage in ScreeningStage.common {
            let outcome = try pass.run(upTo: stage, limit: .chunks(chunks))
            let place = stage.place
            seconds[place] = (Double(outcome.nanoseconds) - Double(before?.nanoseconds ?? 0)) / 1e9
            allocations[place] = max(0, outcome.allocations - (before?.allocations ?? 0))
            before = outcome
        }
        let clock = StageClock(countAllocations: pass.countAllocations)
        _ = try pass.runTimed(limit: .chunks(chunks), clock: clock)
        for stage in ScreeningStage.allCases where !ScreeningStage.common.contains(stage) {
            seconds[stage.place] = Double(clock.nanoseconds[stage.place]) / 1e9
            allocations[stage.place] = clock.allocations[stage.place]
        }
    }
}
