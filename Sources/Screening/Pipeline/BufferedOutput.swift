import Glibc

/// Writes bytes to a file or standard output through a buffer, so that only whole rows ever leave it.
public struct BufferedOutput: Sendable {
    /// Why nothing more can be written.
    enum Failure: Error {
        /// Whoever read the output has gone (`| head`): no error, there is just nobody left to write for.
        case closed
        case failed(ScreeningError)
    }

    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private static let bufferBytes = 256 << 10

    /// Opens a file for writing, empties it or makes it; `-` is standard output.
    ///
    /// - Parameter inputs: the paths that the run reads: overwriting one of them would lose it.
    public init(path: String, keeping inputs: [String] = []) throws(ScreeningError) {
        self.path = path
        guard path != "-" else {
            descriptor = STDOUT_FILENO
            return
        }
        try BufferedOutput.refuse(path, among: inputs)
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw ScreeningError("\(path) can't be opened for writing: \(systemMessage())")
        }
    }

    /// Writes the bytes and closes the file.
    public mutating func write(whole bytes: [UInt8]) throws(ScreeningError) {
        do throws(Failure) {
            try append(bytes)
            try finish()
        } catch {
            if case .failed(let error) = error { throw error }
        }
    }

    /// Takes bytes; they are written when enough have come together.
    mutating func append(_ bytes: [UInt8]) throws(Failure) { try append(bytes[...]) }

    mutating func append(_ bytes: ArraySlice<UInt8>) throws(Failure) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= BufferedOutput.bufferBytes { try flush() }
    }

    /// Adds to the buffer without writing, for the parts of one row.
    mutating func withBuffer(_ body: (inout [UInt8]) -> Void) { body(&buffer) }

    /// Writes what has been taken.
    mutating func flush() throws(Failure) {
        guard !buffer.isEmpty else { return }
        var written = 0
        var failure: Failure?
        buffer.withUnsafeBytes { bytes in
            while written < bytes.count {
                let count = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if count >= 0 {
                    written += count
                } else if errno == EPIPE {
                    failure = .closed
                    return
                } else if errno == EAGAIN {
                    // Standard output was set non-blocking by whoever shares it.
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&waiting, 1, -1)
                } else if errno != EINTR {
                    failure = .failed(self.failure())
                    return
                }
            }
        }
        buffer.removeAll(keepingCapacity: true)
        if let failure { throw failure }
    }

    /// Writes the rest and closes the file; some file systems say only then that it didn't fit.
    mutating func finish() throws(Failure) {
        try flush()
        guard descriptor != STDOUT_FILENO else { return }
        if close(descriptor) != 0 && errno != EINTR { throw .failed(failure()) }
    }

    private func failure() -> ScreeningError {
        let name = path == "-" ? "standard output" : path
        return ScreeningError("\(name) can't be written: \(systemMessage()). What is there is incomplete")
    }

    /// - Throws: where a path is that of an input, which writing would lose.
    static func refuse(_ path: String, among inputs: [String]) throws(ScreeningError) {
        guard let target = identity(of: path) else { return }
        for input in inputs where identity(of: input) == target {
            throw ScreeningError("\(path) is also an input, and writing would empty it; give another path")
        }
    }

    /// Device and number of a file, which two paths to it share; nil where there is none or it is no regular file.
    private static func identity(of path: String) -> [UInt64]? {
        var status = stat()
        guard path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0,
            status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }
}
