import Foundation
import TestSupport
import Testing

@testable import Screening

/// The readers on real lists, against counts of a script that shares no code with them.
@Suite struct SharedStructuredListTests {
    private struct Counts: Decodable {
        struct Sample: Decodable {
            let id: String?
            let place: Int
            let names: [[JSONText]]
        }
        let path: String
        let entities: Int
        let kinds: [String: Int]
        let sample: [Sample]
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
            compare(list, counts)
        }
        #expect(result.lines.count == lists)
        #expect(met == formats)
    }

    private func compare(_ list: EntityList, _ counts: Counts) {
        #expect(list.entities.count == counts.entities, "\(list.path)")
        var kinds: [String: Int] = [:]
        for entity in list.entities {
            for name in entity.names { kinds[name.isWeak ? "weak" : name.kind.rawValue, default: 0] += 1 }
        }
        #expect(kinds == counts.kinds, "\(list.path)")
        #expect(Set(list.entities.map(\.id)).count == list.entities.count, "\(list.path)")
        #expect(counts.sample.count >= min(10, counts.entities))
        for sample in counts.sample where sample.place < list.entities.count {
            let entity = list.entities[sample.place]
            if let id = sample.id { #expect(entity.id == id, "\(list.path)") }
            let names = entity.names.map { [$0.text, $0.kind.rawValue, String($0.isWeak)] }
            #expect(names == sample.names.map { $0.map(\.text) }, "\(list.path)")
            #expect(entity.primaryName == sample.names.first?.first?.text, "\(list.path)")
        }
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
