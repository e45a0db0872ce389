import Glibc

/// Files read and written whole.
enum FileBytes {
    static func size(of path: String) -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { fail("read", path) }
        return Int(status.st_size)
    }

    /// Some bytes from a file's start on.
    static func read(_ path: String, atMost limit: Int = .max) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { fail("read", path) }
        defer { close(descriptor) }
        let size = min(size(of: path), limit)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
    }

    static func text(of path: String) -> String { String(decoding: read(path), as: UTF8.self) }

    static func write(_ bytes: some Sequence<UInt8>, to path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { fail("write", path) }
        var buffer = ByteBuffer()
        buffer.append(Array(bytes))
        buffer.flush(to: descriptor)
        close(descriptor)
    }

    /// Makes a folder, and those that it lies in.
    static func makeFolder(_ path: String) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part
            guard mkdir(made, 0o777) == 0 || errno == EEXIST else { fail("make", path) }
            made += "/"
        }
    }

    /// A file's name without folders and extension.
    static func baseName(of path: String) -> String {
        let name = path.split(separator: "/").last ?? Substring(path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

    private static func fail(_ what: String, _ path: String) -> Never {
        stop("can't \(what) \(path): \(String(cString: strerror(errno)))")
    }
}

/// Names of files that a bench needs for a while.
enum TemporaryFiles {
    private static let folder: String = {
        var template = Array(
            "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/weir-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { stop("can't make a temporary folder") }
        return template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }()

    static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Deletes the folder with all that is in it.
    static func removeAll() { _ = ProcessRun(["rm", "-rf", folder]) }
}
