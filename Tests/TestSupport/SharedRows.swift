import Foundation

extension SharedData {
    /// The rows of a CSV file below the shared data, read by a parser of a few lines so that tests of the product's
    /// reader don't rest on it.
    public static func rows(_ path: String) throws -> [[String]] {
        guard let folder else { return [] }
        return try plainRows(of: Data(contentsOf: folder.appendingPathComponent(path)))
    }

    /// The rows of plain CSV: quoted fields, doubled quotes, LF or CRLF.
    public static func plainRows(of data: Data) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var inQuotes = false
        var closed = false
        func endField() {
            row.append(String(decoding: field, as: UTF8.self))
            field = []
            closed = false
        }
        for byte in data {
            switch byte {
            case UInt8(ascii: "\""):
                if inQuotes {
                    inQuotes = false
                    closed = true
                } else {
                    if closed { field.append(byte) }
                    inQuotes = true
                    closed = false
                }
            case UInt8(ascii: ",") where !inQuotes: endField()
            case UInt8(ascii: "\n") where !inQuotes:
                endField()
                rows.append(row)
                row = []
            case UInt8(ascii: "\r") where !inQuotes: break
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            endField()
            rows.append(row)
        }
        return rows
    }
}
