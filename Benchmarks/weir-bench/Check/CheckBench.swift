import Glibc
import Screening

/// Fails where a name costs more instructions or allocations than the kept figures allow: what a noisy machine can't
/// blur, and a timed test would.
struct CheckBench {
    /// How much more is let pass.
    private static let tolerance = 1.05
    /// Allocations a name that are let pass whatever was kept: tables that grow now and then.
    private static let fewAllocations = 0.02

    /// By how many instructions two runs of the same command differ, on the largest list: tables of the standard
    /// library lie at other places.
    private static let noise = 4_000_000.0

    /// A name costs more on a larger list, so fewer say as much.
    private static let lists: [(label: String, names: Int, records: Int)] = [
        ("built-in", 0, 1_000), ("made-up", 2_000, 500),
    ]

    private let kept: String
    private let keeps: Bool
    private let binary: String

    init(_ options: BenchOptions) {
        kept = options.text("kept", default: "Benchmarks/kept-figures.csv")
        keeps = options.text("keep", default: "no") == "yes"
        let weir = options.text("weir", default: ".build/release/weir")
        // Valgrind doesn't read all debug information that Swift writes.
        binary = TemporaryFiles.path("weir")
        guard ProcessRun(["strip", "-o", binary, weir]).status == 0 else {
            stop("can't strip \(weir): is it built (make build), and is `strip` there (Debian: binutils)?")
        }
        // Hashes that differ from run to run would make tables of different shapes.
        setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    }

    func run() throws(ScreeningError) {
        let figures = try measure()
        TemporaryFiles.removeAll()
        if keeps {
            KeptFigures(figures).write(to: kept)
            print("kept in \(kept)")
            return
        }
        compare(figures)
    }

    private func measure() throws(ScreeningError) -> [KeptFigures.Figure] {
        var figures: [KeptFigures.Figure] = []
        for list in CheckBench.lists {
            var path: String?
            if list.names > 0 {
                path = TemporaryFiles.path("list.csv")
                FileBytes.write(try ListMaker.madeUpList(count: list.names, seed: 1), to: path!)
            }
            let inputs = try CheckInputs(records: list.records).inputs
            let runs = profiles(inputs.map(\.path), path)
            for (input, run) in zip(inputs, runs).dropFirst() {
                func each(_ value: (CallgrindRun) -> Int) -> Double {
                    max(0, Double(value(run) - value(runs[0])) / Double(input.count))
                }
                figures.append(
                    KeptFigures.Figure(
                        list: list.label, names: input.names, instructions: each(\.instructions),
                        allocations: each(\.allocations), noise: CheckBench.noise / Double(input.count)))
            }
        }
        return figures
    }

    /// Profiles of several files, as many at a time as there are cores.
    private func profiles(_ files: [String], _ list: String?) -> [CallgrindRun] {
        var started: [CallgrindRun.Started] = []
        var finished: [CallgrindRun] = []
        for (number, file) in files.enumerated() {
            if number - finished.count >= ScreeningOptions.availableCores {
                finished.append(started[finished.count].wait())
            }
            var command = [binary, "screen", "--quiet", "--workers", "1", "--output", "/dev/null"]
            if let list { command += ["--list", list] }
            started.append(CallgrindRun.Started(command + [file], name: "profile-\(number)"))
        }
        while finished.count < files.count { finished.append(started[finished.count].wait()) }
        return finished
    }

    private func compare(_ figures: [KeptFigures.Figure]) {
        let before = KeptFigures(kept)
        var table = MarkdownTable(
            ["list", "names"],
            ["instructions a name", "kept", "now / kept", "allocations a name", "kept", ""])
        var worse = 0
        for figure in figures {
            guard let old = before.figure(like: figure) else {
                stop(
                    "\(kept) has no figure for '\(figure.names)' on the list \(figure.list); make bench-keep writes it"
                )
            }
            let isWorse =
                figure.instructions > CheckBench.tolerance * old.instructions + figure.noise
                || figure.allocations > CheckBench.tolerance * old.allocations + CheckBench.fewAllocations
            worse += isWorse ? 1 : 0
            table.add(
                figure.list, figure.names, grouped(figure.instructions), grouped(old.instructions),
                fixed(figure.instructions / old.instructions, 3), fixed(figure.allocations, 3),
                fixed(old.allocations, 3), isWorse ? "worse" : "")
        }
        print(table.markdown)
        guard worse == 0 else {
            stop(
                "\(worse) of \(figures.count) names cost over 5 % more than in \(kept). Find out why; if it is worth it, "
                    + "`make bench-keep` keeps the new figures, and the commit says what they buy")
        }
    }
}
