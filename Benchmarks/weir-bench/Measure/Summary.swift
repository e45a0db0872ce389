/// The runs of one configuration taken together: medians, so that one slow run counts for nothing.
struct Summary {
    let key: Measurement.Key
    private let measurements: [Measurement]

    /// The summaries of some measurements, in the order in which their keys first come.
    static func all(_ measurements: [Measurement]) -> [Summary] {
        var order: [Measurement.Key] = []
        var byKey: [Measurement.Key: [Measurement]] = [:]
        for measurement in measurements {
            if byKey[measurement.key] == nil { order.append(measurement.key) }
            byKey[measurement.key, default: []].append(measurement)
        }
        return order.map { Summary(key: $0, measurements: byKey[$0]!) }
    }

    private var first: Measurement { measurements[0] }
    var listedNames: Int { first.listedNames }
    var records: Int { first.records }
    var names: Int { first.names }
    var distinctNames: Int { first.distinctNames }
    var bytes: Int { first.bytes }

    func median(_ value: (Measurement) -> Double) -> Double {
        let values = measurements.map(value).sorted()
        let middle = values.count / 2
        return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    }

    var seconds: Double { median(\.seconds) }
    var userSeconds: Double { median(\.userSeconds) }
    var peakMegabytes: Double { median(\.peakMegabytes) }
    var recordsPerSecond: Double { Double(records) / seconds }
    /// Distinct party names a second of user CPU: a core's speed, reading and writing included.
    var distinctNamesPerCore: Double { Double(distinctNames) / userSeconds }
    /// User CPU as a multiple of what the reference took for the same bytes in the same round.
    var referenceRatio: Double { median { $0.userSeconds / $0.referenceSeconds } }
    /// Wall time as such a multiple.
    var referenceWallRatio: Double { median { $0.seconds / $0.referenceSeconds } }
    var referenceSeconds: Double { median(\.referenceSeconds) }
    /// Half the range of the user CPU in proportion to it: how noisy the runs were.
    var spread: Double {
        let values = measurements.map(\.userSeconds)
        return (values.max()! - values.min()!) / 2 / userSeconds
    }

    /// The median, over rounds, of this one's wall time divided by another's in the same round.
    func wallRatio(to other: Summary) -> Double? { ratio(to: other, \.seconds) }

    /// The same of user CPU.
    func userRatio(to other: Summary) -> Double? { ratio(to: other, \.userSeconds) }

    private func ratio(to other: Summary, _ value: (Measurement) -> Double) -> Double? {
        var ratios: [Double] = []
        for measurement in measurements {
            guard let same = other.measurements.first(where: { $0.round == measurement.round }) else {
                continue
            }
            ratios.append(value(measurement) / value(same))
        }
        guard !ratios.isEmpty else { return nil }
        return ratios.sorted()[ratios.count / 2]
    }
}
