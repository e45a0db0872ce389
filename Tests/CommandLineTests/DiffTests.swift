import Foundation
import TestSupport
import Testing

/// `weir diff`
@Suite struct DiffTests {
    private let work: WorkDirectory

    init() throws {
        work = try WorkDirectory()
        try work.write(Samples.list, to: "old.csv")
        try work.write(
            """
            name,entity_id,name_type,listed_on,license_requirement
            "Quibbler, Fandango",A-2,primary,,
            Zorbax Kilmar,Z-1,primary,2020-01-01,Some items
            Wolkenkuckuck,W-1,primary,,

            """, to: "new.csv")
    }

    private let header = "change,entity_id,entity,field,kind,old,new"

    @Test func whatCameWentAndChanged() throws {
        let result = try work.weir("diff", "old.csv", "new.csv")
        #expect(result.status == 0)
        #expect(
            result.lines == [
                header, "added,W-1,Wolkenkuckuck,name,primary,,Wolkenkuckuck",
                "changed,Z-1,Zorbax Kilmar,name,alias,Vexolin Trantor,",
                "changed,Z-1,Zorbax Kilmar,delisted_on,,2022-01-01,",
                "changed,Z-1,Zorbax Kilmar,license_requirement,,All items,Some items",
            ])
        #expect(result.errors == "weir: 1 entity added, 0 removed, 1 changed\n")
        let back = try work.weir("diff", "new.csv", "old.csv", "--fail-on-change", "--format", "jsonl")
        #expect(back.status == 1)
        let objects = try back.objects
        #expect(objects.map { $0["change"] as? String } == ["removed", "changed", "changed", "changed"])
        #expect(objects.map { $0["old"] as? String } == ["Wolkenkuckuck", nil, nil, "Some items"])
    }

    @Test func theSameListGivesTheHeaderAlone() throws {
        let result = try work.weir("diff", "--fail-on-change", "old.csv", "old.csv")
        #expect(result.status == 0)
        #expect(result.lines == [header])
        #expect(result.errors == "weir: 0 entities added, 0 removed, 0 changed\n")
    }

    @Test(arguments: [[], ["old.csv"], ["old.csv", "new.csv", "old.csv"]])
    func twoListsAreNeeded(_ paths: [String]) throws {
        let result = try work.weir(arguments: ["diff"] + paths)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("weir: weir diff needs two lists, OLD and NEW; given "))
    }

    @Test func listsThatCantBeRead() throws {
        for paths in [["nowhere.csv", "old.csv"], ["old.csv", "nowhere.csv"]] {
            let result = try work.weir(arguments: ["diff"] + paths)
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("the list nowhere.csv cannot be opened"))
        }
    }

    @Test func aClosedPipeIsNoError() throws {
        let rows = (0..<20_000).map { "E\($0),Zorbax \($0)\n" }.joined()
        try work.write("entity_id,name\n" + rows, to: "large.csv")
        let result = try work.shell("set -o pipefail; weir diff old.csv large.csv | head -1")
        #expect(result.status == 0)
        #expect(result.lines == [header])
    }
}
