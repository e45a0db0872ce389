import CSV

/// Rows that are the input's records: as they are, or with the best hit in columns behind them.
struct RecordRow {
    typealias Key = RowFormat.Key

    /// The columns that `--emit records` adds.
    static let added = [
        "weir_entity_id", "weir_entity", "weir_alias", "weir_score", "weir_column", "weir_role",
        "weir_reason", "weir_list", "weir_listed_on", "weir_in_force", "weir_restricted", "weir_band",
    ].map(Key.init)

    private let row: RowFormat
    private let addsHit: Bool
    private let keys: [Key]
    private let addedKeys: [Key]
    /// What ends a record that has no line end itself: the last one of a file.
    private let lineEnd: [UInt8]

    init(file: InputFile, options: ScreeningOptions) {
        row = RowFormat(format: options.format, delimiter: file.dialect.delimiter)
        addsHit = options.emit == .records
        keys = Key.distinct(
            file.layout.map { $0.headerLine == nil ? $0.columns.map { _ in "" } : $0.columns } ?? [])
        addedKeys = Key.distinct(RecordRow.added.map(\.name), besides: keys)
        lineEnd = file.layout.map(RecordRow.lineEnd) ?? [UInt8(ascii: "\n")]
    }

    /// The header of CSV; empty where the input has none.
    static func header(of file: InputFile, options: ScreeningOptions) -> [UInt8] {
        guard options.format == .csv, let layout = file.layout, layout.headerLine != nil else { return [] }
        var bytes = Array(layout.headerBytes.dropLast(layout.headerLineEndCount))
        if options.emit == .records {
            for key in added {
                bytes.append(file.dialect.delimiter)
                CSVWriter.append(field: key.name, to: &bytes, delimiter: file.dialect.delimiter)
            }
        }
        return bytes + lineEnd(of: layout)
    }

    private static func lineEnd(of layout: Layout) -> [UInt8] {
        let lineEnd = layout.headerBytes.suffix(layout.headerLineEndCount)
        return lineEnd.isEmpty ? [UInt8(ascii: "\n")] : Array(lineEnd)
    }

    /// The cursor's record, with its best hit if that is asked for.
    func append(
        _ cursor: borrowing RecordCursor, best hit: Hit?, scratch: inout [UInt8], to bytes: inout [UInt8]
    ) {
        let record = cursor.record
        let lineEnd = cursor.recordWithLineEnd.dropFirst(record.count)
        switch row.format {
        case .csv:
            bytes.append(contentsOf: record)
            if addsHit {
                // A record with too few fields is filled up, so that what is added stands in its columns.
                for _ in cursor.fieldCount..<max(cursor.fieldCount, keys.count) {
                    bytes.append(row.delimiter)
                }
                append(hit, to: &bytes)
            }
            if lineEnd.isEmpty { bytes += self.lineEnd } else { bytes.append(contentsOf: lineEnd) }
        case .jsonl:
            bytes.append(UInt8(ascii: "{"))
            for i in 0..<cursor.fieldCount {
                scratch.removeAll(keepingCapacity: true)
                cursor.field(i).append(to: &scratch)
                let key = i < keys.count ? keys[i] : Key("column_\(i + 1)")
                scratch.withUnsafeBufferPointer { row.append(key, $0, to: &bytes) }
            }
            if addsHit { append(hit, to: &bytes) }
            bytes.append(contentsOf: "}\n".utf8)
        }
    }

    private func append(_ hit: Hit?, to bytes: inout [UInt8]) {
        guard let hit else {
            for key in addedKeys { row.appendNothing(key, to: &bytes) }
            return
        }
        let keys = addedKeys
        row.append(keys[0], hit.entity.id, to: &bytes)
        row.append(keys[1], hit.entity.primaryName, to: &bytes)
        row.append(keys[2], hit.alias, to: &bytes)
        row.append(keys[3], hit.match.score, to: &bytes)
        row.append(keys[4], hit.column.name, to: &bytes)
        row.append(keys[5], hit.column.role.rawValue, to: &bytes)
        row.append(keys[6], hit.match.reason, to: &bytes)
        row.append(keys[7], hit.list, to: &bytes)
        row.append(optional: keys[8], hit.entity.listedOn?.description ?? "", to: &bytes)
        row.append(optional: keys[9], hit.inForce.rawValue, to: &bytes)
        row.append(optional: keys[10], hit.restricted.rawValue, to: &bytes)
        row.append(keys[11], hit.band.rawValue, to: &bytes)
    }
}
