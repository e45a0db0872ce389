import CSV

/// Walks every field of a file, beside what `wc -l` takes to count its lines.
struct ParseBench {
    private let options: BenchOptions

    init(_ options: BenchOptions) {
        self.options = options
    }

    func run() {
        let runs = options.number("runs", default: 5)
        let reference = Reference(options.file)
        do throws(InputError) {
            var ratios: [(reader: Double, lines: Double)] = []
            var counts = (records: 0, fields: 0, bytes: 0)
            for _ in 0..<runs {
                let unit = reference.secondsPerByte()
                let start = now()
                counts = try walk()
                let seconds = now() - start
                let lines = ProcessRun(["wc", "-l", options.file]).seconds
                ratios.append((seconds / unit / Double(counts.bytes), lines / unit / Double(counts.bytes)))
                print(
                    "reader \(fixed(seconds, 3)) s, \(fixed(Double(counts.bytes) / 1e9 / seconds, 2)) GB/s; "
                        + "wc -l \(fixed(lines, 3)) s")
            }
            func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
            print("records \(counts.records), fields \(counts.fields), bytes \(counts.bytes)")
            print("medians: reader \(fixed(median(ratios.map(\.reader)), 3)) x reference")
            print("         wc -l  \(fixed(median(ratios.map(\.lines)), 3)) x reference")
            print("         reader \(fixed(median(ratios.map { $0.reader / $0.lines }), 2)) x wc -l")
        } catch {
            stop("\(error)")
        }
    }

    private func walk() throws(InputError) -> (records: Int, fields: Int, bytes: Int) {
        var reader = try RecordReader(path: options.file, encoding: nil, delimiter: nil)
        var counts = (records: 0, fields: 0, bytes: 0)
        while let chunk = try reader.next() {
            var cursor = RecordCursor(chunk)
            while cursor.next() {
                counts.records += 1
                counts.fields += cursor.fieldCount
            }
            counts.bytes += chunk.count
        }
        return counts
    }
}
