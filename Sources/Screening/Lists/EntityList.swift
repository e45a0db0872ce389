import CSV
import Glibc

/// One list of entities, read whole, with what tells it from every other: its name, date and SHA-256.
public struct EntityList: Sendable {
    /// What hits call the list: its file's name without folders and extension.
    public let name: String
    /// Where it was read, as given; `(built-in)` for the one in the binary.
    public let path: String
    /// Whether it was read from a compiled list.
    public let isCompiled: Bool
    /// What its file, or files, are in.
    public let format: ListFormat
    /// The day of which the list says that it is; where it doesn't, the newest day on which it says that anything
    /// changed (`listed_on`, `delisted_on`), but none after its file was last modified: such a change was yet to come.
    /// Where it has no dates, the day on which its file was last modified (UTC).
    public let date: Day?
    /// SHA-256 of the list's bytes, 64 hexadecimal digits; where it is several files, of one behind the other: the
    /// first, further names, addresses, the rest of remarks.
    public let sha256: String
    /// The entities in the order of the list.
    public let entities: ListElements<Entity>
    /// What of the file is not among them, and why.
    public let skips: ListSkips
    /// The earlier version that the list was held against; nil where it was against none.
    public internal(set) var previous: Version?

    let tally: Tally

    /// Reads the lists in a file: one, or of a compiled list all that it was made of.
    ///
    /// - Throws: what is wrong with the file, where, and what was expected.
    /// - Complexity: linear in what is in the file; for a compiled list some ms.
    static func read(_ path: String) throws(ScreeningError) -> [EntityList] {
        if let compiled = try CompiledLists.open(path) { return compiled.lists }
        return [try EntityList(path: path)]
    }

    /// Reads a list from a file, whose format is recognised from its content.
    ///
    /// - Parameter path: of the file; of the first where the list is several, or of the folder that they lie in.
    /// - Throws: a message that names the file and line, what was found there and what was expected.
    /// - Complexity: linear; some 7 ms for the 8,581 names of the whole BIS Entity List.
    public init(path: String) throws(ScreeningError) {
        if let compiled = try CompiledLists.open(path)?.lists {
            guard compiled.count == 1 else {
                throw ScreeningError("\(path) holds \(compiled.count) lists; expected is one")
            }
            self = compiled[0]
            return
        }
        let file = try ListFile.isDirectory(path) ? OFACFiles.first(in: path) : path
        let (bytes, modified) = try ListFile.read(file)
        try self.init(
            bytes: bytes, name: ListFile.baseName(of: path), path: path, file: file, modified: modified)
    }

    /// Reads a list from memory.
    ///
    /// - Parameter modified: the list's date where its content has none.
    public init(bytes: [UInt8], name: String, path: String, modified: Day? = nil) throws(ScreeningError) {
        try self.init(bytes: bytes, name: name, path: path, file: path, modified: modified)
    }

    private init(
        bytes: [UInt8], name: String, path: String, file: String, modified: Day?
    ) throws(ScreeningError) {
        let (format, content) = try ListFormat.read(bytes, path: file)
        let all = content.siblings.isEmpty ? bytes : bytes + content.siblings.joined()
        try self.init(
            content, format: format, name: name, path: path, sha256: SHA256.hexDigest(of: all),
            modified: modified)
    }

    /// Makes a list of what a reader found.
    ///
    /// - Throws: where that is nothing: a list that holds no names lets everybody pass.
    init(
        _ content: ListContent, format: ListFormat, name: String, path: String, sha256: String,
        modified: Day? = nil
    ) throws(ScreeningError) {
        self.name = name
        self.path = path
        self.format = format
        self.sha256 = sha256
        isCompiled = false
        entities = ListElements(content.entities)
        tally = Tally(of: content.entities)
        skips = content.skips
        var newest: Day?
        for entity in content.entities {
            for day in [entity.listedOn, entity.delistedOn].compactMap(\.self)
            where newest.map({ $0 < day }) ?? true && modified.map({ day <= $0 }) ?? true {
                newest = day
            }
        }
        date = content.date ?? newest ?? modified
        guard entities.contains(where: { !$0.names.isEmpty }) else { throw withoutNames }
    }

    /// A list in a compiled one.
    init(_ head: ListHead, path: String, entities: ListElements<Entity>) {
        self.path = path
        isCompiled = true
        self.entities = entities
        (name, format, date, sha256) = (head.name, head.format, head.date, head.sha256)
        (tally, skips) = (head.tally, head.skips)
    }
}

/// The bytes of a file that is read whole: a list's, or one of words.
enum ListFile {
    /// The whole file and the day of its last modification.
    ///
    /// - Parameter what: what errors call the file.
    static func read(_ path: String, as what: String = "the list") throws(ScreeningError) -> (
        bytes: [UInt8], modified: Day?
    ) {
        func failure(_ found: String) -> ScreeningError { ScreeningError("\(what) \(path) \(found)") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot be opened: \(systemMessage())") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw failure("cannot be read: \(systemMessage())")
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw failure("is a directory; give a file") }
        var bytes: [UInt8] = []
        // A pipe has no size: then blocks are read as long as there is something.
        var room = max(Int(status.st_size) + 1, 1 << 16)
        while true {
            var got = 0
            let block = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                repeat {
                    got = Glibc.read(descriptor, buffer.baseAddress!, room)
                } while got < 0 && errno == EINTR
                count = max(got, 0)
            }
            if got < 0 { throw failure("cannot be read: \(systemMessage())") }
            if got == 0 { break }
            if bytes.isEmpty { bytes = block } else { bytes += block }
            room = 1 << 16
        }
        let modified = status.st_mode & S_IFMT == S_IFREG ? Day(secondsSince1970: status.st_mtim.tv_sec) : nil
        return (bytes, modified)
    }

    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The file's name without folders and without `.csv` and the like.
    static func baseName(of path: String) -> String {
        let name = path.split(separator: "/").last ?? Substring(path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

}

/// What the system says of the last call that failed.
func systemMessage(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
