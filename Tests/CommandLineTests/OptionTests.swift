import Foundation
import TestSupport
import Testing

/// Every option of the contract's table for `weir screen`, as the command does it.
@Suite struct OptionTests {
    private let work: WorkDirectory

    init() throws {
        work = try WorkDirectory()
        try work.write(Samples.shipments, to: "in.csv")
        try work.write(Samples.list, to: "list.csv")
    }

    private func screen(_ arguments: String..., input: String = "") throws -> CommandResult {
        try work.weir(arguments: ["screen"] + arguments, input: Data(input.utf8))
    }

    @Test func hitsHaveTheContractsColumnsAndOrder() throws {
        let result = try screen("in.csv")
        #expect(result.status == 0)
        #expect(result.lines.first == Samples.hitColumns)
        #expect(result.column("record") == ["1", "3", "4", "4"])
        #expect(result.column("column") == ["CONSIGNEE", "SHIPPER", "CONSIGNEE", "NOTIFY PARTY"])
        #expect(result.column("role") == ["consignee", "shipper", "consignee", "notify_party"])
        #expect(result.column("name") == ["IFLYTEK", "Yitu Technologies", "Dahua Technology", "IFLYTEK"])
        #expect(result.column("alias") == result.column("name"))
        #expect(result.column("entity") == result.column("name"))
        #expect(result.column("score") == Array(repeating: "1.0000", count: 4))
        #expect(result.column("reason").allSatisfy { !$0.isEmpty })
        #expect(result.column("list") == Array(repeating: "entity-list-2019-10-09", count: 4))
        #expect(result.column("listed_on") == Array(repeating: "2019-10-09", count: 4))
        #expect(result.column("in_force") == Array(repeating: "", count: 4))
        #expect(result.column("restricted") == ["yes", "possible", "yes", "possible"])
        #expect(result.column("file") == Array(repeating: "in.csv", count: 4))
        #expect(result.errors.contains("weir: 4 records, 9 parties, 4 hits, 0 rejected in "))
    }

    /// The band is the score's alone, and stands behind the contract's columns in every format.
    @Test func bandsTellHitsApart() throws {
        let input = "CONSIGNEE\nHIKVISION\nPRAMA HIKVISION INDIA\nHIKVISION LTD C/O SOMEBODY\n"
        let result = try screen("--threshold", "0.3", "--summary", "s.json", input: input)
        for row in result.table {
            #expect(row["band"] == (row["score"] ?? "" >= "0.9500" ? "strong" : "possible"), "\(row)")
        }
        #expect(result.column("band").first == "strong")
        #expect(result.column("band")[1] == "possible")
        let counts = try #require(try work.json("s.json")["hits_by_band"] as? [String: Int])
        #expect(counts["strong"] == result.column("band").count { $0 == "strong" })
        #expect(counts["possible"] == result.column("band").count { $0 == "possible" })
        let records = try screen("--threshold", "0.3", "--emit", "records", input: input)
        #expect(records.column("weir_band").prefix(2) == ["strong", "possible"])
    }

    @Test func standardInputIsReadWithAndWithoutAHyphen() throws {
        let file = try screen("in.csv")
        for arguments in [[], ["-"]] as [[String]] {
            let result = try work.weir(arguments: ["screen"] + arguments, input: Data(Samples.shipments.utf8))
            #expect(result.text == file.text.replacing(",in.csv,strong\n", with: ",-,strong\n"))
        }
    }

    @Test func list() throws {
        let input = "CONSIGNEE\nVexolin Trantor\n\"Quibbler, Fandango\"\nIFLYTEK\n"
        let one = try screen("--list", "list.csv", "-", input: input)
        #expect(one.column("record") == ["1", "2"])
        #expect(one.column("entity_id") == ["Z-1", "A-2"])
        #expect(one.column("entity") == ["Zorbax Kilmar", "Quibbler, Fandango"])
        #expect(one.column("alias") == ["Vexolin Trantor", "Quibbler, Fandango"])
        #expect(one.column("list") == ["list", "list"])
        #expect(one.column("listed_on") == ["2020-01-01", ""])
        // The second entity has no licence requirement on its list.
        #expect(one.column("restricted") == ["yes", ""])
        try work.write("entity_id,name\nM-1,IFLYTEK\n", to: "more.csv")
        let two = try screen("--list=list.csv", "--list", "more.csv", "-", input: input)
        #expect(two.column("record") == ["1", "2", "3"])
        #expect(two.column("list") == ["list", "list", "more"])
    }

    @Test func party() throws {
        let result = try screen("--party", "bill_no=end_user", "--party", "SHIPPER", "in.csv")
        #expect(result.column("role") == ["other"])
        #expect(result.errors.contains("4 records, 8 parties"))
        let titled = "SHIPPER of the month\nA,B\nIFLYTEK,IFLYTEK\n"
        #expect(try screen("--party", "B=buyer", input: titled).column("column") == ["B"])
    }

    @Test func noHeader() throws {
        let result = try screen(
            "--no-header", "--party", "2=buyer", "--keep", "1", input: "7,IFLYTEK\n8,x\n9,IFLYTEK\n")
        #expect(result.lines.first == Samples.hitColumns + ",1")
        #expect(result.column("record") == ["1", "3"])
        #expect(result.column("column") == ["2", "2"])
        #expect(result.column("role") == ["buyer", "buyer"])
        #expect(result.column("1") == ["7", "9"])
        let records = try screen(
            "--no-header", "--party", "2", "--emit", "flagged", input: "7,IFLYTEK\n8,x\n")
        #expect(records.text == "7,IFLYTEK\n")
    }

    @Test func threshold() throws {
        let input = "CONSIGNEE\nIFLYTEK\nDahua Technology Vision Holding\n"
        let strict = try screen("--threshold", "1", input: input)
        #expect(strict.column("record") == ["1"])
        let loose = try screen("--threshold=0.05", input: input)
        #expect(loose.table.count > 1)
        #expect(loose.column("score").allSatisfy { $0 >= "0.0500" })
    }

    @Test func keep() throws {
        let some = try screen("--keep", "date", "--keep", "BILL_NO", "in.csv")
        #expect(some.lines.first == Samples.hitColumns + ",DATE,BILL_NO")
        #expect(some.column("BILL_NO") == ["B1", "B3", "B4", "B4"])
        let all = try screen("--keep", "all", "in.csv")
        #expect(all.lines.first == Samples.hitColumns + ",BILL_NO,SHIPPER,CONSIGNEE,NOTIFY PARTY,DATE")
        let short = try screen("--keep", "B", input: "CONSIGNEE,B\nIFLYTEK\nIFLYTEK,\"x,\"\"y\"\n")
        #expect(short.column("B") == ["", "x,\"y"])
        #expect(short.lines.last?.hasSuffix(",-,strong,\"x,\"\"y\"") == true)
    }

    @Test func formatOfHits() throws {
        let csv = try screen("--keep", "DATE", "in.csv")
        let result = try screen("--format", "jsonl", "--keep", "DATE", "in.csv")
        let objects = try result.objects
        #expect(objects.count == 4)
        for (object, row) in zip(objects, csv.table) {
            #expect(object["record"] as? Int == Int(row["record"] ?? ""))
            #expect(object["score"] as? Double == Double(row["score"] ?? ""))
            #expect(object["in_force"] is NSNull)
            for key in [
                "column", "role", "name", "entity_id", "entity", "alias", "reason", "list", "listed_on",
                "restricted", "file", "band", "DATE",
            ] {
                #expect(object[key] as? String == row[key], "\(key)")
            }
            #expect(object.count == row.count)
        }
    }

    @Test func output() throws {
        let plain = try screen("in.csv")
        for option in [["--output", "out.csv"], ["--output=out.csv"], ["-o", "out.csv"], ["-oout.csv"]] {
            let result = try work.weir(arguments: ["screen", "in.csv"] + option)
            #expect(result.output.isEmpty)
            #expect(try work.read("out.csv") == plain.text)
        }
    }

    @Test func top() throws {
        try work.write("entity_id,name\nB,Zorbax\nA,Zorbax\nC,Zorbax\n", to: "three.csv")
        let input = "CONSIGNEE,BUYER\nZorbax,Zorbax\n"
        #expect(
            try screen("--list", "three.csv", input: input).column("entity_id") == [
                "A", "B", "C", "A", "B", "C",
            ])
        #expect(
            try screen("--list", "three.csv", "--top", "1", input: input).column("entity_id") == ["A", "A"])
    }

    @Test func delimiter() throws {
        let text = "A;CONSIGNEE\n1;IFLYTEK, and more\n"
        #expect(try screen(input: text).status == 0)
        for name in [";", "semicolon"] {
            #expect(
                try screen("--delimiter", name, "--keep", "A", input: text).errors.contains(
                    "1 record, 1 party"))
        }
        let tabs = "A^CONSIGNEE\n1^IFLYTEK\n"
        #expect(try screen("--delimiter", "^", input: tabs).column("record") == ["1"])
        for name in ["tab", "\\t"] {
            #expect(
                try screen("--delimiter", name, input: "A\tBUYER\n1\tIFLYTEK\n").column("record") == ["1"])
        }
    }

    @Test func encoding() throws {
        let text = "收货人,编号\n杭州海康威视数字技术股份有限公司,1\n"
        let utf8 = try screen(input: text)
        #expect(utf8.column("column") == ["收货人"])
        let utf16 = try #require(text.data(using: .utf16LittleEndian))
        for label in ["utf-16le", "UTF16"] {
            let result = try work.weir(arguments: ["screen", "--encoding", label], input: utf16)
            #expect(result.text == utf8.text)
        }
        let gb = Data([
            0xCA, 0xD5, 0xBB, 0xF5, 0xC8, 0xCB, 0x0A, 0xBA, 0xBC, 0xD6, 0xDD, 0xBA, 0xA3, 0xBF, 0xB5, 0xCD,
            0xFE, 0xCA,
            0xD3, 0xCA, 0xFD, 0xD7, 0xD6, 0xBC, 0xBC, 0xCA, 0xF5, 0xB9, 0xC9, 0xB7, 0xDD, 0xD3, 0xD0, 0xCF,
            0xDE, 0xB9,
            0xAB, 0xCB, 0xBE, 0x0A,
        ])
        let result = try work.weir(arguments: ["screen", "--encoding", "gbk"], input: gb)
        #expect(result.column("name") == ["杭州海康威视数字技术股份有限公司"])
        let records = try work.weir(
            arguments: ["screen", "--encoding", "gbk", "--emit", "flagged"], input: gb)
        #expect(records.text == "收货人\n杭州海康威视数字技术股份有限公司\n")
    }

    @Test func date() throws {
        let result = try screen("--date", "DATE", "in.csv")
        #expect(result.column("in_force") == ["yes", "no", "", ""])
        #expect(result.column("restricted") == ["yes", "no", "possible", "possible"])
        let own = try screen(
            "--list", "list.csv", "--date", "D",
            input: "CONSIGNEE,D\nZorbax Kilmar,31.12.2021\nZorbax Kilmar,2022-01-01\n")
        #expect(own.column("in_force") == ["yes", "no"])
    }

    @Test(arguments: [
        ("export", ["yes", "possible", "yes", "possible"]),
        ("reexport", ["yes", "possible", "yes", "possible"]),
        ("transfer", ["yes", "possible", "yes", "possible"]),
        ("import", ["possible", "no", "possible", "possible"]),
    ])
    func direction(_ way: String, _ expected: [String]) throws {
        #expect(try screen("--direction", way, "in.csv").column("restricted") == expected)
    }

    @Test func workers() throws {
        let one = try screen("--workers", "1", "in.csv")
        for number in ["2", "8", "64"] {
            #expect(try screen("--workers", number, "in.csv").output == one.output)
        }
    }

    @Test func maxRecordBytes() throws {
        let long = String(repeating: "x", count: 200)
        let input = "CONSIGNEE,NOTE\nIFLYTEK,\(long)\nIFLYTEK,short\n"
        let result = try screen("--max-record-bytes", "100", "--rejects", "rejects.csv", input: input)
        #expect(result.status == 3)
        #expect(result.column("record") == ["2"])
        #expect(try work.read("rejects.csv").contains("-,1,2,15,"))
    }

    @Test func quiet() throws {
        for option in ["--quiet", "-q"] {
            let result = try screen(option, "in.csv")
            #expect(result.errors.isEmpty)
            #expect(result.table.count == 4)
        }
    }

    @Test func failOnHit() throws {
        #expect(try screen("--fail-on-hit", "in.csv").status == 1)
        #expect(try screen("--fail-on-hit", input: "CONSIGNEE\nBaker\n").status == 0)
    }

    @Test func whatFollowsTwoHyphensIsAFile() throws {
        try work.write(Samples.shipments, to: "--strict")
        #expect(try screen("--", "--strict").column("file").first == "--strict")
    }
}
