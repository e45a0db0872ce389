import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// The readers on real lists, against counts of a script that shares no code with them.
@Suite struct SharedStructuredListTests {
    private struct Counts: Decodable {
        struct Listed: Decodable {
            let id: String?
            let names: [[JSONText]]
        }
        let path: String
        let kinds: [String: Int]
        let entities: [Listed]
    }

    /// A text, or true or false as one.
    private struct JSONText: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text = try (try? container.decode(String.self)) ?? String(container.decode(Bool.self))
        }
    }

    private static let expected: [(folder: String, formats: Set<ListFormat>, lists: Int)] = [
        ("bis-entity-list", [.jsonObject], 2), ("other-us-lists", [.jsonObject, .openSanctions], 13),
        ("foreign-lists", [.unXML, .jsonArray], 3),
    ]

    @Test(.enabled(if: SharedData.folder != nil, "the real lists are not here"), arguments: expected)
    func sharedListsHaveWhatAScriptCounts(_ folder: String, _ formats: Set<ListFormat>, _ lists: Int) throws {
        let url = try #require(SharedData.folder).appendingPathComponent("lists/\(folder)")
        let paths = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
            .filter { ($0.hasSuffix(".json") || $0.hasSuffix(".xml")) && $0 != "lists.json" }
            .map { url.appendingPathComponent($0).path }
        #expect(paths.count == lists)
        let script = SharedData.packageRoot.appendingPathComponent("Tests/structured_list_counts.py").path
        let work = try WorkDirectory()
        let result = try work.shell((["python3", script] + paths).map { "'\($0)'" }.joined(separator: " "))
        try #require(result.status == 0, "\(result.errors)")
        var met: Set<ListFormat> = []
        for line in result.lines {
            let counts = try JSONDecoder().decode(Counts.self, from: Data(line.utf8))
            let list = try EntityList(path: counts.path)
            met.insert(list.format)
            try compare(list, counts)
        }
        #expect(result.lines.count == lists)
        #expect(met == formats)
    }

    /// Every entity name by name: those that the script finds, taken apart where one holds several.
    private func compare(_ list: EntityList, _ counts: Counts) throws {
        try #require(list.entities.count == counts.entities.count, "\(list.path)")
        #expect(Set(list.entities.map(\.id)).count == list.entities.count, "\(list.path)")
        var whole = 0
        for (entity, listed) in zip(list.entities, counts.entities) {
            if let id = listed.id { #expect(entity.id == id, "\(list.path)") }
            var expected = Entity(id: entity.id, writtenName: listed.names[0][0].text)
            for name in listed.names.dropFirst() {
                let kind = try #require(NameKind(rawValue: name[1].text))
                expected.add(name[0].text, kind: kind, isWeak: name[2].text == "true")
            }
            #expect(entity.names == expected.names, "\(list.path)")
            #expect(entity.primaryName == expected.primaryName, "\(list.path)")
            if entity.names.map(\.text) == listed.names.map({ $0[0].text }) { whole += 1 }
        }
        // Names written together are few: most stand in the list as they are compared.
        #expect(whole * 10 > list.entities.count * 5, "\(list.path): \(whole)")
        #expect(counts.kinds["primary"] == list.nameCount(of: .primary), "\(list.path)")
    }

    @Test(.enabled(if: SharedData.folder != nil, "the real lists are not here"))
    func sharedIndexOfListsIsNoList() throws {
        let folder = try #require(SharedData.folder)
        do {
            _ = try EntityList(path: folder.appendingPathComponent("lists/other-us-lists/lists.json").path)
            Issue.record("an index was read as a list")
        } catch {
            #expect(error.message.contains("it is a JSON object that has “generated”"), "\(error.message)")
        }
    }
}
