import TestSupport
import Testing

@Suite struct ChangedSinceTests {
    private let directory: WorkDirectory

    init() throws {
        directory = try WorkDirectory()
        try directory.write(
            "entity_id,name\n1,Quirlo Mining\n2,Quirlo Optics\n3,Zenit Lasers\n4,Acme Rockets\n",
            to: "old.csv")
        try directory.write(
            "entity_id,name\n1,Quirlo Mining\n2,Quirlo Optics\n4,Acme Rockets\n5,Quirlo Steel\n6,Quirlo Wood\n",
            to: "new.csv")
        try directory.write(
            "bill,consignee\n1,QUIRLO MINES\n2,Zenit Laser\n3,Acme Rocket\n4,QUIRLO STEEL LTD\n",
            to: "records.csv")
    }

    /// As the manual says: the old hits without those on entities of the diff, with those of the new run.
    @Test func oldHitsAndTheNewOnesAreAll() throws {
        func hits(_ arguments: String...) throws -> [String] {
            let all = ["screen", "--quiet", "--threshold", "0.6"] + arguments + ["records.csv"]
            return Array(try directory.weir(arguments: all).lines.dropFirst())
        }
        let rows = try directory.weir("diff", "old.csv", "new.csv", "--weights").lines.dropFirst()
        let touched = Set(rows.map { $0.split(separator: ",")[1] })
        #expect(rows.contains("reweighed,1,Quirlo Mining,,,,") && !touched.contains("4"))
        let kept = try hits("--list", "old.csv").filter { row in
            !touched.contains(row.split(separator: ",", omittingEmptySubsequences: false)[4])
        }
        let found = try hits("--list", "new.csv", "--changed-since", "old.csv")
        let full = try hits("--list", "new.csv")
        // The name of the list stands in every row.
        let patched = kept.map { $0.replacing(",old,", with: ",new,") } + found
        #expect(Set(patched) == Set(full) && patched.count == full.count)
        #expect(!kept.isEmpty && !found.isEmpty)
    }

    @Test func itSaysWhatIsLookedFor() throws {
        let result = try directory.weir(
            "screen", "--list", "new.csv", "--changed-since", "old.csv", "--summary", "s.json", "records.csv")
        #expect(
            result.errors.contains(
                "weir: since old.csv: 2 entities added, 0 changed, 2 weighed otherwise, which are looked for; 1 removed\n"
            ))
        #expect(
            try directory.read("s.json").contains("\"added\": 2")
                && directory.read("s.json").contains("\"reweighed\": 2"))
    }

    @Test func whatAPartCannotTell() throws {
        for extra in [["--top", "1"], ["--emit", "records"], ["--emit", "unmatched"]] {
            let result = try directory.weir(
                arguments: ["screen", "--list", "new.csv", "--changed-since", "old.csv"] + extra + [
                    "records.csv"
                ])
            #expect(result.status == 2 && result.errors.contains("can't be given with --changed-since"))
        }
        let alone = try directory.weir("screen", "--changed-since", "old.csv", "records.csv")
        #expect(alone.status == 2 && alone.errors.contains("without --list"))
        let more = try directory.weir(
            "screen", "--list", "new.csv", "--changed-since", "old.csv", "--changed-since", "new.csv",
            "records.csv")
        #expect(more.status == 2 && more.errors.contains("expected is an earlier version of each list"))
    }
}
