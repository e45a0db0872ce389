import Glibc

extension ScreeningOptions {
    /// The cores that this process may run on, at least 1.
    ///
    /// Read from `/proc/self/status`, which a container or `taskset` limits; `sysconf` counts all that the machine
    /// has, and `sched_getaffinity` isn't visible to Swift.
    public static var availableCores: Int {
        let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return onlineCores }
        defer { close(descriptor) }
        var text = [UInt8](repeating: 0, count: 4096)
        let count = text.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return onlineCores }
        let field = "Cpus_allowed:\t"
        for line in String(decoding: text[..<count], as: UTF8.self).split(separator: "\n") {
            guard line.hasPrefix(field) else { continue }
            // A mask in hexadecimal, in groups of 32 bits.
            let bits = line.dropFirst(field.count).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
            return max(1, bits)
        }
        return onlineCores
    }

    private static var onlineCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
