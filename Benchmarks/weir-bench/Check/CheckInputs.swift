import Glibc
import Screening

/// The files of the check, always the same: a base, and the base with other records behind it.
///
/// The difference of two runs is what the names behind cost, without start-up.
struct CheckInputs {
    struct Input {
        let path: String
        /// What the names behind the base are; empty for the base itself.
        let names: String
        /// How many names stand behind the base.
        let count: Int
    }

    /// A name that was answered lately costs so little that many tell it from the noise of start-up.
    private static let repetitions = 20

    /// The base first.
    private(set) var inputs: [Input] = []

    init(records: Int) throws(ScreeningError) {
        let names = records * GeneratedFile.parties.count
        let base = try CheckInputs.records(records, .any, seed: 1)
        func add(_ what: String, _ rows: ArraySlice<UInt8>, count: Int) {
            let path = TemporaryFiles.path("input-\(inputs.count).csv")
            FileBytes.write(base + rows, to: path)
            inputs.append(Input(path: path, names: what, count: count))
        }
        add("", [], count: 0)
        for (script, what, seed) in [
            (NameScript.ascii, "new in ASCII", UInt64(2)), (.other, "new not in ASCII", 3),
        ] {
            add(
                what, CheckInputs.withoutHeader(try CheckInputs.records(records, script, seed: seed)),
                count: names)
        }
        var again: ArraySlice<UInt8> = []
        for _ in 0..<CheckInputs.repetitions { again += CheckInputs.withoutHeader(base) }
        add("again", again, count: CheckInputs.repetitions * names)
    }

    /// A generated file.
    private static func records(
        _ count: Int, _ script: NameScript, seed: UInt64
    ) throws(ScreeningError) -> [UInt8] {
        var settings = RecordGenerator.Settings()
        settings.records = count
        settings.distinct = 1
        // Mutants come of the code that is measured.
        settings.planted = 0
        settings.script = script
        settings.seed = seed
        let path = TemporaryFiles.path("generated.csv")
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { stop("can't write \(path)") }
        var generator = try RecordGenerator(settings)
        generator.run(to: descriptor)
        close(descriptor)
        return FileBytes.read(path)
    }

    private static func withoutHeader(_ file: [UInt8]) -> ArraySlice<UInt8> {
        file.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
    }
}
