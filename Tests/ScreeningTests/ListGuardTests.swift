import Foundation
import TestSupport
import Testing

@testable import Screening

/// Lists that are empty, cut off or old.
@Suite struct ListGuardTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    private func day(_ iso: String) throws -> Day { try #require(Day(iso: Array(iso.utf8))) }

    private func list(_ text: String, path: String = "my.csv", modified: Day? = nil) throws -> EntityList {
        try EntityList(bytes: Array(text.utf8), name: "my", path: path, modified: modified)
    }

    private func file(_ name: String, entities: Int) throws -> String {
        let rows = (0..<entities).map { "E\($0),Zorbax \($0)\n" }.joined()
        return try work.write("entity_id,name\n" + rows, to: name)
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return (error as? ScreeningError)?.message ?? "\(error)"
        }
    }

    /// A tenth may be gone, one more may not; more than before is never too few.
    @Test(arguments: [
        (100, 90, true), (100, 89, false), (10, 9, true), (9, 8, false), (1000, 900, true),
        (1000, 899, false),
        (1, 1, true), (2, 1, false), (5, 500, true),
    ])
    func aTenthMayBeGone(_ before: Int, _ now: Int, _ passes: Bool) throws {
        let old = try file("old.csv", entities: before)
        let new = try file("new.csv", entities: now)
        let said = message {
            let list = try #require(try EntityList.read(new, previous: old).first)
            #expect(list.previous?.entities == before)
            #expect(list.previous?.path == old)
            #expect(try list.previous?.sha256 == EntityList(path: old).sha256)
        }
        #expect((said == "no error") == passes, "\(said)")
        if !passes {
            #expect(said.hasPrefix("\(new): the list has \(now) entit"))
            #expect(said.contains("the previous one, \(old), has \(before): "))
            #expect(said.contains("% fewer; expected are at most 10 % fewer. Look whether"))
        }
    }

    @Test(arguments: [(100, 89, "11.0"), (1000, 899, "10.1"), (30_000, 26_999, "10.1"), (3, 1, "66.7")])
    func theShareIsNeverRoundedToWhatPasses(_ before: Int, _ now: Int, _ share: String) throws {
        let old = try EntityList(path: file("old.csv", entities: before))
        let new = try EntityList(path: file("new.csv", entities: now))
        let said = message { try new.check(after: old) }
        #expect(said.contains(": \(share) % fewer"), "\(said)")
    }

    @Test func aListIsItsOwnPreviousOne() throws {
        let path = try file("list.csv", entities: 3)
        #expect(try EntityList.read(path, previous: path).first?.previous?.entities == 3)
        #expect(try EntityList.read(path, previous: nil).first?.previous == nil)
        #expect(message { _ = try EntityList.read(path, previous: "/nowhere.csv") }.contains("/nowhere.csv"))
    }

    @Test func aListWithoutNamesIsNone() {
        func read(_ content: ListContent) -> String {
            message {
                _ = try EntityList(content, format: .weir, name: "my", path: "my.csv", sha256: "")
            }
        }
        var skips = ListSkips()
        skips.add("no name", line: 4, example: "7,,")
        skips.add("no name", line: 5, example: "8,,")
        let expected = "the list my.csv holds no entities; 2 × no name, first in line 4: “7,,”; expected is"
        #expect(read(ListContent(entities: [], skips: skips)).hasPrefix(expected))
        #expect(read(ListContent(entities: [])).hasPrefix("the list my.csv holds no entities; expected is"))
        let nameless = Entity(id: "1", primaryName: "")
        #expect(
            read(ListContent(entities: [nameless])).contains(
                "holds no names, but 1 × an entity without one; expected"))
        var named = nameless
        named.names = [.init("Zorbax")]
        #expect(read(ListContent(entities: [nameless, named])) == "no error")
    }

    @Test func daysAreCounted() throws {
        #expect(try day("2019-11-29").days(since: day("2019-10-09")) == 51)
        #expect(try day("2019-10-09").days(since: day("2019-11-29")) == -51)
        #expect(try day("2000-03-01").days(since: day("2000-02-28")) == 2)
        #expect(try day("1900-03-01").days(since: day("1900-02-28")) == 1)
        // Every day of four centuries is one after the day before it.
        var before = try day("1800-01-01")
        let first = before
        for number in 1..<146_097 {
            let next = Day(secondsSince1970: (number + first.days(since: Day(secondsSince1970: 0))) * 86400)
            #expect(next.days(since: before) == 1, "\(next)")
            if next.days(since: before) != 1 { return }
            before = next
        }
        #expect(before.description == "2199-12-31")
    }

    @Test func todayIsTheSystemsInUTC() {
        let before = Day(secondsSince1970: Int(Date().timeIntervalSince1970))
        let today = Day.today
        let after = Day(secondsSince1970: Int(Date().timeIntervalSince1970))
        #expect((before...after).contains(today))
    }

    @Test func oldListsSaySo() throws {
        let text = "entity_id,name,listed_on\n1,Zorbax,2019-10-09\n"
        let list = try list(text, path: "folder/my.csv")
        #expect(list.age(on: try day("2019-11-08")) == 30)
        #expect(list.ageNotice(on: try day("2019-11-08")) == nil)
        let notice = try #require(list.ageNotice(on: try day("2019-11-29")))
        #expect(notice.hasPrefix("folder/my.csv: the list is of 2019-10-09, 51 days old; "))
        #expect(list.age(on: try day("2019-10-01")) == -8)
        #expect(list.ageNotice(on: try day("2019-10-01")) == nil)
        #expect(try EntityList.builtIn().ageNotice(on: day("2030-01-01")) == nil)
        #expect(try EntityList.builtIn().age(on: day("2019-10-10")) == 1)
        let undated = try self.list("entity_id,name\n1,Zorbax\n")
        #expect(undated.age(on: try day("2019-11-29")) == nil)
        #expect(undated.ageNotice(on: try day("2019-11-29")) == nil)
    }

    /// Orders that end on a day to come don't make a list young.
    @Test func daysAfterTheFileDontDateIt() throws {
        let text = "entity_id,name,listed_on,delisted_on\n1,Zorbax,2019-10-09,2031-01-01\n"
        #expect(try list(text, modified: day("2020-01-01")).date?.description == "2019-10-09")
        #expect(try list(text, modified: day("2031-01-01")).date?.description == "2031-01-01")
        let announced = "entity_id,name,delisted_on\n1,Zorbax,2031-01-01\n"
        #expect(try list(announced, modified: day("2020-01-01")).date?.description == "2020-01-01")
    }

    @Test func theAccountHasEverything() throws {
        var entity = Entity(id: "1", primaryName: "Zorbax")
        entity.names = [
            .init("Zorbax"), .init("Zorb", kind: .alias, isWeak: true), .init("Old Zorbax", kind: .former),
        ]
        entity.identifiers = [.init(kind: "IMO", value: "7"), .init(kind: "", value: "8")]
        var skips = ListSkips()
        skips.add("no name", line: 4, example: "7,,")
        skips.add("no name", line: 9)
        skips.add("a date that is none")
        let content = ListContent(entities: [entity], date: try day("2019-10-09"), skips: skips)
        let list = try EntityList(content, format: .weir, name: "my", path: "my.csv", sha256: "ab")
        let line = list.jsonLine(on: try day("2019-11-29"))
        let json = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        #expect(json["format"] as? String == "weir")
        #expect(json["date"] as? String == "2019-10-09")
        #expect(json["age_days"] as? Int == 51)
        #expect(json["names"] as? Int == 3)
        let types = ["primary": 1, "alias": 1, "former": 1, "translation": 0]
        #expect(json["names_by_type"] as? [String: Int] == types)
        #expect(json["weak_names"] as? Int == 1)
        #expect(json["identifiers"] as? Int == 2)
        #expect(json["previous"] is NSNull)
        let skipped = try #require(json["skipped"] as? [[String: Any]])
        #expect(skipped.map { $0["reason"] as? String } == ["no name", "a date that is none"])
        #expect(skipped.map { $0["count"] as? Int } == [2, 1])
        #expect(skipped.map { $0["line"] as? Int } == [4, nil])
        #expect(skipped.map { $0["example"] as? String } == ["7,,", nil])
        #expect(
            list.skips.skips.map(\.description) == [
                "2 × no name, first in line 4: “7,,”", "1 × a date that is none",
            ])
    }
}
