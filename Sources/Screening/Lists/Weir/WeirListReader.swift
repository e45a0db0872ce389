import CSV
import NameMatching

/// Reads a list in Weir's own format: CSV, one name a row, with at least the columns `entity_id` and `name`.
///
/// The optional columns are `name_type` (primary, alias, former, translation), `strength` (strong, weak),
/// `entity_type`, `country`, `program`, `listed_on`, `delisted_on`, `citation`, `license_requirement`,
/// `license_policy`, `address` (several split by ` | `), `source` and
/// `identifiers` (several split by ` | `, each as `Tax ID No.: 7707083893` or the number alone). The row typed primary, else the first of an
/// entity, has its primary name and what belongs to the entity as a whole. Columns of other names are passed over.
struct WeirListReader {
    static let expectation =
        "Weir's own has the columns entity_id,name and, optional, "
        + Column.allCases.dropFirst(2).map(\.title).joined(separator: ",") + "."

    /// The columns, in the order in which the documentation names them.
    enum Column: Int, CaseIterable {
        case entityID, name, nameType, strength, entityType, country, program, listedOn, delistedOn, citation
        case licenseRequirement, licensePolicy, address, source, identifiers

        /// The column's header.
        var title: String { Column.titles[rawValue] }

        init?(title: String) {
            guard let place = Column.titles.firstIndex(of: title) else { return nil }
            self.init(rawValue: place)
        }

        private static let titles = [
            "entity_id", "name", "name_type", "strength", "entity_type", "country", "program", "listed_on",
            "delisted_on", "citation", "license_requirement", "license_policy", "address", "source",
            "identifiers",
        ]
    }

    private let text: ListText
    private let path: String
    private let dialect: Dialect

    init(_ text: ListText, path: String) {
        self.text = text
        self.path = path
        dialect = text.dialect
    }

    /// Whether the first line names the two columns that every list in this format has.
    static func recognises(_ text: ListText) -> Bool {
        let header = cells(ofFirstRecordIn: text)
        return header.contains(Column.entityID.title) && header.contains(Column.name.title)
    }

    /// The entities in the order in which they first occur.
    func entities() throws(ScreeningError) -> [Entity] {
        var builder = EntityBuilder(path: path)
        let failure = text.bytes.withUnsafeBufferPointer { bytes -> ScreeningError? in
            do throws(ScreeningError) {
                try read(bytes, into: &builder)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
        guard !builder.entities.isEmpty else {
            throw ScreeningError("the list \(path) holds no names: nothing stands below its header")
        }
        return builder.entities
    }

    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout EntityBuilder
    ) throws(ScreeningError) {
        var cursor = RecordCursor(bytes, dialect: dialect)
        guard cursor.next() else { return }
        let places = places(in: cursor)
        var row = EntityBuilder.Row()
        // The cells of a row that hold doubled quotes, with single ones; no longer than the row.
        let plain = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        defer { plain.deallocate() }
        var scratch: [UInt8] = []
        while cursor.next() {
            if cursor.isUnclosed {
                throw ScreeningError(
                    "\(path):\(cursor.linesBefore + 1): a quote is opened here and never closed. Close it, or "
                        + "double it where it belongs to the text")
            }
            row.line = cursor.linesBefore + 1
            var plainCount = 0
            for (column, place) in places {
                var cell = EntityBuilder.Row.Cell(start: nil, count: 0)
                if place < cursor.fieldCount {
                    let field = cursor.field(place)
                    cell = field.bytes
                    if field.hasEscapes {
                        scratch.removeAll(keepingCapacity: true)
                        field.append(to: &scratch)
                        let end = plainCount + scratch.count
                        _ = plain[plainCount..<end].update(fromContentsOf: scratch)
                        cell = UnsafeBufferPointer(rebasing: plain[plainCount..<end])
                        plainCount = end
                    }
                }
                row[column] = UnsafeBufferPointer(rebasing: cell.trimmed)
            }
            try builder.add(row)
        }
    }

    private func places(in cursor: borrowing RecordCursor) -> [(Column, Int)] {
        var places: [(Column, Int)] = []
        for i in 0..<cursor.fieldCount {
            var cell: [UInt8] = []
            cursor.field(i).append(to: &cell)
            guard let column = Column(title: String(decoding: cell.trimmed, as: UTF8.self)) else {
                continue
            }
            if !places.contains(where: { $0.0 == column }) { places.append((column, i)) }
        }
        return places
    }

    private static func cells(ofFirstRecordIn text: ListText) -> [String] {
        text.bytes.withUnsafeBufferPointer { bytes in
            var cursor = RecordCursor(bytes, dialect: text.dialect)
            guard cursor.next() else { return [] }
            return (0..<cursor.fieldCount).map { i in
                var cell: [UInt8] = []
                cursor.field(i).append(to: &cell)
                return String(decoding: cell.trimmed, as: UTF8.self)
            }
        }
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without ASCII white space at both ends.
    var trimmed: SubSequence {
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
        else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
