import Foundation
import TestSupport
import Testing

/// Inputs that are not what they should be.
@Suite struct BadInputTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    /// Those that can't be screened at all: nothing on standard output, one line that says why, 2.
    private func refused(_ arguments: String..., input: Data = Data(), says message: String) throws {
        let result = try work.weir(arguments: ["screen"] + arguments, input: input)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test func noHeader() throws {
        try work.write("1,IFLYTEK,3\n2,Acme,4\n", to: "in.csv")
        try refused(
            "in.csv",
            says:
                "in.csv: no column is recognised as a party in the first 2 records. Line 1 reads: 1, IFLYTEK, 3."
        )
        try refused("in.csv", says: "--no-header --party 1=consignee")
    }

    /// A filter before us that found nothing is no error; what was said to the person is.
    @Test func emptyInput() throws {
        try work.write("", to: "in.csv")
        let result = try work.weir("screen", "in.csv")
        #expect(result.status == 0)
        #expect(result.text == Samples.hitColumns + "\n")
        #expect(result.errors.contains("in.csv is empty: nothing was screened in it"))
        #expect(result.errors.contains("0 records, 0 parties, 0 hits"))
        #expect(try work.weir("screen", "--emit", "records", "in.csv").output.isEmpty)
        #expect(try work.weir("screen", "--format", "jsonl", "in.csv").output.isEmpty)
        try work.write("CONSIGNEE\n", to: "header.csv")
        #expect(try work.weir("screen", "header.csv").status == 0)
        #expect(
            try work.weir("screen", "--emit", "records", "--keep", "all", "in.csv", "header.csv").lines.count
                == 1)
    }

    @Test func compressedInput() throws {
        try work.write("CONSIGNEE\nIFLYTEK\n", to: "in.csv")
        let gzip = try work.shell("gzip -k in.csv && weir screen in.csv.gz")
        #expect(gzip.status == 2)
        #expect(gzip.errors.contains("gzip"))
        #expect(gzip.errors.contains("gzip -dc"))
        let piped = try work.shell("gzip -dc in.csv.gz | weir screen -q -")
        #expect(piped.status == 0)
        #expect(piped.column("record") == ["1"])
    }

    @Test func binaryInput() throws {
        var generator = SeededGenerator(seed: 3)
        let bytes = Data((0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) } + [0, 0, 1, 2])
        try refused(input: bytes, says: "binary")
    }

    @Test func directory() throws {
        try refused(".", says: "directory")
    }

    @Test func unreadableFile() throws {
        let path = try work.write("CONSIGNEE\n", to: "in.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        // Nobody keeps root from reading.
        guard !FileManager.default.isReadableFile(atPath: path) else { return }
        try refused("in.csv", says: "Permission denied")
    }

    @Test func aMistakeInTheLastFileShowsBeforeTheFirstIsScreened() throws {
        try work.write("CONSIGNEE\nIFLYTEK\n", to: "good.csv")
        try work.write("A,B\n1,2\n", to: "bad.csv")
        try work.write("earlier result", to: "out.csv")
        try refused("good.csv", "bad.csv", "-o", "out.csv", says: "bad.csv: no column is recognised")
        #expect(try work.read("out.csv") == "earlier result")
    }

    @Test func invalidUTF8() throws {
        let input = Data("CONSIGNEE,A\nIFLYTEK,1\n".utf8) + Data([0x80]) + Data("IFLYTEK,2\nIFLYTEK,3\n".utf8)
        let result = try work.weir(
            arguments: ["screen", "--encoding", "utf-8", "--rejects", "r.csv"], input: input)
        #expect(result.status == 3)
        #expect(result.column("record") == ["1", "3"])
        #expect(result.errors.contains("3 records, 2 parties, 2 hits, 1 rejected"))
        let rows = SharedData.plainRows(of: try work.bytes("r.csv"))
        #expect(rows[1][0...3] == ["-", "2", "3", "22"])
        #expect(rows[1][4].contains("isn't valid utf-8"))
    }

    @Test func aTextOfManyBytesIsCutInTheRejects() throws {
        let long = String(repeating: "é", count: 400)
        let input = Data("CONSIGNEE\n\"\(long)\n".utf8)
        let result = try work.weir(arguments: ["screen", "--rejects", "r.csv"], input: input)
        #expect(result.status == 3)
        let rows = SharedData.plainRows(of: try work.bytes("r.csv"))
        #expect(rows[1][5].utf8.count <= 500)
        #expect(rows[1][5].utf8.count >= 498)
        #expect(rows[1][5].hasSuffix("é"))
    }

    /// A quote that is never closed costs its line, not the rest of the file.
    @Test func anUnclosedQuoteCostsOneRecord() throws {
        let input = "CONSIGNEE\nIFLYTEK\n\"IFLYTEK\nIFLYTEK\n"
        let result = try work.weir("screen", "-", input: input)
        #expect(result.status == 3)
        #expect(result.column("record") == ["1", "3"])
    }

    @Test func oneHugeFieldIsRejectedWithoutHoldingIt() throws {
        let script = """
            { printf 'A,CONSIGNEE\\n1,IFLYTEK\\n2,'; head -c 40000000 /dev/zero | tr '\\0' x; printf '\\n3,IFLYTEK\\n'; } \
            | (ulimit -v 4000000; weir screen --keep A --rejects r.csv)
            """
        let start = Date()
        let result = try work.shell(script)
        #expect(result.status == 3)
        #expect(result.column("A") == ["1", "3"])
        #expect(try work.bytes("r.csv").count < 1000)
        #expect(Date().timeIntervalSince(start) < 60)
        let quoted = try work.shell(script.replacing("2,'", with: "2,\"'"))
        #expect(quoted.status == 3)
        #expect(quoted.column("A") == ["1", "3"])
    }

    /// A cell of several lines is one party; CR alone ends a record; blank lines count for nothing.
    @Test func lineEndsOfEveryKind() throws {
        let result = try work.weir(
            "screen", "--keep", "N", "-",
            input: "N,CONSIGNEE\r1,\"IFLYTEK\r\nHefei\"\r\r2,IFLYTEK\n\n3,IFLYTEK\r\n")
        #expect(result.column("N").contains("2"))
        #expect(result.column("N").contains("3"))
        #expect(result.errors.contains("3 records, 3 parties"))
    }

    @Test func aRecordWithTooFewFieldsIsScreenedOnThoseItHas() throws {
        let result = try work.weir(
            "screen", "--keep", "N", "-", input: "N,SHIPPER,CONSIGNEE\n1,IFLYTEK\n2\n3,a,IFLYTEK,b,c\n")
        #expect(result.column("N") == ["1", "3"])
        #expect(result.errors.contains("3 records (3 ragged), 3 parties"))
    }

    /// Each record that can't be read is said, with the place and the reason, up to ten of a file.
    @Test func rejectedRecordsAreSaid() throws {
        let stray = "SHIPPER,NOTE\n1,\"ACME\n2,BETA\n3,\"GAMMA, INC\"\n"
        let one = try work.weir("screen", input: stray)
        #expect(one.status == 3)
        #expect(
            one.errors.contains("weir: standard input:2: a quote opens a field that runs over the line's end")
        )
        #expect(one.errors.contains("(byte 13); record 1 rejected\n"))
        #expect(one.errors.contains("3 records, 2 parties, 0 hits, 1 rejected"))
        let bad = Data("SHIPPER\n".utf8) + Data(repeating: 0xFF, count: 1) + Data("\n".utf8)
        let many = bad + (1..<12).flatMap { _ in [UInt8(0xFF), 0x0A] }
        let told = try work.weir(arguments: ["screen"], input: many)
        #expect(told.errors.components(separatedBy: "rejected\n").count == 11)
        #expect(told.errors.contains("more records are rejected; --rejects FILE lists all"))
        #expect(try work.weir(arguments: ["screen", "--quiet"], input: many).errors.isEmpty)
    }

    /// A closed stream is an error where it is needed, and never another file's.
    @Test func closedStreams() throws {
        try work.write("SHIPPER\nHIKVISION\n", to: "in.csv")
        let output = try work.shell("weir screen in.csv --summary sum.json >&-; echo $?")
        #expect(output.text == "2\n")
        #expect(try !work.read("sum.json").contains("record,"))
        let messages = try work.shell("weir screen in.csv -o hits.csv 2>&-; echo $?")
        #expect(messages.text == "0\n")
        #expect(try work.read("hits.csv").hasPrefix("record,column"))
    }
}
