import Foundation
import TestSupport
import Testing

@testable import Screening

/// Files that are broken, or something else: refused with a clear message, or read with the bad part counted.
@Suite struct BadStructuredListTests {
    @Test(arguments: [
        ("<CONSOLIDATED_LIST>\n<INDIVIDUAL>\n<FIRST_NAME>A", "sample.txt:3: the XML can't be read: "),
        ("<CONSOLIDATED_LIST>\n<INDIVIDUAL></ENTITY>", "sample.txt:2: the XML can't be read: mismatched tag"),
        (
            "\n\n<CONSOLIDATED_LIST>\n<INDIVIDUAL></ENTITY>",
            "sample.txt:4: the XML can't be read: mismatched tag"
        ),
        ("<CONSOLIDATED_LIST/>", "the list sample.txt holds no names"),
        ("{\"entities\": [\n{\"name\": \"A\"", "sample.txt:2: the JSON can't be read: "),
        ("{\"entities\": {\"name\": \"A\"}}", "the value of `entities` is no array"),
        ("{\"entities\": [{\"nom\": \"A\"}, 7]}", "the list sample.txt holds no names"),
        ("[{\"entity_name\": \"A\"},\n\n{\"enti", "sample.txt:3: the JSON can't be read: "),
        ("[{\"schema\": \"Person\", \"properties\": {}}", "sample.txt:1: the JSON can't be read: "),
        (
            "{\"id\": \"1\", \"schema\": \"Sanction\", \"properties\": {}}\n",
            "sample.txt:1: the list holds no party"
        ),
        ("[]", "this is no list"), ("{}", "this is no list"), ("{", "this is no list"),
        ("<", "this is no list"),
        ("<!DOCTYPE [", "this is no list"), ("[[[[[[", "this is no list"), ("{\"a\\", "this is no list"),
        ("", "is empty"), (" \n", "is empty"),
    ])
    func errorsSayWhereAndWhat(_ text: String, _ expected: String) {
        let message = StructuredSamples.message(Array(text.utf8))
        #expect(message.contains(expected), "\(message)")
    }

    /// Some lines that stand for 10⁹ letters.
    @Test func entitiesOfXMLAreRefused() {
        let bomb = """
            <!DOCTYPE CONSOLIDATED_LIST [
            <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            ]>
            <CONSOLIDATED_LIST><ENTITY><FIRST_NAME>&b;</FIRST_NAME></ENTITY></CONSOLIDATED_LIST>
            """
        let message = StructuredSamples.message(Array(bomb.utf8))
        #expect(message.contains("sample.txt:2: the XML can't be read: an entity is declared"), "\(message)")
        let outside = bomb.replacingOccurrences(of: "\"aaaaaaaaaa\"", with: "SYSTEM \"/etc/passwd\"")
        #expect(StructuredSamples.message(Array(outside.utf8)).contains("an entity is declared"))
    }

    @Test func nestingIsNoMatter() {
        let depth = 200_000
        let xml = "<CONSOLIDATED_LIST><ENTITY>" + String(repeating: "<a>", count: depth)
        #expect(StructuredSamples.message(Array(xml.utf8)).contains("the XML can't be read"))
        for start in ["{\"entities\":", "[{\"name\":", "{\"schema\":1,\"properties\":"] {
            let json = start + String(repeating: "[", count: depth)
            let message = StructuredSamples.message(Array(json.utf8))
            #expect(message.contains("can't be read") || message.contains("isn't JSON"), "\(message)")
        }
    }

    @Test func otherEncodingsAreNamed() {
        for (_, text) in StructuredSamples.all {
            let latin = Array(text.utf8.prefix(60)) + [0xE9] + Array(text.utf8.dropFirst(60))
            #expect(StructuredSamples.message(latin).contains("is not UTF-8 text"))
            let wide = text.utf16.flatMap {
                [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
            }
            #expect(StructuredSamples.message([0xFF, 0xFE] + wide).contains("is not UTF-8 text"))
        }
    }

    @Test func aDirectoryIsRefused() throws {
        let work = try WorkDirectory()
        do {
            _ = try EntityList(path: work.url.path)
            Issue.record("a directory was read")
        } catch {
            #expect(error.message.contains("is a directory"))
        }
    }

    /// Elements of another kind among the good ones.
    @Test func wrongTypesAreCounted() throws {
        let list = try StructuredSamples.list(
            #"""
            {"list_id": {}, "extracted": 7, "count": "many", "entities": [null, [], 3, "x",
             {"name": {"a": 1}, "aliases": "Only", "address": [1, null, {}]},
             {"name": ["A"]}, {"name": 7, "aliases": [{}, null, "B"], "effective_date": []}]}
            """#)
        #expect(list.entities.map(\.primaryName) == ["Only", "7"])
        #expect(list.entities[1].names.map(\.text) == ["7", "B"])
        #expect(list.entities[0].id == "sample/Only")
        #expect(
            StructuredSamples.skips(list) == [
                "an entry that is no object": 4, "a value of another type than text; left out": 5,
                "no name": 1,
                "no name, but aliases; the first is taken for it": 1,
                "the file says how many entities it has, and has another number": 1,
            ])
        let array = try StructuredSamples.list(#"[7, {"entity_name": "A"}, "x"]"#)
        #expect(StructuredSamples.skips(array) == ["an entry that is no object": 2])
    }

    /// A list that ends in the middle of an object has lost all behind it.
    @Test func openSanctionsCutOff() {
        let good = #"{"id":"1","schema":"Person","properties":{"name":["A"]}}"#
        for end in 2..<good.utf8.count {
            let message = StructuredSamples.message(Array((good + "\n" + good.prefix(end)).utf8))
            #expect(message.contains("sample.txt:2: the list ends in the middle of an object"), "\(message)")
        }
    }

    @Test func openSanctionsWithoutWhatIsNoTarget() throws {
        let list = try StructuredSamples.list(
            """
            {"id":"1","schema":"Person","target":false,"properties":{"name":["Wife"]}}
            {"id":"2","schema":"Person","target":false,"properties":{"name":["Son"],"topics":["role.rca"]}}
            {"id":"3","schema":"Person","target":true,"properties":{"name":["Man"]}}
            {"id":"4","schema":"Person","properties":{"name":["Other"]}}
            """)
        #expect(list.entities.map(\.primaryName) == ["Son", "Man", "Other"])
        #expect(StructuredSamples.skips(list) == ["no target and without topics": 1])
    }

    /// A bad line costs that line, and is told with its number.
    @Test func badLinesOfOpenSanctions() throws {
        let good = #"{"id":"1","schema":"Person","properties":{"name":["A"]}}"#
        let list = try StructuredSamples.list(
            """
            {"id":"0","caption":"B","schema":"Pers
            \(good)

            entity_id,name
            [1]
            {"id":"2","schema":"Person","properties":{"name":[7,{"a":"b"},null]}}
            {"id":"3","schema":"Person","properties":[]}
            {"schema":"Person","properties":{"name":["C"]}}
            \(good)
            {"id":"4","sch

            """)
        #expect(list.entities.map(\.primaryName) == ["A", "7"])
        #expect(
            StructuredSamples.skips(list) == [
                "a line that isn't JSON": 3, "no object with a schema": 1, "no id": 1, "no name": 1,
                "a name of another type than text; left out": 1, "listed more than once; merged": 1,
            ])
        #expect(list.skips.skips.first { $0.reason == "a line that isn't JSON" }?.line == 1)
        #expect(list.skips.skips.first { $0.reason == "no object with a schema" }?.line == 5)
    }

    /// Bytes are changed, left out and doubled at random; whatever comes of it, the reader answers, and what it gives
    /// has a name and an id of its own.
    @Test(arguments: [ListFormat.unXML, .jsonObject, .jsonArray, .openSanctions])
    func bytesAtRandom(_ format: ListFormat) throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let sample = try #require(StructuredSamples.all.first { $0.format == format }?.text)
        let telling = Array("{}[]\"\\:,<>&/;\n\u{0}0-".utf8)
        var read = 0
        for _ in 0..<2000 {
            var bytes = Array(sample.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 1: bytes[place] = telling.randomElement(using: &random) ?? 0
                case 2: bytes.remove(at: place)
                case 3: bytes.insert(bytes[place], at: place)
                default: if Int.random(in: 0..<4, using: &random) == 0 { bytes.removeSubrange(place...) }
                }
            }
            guard let list = try? EntityList(bytes: bytes, name: "sample", path: "sample.txt") else {
                continue
            }
            read += 1
            #expect(Set(list.entities.map(\.id)).count == list.entities.count, "seed \(seed)")
            #expect(
                list.entities.allSatisfy { entity in
                    !entity.primaryName.isEmpty && entity.names.contains { $0.text == entity.primaryName }
                }, "seed \(seed)")
        }
        #expect(read > 100, "seed \(seed): hardly anything was read")
    }
}
