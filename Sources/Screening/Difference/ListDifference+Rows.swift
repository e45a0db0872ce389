import CSV

extension ListDifference {
    /// The columns of ``rows(as:)``.
    static let columns = ["change", "entity_id", "entity", "field", "kind", "old", "new"]

    /// A row for each ``PartDifference``, as CSV with a header or as one JSON object a line, UTF-8.
    ///
    /// `change` is added, removed or changed; `entity_id` and `entity` (the primary name) are those of the new version,
    /// of a removed entity those of the old.
    public func rows(as format: OutputFormat) -> [UInt8] {
        var bytes: [UInt8] = []
        if format == .csv { append(ListDifference.columns, to: &bytes) }
        for change in changes {
            guard let entity = entity(of: change) else { continue }
            for part in change.parts {
                let cells = [
                    change.kind.rawValue, entity.id, entity.primaryName, part.fieldName, part.kind, part.old,
                    part.new,
                ]
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
