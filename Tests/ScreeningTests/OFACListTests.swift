import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// OFAC's lists, which are several files.
@Suite struct OFACListTests {
    static let first = """
        36,"NORTH SEA",-0- ,"CUBA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'NS'; Tax ID No. 100036 (Serbia)."\r
        40,"SEA, Olaf","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1962; alt. Passport 10 840 (Egypt) iss"\r
        41,"SEA STAR","vessel","IRAN",-0- ,"9HAB","Tanker",-0- ,-0- ,"Malta",-0- ,"Vessel Registration Identification \
        IMO 9187629; f.k.a. 'OLD STAR'; Linked To: NORTH SEA."\r
        \u{1A}
        """
    static let names = """
        36,12,"aka","NORDSJØ",-0- \r
        36,13,"fka","OLD SEA",-0- \r
        41,14,"nka","STAR II",-0- \r
        99,15,"aka","NOBODY",-0- \r
        \u{1A}
        """
    static let addresses = """
        36,25,"1 Pier","Bergen 5003","Norway",-0- \r
        36,26,-0- ,"Oslo",-0- ,-0- \r
        40,27,-0- ,-0- ,-0- ,-0- \r
        \u{1A}
        """
    static let comments = "40,\"ued 18 Jan 1984; a.k.a. 'SAILOR'.\"\r\n\u{1A}"

    private func folder(_ files: [String: String]) throws -> WorkDirectory {
        let folder = try WorkDirectory()
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    private var all: [String: String] {
        [
            "sdn.csv": Self.first, "alt.csv": Self.names, "add.csv": Self.addresses,
            "sdn_comments.csv": Self.comments,
        ]
    }

    private func failure(_ path: String) -> String {
        do {
            _ = try EntityList(path: path)
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func theFilesTogether() throws {
        let folder = try folder(all)
        let list = try EntityList(path: folder.path("sdn.csv"))
        #expect(list.format == .ofac && list.name == "sdn")
        #expect(list.entities.map(\.id) == ["36", "40", "41"])
        let first = list.entities[0]
        #expect(first.names.map(\.text) == ["NORTH SEA", "NORDSJØ", "OLD SEA", "NS"])
        #expect(first.names.map(\.kind) == [.primary, .alias, .former, .alias])
        #expect(first.names.map(\.isWeak) == [false, false, false, true])
        #expect(first.type == "entity" && first.program == "CUBA; SDGT" && first.country == "Norway")
        #expect(first.addresses == ["1 Pier, Bergen 5003, Norway", "Oslo"])
        #expect(first.identifiers == [.init(kind: "Tax ID No.", value: "100036")])
        let person = list.entities[1]
        #expect(person.names.map(\.text) == ["SEA, Olaf", "SAILOR"])
        #expect(person.addresses.isEmpty)
        #expect(person.identifiers == [.init(kind: "Passport", value: "10 840")])
        let ship = list.entities[2]
        #expect(ship.names.map(\.text) == ["SEA STAR", "STAR II", "OLD STAR"])
        #expect(ship.names.map(\.kind) == [.primary, .alias, .former])
        #expect(ship.type == "vessel" && ship.country == "Malta")
        #expect(ship.identifiers.map(\.kind) == ["Call Sign", "IMO"])
        #expect(list.skips.skips.map(\.count) == [1])
        #expect(list.skips.skips.first?.example == "NOBODY")
        let bytes = [Self.first, Self.names, Self.addresses, Self.comments].flatMap { Array($0.utf8) }
        #expect(list.sha256 == SHA256.hexDigest(of: bytes))
    }

    @Test func theFolderIsTheSameListUnderItsOwnName() throws {
        let folder = try folder(all)
        let (file, whole) = (
            try EntityList(path: folder.path("sdn.csv")), try EntityList(path: folder.url.path)
        )
        #expect(whole.entities == file.entities && whole.sha256 == file.sha256)
        #expect(whole.path == folder.url.path && whole.name == folder.url.lastPathComponent)
    }

    @Test func capitalsAndTheConsolidatedList() throws {
        let upper = try folder(["SDN.CSV": Self.first, "ALT.CSV": Self.names, "ADD.CSV": Self.addresses])
        #expect(try EntityList(path: upper.path("SDN.CSV")).nameCount == 8)
        let consolidated = try folder([
            "cons_prim.csv": Self.first, "cons_alt.csv": Self.names, "cons_add.csv": Self.addresses,
            "cons_comments.csv": Self.comments, "alt.csv": "", "add.csv": "",
        ])
        let list = try EntityList(path: consolidated.path("cons_prim.csv"))
        #expect(list.nameCount == 9 && list.entities[0].source.contains("consolidated"))
    }

    @Test func filesOfAnotherDateAreTakenAndSaid() throws {
        let folder = try folder([
            "sdn-2024-05-03.csv": Self.first, "alt-2024-01.csv": Self.names,
            "add-2024-01.csv": Self.addresses,
            "alt-2025-02.csv": "", "add-2025-02.csv": "", "alt-2024-05.csv": "",
        ])
        let list = try EntityList(path: folder.path("sdn-2024-05-03.csv"))
        #expect(list.date?.description == "2024-05-03")
        #expect(list.skips.skips.first?.example == "alt-2024-01.csv, add-2024-01.csv")
        #expect(list.nameCount == 8)
    }

    @Test func whatIsMissingOrTooMuch() throws {
        let lone = try folder(["sdn.csv": Self.first, "add.csv": Self.addresses])
        #expect(failure(lone.path("sdn.csv")).contains("alt.csv"))
        let renamed = try folder(["list.csv": Self.first, "alt.csv": Self.names, "add.csv": Self.addresses])
        #expect(failure(renamed.path("list.csv")).contains("Rename it"))
        #expect(failure(renamed.path("alt.csv")).contains("Give sdn.csv"))
        #expect(failure(renamed.path("add.csv")).contains("Give sdn.csv"))
        #expect(failure(renamed.url.path).contains("is a directory"))
        let two = try folder(all.merging(["cons_prim.csv": Self.first]) { $1 })
        #expect(failure(two.url.path).contains("cons_prim.csv, sdn.csv"))
        let empty = try WorkDirectory()
        #expect(failure(empty.url.path).contains("is a directory"))
    }

    @Test func badRowsAndFiles() throws {
        var files = all
        files["sdn.csv"] = "name,other\n" + Self.first
        let headed = try folder(files)
        #expect(failure(headed.path("sdn.csv")).contains("this is no list"))
        files["sdn.csv"] = Self.first.replacing("\r\n40,", with: "\r\nentity_id,name\r\n40,")
        let mixed = try folder(files)
        let list = try EntityList(path: mixed.path("sdn.csv"))
        #expect(list.entities.count == 3 && list.skips.skips.first?.line == 2)
        files["alt.csv"] = "\"never closed"
        let open = try folder(files)
        #expect(failure(open.path("sdn.csv")).contains("alt.csv:1: a quote is opened"))
        files["alt.csv"] = Self.addresses
        let swapped = try folder(files)
        #expect(failure(swapped.path("sdn.csv")).contains("alt.csv:1: this row and 2 more of 3"))
        let latin = try folder(all)
        try latin.write(Data([0x33, 0x36, 0x2C, 0xE9]), to: "alt.csv")
        #expect(failure(latin.path("sdn.csv")).contains("alt.csv is not UTF-8"))
    }

    /// Cut anywhere, a file gives what stands before the cut, or an error; never another's names.
    @Test func aFileCutAnywhere() throws {
        let folder = try folder(all)
        let whole = try EntityList(path: folder.path("sdn.csv"))
        let known = Set(whole.entities.flatMap(\.names).map(\.text))
        for (name, text) in all {
            var read = 0
            for end in stride(from: 0, to: text.utf8.count, by: 3) {
                try folder.write(Data(text.utf8.prefix(end)), to: name)
                guard let list = try? EntityList(path: folder.path("sdn.csv")) else { continue }
                read += 1
                #expect(list.entities.count <= whole.entities.count)
                #expect(
                    list.entities.flatMap(\.names).allSatisfy { known.contains($0.text) }, "\(name) \(end)")
            }
            #expect(read > 0)
            try folder.write(text, to: name)
        }
        try folder.write("", to: "alt.csv")
        #expect(failure(folder.path("sdn.csv")).contains("alt.csv is empty"))
    }

    @Test func flippedBytesNeverCrash() throws {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        let folder = try folder(all)
        var read = 0
        for _ in 0..<200 {
            for (name, text) in all {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 0...3, using: &generator) {
                    bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                        in: 0...127, using: &generator)
                }
                try folder.write(Data(bytes), to: name)
            }
            guard let list = try? EntityList(path: folder.path("sdn.csv")) else { continue }
            read += 1
            #expect(list.entities.allSatisfy { !$0.primaryName.isEmpty && !$0.names.isEmpty }, "seed \(seed)")
        }
        #expect(read > 0, "seed \(seed)")
    }
}
