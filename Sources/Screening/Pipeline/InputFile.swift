import CSV
import Glibc

/// One input as the workers and the writer see it: its name, how it is read, and what its columns are.
final class InputFile: Sendable {
    /// Its place among the inputs.
    let index: Int
    /// As given; `-` is standard input.
    let path: String
    let encoding: TextEncoding
    let dialect: Dialect
    let sizeInBytes: Int?
    /// nil where there is no record in it.
    let layout: Layout?

    init(index: Int, path: String, reader: borrowing RecordReader, columns: Layout.Request)
        throws(ScreeningError)
    {
        self.index = index
        self.path = path
        encoding = reader.encoding
        dialect = reader.dialect
        sizeInBytes = reader.sizeInBytes
        let records = HeadRecord.first(Layout.searchedRecords, of: reader.head, dialect: reader.dialect)
        // An input without a record is nothing to screen, not an error: a filter before us may have found nothing.
        layout = records.isEmpty ? nil : try Layout(columns, records: records, path: path)
    }

    /// The size of files together; nil where one isn't a regular file.
    static func size(of paths: [String]) -> Int? {
        var total = 0
        for path in paths {
            var status = stat()
            guard path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { return nil }
            total += Int(status.st_size)
        }
        return total
    }

    /// Whether the path can only be read once: a pipe, a terminal, standard input.
    static func isStream(_ path: String) -> Bool {
        if path == "-" { return true }
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }
}

/// An input that is open and whose columns are known.
struct OpenInput: ~Copyable {
    let file: InputFile
    var reader: RecordReader

    init(index: Int, path: String, options: ScreeningOptions) throws(ScreeningError) {
        var reader = try OpenInput.reader(of: path, options: options)
        let file = try InputFile(index: index, path: path, reader: reader, columns: options.columns)
        if let layout = file.layout { reader.skip(records: layout.recordsToSkip) }
        self.file = file
        self.reader = reader
    }

    private static func reader(of path: String, options: ScreeningOptions) throws(ScreeningError)
        -> RecordReader
    {
        do throws(InputError) {
            return try RecordReader(
                path: path, encoding: options.encoding, delimiter: options.delimiter,
                chunkBytes: options.chunkBytes, maxRecordBytes: options.maxRecordBytes)
        } catch {
            throw ScreeningError(error.message)
        }
    }

    /// The next chunk; nil at the end of the input.
    mutating func next() throws(ScreeningError) -> Chunk? {
        do throws(InputError) {
            return try reader.next()
        } catch {
            throw ScreeningError(error.message)
        }
    }
}
