import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// The readers against `Tests/csv_list_counts.py`, which reads the same files with Python's csv module.
@Suite(.enabled(if: SharedData.folder != nil, "the real lists aren't here"))
struct CSVListCountTests {
    private struct OFACCounts: Decodable {
        struct Entity: Decodable {
            var primary: String
            var further: [[String]]
            var addresses: Int
        }
        var entities: Int
        var names: [String: Int]
        var addresses: Int
        var unmatched: [String: Int]
        var quoted: Int
        var sample: [String: Entity]
    }

    private struct CSLCounts: Decodable {
        struct Entity: Decodable {
            var primary: String
            var aliases: Int
            var addresses: Int
            var start: String
            var end: String
            var notice: String
        }
        var entities: Int
        var aliases: Int
        var addresses: Int
        var sample: [String: Entity]
    }

    private func counts<T: Decodable>(_ type: T.Type, _ arguments: [String]) throws -> T {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = SharedData.packageRoot.appendingPathComponent("Tests/csv_list_counts.py").path
        process.arguments = ["python3", script] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try JSONDecoder().decode(type, from: data)
    }

    private func lists(_ path: String) throws -> String {
        try #require(SharedData.folder).appendingPathComponent("lists/\(path)").path
    }

    @Test(arguments: [
        [
            "consistent-set-2021-07/sdn.csv", "consistent-set-2021-07/alt.csv",
            "consistent-set-2021-07/add.csv",
            "consistent-set-2021-07/sdn_comments.csv",
        ],
        [
            "non-sdn/cons_prim.csv", "non-sdn/cons_alt.csv", "non-sdn/cons_add.csv",
            "non-sdn/cons_comments.csv",
        ],
        ["sdn-2024-05-03.csv", "alt-2024-01.csv", "add-2024-01.csv"],
    ])
    func sharedOFACLists(_ files: [String]) throws {
        let paths = try files.map { try lists("ofac/\($0)") }
        let list = try EntityList(path: paths[0])
        let counted = try counts(OFACCounts.self, ["ofac"] + paths)
        #expect(list.entities.count == counted.entities)
        #expect(list.entities.reduce(0) { $0 + $1.addresses.count } == counted.addresses)
        let names = list.entities.flatMap(\.names)
        for kind in [NameKind.primary, .alias, .former] {
            #expect(names.count { $0.kind == kind && !$0.isWeak } == counted.names[kind.rawValue] ?? 0)
        }
        #expect(names.count { $0.isWeak } == counted.quoted)
        let missing = { (reason: String) in list.skips.skips.first { $0.reason.hasPrefix(reason) }?.count ?? 0
        }
        #expect(missing("a further name of an ent_num") == counted.unmatched["alt"] ?? 0)
        #expect(missing("an address of an ent_num") == counted.unmatched["add"] ?? 0)
        #expect(counted.sample.count == 10)
        for (id, expected) in counted.sample {
            let entity = try #require(list.entities.first { $0.id == id })
            #expect(entity.primaryName == expected.primary)
            let further = entity.names.dropFirst().filter { !$0.isWeak }.map { [$0.text, $0.kind.rawValue] }
            #expect(further == expected.further)
            #expect(entity.addresses.count == expected.addresses)
        }
    }

    @Test(arguments: [
        "watchman-csl-samples/csl-sample-2019-12.csv", "watchman-csl-samples/consolidated-sample-2025.csv",
        "bis-entity-list/TRANSCRIBED_csl_rows_26_of_28.csv",
    ])
    func sharedScreeningLists(_ file: String) throws {
        let path = try lists(file)
        let list = try EntityList(path: path)
        let counted = try counts(CSLCounts.self, ["csl", path])
        #expect(list.entities.count == counted.entities)
        #expect(list.entities.reduce(0) { $0 + $1.addresses.count } == counted.addresses)
        // One cell of these joins two names without a semicolon: Beijing Shangtang …, and Sense Time.
        let joined = file.contains("TRANSCRIBED") ? 1 : 0
        #expect(
            list.entities.reduce(0) { $0 + $1.names.count { $0.kind == .alias } } == counted.aliases + joined)
        for (place, expected) in counted.sample {
            let entity = list.entities[try #require(Int(place))]
            #expect(expected.primary.hasPrefix(entity.primaryName))
            #expect(entity.addresses.count == expected.addresses)
            #expect(entity.listedOn?.description ?? "" == expected.start)
            #expect(entity.delistedOn?.description ?? "" == expected.end)
            #expect(entity.citation == expected.notice.trimmingCharacters(in: .whitespaces))
        }
    }

    @Test func sharedDeniedPersonsList() throws {
        let list = try EntityList(path: try lists("other-us-lists/dpl-2022.txt"))
        #expect(list.format == .dpl)
        // Each row is an entity, or an address more of one.
        let merged = list.skips.skips.reduce(0) { $0 + ($1.reason.contains("merged") ? $1.count : 0) }
        #expect(list.entities.count + merged == 581 && merged > 0)
        #expect(list.entities.reduce(0) { $0 + $1.addresses.count } > list.entities.count)
        #expect(list.entities.allSatisfy { $0.listedOn != nil })
    }
}
