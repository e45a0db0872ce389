import CSV
import Glibc
import Screening

/// Runs the command on a file end to end, beside simpler commands on the same file, and checks the hits.
struct ScreenBench {
    private let options: BenchOptions
    private let weir: String
    private let runs: Int
    private let output = "/tmp/weir-bench-\(getpid()).csv"

    init(_ options: BenchOptions) {
        self.options = options
        weir = options.text("weir", default: ".build/release/weir")
        runs = options.number("runs", default: 3)
    }

    func run() {
        defer { unlink(output) }
        let megabytes = Double(size(of: options.file)) / 1e6
        let records = Double(lines(of: options.file) - 1)
        print(
            "\(options.file): \(fixed(megabytes, 0)) MB, about \(fixed(records, 0)) records; median of \(runs) runs"
        )
        let counting = ProcessRun.median(of: runs) { ProcessRun(["wc", "-l", options.file]) }
        report("wc -l", counting, records, megabytes, counting)
        if let patterns = writePatterns() {
            let searching = ProcessRun.median(of: runs) {
                ProcessRun(["rg", "-F", "-i", "-c", "-f", patterns, options.file])
            }
            if searching.status < 127 { report("rg -F -i -f", searching, records, megabytes, counting) }
            unlink(patterns)
        }
        for workers in [1, 2] {
            let screening = ProcessRun.median(of: runs) {
                ProcessRun(command(workers), output: output)
            }
            guard screening.status == 0 else {
                stop("'\(weir)' ended with \(screening.status)")
            }
            report(
                "weir, \(workers) worker\(workers > 1 ? "s" : "")", screening, records, megabytes, counting)
        }
        checkHits()
    }

    private func command(_ workers: Int) -> [String] {
        var command = [weir, "screen", "--workers", "\(workers)", "--keep", "planted", "--quiet"]
        let list = options.text("list", default: "")
        if !list.isEmpty { command += ["--list", list] }
        return command + [options.file]
    }

    private func report(
        _ name: String, _ run: ProcessRun, _ records: Double, _ megabytes: Double, _ counting: ProcessRun
    ) {
        let padded = name + String(repeating: " ", count: max(0, 16 - name.count))
        print(
            "\(padded) \(fixed(run.seconds, 3)) s, user \(fixed(run.userSeconds, 3)) s, "
                + "\(fixed(records / run.seconds / 1_000, 0))k records/s, \(fixed(megabytes / run.seconds, 0)) MB/s, "
                + "peak \(fixed(run.peakMegabytes, 0)) MB, \(fixed(run.seconds / counting.seconds, 1)) x wc")
    }

    /// Of the planted records, how many led to their entity; and how many hits were not planted.
    private func checkHits() {
        do {
            var found: Set<Int> = []
            var other = 0
            try forEachRecord(of: output) { fields in
                // record … entity_id … planted: see the header of hits; `--keep` puts its column last.
                if fields[4] == fields[fields.count - 1] {
                    found.insert(Int(fields[0]) ?? 0)
                } else {
                    other += 1
                }
            }
            var planted = 0
            try forEachRecord(of: options.file) { fields in
                if !(fields.last ?? "").isEmpty { planted += 1 }
            }
            print("planted \(planted), found \(found.count), other hits \(other)")
        } catch {
            stop("\(error)")
        }
    }

    private func forEachRecord(of path: String, _ body: ([String]) -> Void) throws(InputError) {
        var reader = try RecordReader(path: path, encoding: .utf8, delimiter: UInt8(ascii: ","))
        reader.skip(records: 1)
        let dialect = reader.dialect
        while let chunk = try reader.next() {
            chunk.withBytes { bytes in
                var cursor = RecordCursor(bytes, dialect: dialect)
                while cursor.next() {
                    body(
                        (0..<cursor.fieldCount).map {
                            String(decoding: cursor.field($0).bytes, as: UTF8.self)
                        })
                }
            }
        }
    }

    /// The names of the built-in list, one a line, as patterns for other tools.
    private func writePatterns() -> String? {
        guard let catalog = try? ListCatalog([EntityList.builtIn()]) else { return nil }
        let path = "/tmp/weir-bench-\(getpid()).txt"
        guard let file = fopen(path, "w") else { return nil }
        for name in catalog.names { fputs(name.text + "\n", file) }
        fclose(file)
        return path
    }

    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private func lines(of path: String) -> Int {
        var count = 0
        guard let file = fopen(path, "r") else { options.fail("can't read '\(path)'") }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let read = fread(&buffer, 1, buffer.count, file)
            if read == 0 { break }
            for place in 0..<read where buffer[place] == UInt8(ascii: "\n") { count += 1 }
        }
        fclose(file)
        return count
    }
}
