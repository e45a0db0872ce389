import CSV
import NameMatching

/// Reads the rows of a file of words.
struct WordFileReader {
    private enum Column: String, CaseIterable {
        case form, concept, kind = "class", parent
    }

    private static let expectation =
        "expected is CSV with a header that has the columns form,concept,class and, optional, parent"

    private let text: ListText
    private let path: String

    init(_ bytes: [UInt8], path: String) throws(ScreeningError) {
        guard let text = ListText(bytes) else {
            throw ScreeningError(
                "the words \(path) are not UTF-8 text. Convert them first, e.g.: iconv -f GB18030 -t UTF-8 \(path)"
            )
        }
        guard !text.isEmpty else {
            throw ScreeningError("the words \(path) are empty; \(WordFileReader.expectation)")
        }
        self.text = text
        self.path = path
    }

    /// The words, each with the line on which its row begins.
    func rows() throws(ScreeningError) -> [(word: Words.Word, line: Int)] {
        var rows: [(word: Words.Word, line: Int)] = []
        let failure = text.bytes.withUnsafeBufferPointer { bytes -> ScreeningError? in
            do throws(ScreeningError) {
                rows = try read(bytes)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        guard !rows.isEmpty else {
            throw ScreeningError("the words \(path) are none: nothing stands below the header")
        }
        return rows
    }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(ScreeningError) -> [(word: Words.Word, line: Int)] {
        var rows: [(word: Words.Word, line: Int)] = []
        var cursor = RecordCursor(bytes, dialect: text.dialect)
        guard cursor.next() else { return rows }
        let places = try places(in: cursor)
        while cursor.next() {
            let line = cursor.linesBefore + 1
            if cursor.isUnclosed {
                throw ScreeningError(
                    "\(path):\(line): a quote is opened here and never closed. Close it, or double it where it "
                        + "belongs to the text")
            }
            var values = [String](repeating: "", count: Column.allCases.count)
            for (column, place) in places.enumerated() {
                if let place, place < cursor.fieldCount { values[column] = cell(place, of: cursor) }
            }
            rows.append((try word(values, line: line), line))
        }
        return rows
    }

    private func word(_ values: [String], line: Int) throws(ScreeningError) -> Words.Word {
        guard let kind = WordClass(rawValue: values[2].lowercased()) else {
            let names = WordClass.allCases.map(\.rawValue)
            let meant = Spelling.nearest(to: values[2], among: names).map { " (did you mean \($0)?)" } ?? ""
            let found = values[2].isEmpty ? "empty" : "“\(values[2])”"
            throw ScreeningError(
                "\(path):\(line): the class is \(found)\(meant); expected is one of "
                    + names.joined(separator: ", "))
        }
        return Words.Word(
            form: values[0], concept: values[1], kind: kind, parent: values[3].isEmpty ? nil : values[3])
    }

    /// Where the columns are, in the order of ``Column``.
    private func places(in cursor: borrowing RecordCursor) throws(ScreeningError) -> [Int?] {
        var titles: [String] = []
        for place in 0..<cursor.fieldCount { titles.append(cell(place, of: cursor).lowercased()) }
        let places = Column.allCases.map { titles.firstIndex(of: $0.rawValue) }
        for (column, place) in zip(Column.allCases, places) where place == nil && column != .parent {
            throw ScreeningError(
                "\(path):\(cursor.linesBefore + 1): the header has no column \(column.rawValue); it is: "
                    + "\(titles.joined(separator: ", ")); \(WordFileReader.expectation)")
        }
        return places
    }

    private func cell(_ place: Int, of cursor: borrowing RecordCursor) -> String {
        var bytes: [UInt8] = []
        cursor.field(place).append(to: &bytes)
        return String(decoding: bytes.trimmed, as: UTF8.self)
    }
}
