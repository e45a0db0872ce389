import Foundation
import TestSupport
import Testing

/// `--emit records`, `flagged` and `unmatched`: the input's own bytes come out again.
@Suite struct EmitTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    private func emit(_ what: String, _ input: String, _ arguments: String...) throws -> CommandResult {
        try work.weir(arguments: ["screen", "--emit", what] + arguments, input: Data(input.utf8))
    }

    /// Needless quotes, quotes inside fields, line breaks, CR LF, spaces, blank trailing columns, ragged rows.
    private let odd = [
        "1,\"Acme\", Baker ,\"x\"\"y\",,\r\n", "2,\"IFLYTEK\",\"two\nlines\",,,\r\n", "3,IFLYTEK\r\n",
        "4,Acme,IFLYTEK,\"a\"b,5,6,7\n", "5,Acme,Baker,\u{00A0}é,,\r\n",
    ]
    private let header = "NO,\"SHIPPER\",CONSIGNEE,NOTE,,\r\n"

    @Test func flaggedAndUnmatchedKeepEveryByte() throws {
        let input = "\u{FEFF}Title of the table\r\n\r\n" + header + odd[0] + "\r\n" + odd[1...].joined()
        let flagged = try emit("flagged", input)
        #expect(flagged.status == 0)
        #expect(flagged.text == header + odd[1] + odd[2] + odd[3])
        let unmatched = try emit("unmatched", input)
        #expect(unmatched.text == header + odd[0] + odd[4])
    }

    @Test func recordsKeepTheirBytesAndGetColumnsBehindThem() throws {
        let result = try emit("records", "Title\n" + header + odd.joined())
        let added =
            "weir_entity_id,weir_entity,weir_alias,weir_score,weir_column,weir_role,weir_reason,weir_list,weir_listed_on,weir_in_force,weir_restricted,weir_band"
        let none = String(repeating: ",", count: 12)
        let text = result.text
        #expect(
            text.hasPrefix(
                "NO,\"SHIPPER\",CONSIGNEE,NOTE,,,\(added)\r\n1,\"Acme\", Baker ,\"x\"\"y\",,\(none)\r\n"))
        #expect(text.contains("\r\n2,\"IFLYTEK\",\"two\nlines\",,,,EL2019-"))
        // Filled up to the header's columns, so that what is added stands under its names.
        #expect(text.contains("\r\n3,IFLYTEK,,,,,EL2019-"))
        #expect(text.contains("\r\n4,Acme,IFLYTEK,\"a\"b,5,6,7,EL2019-"))
        #expect(text.hasSuffix("\n5,Acme,Baker,\u{00A0}é,,\(none)\r\n"))
        let rows = result.table
        #expect(rows[1]["weir_entity"] == "IFLYTEK")
        #expect(rows[1]["weir_column"] == "SHIPPER")
        #expect(rows[2]["weir_score"] == "1.0000")
        #expect(rows[2]["weir_band"] == "strong")
        #expect(rows[2]["weir_listed_on"] == "2019-10-09")
        #expect(result.errors.contains("5 records (2 ragged)"))
    }

    /// The best hit of a record; of equal ones the first column's.
    @Test func theBestHitOfARecord() throws {
        try work.write("entity_id,name\nB,Zorbax Kilmar\nA,Zorbax Kilmar\n", to: "list.csv")
        let input = "BUYER,BANK\nZorbax Kilmar Trantor,Zorbax Kilmar\nZorbax Kilmar,Zorbax Kilmar\n"
        let result = try emit("records", input, "--list", "list.csv", "--threshold", "0.3")
        #expect(result.column("weir_entity_id") == ["A", "A"])
        #expect(result.column("weir_column") == ["BANK", "BUYER"])
    }

    /// The last record of a file may lack its line end; the next row must not run into it.
    @Test func theLastRecordGetsALineEnd() throws {
        #expect(try emit("flagged", "CONSIGNEE\r\nIFLYTEK").text == "CONSIGNEE\r\nIFLYTEK\r\n")
        try work.write("CONSIGNEE\nIFLYTEK", to: "a.csv")
        let result = try work.weir("screen", "--emit", "flagged", "a.csv", "a.csv")
        #expect(result.text == "CONSIGNEE\nIFLYTEK\nIFLYTEK\n")
    }

    @Test func theInputsDelimiterIsKept() throws {
        let result = try emit("records", "A;CONSIGNEE\n1;IFLYTEK\n2;Baker\n")
        #expect(result.lines[0].hasPrefix("A;CONSIGNEE;weir_entity_id;"))
        #expect(result.lines[1].hasPrefix("1;IFLYTEK;EL2019-"))
        #expect(result.lines[2] == "2;Baker;;;;;;;;;;;;")
    }

    @Test func recordsAsJSON() throws {
        let input = "NO,CONSIGNEE,NO,,weir_entity\n1,\"IFLY\"\"\",2,3,4\n5,IFLYTEK\n6,Acme,7,8,9,10\n"
        let objects = try emit("records", input, "--format", "jsonl").objects
        #expect(objects.count == 3)
        #expect(objects[0]["CONSIGNEE"] as? String == "IFLY\"")
        #expect(objects[0]["NO_2"] as? String == "2")
        #expect(objects[0]["column_4"] as? String == "3")
        #expect(objects[0]["weir_entity"] as? String == "4")
        #expect(objects[0]["weir_entity_2"] is NSNull)
        #expect(objects[0]["weir_score"] is NSNull)
        #expect(objects[1]["weir_score"] as? Double == 1)
        #expect(objects[1]["weir_entity_2"] as? String == "IFLYTEK")
        #expect(objects[1]["NO_2"] == nil)
        #expect(objects[2]["column_6"] as? String == "10")
        let flagged = try emit("flagged", input, "--format", "jsonl").objects
        #expect(flagged.count == 1)
        #expect(flagged[0].keys.sorted() == ["CONSIGNEE", "NO"])
    }

    @Test func rejectedRecordsAreNotEmitted() throws {
        let input = Data("CONSIGNEE\n".utf8) + Data([0xFF, 0x0A]) + Data("Baker\n\"open\nAcme\n".utf8)
        let result = try work.weir(
            arguments: ["screen", "--emit", "unmatched", "--rejects", "rejects.csv"], input: input)
        #expect(result.status == 3)
        #expect(result.text == "CONSIGNEE\nBaker\nAcme\n")
        let rejects = SharedData.plainRows(of: try work.bytes("rejects.csv"))
        #expect(rejects[0] == ["file", "record", "line", "byte", "reason", "text"])
        #expect(
            rejects.dropFirst().map { Array($0[..<4]) } == [["-", "1", "2", "10"], ["-", "3", "4", "18"]])
        #expect(rejects[1][5] == "\u{FFFD}")
        #expect(rejects[2][5] == "\"open")
    }

    @Test func severalFilesMustAgree() throws {
        try work.write("A,CONSIGNEE\n1,IFLYTEK\n", to: "a.csv")
        try work.write("B,CONSIGNEE\n1,IFLYTEK\n", to: "b.csv")
        try work.write("A;CONSIGNEE\n1;IFLYTEK\n", to: "c.csv")
        try work.write("title\nA,CONSIGNEE\n2,IFLYTEK\n", to: "d.csv")
        for what in ["records", "flagged", "unmatched"] {
            let result = try work.weir("screen", "--emit", what, "a.csv", "b.csv")
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(
                result.errors.contains(
                    "the headers of a.csv and b.csv differ: column 1 is “A” in one and “B” in the other"))
        }
        let delimiters = try work.weir("screen", "--emit", "records", "a.csv", "c.csv")
        #expect(delimiters.status == 2)
        #expect(delimiters.errors.contains("part their fields by comma and semicolon"))
        #expect(
            try work.weir("screen", "--emit", "records", "--format", "jsonl", "a.csv", "c.csv").lines.count
                == 2)
        #expect(
            try work.weir("screen", "--emit", "flagged", "a.csv", "d.csv").text
                == "A,CONSIGNEE\n1,IFLYTEK\n2,IFLYTEK\n")
        // Hits only need the columns that they carry.
        #expect(try work.weir("screen", "a.csv", "b.csv").status == 0)
        let keep = try work.weir("screen", "--keep", "A", "a.csv", "b.csv")
        #expect(keep.status == 2)
        #expect(keep.errors.contains("b.csv: no column is called “A” (--keep)"))
        #expect(try work.weir("screen", "--keep", "all", "a.csv", "b.csv").status == 2)
    }
}
