import Foundation
import Testing
import TestSupport

@testable import NameMatching

/// Index, filters and caches lose nothing and invent nothing against the reference.
struct LosslessTests {
    static let isLong = ProcessInfo.processInfo.environment["WEIR_LONG_TESTS"] != nil

    static func names(_ path: String) throws -> [ListedName] {
        var entities: [String: Int32] = [:]
        return try SharedData.rows(path).dropFirst().map { row in
            let entity = entities[row[0]] ?? Int32(entities.count)
            entities[row[0]] = entity
            return ListedName(entity: entity, text: row[1])
        }
    }

    private static func builtIn() throws -> [ListedName] {
        let data = try Data(contentsOf: SharedData.packageRoot.appendingPathComponent("Data/entities.csv"))
        var entities: [String: Int32] = [:]
        return SharedData.plainRows(of: data).dropFirst().map { row in
            let entity = entities[row[0]] ?? Int32(entities.count)
            entities[row[0]] = entity
            return ListedName(entity: entity, text: row[1])
        }
    }

    static func expectAgreement(_ index: NameIndex, _ names: [String], _ comment: String) {
        // The coarse sieve must lose nothing on any list, and the sieve nothing without it.
        var coarse = Matcher(index: index, isCoarse: true)
        var fine = Matcher(index: index, isCoarse: false)
        var reference = ReferenceMatcher(index: index)
        for name in names {
            let expected = reference.matches(name)
            // Twice, so that the cache's answer is compared too.
            for _ in 0..<2 {
                let found = Array(name.utf8).withUnsafeBufferPointer {
                    (coarse: coarse.matches($0), fine: fine.matches($0))
                }
                #expect(found.coarse == expected, "\(comment): \(name.debugDescription), coarse sieve first")
                #expect(found.fine == expected, "\(comment): \(name.debugDescription)")
            }
        }
    }

    @Test(arguments: [0.0, 0.3, 0.6, 0.75, 0.9, 1.0])
    func agreesOnMutantsOfTheBuiltInList(threshold: Double) throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let list = try LosslessTests.builtIn()
        let index = NameIndex(names: list, threshold: Score(threshold))
        let count = LosslessTests.isLong ? 4_000 : 150
        let mutants = (0..<count).map { _ in
            Mutation.mutate(list.randomElement(using: &random)!.text, list.map(\.text), using: &random)
        }
        LosslessTests.expectAgreement(index, mutants, "seed \(seed), threshold \(threshold)")
    }

    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"))
    func sharedNamesAgreeAgainstTheWholeEntityList() throws {
        let list = try LosslessTests.names("lists/bis-entity-list/entity_list_in_weir_format.csv")
        let background = try SharedData.rows("gold/background_company_names.csv").dropFirst().map { $0[0] }
        let step = LosslessTests.isLong ? 1 : max(1, background.count / 500)
        let chosen = stride(from: 0, to: background.count, by: step).map { background[$0] }
        for threshold in LosslessTests.isLong ? [0.6, 0.75, 0.9] : [0.75] {
            let index = NameIndex(names: list, threshold: Score(threshold))
            LosslessTests.expectAgreement(index, chosen, "threshold \(threshold)")
        }
    }

    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"))
    func sharedEntityListMutantsAgree() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let list = try LosslessTests.names("lists/bis-entity-list/entity_list_in_weir_format.csv")
        let index = NameIndex(names: list, threshold: Score(0.6))
        let count = LosslessTests.isLong ? 3_000 : 60
        let mutants = (0..<count).map { _ in
            Mutation.mutate(list.randomElement(using: &random)!.text, list.map(\.text), using: &random)
        }
        LosslessTests.expectAgreement(index, mutants, "seed \(seed)")
    }

    /// A gold file, the column whose names are listed, and the one whose names are asked.
    static let goldFiles = [
        ("gold/name_bench.csv", 0, 1), ("gold/trade_company_pairs.csv", 0, 1),
        ("gold/bill_of_lading_variants.csv", 1, 2), ("gold/chinese_company_names.csv", 2, 1),
        ("gold/chinese_company_names.csv", 2, 3),
    ]

    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"), arguments: goldFiles)
    func sharedGoldFilesAgree(path: String, listed: Int, asked: Int) throws {
        let rows = try SharedData.rows(path).dropFirst().filter { $0.count > max(listed, asked) }
        let most = LosslessTests.isLong ? 1_000 : 40
        let step = max(1, rows.count / most)
        let chosen = stride(from: rows.startIndex, to: rows.endIndex, by: step).map { rows[$0] }
        let list = rows.prefix(2_000).enumerated().map {
            ListedName(entity: Int32($0.offset), text: $0.element[listed])
        }
        for threshold in LosslessTests.isLong ? [0.6, 0.75, 0.9, 1.0] : [0.6, 0.9] {
            let index = NameIndex(names: list, threshold: Score(threshold))
            LosslessTests.expectAgreement(index, chosen.map { $0[asked] }, "\(path), threshold \(threshold)")
        }
    }
}
