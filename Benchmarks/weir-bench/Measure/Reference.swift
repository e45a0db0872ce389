import CBench
import Glibc

/// Work that never changes, done beside every measurement: what its time does is the machine's doing.
struct Reference {
    /// Enough for a tenth of a second.
    private static let byteCount = 64 << 20
    /// A block at a time: bytes held here would count as memory of the commands that are measured.
    private static let blockCount = 1 << 20

    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Hashes the fields of the file's beginning, and gives the CPU seconds that a byte took, reading not counted.
    func secondsPerByte() -> Double {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { stop("can't read \(path)") }
        defer { close(descriptor) }
        var block = [UInt8](repeating: 0, count: Reference.blockCount)
        var fields = bench_fields()
        var seconds = 0.0
        var done = 0
        // A short file several times, or the clock's own steps would show.
        while done < Reference.byteCount {
            let got = read(descriptor, &block, block.count)
            if got <= 0 {
                guard done > 0 else { stop("\(path) is empty") }
                lseek(descriptor, 0, SEEK_SET)
                continue
            }
            let start = Reference.cpuSeconds()
            fields = block.withUnsafeBufferPointer { bench_hash_fields($0.baseAddress, Int64(got), fields) }
            seconds += Reference.cpuSeconds() - start
            done += got
        }
        // The hash is looked at, so that the loop can't be dropped.
        guard fields.fields > 0 && fields.hash != 0 else { stop("\(path) has no fields") }
        return seconds / Double(done)
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
