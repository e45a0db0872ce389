import CSV
import CScan
import Screening

/// What reading a file takes: marking its bytes alone, chunks from the file, records from these, and their fields.
struct ReadingStages {
    private let path: String
    private let label: String
    private static let blockBytes = 256 << 10

    init(_ path: String) {
        self.path = path
        label = FileBytes.baseName(of: path)
    }

    /// One round; what a stage takes is the difference to the pass that ends before it.
    func figures(round: Int) -> [StageFigure] {
        do throws(InputError) {
            let scan = scan()
            let passes = [try pass(0), try pass(1), try pass(2)]
            let records = passes[1].records
            var figures: [StageFigure] = []
            func add(_ stage: String, _ seconds: Double, _ allocations: Int) {
                figures.append(
                    StageFigure(
                        key: .init(part: "reading", file: label, stage: stage), unit: "records",
                        count: records,
                        bytes: passes[0].bytes, round: round, seconds: seconds,
                        allocations: max(0, allocations)))
            }
            add("scan", scan.seconds, scan.allocations)
            add("read", passes[0].seconds, passes[0].allocations)
            add(
                "records", passes[1].seconds - passes[0].seconds,
                passes[1].allocations - passes[0].allocations)
            add(
                "fields", passes[2].seconds - passes[1].seconds,
                passes[2].allocations - passes[1].allocations)
            return figures
        } catch {
            stop("\(error)")
        }
    }

    /// Marks the file's bytes as they lie in memory, a block at a time; what the reader does to them on the way.
    private func scan() -> (seconds: Double, allocations: Int) {
        let bytes = FileBytes.read(path)
        let marks = UnsafeMutablePointer<weir_marks>.allocate(capacity: Self.blockBytes / Int(WEIR_BLOCK))
        defer { marks.deallocate() }
        let isWide = weir_is_wide()
        return bytes.withUnsafeBufferPointer { bytes in
            var quotes = weir_quotes(inside: 0, may_open: 1)
            let meter = ThreadMeter()
            for start in stride(from: 0, to: bytes.count, by: Self.blockBytes) {
                let count = min(Self.blockBytes, bytes.count - start)
                _ = weir_mark(
                    bytes.baseAddress! + start, count, UInt8(ascii: ","), &quotes, marks, isWide)
            }
            return meter.taken
        }
    }

    /// - Parameter depth: 0: chunks; 1: their records too; 2: and the fields of these.
    private func pass(_ depth: Int) throws(InputError) -> (
        seconds: Double, allocations: Int, records: Int, bytes: Int
    ) {
        var records = 0
        var fields = 0
        var bytes = 0
        let meter = ThreadMeter()
        var reader = try RecordReader(path: path, encoding: nil, delimiter: nil)
        while let chunk = try reader.next() {
            bytes += chunk.count
            guard depth > 0 else { continue }
            var cursor = RecordCursor(chunk)
            while cursor.next() {
                records += 1
                // The first that is asked for has all of them noted.
                if depth > 1 { fields += cursor.field(cursor.fieldCount - 1).bytes.count }
            }
        }
        let taken = meter.taken
        guard depth < 2 || fields > 0 else { stop("\(path) has no fields") }
        return (taken.seconds, taken.allocations, records, bytes)
    }
}
