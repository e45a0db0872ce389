import CSV

/// Appends the parts of an output row, as CSV or as a JSON object.
///
/// A row is written field by field into a buffer that many rows share; CSV has the header's order, JSON has a key
/// before each value.
struct RowFormat {
    let format: OutputFormat
    /// The byte between fields of CSV.
    let delimiter: UInt8

    /// A column's name: as it is, and as a JSON key.
    struct Key: Sendable {
        let name: String
        let json: [UInt8]

        init(_ name: String) {
            self.name = name
            var json: [UInt8] = []
            JSONWriter.append(string: name, to: &json)
            json.append(UInt8(ascii: ":"))
            self.json = json
        }

        /// Keys for columns: an empty name becomes `column_N`, one that is taken gets a number behind it, since
        /// readers of JSON keep only one value a key.
        static func distinct(_ names: [String], besides taken: [Key] = []) -> [Key] {
            var used = Set(taken.map(\.name))
            return names.enumerated().map { i, name in
                let base = name.isEmpty ? "column_\(i + 1)" : name
                var name = base
                var number = 2
                while !used.insert(name).inserted {
                    name = "\(base)_\(number)"
                    number += 1
                }
                return Key(name)
            }
        }
    }

    /// Text as the next field.
    func append(_ key: Key, _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        begin(key, &bytes)
        switch format {
        case .csv: CSVWriter.append(field: text, to: &bytes, delimiter: delimiter)
        case .jsonl: JSONWriter.append(string: text, to: &bytes)
        }
    }

    func append(_ key: Key, _ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append(key, $0, to: &bytes) }
    }

    /// Text that may be unknown: an empty field, or null.
    func append(optional key: Key, _ text: String, to bytes: inout [UInt8]) {
        if text.isEmpty { appendNothing(key, to: &bytes) } else { append(key, text, to: &bytes) }
    }

    func append(_ key: Key, _ score: Score, to bytes: inout [UInt8]) {
        begin(key, &bytes)
        score.append(to: &bytes)
    }

    /// No value: an empty field, or null.
    func appendNothing(_ key: Key, to bytes: inout [UInt8]) {
        begin(key, &bytes)
        if format == .jsonl { bytes.append(contentsOf: "null".utf8) }
    }

    private func begin(_ key: Key, _ bytes: inout [UInt8]) {
        switch format {
        case .csv: bytes.append(delimiter)
        case .jsonl:
            if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: key.json)
        }
    }
}
