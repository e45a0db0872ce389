import Foundation
import TestSupport
import Testing

/// `weir bench` as it is typed.
@Suite struct BenchTests {
    private let work: WorkDirectory

    init() throws {
        work = try WorkDirectory()
        try work.write(Samples.shipments, to: "in.csv")
        try work.write(Samples.list, to: "list.csv")
    }

    private static let stages = [
        "read", "cells", "look-up", "fold", "sift", "terms", "faces", "candidates", "score", "write",
    ]

    private func figures(_ arguments: String...) throws -> [String: Any] {
        let result = try work.weir(arguments: ["bench", "--format", "jsonl", "--runs", "1"] + arguments)
        #expect(result.status == 0, "\(result.errors)")
        return try #require(try result.objects.first)
    }

    @Test func theSampleIsMeasuredAndCountsAreThoseOfScreen() throws {
        let sample = SharedData.packageRoot.appendingPathComponent("Data/sample-shipments.csv").path
        let figures = try figures(sample)
        _ = try work.weir("screen", "--summary", "s.json", sample)
        let summary = try work.json("s.json")
        let records = try #require(summary["records"] as? [String: Int])
        #expect(figures["records"] as? Int == records["read"])
        #expect(figures["rejected"] as? Int == records["rejected"])
        #expect(figures["hits"] as? Int == summary["hits"] as? Int)
        #expect(figures["entities"] as? Int == 28)
        #expect(figures["whole"] as? Bool == true)
        func count(_ name: String) throws -> Int { try #require(figures[name] as? Int) }
        #expect(try count("parties") == count("seen_before") + count("names_read"))
        #expect(try count("names_read") >= count("past_the_sieve"))
        #expect(try count("candidates") >= count("scored"))
        #expect(try count("hits") > 0)
        #expect(try count("peak_bytes") > 1 << 20)
        var share = 0.0
        for stage in Self.stages {
            let name = stage.replacing("-", with: "_")
            share += try #require(figures["\(name)_share"] as? Double)
            #expect(try #require(figures["\(name)_seconds"] as? Double) >= 0)
        }
        #expect(abs(share - 1) < 1e-9)
        let seconds = try #require(figures["seconds"] as? Double)
        let speed = try #require(figures["records_per_second"] as? Double)
        #expect(abs(speed * seconds - Double(try count("records"))) < 1e-6)
    }

    @Test func textIsForPeople() throws {
        let result = try work.weir("bench", "in.csv", "--list", "list.csv", "--runs", "2")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.lines[0] == "in.csv: all 4 records, 0.0 MB")
        #expect(result.lines[1].hasPrefix("2 entities, 3 names; index built in "))
        #expect(result.lines[2].hasPrefix("one worker; median of 2 runs, ± "))
        let first = result.lines.map { $0.split(separator: " ").first.map(String.init) ?? "" }
        let table = try #require(first.firstIndex(of: "stage"))
        #expect(Array(first[(table + 1)...]) == Self.stages + ["all"])
        for row in ["records", "parties", "seen", "names", "past", "candidates", "scored", "hits"] {
            #expect(first.contains(row))
        }
        // No hits are written, in any form.
        #expect(!result.text.contains("Zorbax"))
    }

    @Test func csvHasTheFiguresOfJSON() throws {
        let result = try work.weir("bench", "in.csv", "--format", "csv", "--runs", "1")
        #expect(result.status == 0)
        #expect(result.lines.first == "figure,value")
        let names = result.column("figure")
        #expect(Set(names) == Set(try figures("in.csv").keys).subtracting(["files"]))
        #expect(Set(names).count == names.count)
        #expect(result.table.first { $0["figure"] == "records" }?["value"] == "4")
        #expect(result.table.first { $0["figure"] == "hits" }?["value"] == "4")
    }

    /// The options that change what is done mean what they mean to `weir screen`.
    @Test func optionsAreThoseOfScreen() throws {
        try work.write("1;IFLYTEK;Acme\n2;Zorbax;Baker\n", to: "plain.csv")
        try work.write(
            "form,concept,class\nzorb,zorbax,organisation\nzorbax,zorbax,organisation\n", to: "w.csv")
        let cases: [[String]] = [
            ["in.csv", "--list", "list.csv"],
            ["in.csv", "--threshold", "0.3"],
            ["in.csv", "--party", "CONSIGNEE=consignee"],
            ["plain.csv", "--no-header", "--party", "2=buyer", "--delimiter", "semicolon"],
            ["plain.csv", "--no-header", "--party", "2=buyer", "--list", "list.csv", "--threshold", "0.4"],
            ["plain.csv", "--no-header", "--party", "2", "--encoding", "windows-1252", "--words", "w.csv"],
            ["in.csv", "plain.csv", "--no-header", "--party", "2"],
        ]
        for arguments in cases {
            let bench = try work.weir(arguments: ["bench", "--format", "jsonl", "--runs", "1"] + arguments)
            let screen = try work.weir(arguments: ["screen", "--summary", "s.json", "-q"] + arguments)
            #expect(bench.status == 0 && screen.status == 0, "\(bench.errors)")
            let figures = try #require(try bench.objects.first)
            let summary = try work.json("s.json")
            #expect(figures["hits"] as? Int == summary["hits"] as? Int, "\(arguments)")
            #expect(figures["parties"] as? Int == summary["parties"] as? Int, "\(arguments)")
        }
    }

    @Test func rejectedRecordsShow() throws {
        try work.write(
            Data("SHIPPER\nAcme\n".utf8) + Data([0xFF, 0x0A]) + Data("Baker\n".utf8), to: "bad.csv")
        let result = try work.weir("bench", "bad.csv", "--encoding", "utf-8", "--format", "csv")
        #expect(result.status == 3)
        #expect(result.table.first { $0["figure"] == "rejected" }?["value"] == "1")
        #expect(result.table.first { $0["figure"] == "records" }?["value"] == "3")
    }

    @Test func nothingIsNoRecords() throws {
        try work.write("", to: "empty.csv")
        let result = try work.weir("bench", "empty.csv")
        #expect(result.status == 0)
        #expect(result.lines[0] == "empty.csv: all 0 records, 0.0 MB")
    }

    @Test(
        arguments: [
            ([], "weir bench needs records to screen: weir bench FILE"),
            (["-"], "standard input can be read only once"),
            (["missing.csv"], "missing.csv"),
            (["in.csv", "--runs", "0"], "--runs is “0”; expected is a whole number from 1 to 1000"),
            (["in.csv", "--records", "0"], "--records is “0”; expected is a whole number from 1"),
            (["in.csv", "--format", "xml"], "--format is “xml”; expected is one of text, csv, jsonl"),
            (["in.csv", "--threshold", "2"], "--threshold is “2”; expected is a number from 0 to 1"),
            (
                ["in.csv", "--party", "SHIPER"],
                "no column is called “SHIPER” (--party). Did you mean “SHIPPER”?"
            ),
            (["in.csv", "--no-header"], "--no-header needs --party"),
            (["in.csv", "--list", "in.csv"], "this is no list that Weir can read"),
            (["in.csv", "--emit", "hits"], "--emit is no option of weir bench"),
        ] as [([String], String)])
    func mistake(_ arguments: [String], _ message: String) throws {
        let result = try work.weir(arguments: ["bench"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
