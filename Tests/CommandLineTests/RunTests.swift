import Foundation
import TestSupport
import Testing

/// How a run ends, and that nothing but the input decides what it writes.
@Suite struct RunTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    /// Many records, some with hits, some rejected.
    private func large(_ records: Int) -> Data {
        var text = "NO,SHIPPER,CONSIGNEE\n"
        for i in 0..<records {
            switch i % 97 {
            case 5: text += "\(i),Acme \(i),IFLYTEK\n"
            case 50: text += "\(i),\u{1},Baker\n"
            case 70: text += "\(i),\"two\nlines\",Dahua Technology\n"
            default: text += "\(i),Acme \(i % 50),Baker \(i % 30)\n"
            }
        }
        // A byte that is never valid in UTF-8.
        return Data(text.utf8.map { $0 == 1 ? 0xFF : $0 })
    }

    @Test(arguments: ["hits", "records", "flagged", "unmatched"])
    func workersAndChunksNeverShow(_ emit: String) throws {
        try work.write(large(600), to: "in.csv")
        var outputs: Set<Data> = []
        var rejects: Set<Data> = []
        for (workers, chunk) in [("1", "262144"), ("2", "100"), ("8", "1"), ("2", "5000"), ("8", "333")] {
            let result = try work.weir(
                "screen", "--encoding", "utf-8", "--emit", emit, "--workers", workers, "--rejects", "r.csv",
                "in.csv",
                environment: ["WEIR_CHUNK_BYTES": chunk])
            #expect(result.status == 3)
            outputs.insert(result.output)
            rejects.insert(try work.bytes("r.csv"))
        }
        #expect(outputs.count == 1)
        #expect(rejects.count == 1)
    }

    @Test func exitCodes() throws {
        let clean = "CONSIGNEE\nBaker\n"
        let hit = "CONSIGNEE\nIFLYTEK\n"
        let broken = "CONSIGNEE\n\"open\n"
        let cases: [(input: String, options: [String], status: Int32)] = [
            (clean, [], 0), (hit, [], 0), (clean, ["--fail-on-hit"], 0), (hit, ["--fail-on-hit"], 1),
            (broken, [], 3), (broken, ["--fail-on-hit"], 3), (broken + "IFLYTEK\n", ["--fail-on-hit"], 1),
            (broken, ["--strict"], 2), (broken + "IFLYTEK\n", ["--strict", "--fail-on-hit"], 2),
            (clean, ["--strict"], 0), ("A\n1\n", [], 2),
        ]
        for (input, options, status) in cases {
            let result = try work.weir(arguments: ["screen"] + options, input: Data(input.utf8))
            #expect(result.status == status, "\(input) \(options)")
        }
    }

    @Test func strictEndsAtTheFirstReject() throws {
        let input = "CONSIGNEE\nIFLYTEK\n\"open\nIFLYTEK\n"
        for chunk in ["1", "100000"] {
            let result = try work.weir(
                "screen", "--strict", "--rejects", "r.csv", "-", input: input,
                environment: ["WEIR_CHUNK_BYTES": chunk])
            #expect(result.status == 2)
            #expect(result.column("record") == ["1"])
            #expect(result.errors.contains("standard input:3: record 2 can't be read: "))
            #expect(SharedData.plainRows(of: try work.bytes("r.csv")).count == 2)
        }
        let undecodable = Data("CONSIGNEE\nIFLYTEK\n".utf8) + Data([0xFF]) + Data("\nIFLYTEK\n".utf8)
        let result = try work.weir(
            arguments: ["screen", "--strict", "--encoding", "utf8"], input: undecodable)
        #expect(result.status == 2)
        #expect(result.column("record") == ["1"])
    }

    @Test func aClosedDownstreamEndsTheRunQuietly() throws {
        try work.write(large(50_000), to: "in.csv")
        let script = """
            cat in.csv | weir screen --encoding utf-8 --emit records - | head -1
            echo "${PIPESTATUS[@]}"
            """
        let result = try work.shell(script)
        #expect(result.lines[0].hasPrefix("NO,SHIPPER,CONSIGNEE,weir_entity_id"))
        #expect(result.lines[1].hasSuffix(" 0 0"))
        #expect(result.errors.isEmpty)
    }

    @Test func aFullDiskIsAnError() throws {
        try work.write(large(100), to: "in.csv")
        for option in [
            "> /dev/full", "-o /dev/full", "--rejects /dev/full > /dev/null",
            "--summary /dev/full >/dev/null",
        ] {
            let result = try work.shell("weir screen --encoding utf-8 in.csv \(option)")
            #expect(result.status == 2)
            #expect(result.errors.contains("No space left on device"), "\(option): \(result.errors)")
        }
    }

    /// The input never ends; what was written before the signal are whole rows.
    @Test(arguments: [("INT", 130), ("TERM", 143)])
    func aSignalEndsTheRun(_ signal: String, _ status: Int32) throws {
        let script = """
            set -m
            mkfifo pipe
            { printf 'NO,CONSIGNEE\\n'; while :; do printf '7,IFLYTEK\\n'; done; } > pipe 2> /dev/null &
            feeder=$!
            weir screen pipe > out.csv 2> err.txt &
            weir=$!
            for i in $(seq 600); do sleep 0.1; [ "$(wc -c < out.csv)" -gt 1000 ] && break; done
            kill -\(signal) $weir
            wait $weir
            status=$?
            kill $feeder 2> /dev/null
            exit $status
            """
        let result = try work.shell(script)
        #expect(result.status == status)
        let text = try work.read("out.csv")
        #expect(text.hasSuffix(",pipe,strong\n"))
        let records = SharedData.plainRows(of: Data(text.utf8)).dropFirst().map { $0[0] }
        #expect(records == (1..<records.count + 1).map(String.init))
        #expect(
            try work.read("err.txt")
                == "weir: interrupted; what was written are whole rows, in the input's order\n")
    }

    @Test func severalFilesRestartTheCount() throws {
        try work.write("CONSIGNEE\nBaker\nIFLYTEK\n", to: "a.csv")
        try work.write("BUYER;X\nIFLYTEK;1\n", to: "b.csv")
        let result = try work.weir("screen", "a.csv", "-", "b.csv", input: "SHIPPER\nBaker\nBaker\nIFLYTEK\n")
        #expect(result.column("record") == ["2", "3", "1"])
        #expect(result.column("file") == ["a.csv", "-", "b.csv"])
        #expect(result.column("column") == ["CONSIGNEE", "SHIPPER", "BUYER"])
        #expect(result.errors.contains("weir: 6 records, 6 parties, 3 hits"))
    }

    @Test func inputsFromProcessSubstitution() throws {
        let result = try work.shell(
            "weir screen -q <(printf 'CONSIGNEE\\nIFLYTEK\\n') <(printf 'BUYER\\nBaker\\nIFLYTEK\\n')")
        #expect(result.status == 0)
        #expect(result.column("record") == ["1", "2"])
    }

    @Test func theSummaryAccountsForTheRun() throws {
        try work.write(large(400), to: "in.csv")
        try work.write(Samples.list, to: "list.csv")
        try work.write("entity_id,name\nI,IFLYTEK\nD,Dahua Technology\n", to: "more.csv")
        let result = try work.weir(
            "screen", "--encoding", "utf-8", "--list", "list.csv", "--list", "more.csv", "--summary",
            "s.json", "--threshold", "0.9",
            "--workers", "2", "--keep", "NO", "in.csv")
        #expect(result.status == 3)
        let account = try work.json("s.json")
        let records = try #require(account["records"] as? [String: Int])
        #expect(records["read"] == 400)
        #expect(records["rejected"] == 4)
        #expect(records["screened"] == 396)
        #expect(account["parties"] as? Int == 792)
        #expect(account["hits"] as? Int == result.table.count)
        #expect(account["hits_by_role"] as? [String: Int] == ["consignee": result.table.count])
        #expect(account["hits_by_list"] as? [String: Int] == ["list": 0, "more": result.table.count])
        #expect(account["hits_by_band"] as? [String: Int] == ["strong": result.table.count, "possible": 0])
        #expect(account["version"] as? String == "0.1.0")
        #expect((account["icu_version"] as? String)?.isEmpty == false)
        #expect(account["threshold"] as? Double == 0.9)
        #expect(account["workers"] as? Int == 2)
        #expect(account["elapsed_seconds"] is Double)
        let stages = try #require(account["seconds_by_stage"] as? [String: Any])
        #expect(stages.keys.sorted() == ["read", "screen", "write"])
        let lists = try #require(account["lists"] as? [[String: Any]])
        #expect(lists.map { $0["name"] as? String } == ["list", "more"])
        #expect(lists.map { $0["path"] as? String } == ["list.csv", "more.csv"])
        #expect(lists.map { $0["names"] as? Int } == [3, 2])
        #expect(lists.map { $0["entities"] as? Int } == [2, 2])
        #expect(lists[0]["date"] as? String == "2022-01-01")
        let hash = try work.shell("sha256sum list.csv").text.prefix(64)
        #expect(lists[0]["sha256"] as? String == String(hash))
        let files = try #require(account["files"] as? [[String: Any]])
        #expect(files.map { $0["path"] as? String } == ["in.csv"])
        #expect(files[0]["header_line"] as? Int == 1)
        #expect(files[0]["encoding"] as? String == "utf-8")
        let options = try #require(account["options"] as? [String: Any])
        #expect(options["keep"] as? [String] == ["NO"])
    }

    @Test func progressIsForTerminalsOnly() throws {
        let result = try work.weir("screen", input: "CONSIGNEE\nBaker\n")
        #expect(!result.errors.contains("\r"))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    /// `script` gives the command a terminal; the input takes more than the half second between two lines.
    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "script isn't installed"))
    func progressOnATerminal() throws {
        let feeder = "{ printf 'CONSIGNEE\\nIFLYTEK\\n'; sleep 1.3; }"
        let shown = try work.shell("script -qec \"\(feeder) | weir screen -o out.csv\" /dev/null < /dev/null")
        #expect(shown.text.contains("records/s"), "\(shown.text)")
        #expect(shown.text.contains("\u{1B}[K"))
        #expect(shown.text.contains("weir: 1 record, 1 party, 1 hit, 0 rejected in "))
        let quiet = try work.shell(
            "script -qec \"\(feeder) | weir screen -q -o out.csv\" /dev/null < /dev/null")
        #expect(quiet.text.isEmpty, "\(quiet.text)")
    }
}
