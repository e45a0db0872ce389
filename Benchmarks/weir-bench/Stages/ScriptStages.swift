import NameMatching
import Screening

/// What matching takes by script: names that are all distinct, against one list.
struct ScriptStages {
    let label: String
    let list: BenchList
    let index: NameIndex
    let names: ScriptNames

    /// One round over the names of each script, with caches that are empty at first.
    func figures(round: Int) -> [StageFigure] {
        var figures: [StageFigure] = []
        for (place, script) in WritingSystem.allCases.enumerated() where names.lists[place].count > 0 {
            figures += self.figures(of: names.lists[place], script, round)
        }
        return figures
    }

    private func figures(of names: NameList, _ script: WritingSystem, _ round: Int) -> [StageFigure] {
        var figures: [StageFigure] = []
        func add(_ stage: String, _ count: Int, _ seconds: Double, _ allocations: Int) {
            figures.append(
                StageFigure(
                    key: .init(
                        part: "script", file: label, list: list.label, script: script.rawValue, stage: stage),
                    unit: count == names.count ? "names" : "names past the sieve", count: count,
                    bytes: names.byteCount, round: round, seconds: seconds, allocations: max(0, allocations)))
        }
        let normalize = measured(names) { $0.normalize($1) }
        add("normalise", names.count, normalize.seconds, normalize.allocations)
        var before = (seconds: 0.0, allocations: 0)
        for (stage, name) in [(MatchingStage.lookUp, "look-up"), (.fold, "fold"), (.sift, "sift")] {
            let pass = measured(names) { $0.pass($1, upTo: stage) }
            add(
                name, names.count, pass.seconds - before.seconds,
                pass.allocations - before.allocations)
            before = (pass.seconds, pass.allocations)
        }
        let clock = StageClock(countAllocations: ThreadMeter.countAllocations)
        let timed = measured(names) { matcher, name in
            _ = matcher.matches(name) { stage in
                if stage == .sift { clock.start() } else { clock.end(ScreeningStage(stage)) }
            }
        }
        for stage in [ScreeningStage.terms, .faces, .candidates, .score] where timed.sifted > 0 {
            add(
                stage.rawValue, timed.sifted, Double(clock.nanoseconds[stage.place]) / 1e9,
                clock.allocations[stage.place])
        }
        return figures
    }

    private func measured(
        _ names: NameList, _ body: (inout Matcher, UnsafeBufferPointer<UInt8>) -> Void
    ) -> (seconds: Double, allocations: Int, sifted: Int) {
        var matcher = Matcher(index: index)
        let meter = ThreadMeter()
        names.forEach { body(&matcher, $0) }
        let taken = meter.taken
        return (taken.seconds, taken.allocations, matcher.statistics.sifted)
    }
}
