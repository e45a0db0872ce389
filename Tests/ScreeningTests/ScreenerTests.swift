import Foundation
import TestSupport
import Testing

@testable import Screening

/// The pipeline as a library, on inputs small enough to be cut everywhere.
@Suite struct ScreenerTests {
    private let work: WorkDirectory
    private let catalog: ListCatalog

    init() throws {
        work = try WorkDirectory()
        catalog = try ListCatalog([try EntityList.builtIn()])
    }

    private func options(_ change: (inout ScreeningOptions) -> Void = { _ in }) -> ScreeningOptions {
        var options = ScreeningOptions()
        change(&options)
        return options
    }

    private func run(_ inputs: [String], _ options: ScreeningOptions) throws -> (
        output: String, summary: RunSummary
    ) {
        let name = UUID().uuidString
        let summary = try Screener(catalog: catalog, options: options).run(
            inputs: inputs, output: work.path(name))
        return (try work.read(name), summary)
    }

    /// An input with everything that cuts could break: quotes, line breaks, ragged rows, rejects, hits.
    private func troublesome(records: Int, seed: UInt64) -> Data {
        var generator = SeededGenerator(seed: seed)
        let names = [
            "IFLYTEK", "Dahua Technology", "\"HANGZHOU HIKVISION\nDIGITAL TECHNOLOGY CO., LTD\"", "Acme",
            "NULL", "",
            "\"Smith, John \"\"Jack\"\"\"", "杭州海康威视数字技术股份有限公司", "Yitu Technologies",
        ]
        var data = Data("Title,,\n\nNO,SHIPPER,CONSIGNEE\r\n".utf8)
        for i in 0..<records {
            let end = ["\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? "\n"
            let a = names.randomElement(using: &generator) ?? ""
            let b = names.randomElement(using: &generator) ?? ""
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: data += Data("\(i),\(a)\(end)".utf8)
            case 1: data += Data("\(i),\(a),\(b),more,and more\(end)".utf8)
            case 2: data += Data("\(i),".utf8) + Data([0xC3, 0x28]) + Data(",IFLYTEK\(end)".utf8)
            default: data += Data("\(i),\(a),\(b)\(end)".utf8)
            }
        }
        return data
    }

    @Test(arguments: Emit.allCases, OutputFormat.allCases)
    func neitherWorkersNorChunksChangeTheBytes(_ emit: Emit, _ format: OutputFormat) throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        let path = try work.write(troublesome(records: 60, seed: seed), to: "in.csv")
        let rejects = { (name: String) in work.path("rejects-\(name)") }
        var expected: (String, String, Counts)?
        for (workers, chunkBytes) in [(1, 1 << 18), (1, 1), (2, 7), (8, 64), (3, 300), (2, 1 << 18)] {
            let options = options {
                $0.emit = emit
                $0.format = format
                $0.workers = workers
                $0.chunkBytes = chunkBytes
                $0.columns.keepsAll = true
            }
            let name = "\(workers)-\(chunkBytes)"
            let summary = try Screener(catalog: catalog, options: options)
                .run(inputs: [path], output: work.path(name), rejects: rejects(name))
            let got = (try work.read(name), try work.read("rejects-\(name)"), summary.counts)
            #expect(summary.counts.read == 60, "seed \(seed)")
            guard let expected else {
                expected = got
                continue
            }
            #expect(got == expected, "\(workers) workers, chunks of \(chunkBytes), seed \(seed)")
        }
    }

    /// Bytes of any kind: never a trap, always the same result however they are cut, and counts that add up.
    @Test func arbitraryBytes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let pieces: [[UInt8]] =
            [",", "\n", "\r", "\"", "\"\"", ";", "x", " ", "IFLYTEK", "\"IFLYTEK\"", "海康", "\t", "NULL"].map {
                Array($0.utf8)
            }
            + [[0xFF], [0xE6, 0xB5], [0xC3]]
        for round in 0..<60 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...40, using: &generator) {
                bytes += pieces.randomElement(using: &generator) ?? []
            }
            let path = try work.write(Data(bytes), to: "in.csv")
            var outputs: Set<String> = []
            for (workers, chunkBytes) in [(1, 1 << 18), (2, 1), (3, 9)] {
                let options = options {
                    $0.columns.hasHeader = false
                    $0.columns.parties = [PartyRequest(column: "1")]
                    $0.encoding = .utf8
                    $0.delimiter = UInt8(ascii: ",")
                    $0.workers = workers
                    $0.chunkBytes = chunkBytes
                    $0.maxRecordBytes = 30
                }
                let (output, summary) = try run([path], options)
                outputs.insert(output + "\(summary.counts)")
            }
            #expect(outputs.count == 1, "seed \(seed), round \(round): \(bytes)")
        }
    }

    @Test func countsAddUp() throws {
        let path = try work.write(troublesome(records: 500, seed: 7), to: "in.csv")
        let (output, summary) = try run([path], options())
        #expect(summary.counts.read == 500)
        #expect(summary.counts.screened + summary.counts.rejected == 500)
        #expect(summary.counts.rejected > 10)
        #expect(summary.counts.ragged > 10)
        #expect(summary.counts.hits > 100)
        #expect(summary.counts.hitsByRole.reduce(0, +) == summary.counts.hits)
        #expect(summary.counts.hitsByBand.reduce(0, +) == summary.counts.hits)
        // A header and a row a hit; a party of two lines is a row of two.
        #expect(output.components(separatedBy: ",in.csv,strong\n").count - 1 <= summary.counts.hits)
        let account = try #require(
            try JSONSerialization.jsonObject(with: Data(summary.json)) as? [String: Any])
        #expect(account["hits"] as? Int == summary.counts.hits)
        let records = try #require(account["records"] as? [String: Int])
        #expect(records["read"] == 500)
        #expect(records["screened"] == summary.counts.screened)
    }

    @Test func recordNumbersAndLinesAreThoseOfTheFile() throws {
        let text = "Title\n\nSHIPPER,CONSIGNEE\n\nAcme,\"x\ny\"\nbad \u{1},IFLYTEK\n\nAcme,IFLYTEK\n"
        let bytes = Data(text.utf8.map { $0 == 1 ? 0xFF : $0 })
        let path = try work.write(bytes, to: "in.csv")
        let screener = Screener(catalog: catalog, options: options { $0.chunkBytes = 1 })
        _ = try screener.run(inputs: [path], output: work.path("out"), rejects: work.path("rejects"))
        // Record 2 is the bad one, on line 7; record 3 is the hit.
        #expect(
            try work.read("out").split(separator: "\n").last?.hasPrefix("3,CONSIGNEE,consignee,IFLYTEK,")
                == true)
        let reject = try #require(try work.read("rejects").split(separator: "\n").last)
        let offset = text.utf8.count - "bad \u{1},IFLYTEK\n\nAcme,IFLYTEK\n".utf8.count
        #expect(reject.hasPrefix("\(path),2,7,\(offset),"), "\(reject)")
        #expect(reject.hasSuffix(",\"bad \u{FFFD},IFLYTEK\""), "\(reject)")
    }

    @Test func severalFilesRestartTheCount() throws {
        let a = try work.write("CONSIGNEE\nAcme\nIFLYTEK\n", to: "a.csv")
        let b = try work.write("ID;BUYER\n1;IFLYTEK\n", to: "b.csv")
        let (output, summary) = try run([a, b, a], options { $0.chunkBytes = 3 })
        let starts = output.split(separator: "\n").dropFirst().map { $0.prefix(while: { $0 != "," }) }
        #expect(starts == ["2", "1", "2"])
        #expect(summary.counts.read == 5)
    }

    @Test func anEmptyInputHasNoRecords() throws {
        for text in ["", "\n", "\r\n\n\r"] {
            let path = try work.write(text, to: "in.csv")
            let (output, summary) = try run([path], options { $0.columns.keep = ["ID"] })
            #expect(output.hasSuffix(",restricted,file,band,ID\n"))
            #expect(summary.counts.read == 0)
            #expect(summary.emptyInputs == [path])
        }
        let path = try work.write("CONSIGNEE\n", to: "in.csv")
        let (output, summary) = try run([path], options())
        #expect(output.hasSuffix(",restricted,file,band\n"))
        #expect(summary.emptyInputs.isEmpty)
    }

    /// Equal scores come in the order of the ids.
    @Test func topKeepsTheBestOfEachParty() throws {
        let rows = "entity_id,name\nE3,Zorbax Kilmar\nE1,Zorbax Kilmar\nE2,Zorbax Kilmar\n"
        let list = try EntityList(bytes: Array(rows.utf8), name: "list", path: "list.csv")
        let path = try work.write("CONSIGNEE,BUYER\nZorbax Kilmar,Zorbax Kilmar\n", to: "in.csv")
        for (top, expected) in [(nil, ["E1", "E2", "E3"]), (2, ["E1", "E2"]), (1, ["E1"])]
            as [(Int?, [String])]
        {
            let screener = Screener(catalog: try ListCatalog([list]), options: options { $0.top = top })
            let summary = try screener.run(inputs: [path], output: work.path("out"))
            let ids = try work.read("out").split(separator: "\n").dropFirst().map {
                $0.split(separator: ",")[4]
            }
            #expect(ids.map(String.init) == expected + expected)
            #expect(summary.counts.hits == 2 * expected.count)
        }
    }

    @Test func aFullDiskIsAnError() throws {
        let path = try work.write("CONSIGNEE\nIFLYTEK\n", to: "in.csv")
        let screener = Screener(catalog: catalog, options: options())
        #expect(throws: ScreeningError.self) { try screener.run(inputs: [path], output: "/dev/full") }
    }

    @Test func anInputIsNeverOverwritten() throws {
        let path = try work.write("CONSIGNEE\nIFLYTEK\n", to: "in.csv")
        let screener = Screener(catalog: catalog, options: options())
        #expect(throws: ScreeningError.self) { try screener.run(inputs: [path], output: path) }
        #expect(try work.read("in.csv") == "CONSIGNEE\nIFLYTEK\n")
    }
}
