import Foundation
import TestSupport
import Testing

/// `weir lists`, and the guard against lists that were cut off or are old.
@Suite struct ListsTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    private func write(_ name: String, entities: Int, listedOn: String = "2019-10-09") throws {
        let rows = (0..<entities).map { "E\($0),Zorbax Vexolin \($0),\(listedOn)\n" }.joined()
        try work.write("entity_id,name,listed_on\n" + rows, to: name)
    }

    /// A day so long before now, as lists write it.
    private func day(daysAgo: Double) -> String {
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        return Date(timeIntervalSinceNow: -86400 * daysAgo).formatted(style)
    }

    @Test func jsonHasOneObjectAList() throws {
        try work.write(Samples.list, to: "my.csv")
        let result = try work.weir("lists", "--list", "my.csv", "--format", "jsonl")
        #expect(result.status == 0)
        let lists = try result.objects
        #expect(lists.map { $0["path"] as? String } == ["(built-in)", "my.csv"])
        #expect(lists.map { $0["format"] as? String } == ["weir", "weir"])
        #expect(lists.map { $0["entities"] as? Int } == [28, 2])
        let types = ["primary": 2, "alias": 1, "former": 0, "translation": 0]
        #expect(lists[1]["names_by_type"] as? [String: Int] == types)
        #expect(lists[1]["skipped"] as? [String] == [])
        #expect((lists[1]["age_days"] as? Int ?? 0) > 1000)
        #expect(lists[1]["hits"] == nil)
    }

    /// The same list is in the account of a run, with its hits.
    @Test func theSummaryHasWhatListsShows() throws {
        try work.write(Samples.list, to: "my.csv")
        let shown = try work.weir(
            "lists", "--list", "my.csv", "--previous", "my.csv", "--format", "jsonl")
        let screened = try work.weir(
            "screen", "--list", "my.csv", "--previous", "my.csv", "--summary", "sum.json",
            input: "CONSIGNEE\nZorbax Kilmar\n")
        #expect(screened.status == 0, "\(screened.errors)")
        let accounts = try #require(try work.json("sum.json")["lists"] as? [[String: Any]])
        var account = try #require(accounts.first)
        #expect(account.removeValue(forKey: "hits") as? Int == 1)
        #expect(account as NSDictionary == (try shown.objects[1]) as NSDictionary)
        let previous = try #require(account["previous"] as? [String: Any])
        #expect(previous["path"] as? String == "my.csv")
        #expect(previous["entities"] as? Int == 2)
        #expect(previous["sha256"] as? String == account["sha256"] as? String)
    }

    @Test func aListThatShrankStopsTheRun() throws {
        try write("old.csv", entities: 100)
        try write("new.csv", entities: 89)
        try work.write("CONSIGNEE\nZorbax Vexolin 5\n", to: "in.csv")
        let guarded = ["--list", "new.csv", "--previous", "old.csv"]
        for line in [
            ["lists"] + guarded, ["screen", "-q", "-o", "out.csv", "in.csv"] + guarded,
            ["search", "Zorbax"] + guarded,
        ] {
            let result = try work.weir(arguments: line)
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(
                result.errors.hasPrefix(
                    "weir: new.csv: the list has 89 entities, the previous one, old.csv, has 100: 11.0 % fewer; "
                        + "expected are at most 10 % fewer."), "\(result.errors)")
            #expect(result.errors.contains("run once without the previous one"))
        }
        #expect(!work.exists("out.csv"))
        #expect(try work.weir("screen", "--list", "new.csv", "in.csv").status == 0)
        try write("new.csv", entities: 90)
        let passed = try work.weir(arguments: ["lists"] + guarded)
        #expect(passed.status == 0)
        #expect(passed.text.hasSuffix("  previous  old.csv, 100 entities\n"))
        #expect(try work.weir(arguments: ["screen", "in.csv"] + guarded).lines.count > 1)
    }

    /// Each has the one in the same place, however the options are mixed.
    @Test func everyListHasItsPreviousOne() throws {
        try write("a.csv", entities: 20)
        try write("b.csv", entities: 200)
        let right = try work.weir(
            "lists", "--previous", "a.csv", "--previous", "b.csv", "--list", "a.csv", "--list", "b.csv")
        #expect(right.status == 0, "\(right.errors)")
        let crossed = try work.weir(
            "lists", "--list", "a.csv", "--previous", "b.csv", "--list", "b.csv", "--previous", "a.csv")
        #expect(crossed.status == 2)
        #expect(crossed.errors.contains("a.csv: the list has 20 entities, the previous one, b.csv, has 200"))
    }

    @Test(arguments: ["lists", "screen", "search"])
    func asManyPreviousAsLists(_ command: String) throws {
        try write("a.csv", entities: 2)
        let few = try work.weir(
            command, "--list", "a.csv", "--list", "b.csv", "--previous", "a.csv", input: "CONSIGNEE\n")
        #expect(few.status == 2)
        #expect(
            few.errors.hasPrefix(
                "weir: --list is given 2 times and --previous once; expected is one --previous for each --list, in "
                    + "the same order."), "\(few.errors)")
        let alone = try work.weir(command, "--previous", "a.csv", input: "CONSIGNEE\n")
        #expect(alone.status == 2)
        #expect(
            alone.errors.hasPrefix(
                "weir: --previous is given without --list; expected is --list NEW --previous OLD"))
    }

    @Test func oldListsAreSaidToBeOld() throws {
        let old = day(daysAgo: 51)
        try write("old.csv", entities: 2, listedOn: old)
        try write("young.csv", entities: 3, listedOn: day(daysAgo: 20))
        let lists = ["--list", "old.csv", "--list", "young.csv"]
        let notice = "weir: old.csv: the list is of \(old), 51 days old; "
        for line in [["lists"], ["screen"]] {
            let result = try work.weir(arguments: line + lists, input: Data("CONSIGNEE\nAcme\n".utf8))
            #expect(result.status == 0)
            #expect(result.errors.components(separatedBy: notice).count == 2, "\(result.errors)")
            #expect(!result.errors.contains("young.csv"), "\(result.errors)")
        }
        let quiet = try work.weir(
            arguments: ["screen", "-q", "--summary", "sum.json"] + lists,
            input: Data("CONSIGNEE\nAcme\n".utf8))
        #expect(quiet.errors.isEmpty)
        let accounts = try #require(try work.json("sum.json")["lists"] as? [[String: Any]])
        let ages = accounts.map { $0["age_days"] as? Int ?? -1 }
        #expect((51...52).contains(ages[0]) && (20...21).contains(ages[1]), "\(ages)")
        // The built-in list is older by years, and means to be.
        #expect(try work.weir("lists").errors.isEmpty)
    }

    @Test(arguments: ["", "\n", "entity_id,name\n"])
    func aListWithNobodyOnItIsAnError(_ text: String) throws {
        try work.write(text, to: "empty.csv")
        try write("old.csv", entities: 2)
        for line in [["lists"], ["screen"], ["search", "Zorbax"]] {
            let result = try work.weir(
                arguments: line + ["--list", "empty.csv"], input: Data("CONSIGNEE\nAcme\n".utf8))
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("the list empty.csv "), "\(result.errors)")
        }
        let previous = try work.weir("lists", "--list", "old.csv", "--previous", "empty.csv")
        #expect(previous.status == 2)
        #expect(previous.errors.contains("the list empty.csv "))
    }
}
