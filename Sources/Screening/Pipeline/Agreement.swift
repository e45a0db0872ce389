import CSV

/// Whether the columns of several inputs fit into one output.
struct Agreement {
    let options: ScreeningOptions
    private var first: InputFile?

    init(options: ScreeningOptions) { self.options = options }

    /// Takes the next input; an empty one agrees with all.
    ///
    /// - Throws: where records are emitted, or all columns kept, and the header differs from the first input's.
    mutating func check(_ file: InputFile) throws(ScreeningError) {
        guard let layout = file.layout else { return }
        guard let first, let firstLayout = first.layout else {
            self.first = file
            return
        }
        let needed = options.emit != .hits ? "--emit \(options.emit.rawValue)" : "--keep all"
        guard options.emit != .hits || options.columns.keepsAll else { return }
        if options.columns.hasHeader && layout.columns != firstLayout.columns {
            throw ScreeningError(
                "\(needed) puts all records into one table, but the headers of \(first.path) and \(file.path) "
                    + "differ: \(Agreement.difference(firstLayout.columns, layout.columns)). Screen them one by one"
            )
        }
        let copiesBytes = options.emit != .hits && options.format == .csv
        if copiesBytes && file.dialect != first.dialect {
            throw ScreeningError(
                "\(needed) copies records as they are, but \(first.path) and \(file.path) part their fields by "
                    + "\(Agreement.name(first.dialect)) and \(Agreement.name(file.dialect)). Screen them one by one"
            )
        }
    }

    private static func difference(_ a: [String], _ b: [String]) -> String {
        for i in 0..<min(a.count, b.count) where a[i] != b[i] {
            return "column \(i + 1) is “\(a[i])” in one and “\(b[i])” in the other"
        }
        return "one has \(a.count) columns, the other \(b.count)"
    }

    /// A delimiter's name for people.
    static func name(_ dialect: Dialect) -> String {
        switch dialect.delimiter {
        case UInt8(ascii: ","): "comma"
        case UInt8(ascii: ";"): "semicolon"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): "bar"
        case let byte: "“\(Character(Unicode.Scalar(byte)))”"
        }
    }
}
