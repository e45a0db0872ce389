import CSV
import Screening

/// What one stage took in one round: a row of a run's raw figures.
struct StageFigure {
    /// What is measured over and over: all but the round and what it took.
    struct Key: Hashable {
        /// `reading`, `index`, `screening` or `script`.
        var part: String
        var file = ""
        var list = ""
        var script = ""
        var stage: String
    }

    var key: Key
    /// What the stage is done to, and how many of these there are.
    var unit: String
    var count: Int
    /// The bytes of these; 0 where nobody asks.
    var bytes: Int
    var round: Int
    /// Of processor time.
    var seconds: Double
    var allocations: Int

    static func csv(_ figures: [StageFigure]) -> [UInt8] {
        var bytes = Array("part,file,list,script,stage,unit,count,bytes,round,seconds,allocations\n".utf8)
        for one in figures {
            let cells = [
                one.key.part, one.key.file, one.key.list, one.key.script, one.key.stage, one.unit,
                "\(one.count)", "\(one.bytes)", "\(one.round)", fixed(one.seconds, 9), "\(one.allocations)",
            ]
            for (place, cell) in cells.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                CSVWriter.append(field: cell, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

/// The rounds of a stage taken together.
struct StageSummary {
    let key: StageFigure.Key
    let unit: String
    let count: Int
    let bytes: Int
    /// The median, at least 0: a difference of two passes may by chance be less.
    let seconds: Double
    let allocations: Int

    /// The summaries of some figures, in the order in which their keys first come.
    static func all(_ figures: [StageFigure]) -> [StageSummary] {
        var order: [StageFigure.Key] = []
        var byKey: [StageFigure.Key: [StageFigure]] = [:]
        for figure in figures {
            if byKey[figure.key] == nil { order.append(figure.key) }
            byKey[figure.key, default: []].append(figure)
        }
        return order.map { key in
            let rounds = byKey[key] ?? []
            let seconds = rounds.map(\.seconds).sorted()
            return StageSummary(
                key: key, unit: rounds[0].unit, count: rounds[0].count, bytes: rounds[0].bytes,
                seconds: max(0, seconds[seconds.count / 2]), allocations: rounds.map(\.allocations).min() ?? 0
            )
        }
    }

    /// Nanoseconds for one of what the stage is done to.
    var nanosecondsEach: Double { 1e9 * seconds / Double(count) }
    var allocationsEach: Double { Double(allocations) / Double(count) }
    var gigabytesPerSecond: Double { Double(bytes) / 1e9 / seconds }
}
