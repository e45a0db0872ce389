import CSV
import NameMatching

/// Files of words that are added to those of Weir's own data: CSV, one form a row, with the columns `form`, `concept`,
/// `class` and, optional, `parent`.
///
/// Columns of other names are passed over. A form may stand in several rows and files, as long as all mean the same.
public struct WordFiles: Sendable {
    /// What tells a file from every other.
    public struct File: Sendable {
        /// Where it was read, as given.
        public let path: String
        /// SHA-256 of its bytes, 64 hexadecimal digits.
        public let sha256: String
        /// How many rows it has.
        public let words: Int
    }

    /// The files in the order given.
    public let files: [File]
    /// Weir's own words and those of the files.
    public let words: Words

    /// Reads files of words.
    ///
    /// - Parameter paths: none: Weir's own words alone, which costs nothing.
    /// - Throws: a message that names the file and line, what was found there and what was expected.
    /// - Complexity: linear in the bytes; some 6 ms for the first word, since Weir's own are read again.
    public init(paths: [String]) throws(ScreeningError) {
        var files: [File] = []
        var words: [Words.Word] = []
        var lines: [(path: String, line: Int)] = []
        for path in paths {
            let bytes = try ListFile.read(path, as: "the words").bytes
            let rows = try WordFileReader(bytes, path: path).rows()
            files.append(File(path: path, sha256: SHA256.hexDigest(of: bytes), words: rows.count))
            words += rows.map(\.word)
            lines += rows.map { (path, $0.line) }
        }
        self.files = files
        do throws(Words.Mistake) {
            self.words = try Words(adding: words)
        } catch {
            let (path, line) = lines[error.word]
            let earlier =
                error.earlier.map { ". The earlier one is at \(lines[$0].path):\(lines[$0].line)" } ?? ""
            throw ScreeningError("\(path):\(line): \(error.message)\(earlier)")
        }
    }
}
