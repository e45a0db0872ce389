import Foundation
import TestSupport
import Testing

import Screening

/// Names as trade documents have them, labelled before any score was seen: Tests/NameMatchingTests/Cases/README.md.
@Suite struct CaseTests {
    private struct Row {
        let family: String
        let name: String
        /// Empty: the name must stay silent.
        let expected: String
        let phenomenon: String
    }

    /// How the cases of a list came out.
    private struct Outcome {
        var expected = 0
        var found = 0
        var first = 0
        var mistaken = 0
        var wrong: [String] = []

        var precision: Double { share(found, of: found + mistaken) }
        var recall: Double { share(found, of: expected) }
        var firstShare: Double { share(first, of: found) }

        private func share(_ part: Int, of whole: Int) -> Double {
            whole == 0 ? 1 : Double(part) / Double(whole)
        }
    }

    private static func rows(_ folder: String) throws -> [Row] {
        let url = SharedData.packageRoot.appendingPathComponent("Tests/NameMatchingTests/Cases/\(folder)")
        let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "csv" }.sorted { $0.path < $1.path }
        return try files.flatMap { file in
            let rows = try SharedData.plainRows(of: Data(contentsOf: file))
            #expect(rows.first == ["name", "expected", "phenomenon"], "\(file.path)")
            return rows.dropFirst().map { row in
                #expect(row.count == 3, "\(file.path): \(row)")
                return Row(
                    family: file.deletingPathExtension().lastPathComponent, name: row[0], expected: row[1],
                    phenomenon: row[2])
            }
        }
    }

    private static func catalog(_ folder: String) throws -> ListCatalog {
        guard folder == "entity-list" else { return try ListCatalog([EntityList.builtIn()]) }
        let shared = try #require(SharedData.folder)
        let list = "lists/bis-entity-list/entity_list_in_weir_format.csv"
        return try ListCatalog(paths: [shared.appendingPathComponent(list).path])
    }

    private func screen(_ rows: [Row], against catalog: ListCatalog, into outcome: inout Outcome) {
        let searcher = Searcher(catalog: catalog, top: .max, threshold: NameIndex.defaultThreshold)
        for row in rows {
            let results = searcher.results(for: row.name)
            let own = results.first { $0.entity.id == row.expected }
            // Which of equally good ones comes first is a matter of their ids.
            let isFirst = own != nil && own?.score == results.first?.score
            if !row.expected.isEmpty { outcome.expected += 1 }
            if own != nil { outcome.found += 1 } else if !results.isEmpty { outcome.mistaken += 1 }
            if isFirst { outcome.first += 1 }
            guard row.expected.isEmpty ? !results.isEmpty : !isFirst else { continue }
            let best = results.first.map { "\($0.entity.id) \($0.score) (\($0.explanation.reason))" }
            outcome.wrong.append(
                "\(row.family): \(row.name) [\(row.phenomenon)]: expected "
                    + "\(row.expected.isEmpty ? "nothing" : row.expected), found \(best ?? "nothing")")
        }
    }

    /// Screens the cases of the folders, each against its list, and judges them together.
    private func check(_ folders: [String]) throws {
        var outcome = Outcome()
        for folder in folders {
            screen(try CaseTests.rows(folder), against: try CaseTests.catalog(folder), into: &outcome)
        }
        let wrong = Comment(rawValue: outcome.wrong.joined(separator: "\n"))
        #expect(outcome.precision >= 0.98, wrong)
        #expect(outcome.recall >= 0.98, wrong)
        #expect(outcome.firstShare >= 0.99, wrong)
    }

    private func checkLabels(_ folder: String) throws {
        let rows = try CaseTests.rows(folder)
        let ids = Set(try CaseTests.catalog(folder).entries.map(\.entity.id))
        for row in rows where !row.expected.isEmpty {
            #expect(ids.contains(row.expected), "\(row.family): \(row.name)")
        }
        #expect(Set(rows.map(\.name)).count == rows.count, "a name stands twice")
        #expect(rows.count { $0.expected.isEmpty } * 10 >= rows.count * 4)
        #expect(rows.count > 350)
    }

    @Test func builtInCasesComeOutRight() throws { try check(["built-in"]) }

    @Test func builtInLabelsAreOnTheList() throws { try checkLabels("built-in") }

    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"))
    func sharedCasesOfBothListsComeOutRight() throws { try check(["built-in", "entity-list"]) }

    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"))
    func sharedEntityListLabelsAreOnTheList() throws { try checkLabels("entity-list") }
}
