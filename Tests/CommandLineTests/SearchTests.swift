import Foundation
import TestSupport
import Testing

/// `weir search`: names typed by hand, looked up and explained.
@Suite struct SearchTests {
    private let work: WorkDirectory

    init() throws {
        work = try WorkDirectory()
        try work.write(Samples.list, to: "list.csv")
    }

    @Test func theNameItself() throws {
        let result = try work.weir("search", "--list", "list.csv", "VEXOLIN TRANTOR LTD")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.lines[0] == "VEXOLIN TRANTOR LTD")
        #expect(result.lines[1].hasPrefix("  1.0000  hit, strong  Z-1  Zorbax Kilmar"))
        #expect(result.lines[2] == "    met   Vexolin Trantor (alias)")
        #expect(result.lines[3] == "    list  list, listed on 2020-01-01, delisted on 2022-01-01")
        #expect(result.lines[4].hasPrefix("    as written  as listed  how   alike  weight"))
        #expect(result.lines.last == "    ignored  ltd")
    }

    /// What screening would find is what a search shows, with the same score and band.
    @Test func agreesWithScreening() throws {
        let names = [
            "HANGZHOU HIK VISION DIGITAL TECHNOLO", "PRAMA HIKVISION INDIA PVT LTD", "URUMQI PSB", "海康威視",
            "DAHUA TECHNOLOGY UK LTD", "SENSETIME", "Acme",
        ]
        let hits = try work.weir("screen", input: "CONSIGNEE\n" + names.joined(separator: "\n") + "\n").table
        let objects = try work.weir(arguments: ["search", "--format", "jsonl", "--top", "50"] + names).objects
        #expect(objects.count == names.count)
        let columns = ["name", "entity_id", "alias", "band", "reason", "list"]
        var found: [[String: String]] = []
        for object in objects {
            for result in try #require(object["results"] as? [[String: Any]])
            where result["hit"] as? Bool == true {
                var row = result.compactMapValues { $0 as? String }.filter { columns.contains($0.key) }
                row["name"] = object["name"] as? String
                found.append(row)
            }
        }
        #expect(found == hits.map { row in row.filter { columns.contains($0.key) } })
        #expect(!hits.isEmpty)
    }

    @Test func whatIsNearlyAHitShows() throws {
        let input = "SHANGHAI PUBLIC SECURITY BUREAU"
        let result = try work.weir("search", "--threshold", "0.001", "--top", "2", input)
        #expect(result.lines.count { $0.contains("no hit (under 0.7500)") } == 2)
        #expect(result.text.contains("    against  the place and what stands there were not both met\n"))
        #expect(result.text.contains("           another place\n"))
        let objects = try work.weir(
            "search", "--threshold", "0.001", "--top", "1", "--format", "jsonl", input
        ).objects
        let results = try #require(objects[0]["results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect(results[0]["hit"] as? Bool == false)
        #expect(results[0]["band"] is NSNull)
        #expect((results[0]["against"] as? [String])?.contains("other_place") == true)
        #expect((results[0]["met"] as? [[String: Any]])?.isEmpty == false)
        #expect((results[0]["missing"] as? [[String: Any]])?.first?["class"] as? String == "place")
    }

    @Test func topAndOrder() throws {
        try work.write("entity_id,name\nB,Zorbax\nA,Zorbax\nC,Zorbax\n", to: "three.csv")
        let all = try work.weir("search", "--list", "three.csv", "--format", "jsonl", "Zorbax").objects
        let ids = (all[0]["results"] as? [[String: Any]])?.map { $0["entity_id"] as? String }
        #expect(ids == ["A", "B", "C"])
        let two = try work.weir("search", "--list", "three.csv", "--top", "2", "Zorbax")
        #expect(two.lines.count { $0.contains("hit, strong") } == 2)
        let both = try work.weir("search", "--list", "three.csv", "--list", "list.csv", "Zorbax Kilmar")
        #expect(both.lines[1].contains("Z-1"))
    }

    @Test func namesFromLines() throws {
        let result = try work.weir(
            "search", "--list", "list.csv", "--format", "jsonl", input: "Zorbax Kilmar\n\nnobody\n")
        #expect(result.status == 0)
        let objects = try result.objects
        #expect(objects.map { $0["name"] as? String } == ["Zorbax Kilmar", "", "nobody"])
        #expect(objects.map { ($0["results"] as? [Any])?.count } == [1, 0, 0])
        let bad = try work.weir(arguments: ["search"], input: Data([0x41, 0x0A, 0xFF, 0x0A]))
        #expect(bad.status == 3)
        #expect(bad.errors.contains("standard input:2: byte 1 of the line (0xFF) isn't valid UTF-8"))
    }

    @Test(arguments: ["", "...", "😀", "\u{301}", "\u{200F}", "-"])
    func namesWithoutALetter(_ name: String) throws {
        let result = try work.weir("search", "--", name)
        #expect(result.status == 0)
        #expect(result.lines.last == "  no letter or digit: nothing that could match")
    }

    @Test func oddNames() throws {
        let names = [
            "A", "7", "12 13 14", "CO LTD", "GMBH", "LLC INC LTD", "\u{200F}\u{202E}HIKVISION",
            "H\u{301}IKVISION", String(repeating: "x", count: 10_000),
            String(repeating: "HIKVISION ", count: 1_000),
        ]
        for name in names {
            let result = try work.weir("search", "--threshold", "0", name)
            #expect(result.status == 0, "\(name.prefix(40))")
            #expect(result.lines.allSatisfy { $0.count <= 1_000 }, "\(name.prefix(40))")
            #expect(!result.text.contains("\u{202E}"))
        }
        for name in ["A", "7", "12 13 14", "CO LTD", "GMBH"] {
            let result = try work.weir("search", name)
            #expect(
                result.lines == [name, "  no entity scores 0.5000 or more; --threshold X shows weaker ones"])
        }
        let nothing = try work.weir("search", "--threshold", "0", "Quibbledibble")
        #expect(nothing.lines.last == "  no entity has a word in common with it")
        #expect(try work.weir("search", "\u{200F}HIKVISION").text.contains("1.0000  hit, strong"))
    }

    @Test(arguments: [
        (["--top", "0", "A"], "--top is “0”; expected is a whole number from 1"),
        (["--threshold", "1.5", "A"], "--threshold is “1.5”; expected is a number from 0 to 1"),
        (["--format", "csv", "A"], "--format is “csv”; expected is one of text, jsonl"),
        (["--list", "none.csv", "A"], "the list none.csv cannot be opened: No such file"),
        (["--list", "list.csv", "--list", "list.csv", "A"], "has the same content as list.csv"),
        (["--fail-on-hit", "A"], "--fail-on-hit is no option of weir search"),
    ])
    func mistakes(_ arguments: [String], _ message: String) throws {
        let result = try work.weir(arguments: ["search"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
