import Glibc

/// Runs the built command in rounds, each configuration once a round, the reference before each.
///
/// In rounds, since a shared machine is slow for seconds at a time: what runs together is slowed together.
struct ScreenRunner {
    struct Configuration {
        let file: GeneratedFile
        let list: BenchList
        let workers: Int
        /// As `--threshold` takes it; empty: the default.
        var threshold = ""
    }

    /// The command on a file of one record: what a run costs before the first name.
    static let startUp = "weir start-up"
    static let weir = "weir"

    private let binary: String
    /// Other builds that run right behind the first, so that both find the machine alike.
    let otherBuilds: [String]
    /// What other builds gave other hits for.
    private(set) var differing: Set<Measurement.Key> = []
    private let rounds: Int
    private let output = TemporaryFiles.path("hits.csv")
    private(set) var measurements: [Measurement] = []
    /// What the hits of a list, file and threshold were, and their bytes.
    private(set) var checks: [(configuration: Configuration, check: HitCheck, bytes: [UInt8])] = []
    private var references: [String: Reference] = [:]

    init(_ options: BenchOptions) {
        let paths = options.all("weir")
        binary = paths.first ?? ".build/release/weir"
        otherBuilds = Array(paths.dropFirst())
        rounds = max(1, options.number("runs", default: 5))
        for path in [binary] + otherBuilds where access(path, X_OK) != 0 {
            stop("there is no \(path): make build, or say --weir PATH")
        }
    }

    // MARK: How many records

    /// As many records of a file as one worker screens in some seconds, rounded to 1, 2 or 5 with zeros.
    func sized(_ file: GeneratedFile, for list: BenchList, seconds: Double) -> GeneratedFile {
        let few = file.prefix(records: 2_000)
        let one = file.prefix(records: 1)
        // Twice: the first run of a binary reads it from disk.
        let start = (0..<2).map { _ in run(one, list, workers: 1, threshold: "").userSeconds }.min()!
        let each = max(
            1e-7, (run(few, list, workers: 1, threshold: "").userSeconds - start) / Double(few.records))
        var records = 1_000
        for factor in [2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000]
        where Double(1_000 * factor) * each <= seconds { records = 1_000 * factor }
        return file.prefix(records: records)
    }

    // MARK: Measuring

    mutating func measure(_ configurations: [Configuration], beside others: [BesideCommand] = []) {
        for round in 1...rounds {
            var started: Set<String> = []
            for configuration in configurations {
                if started.insert(configuration.list.label + configuration.threshold).inserted {
                    let one = configuration.file.prefix(records: 1)
                    let process = run(one, configuration.list, workers: 1, threshold: configuration.threshold)
                    let single = Configuration(
                        file: one, list: configuration.list, workers: 1, threshold: configuration.threshold)
                    record(ScreenRunner.startUp, single, process, round)
                }
                let process = run(
                    configuration.file, configuration.list, workers: configuration.workers,
                    threshold: configuration.threshold)
                record(ScreenRunner.weir, configuration, process, round)
                check(configuration)
                runOtherBuilds(configuration, round)
            }
            for other in others {
                let process = ProcessRun(other.words)
                // rg and grep end with 1 where nothing was found.
                if process.status < 2 { record(other.name, other.configuration, process, round) }
            }
        }
        unlink(output)
    }

    /// What measurements call another build: the first is `weir`, the next `weir #2`.
    static func command(ofBuild number: Int) -> String { "\(weir) #\(number + 2)" }

    private mutating func runOtherBuilds(_ configuration: Configuration, _ round: Int) {
        for (number, build) in otherBuilds.enumerated() {
            let first = FileBytes.read(output)
            let process = run(
                configuration.file, configuration.list, workers: configuration.workers,
                threshold: configuration.threshold, build: build)
            record(ScreenRunner.command(ofBuild: number), configuration, process, round)
            if FileBytes.read(output) != first { differing.insert(measurements.last!.key) }
        }
    }

    private func run(
        _ file: GeneratedFile, _ list: BenchList, workers: Int, threshold: String, build: String? = nil
    ) -> ProcessRun {
        var words = [build ?? binary, "screen", "--quiet", "--workers", "\(workers)"]
        words += ["--keep", "phenomenon", "--keep", "planted"]
        if let path = list.path { words += ["--list", path] }
        if !threshold.isEmpty { words += ["--threshold", threshold] }
        let process = ProcessRun(words + [file.path], output: output)
        guard process.status == 0 else {
            stop("'\((words + [file.path]).joined(separator: " "))' ended with \(process.status)")
        }
        return process
    }

    private mutating func record(
        _ command: String, _ configuration: Configuration, _ process: ProcessRun, _ round: Int
    ) {
        let file = configuration.file
        let reference = references[file.path] ?? Reference(file.path)
        references[file.path] = reference
        measurements.append(
            Measurement(
                key: Measurement.Key(
                    command: command, list: configuration.list.label, file: file.label,
                    workers: configuration.workers,
                    threshold: configuration.threshold.isEmpty ? "default" : configuration.threshold),
                listedNames: configuration.list.names.count, records: file.records, names: file.names,
                distinctNames: file.distinctNames, bytes: file.bytes, round: round, seconds: process.seconds,
                userSeconds: process.userSeconds, systemSeconds: process.systemSeconds,
                peakMegabytes: process.peakMegabytes,
                referenceSeconds: reference.secondsPerByte() * Double(file.bytes)))
    }

    /// Looks at the hits of a configuration's first run; all others must have the same bytes.
    private mutating func check(_ configuration: Configuration) {
        let bytes = FileBytes.read(output)
        let known = checks.first {
            $0.configuration.list.label == configuration.list.label
                && $0.configuration.file.path == configuration.file.path
                && $0.configuration.threshold == configuration.threshold
        }
        if let known {
            guard known.bytes == bytes else {
                stop("\(configuration.list.label), \(configuration.file.label): two runs gave different hits")
            }
        } else {
            checks.append(
                (configuration, HitCheck(hits: output, of: configuration.file, on: configuration.list), bytes)
            )
        }
    }
}

/// A command that is set beside Weir on the same file.
struct BesideCommand {
    let name: String
    let words: [String]
    /// The file, and the list whose names it looks for, if it does.
    let configuration: ScreenRunner.Configuration
}
