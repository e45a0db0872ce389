import Glibc

extension BufferedOutput {
    /// Writes a file that takes the place of an earlier one when all of it is there: whoever uses the earlier one keeps
    /// it as it was.
    ///
    /// It is written for reading only, which keeps others from changing it under a run that has it mapped.
    ///
    /// - Parameter inputs: the paths that it is made of; it must be none of them.
    /// - Throws: where it can't be written; an earlier file is then as it was.
    public static func replace(
        _ path: String, with bytes: [UInt8], keeping inputs: [String] = []
    ) throws(ScreeningError) {
        func failure(_ what: String) -> ScreeningError {
            ScreeningError("\(path) \(what): \(systemMessage())")
        }
        try refuse(path, among: inputs)
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw ScreeningError(
                "\(path) is no file; expected is the path of a file, which can be mapped into memory")
        }
        let mask = umask(0)
        umask(mask)
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw failure("can't be written") }
        do throws(ScreeningError) {
            defer { close(descriptor) }
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
                }
                if count < 0 && errno != EINTR { throw failure("can't be written") }
                written += max(count, 0)
            }
            guard fchmod(descriptor, 0o444 & ~mask) == 0, fsync(descriptor) == 0 else {
                throw failure("can't be written")
            }
            guard rename(template, path) == 0 else { throw failure("can't be replaced") }
        } catch {
            unlink(template)
            throw error
        }
    }
}
