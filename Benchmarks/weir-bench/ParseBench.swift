import CSV
import Glibc

/// Walks every field of a file, beside what `wc -l` takes to count its lines.
struct ParseBench {
    private let options: BenchOptions

    init(_ options: BenchOptions) {
        self.options = options
    }

    func run() {
        let runs = options.number("runs", default: 5)
        do {
            var times: [Double] = []
            var counts = (records: 0, fields: 0, bytes: 0)
            for _ in 0..<runs {
                let start = now()
                counts = try walk()
                times.append(now() - start)
            }
            let seconds = times.sorted()[runs / 2]
            let lines = ProcessRun.median(of: runs) { ProcessRun(["wc", "-l", options.file]) }
            let gigabytes = Double(counts.bytes) / 1e9
            print("records \(counts.records), fields \(counts.fields), bytes \(counts.bytes)")
            print("reader: \(fixed(seconds, 3)) s, \(fixed(gigabytes / seconds, 2)) GB/s")
            print("wc -l:  \(fixed(lines.seconds, 3)) s, \(fixed(gigabytes / lines.seconds, 2)) GB/s")
            print("reader / wc -l: \(fixed(seconds / lines.seconds, 2)) x the time")
        } catch {
            stop("\(error)")
        }
    }

    private func walk() throws(InputError) -> (records: Int, fields: Int, bytes: Int) {
        var reader = try RecordReader(path: options.file, encoding: nil, delimiter: nil)
        let dialect = reader.dialect
        var counts = (records: 0, fields: 0, bytes: 0)
        while let chunk = try reader.next() {
            chunk.withBytes { bytes in
                var cursor = RecordCursor(bytes, dialect: dialect)
                while cursor.next() {
                    counts.records += 1
                    counts.fields += cursor.fieldCount
                }
                counts.bytes += bytes.count
            }
        }
        return counts
    }
}
