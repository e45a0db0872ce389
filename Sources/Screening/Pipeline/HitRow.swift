import CSV

/// Rows of hits: Weir's own columns, then the input's columns that are kept.
struct HitRow {
    typealias Key = RowFormat.Key

    /// The columns in their order.
    static let columns = [
        "record", "column", "role", "name", "entity_id", "entity", "alias", "score", "reason", "list",
        "listed_on", "in_force", "restricted", "file", "band",
    ].map(Key.init)

    private let row: RowFormat
    private let kept: [Int]
    private let keptKeys: [Key]
    private let file: String

    init(file: InputFile, options: ScreeningOptions) {
        row = RowFormat(format: options.format, delimiter: UInt8(ascii: ","))
        kept = file.layout?.kept ?? []
        let names = kept.map { file.layout?.columns[$0] ?? "" }
        keptKeys = Key.distinct(names, besides: HitRow.columns)
        self.file = file.path
    }

    /// The header of CSV; the kept columns have the names of the input.
    static func header(kept names: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (i, name) in (columns.map(\.name) + names).enumerated() {
            if i > 0 { bytes.append(UInt8(ascii: ",")) }
            CSVWriter.append(field: name, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// A row without its record number: what `appendStart` puts in front of it is only known to the writer.
    func append(
        _ hit: Hit, name: UnsafeBufferPointer<UInt8>, cursor: borrowing RecordCursor, scratch: inout [UInt8],
        to bytes: inout [UInt8]
    ) {
        let keys = HitRow.columns
        row.append(keys[1], hit.column.name, to: &bytes)
        row.append(keys[2], hit.column.role.rawValue, to: &bytes)
        row.append(keys[3], name, to: &bytes)
        row.append(keys[4], hit.entity.id, to: &bytes)
        row.append(keys[5], hit.entity.primaryName, to: &bytes)
        row.append(keys[6], hit.alias, to: &bytes)
        row.append(keys[7], hit.match.score, to: &bytes)
        row.append(keys[8], hit.match.reason, to: &bytes)
        row.append(keys[9], hit.list, to: &bytes)
        row.append(optional: keys[10], hit.entity.listedOn?.description ?? "", to: &bytes)
        row.append(optional: keys[11], hit.inForce.rawValue, to: &bytes)
        row.append(optional: keys[12], hit.restricted.rawValue, to: &bytes)
        row.append(keys[13], file, to: &bytes)
        row.append(keys[14], hit.band.rawValue, to: &bytes)
        for (index, key) in zip(kept, keptKeys) {
            guard index < cursor.fieldCount else {
                row.appendNothing(key, to: &bytes)
                continue
            }
            scratch.removeAll(keepingCapacity: true)
            cursor.field(index).append(to: &scratch)
            scratch.withUnsafeBufferPointer { row.append(key, $0, to: &bytes) }
        }
        if row.format == .jsonl { bytes.append(UInt8(ascii: "}")) }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// The beginning of a row: its record number.
    static func appendStart(record: Int, format: OutputFormat, to bytes: inout [UInt8]) {
        if format == .jsonl { bytes.append(contentsOf: #"{"record":"#.utf8) }
        bytes.append(contentsOf: String(record).utf8)
    }
}
