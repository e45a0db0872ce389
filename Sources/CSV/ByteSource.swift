import Glibc

/// Something that bytes are read from, once and in order.
protocol ByteSource: AnyObject {
    /// How many bytes of the file have been read so far, before any decoding.
    var bytesRead: Int { get }

    /// Reads up to `buffer.count` bytes, at least one unless the source is at its end.
    /// - Returns: the number of bytes read; 0 at the end, and then always.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

extension ByteSource {
    /// Reads until the buffer is full or the source at its end.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        var count = 0
        while count < buffer.count {
            let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
            if read == 0 { break }
            count += read
        }
        return count
    }
}

/// A file or standard input.
final class FileSource: ByteSource {
    /// What messages call the source.
    let name: String
    /// The size of a regular file, in bytes; nil for a pipe or a device.
    let sizeInBytes: Int?
    private(set) var bytesRead = 0

    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens a file, or takes standard input.
    /// - Parameter path: of the file; `-` is standard input.
    init(path: String) throws(InputError) {
        isOwned = path != "-"
        name = isOwned ? path : "standard input"
        descriptor = isOwned ? Self.open(path) : STDIN_FILENO
        guard descriptor >= 0 else { throw Self.failure("can't open", name: name, code: errno) }
        var status = stat()
        if fstat(descriptor, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR {
                // Nothing closes the descriptor of an object that was never made.
                if isOwned { close(descriptor) }
                throw InputError(message: "\(name) is a directory, not a file; name the files in it")
            }
            sizeInBytes = kind == S_IFREG ? Int(status.st_size) : nil
        } else {
            sizeInBytes = nil
        }
        if sizeInBytes != nil { posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL) }
    }

    deinit { if isOwned { close(descriptor) } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                bytesRead += count
                return count
            }
            if errno != EINTR { throw Self.failure("can't read", name: name, code: errno) }
        }
    }

    private static func open(_ path: String) -> Int32 {
        while true {
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            if descriptor >= 0 || errno != EINTR { return descriptor }
        }
    }

    private static func failure(_ what: String, name: String, code: Int32) -> InputError {
        InputError(message: "\(what) \(name): \(String(cString: strerror(code)))")
    }
}

/// Bytes that have been read already, and then a source.
final class PrefixedSource: ByteSource {
    private let prefix: [UInt8]
    private var position: Int
    private let rest: any ByteSource

    /// - Parameters:
    ///   - prefix: what comes first.
    ///   - position: how many bytes of the prefix are left out.
    ///   - rest: what follows.
    init(prefix: [UInt8], from position: Int, rest: any ByteSource) {
        self.prefix = prefix
        self.position = position
        self.rest = rest
    }

    var bytesRead: Int { rest.bytesRead }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        guard position < prefix.count else { return try rest.read(into: buffer) }
        let count = min(buffer.count, prefix.count - position)
        prefix.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<position + count]))
        }
        position += count
        return count
    }
}
