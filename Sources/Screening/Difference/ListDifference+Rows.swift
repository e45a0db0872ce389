import CSV

extension ListDifference {
    /// The columns of ``rows(as:)``.
    static let columns = ["change", "entity_id", "entity", "field", "kind", "old", "new"]

    /// A row for each ``PartDifference``, as CSV with a header or as one JSON object a line, UTF-8.
    ///
    /// `change` is added, removed, changed or reweighed (one row, the rest empty); `entity_id` and `entity` (the primary name) are those of the new version,
    /// of a removed entity those of the old.
    public func rows(as format: OutputFormat) -> [UInt8] {
        var bytes: [UInt8] = []
        if format == .csv { append(ListDifference.columns, to: &bytes) }
        for change in changes {
            guard let entity = entity(of: change) else { continue }
            let parts = change.parts.map { [$0.fieldName, $0.kind, $0.old, $0.new] }
            for part in parts.isEmpty ? [["", "", "", ""]] : parts {
                let cells = [change.kind.rawValue, entity.id, entity.primaryName] + part
                switch format {
                case .csv: append(cells, to: &bytes)
                case .jsonl:
                    bytes +=
                        JSONValue.object(Array(zip(ListDifference.columns, cells.map(JSONValue.text)))).line
                }
            }
        }
        return bytes
    }

    private func append(_ cells: [String], to bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            CSVWriter.append(field: Array(cell.utf8), to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
