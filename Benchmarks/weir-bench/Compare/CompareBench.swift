import Glibc

/// Sets two runs side by side: for what both measured, the second's cost divided by the first's.
struct CompareBench {
    private let first: [Summary]
    private let second: [Summary]
    private let names: (String, String)

    init(_ options: BenchOptions) {
        guard options.files.count == 2 else { options.fail("compare wants two folders or results.csv files") }
        func summaries(_ path: String) -> [Summary] {
            Summary.all(Measurement.read(path.hasSuffix(".csv") ? path : "\(path)/results.csv"))
        }
        names = (options.files[0], options.files[1])
        first = summaries(options.files[0])
        second = summaries(options.files[1])
    }

    func run() {
        var table = MarkdownTable(
            ["command", "list", "file", "threshold", ""],
            [
                "workers", "user CPU", "user CPU, machine set off", "wall, machine set off", "peak memory",
                "noise",
            ])
        var logarithms: [Double] = []
        for one in second {
            guard let other = first.first(where: { $0.key == one.key }) else { continue }
            // A command of a millisecond has no CPU time to speak of.
            guard one.userSeconds > 0, other.userSeconds > 0 else { continue }
            // Where a run chose another number of records, a record's cost is compared; a start-up is one whole.
            let size =
                one.key.command == ScreenRunner.startUp ? 1 : Double(one.records) / Double(other.records)
            let user = one.userSeconds / other.userSeconds / size
            let scaled = one.referenceRatio / other.referenceRatio / relativeBytes(one, other, size)
            let wall = one.referenceWallRatio / other.referenceWallRatio / relativeBytes(one, other, size)
            let noise = one.spread + other.spread
            if one.key.command == ScreenRunner.weir { logarithms.append(log(scaled)) }
            table.add(
                one.key.command, one.key.list, one.key.file, one.key.threshold, verdict(scaled, noise),
                "\(one.key.workers)", fixed(user, 3), fixed(scaled, 3), fixed(wall, 3),
                fixed(one.peakMegabytes / other.peakMegabytes, 3), "± \(fixed(noise, 2))")
        }
        guard !logarithms.isEmpty else { stop("the two runs have no configuration in common") }
        let mean = exp(logarithms.reduce(0, +) / Double(logarithms.count))
        print(
            """
            \(names.1) / \(names.0): under 1 the second is better. The machine is set off by the reference that ran beside.

            \(table.markdown)
            geometric mean of the user CPU of weir, machine set off: \(fixed(mean, 3))
            """)
    }

    /// The references are of as many bytes as the files have.
    private func relativeBytes(_ one: Summary, _ other: Summary, _ size: Double) -> Double {
        size / (Double(one.bytes) / Double(other.bytes))
    }

    private func verdict(_ ratio: Double, _ noise: Double) -> String {
        if abs(ratio - 1) <= max(noise, 0.02) { return "same" }
        return ratio < 1 ? "better" : "worse"
    }
}
