import Foundation
import TestSupport
import Testing

@testable import Screening

/// What becomes of the names in real lists; skipped where the shared data is missing.
@Suite(.enabled(if: SharedData.folder != nil, "the real lists aren't here"))
struct SharedNameClausesTests {
    /// Words that join names or say who else is meant, and may go.
    private static let joints = Set(
        """
        a.k.a f.k.a a/k/a d/b/a aka dba also known as formerly doing business b and or any its two from china following
        aliases alias one the successor sub-unit sub-units subunits subsidiary subsidiaries successors subordinates
        thereof their
        """.split { $0 == " " || $0 == "\n" })
    /// Words of remarks about addresses.
    private static let remarks = Set(
        "see also alternate address addresses all of preceding located in near under".split(separator: " "))

    /// The texts under the keys that hold names, however deep.
    private func names(in value: Any) -> [String] {
        if let array = value as? [Any] { return array.flatMap(names) }
        guard let object = value as? [String: Any] else { return [] }
        return object.flatMap { key, value -> [String] in
            guard ["name", "entity_name", "aliases"].contains(key) else { return names(in: value) }
            return (value as? String).map { [$0] } ?? (value as? [String]) ?? []
        }
    }

    private func cells(of folder: URL) throws -> Set<String> {
        var cells = Set<String>()
        for path in ["bis-entity-list", "other-us-lists", "foreign-lists"] {
            let directory = folder.appendingPathComponent("lists/\(path)")
            for file in try FileManager.default.contentsOfDirectory(atPath: directory.path)
            where file.hasSuffix(".json") {
                let data = try Data(contentsOf: directory.appendingPathComponent(file))
                cells.formUnion(names(in: try JSONSerialization.jsonObject(with: data)))
            }
        }
        for row in try SharedData.rows("lists/ofac/alt-2025-12-24.csv") where row.count > 3 {
            cells.insert(row[3])
        }
        return cells
    }

    private func words(_ text: String) -> [Substring] {
        text.lowercased().split { $0.isWhitespace || ",;:()\"'“”‘’—–".contains($0) }
            .map { word in
                var word = word
                while word.last == "." { word.removeLast() }
                return word
            }.filter { !$0.isEmpty && $0 != "-" }
    }

    /// Each word of a cell is in a name that came out of it, but for words that join names and for addresses.
    @Test func sharedCellsLoseNoWord() throws {
        let cells = try cells(of: #require(SharedData.folder))
        #expect(cells.count > 20_000)
        var addresses = 0
        for cell in cells {
            let kept = Set(NameClauses(cell, kind: .primary).clauses.flatMap { words($0.text) })
            let lost = words(cell).filter { !kept.contains($0) && !Self.joints.contains($0) }
            if lost.isEmpty { continue }
            if lost.contains(where: { $0.contains(where: \.isNumber) }) {
                addresses += 1
                continue
            }
            // Remarks name the places: see also addresses under Finland.
            let isRemark = lost.contains { Self.remarks.contains($0) }
            #expect(isRemark, "\(lost) of \(cell)")
        }
        #expect(addresses < 80, "\(addresses) cells lost what may be addresses")
    }
}
