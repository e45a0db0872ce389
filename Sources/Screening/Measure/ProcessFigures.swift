import Glibc

/// What the system says of this process.
package enum ProcessFigures {
    /// Nanoseconds that a processor has spent on this thread, waiting for files and for other processes not counted.
    package static func threadNanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// The most memory that this process has held so far, in bytes; 0 where the system doesn't say.
    ///
    /// Not that of `getrusage`, which begins with what the process held that started this one.
    package static func peakBytes() -> Int {
        let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var text = [UInt8](repeating: 0, count: 4_096)
        let count = text.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return 0 }
        for line in String(decoding: text[..<count], as: UTF8.self).split(separator: "\n")
        where line.hasPrefix("VmHWM:") {
            let digits = line.unicodeScalars.filter { ("0"..."9").contains($0) }
            return (Int(String(String.UnicodeScalarView(digits))) ?? 0) << 10
        }
        return 0
    }
}
