import CSV
import Screening

/// Reads OFAC's lists: sdn.csv with `ent_num, SDN_Name, SDN_Type, Program, …` and alt.csv with
/// `ent_num, alt_num, alt_type, alt_name, …`, neither with a header; `-0-` stands for nothing.
struct OFACReader {
    private(set) var names: [ListMaker.Name] = []
    private var listed: Set<String> = []

    mutating func read(names path: String) throws(InputError) {
        try read(path) { $0.add(id: $1[0], name: $1[1], kind: "primary") }
    }

    /// - Precondition: the names were read: an alias without an entity is passed over.
    mutating func read(aliases path: String) throws(InputError) {
        try read(path) { if $0.listed.contains($1[0]) { $0.add(id: $1[0], name: $1[3], kind: "alias") } }
    }

    private mutating func add(id: String, name: String, kind: String) {
        guard !name.isEmpty, name != "-0-" else { return }
        listed.insert(id)
        names.append(ListMaker.Name(entity: "OFAC-\(id)", text: name, kind: kind))
    }

    private mutating func read(
        _ path: String, _ body: (inout OFACReader, [String]) -> Void
    ) throws(InputError) {
        var reader = try RecordReader(path: path, encoding: .utf8, delimiter: UInt8(ascii: ","))
        let dialect = reader.dialect
        while let chunk = try reader.next() {
            chunk.withBytes { bytes in
                var cursor = RecordCursor(bytes, dialect: dialect)
                // The last line is a lone end-of-file character of DOS.
                while cursor.next() {
                    guard cursor.fieldCount >= 4 else { continue }
                    body(
                        &self,
                        (0..<4).map {
                            var cell: [UInt8] = []
                            cursor.field($0).append(to: &cell)
                            let text = String(decoding: cell, as: UTF8.self)
                            return text.hasSuffix(" ") ? String(text.dropLast()) : text
                        })
                }
            }
        }
    }
}
