import Foundation
import TestSupport
import Testing

/// The sample that the project ships: every phenomenon of names in trade has a row that says what must come of it.
@Suite struct SampleTests {
    @Test func everyRowOfTheSampleComesOutAsItSays() throws {
        let work = try WorkDirectory()
        let path = SharedData.packageRoot.appendingPathComponent("Data/sample-shipments.csv")
        let result = try work.weir(arguments: ["screen", "--keep", "shipment_id", path.path])
        #expect(result.status == 0)
        var found: [String: Set<String>] = [:]
        for row in result.table {
            found[row["shipment_id"] ?? "", default: []].insert(row["entity_id"] ?? "")
        }
        let rows = SharedData.plainRows(of: try Data(contentsOf: path))
        let columns = rows[0]
        let id = try #require(columns.firstIndex(of: "shipment_id"))
        let expected = try #require(columns.firstIndex(of: "expected"))
        let phenomenon = try #require(columns.firstIndex(of: "phenomenon"))
        #expect(rows.count > 100)
        for row in rows.dropFirst() {
            let entities = Set(row[expected].split(whereSeparator: { " |;".contains($0) }).map(String.init))
            #expect(found[row[id]] ?? [] == entities, "\(row[id]): \(row[phenomenon])")
        }
    }
}
