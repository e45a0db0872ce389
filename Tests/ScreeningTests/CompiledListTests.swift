import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// A compiled list is the lists that it was made of, in every respect; anything else is refused.
@Suite struct CompiledListTests {
    private let directory: WorkDirectory

    init() throws { directory = try WorkDirectory() }

    private static let first = """
        entity_id,name,name_type,strength,entity_type,country,program,listed_on,delisted_on,citation,license_requirement,license_policy,address,source
        E1,Acme Rockets Ltd,primary,strong,company,CN,Entity List,2019-10-09,2021-01-02,84 FR 54002,All items,Denial,"1 Road, X | 2 Road",BIS
        E1,Acme Co (a.k.a. Zenit Aero),alias,weak,,,,,,,,,,
        E1,阿克米火箭,translation,strong,,,,,,,,,,
        Z9,Quartz Holding,,,,,,,,,,,,
        """
    private static let second = "entity_id,name\nE1,Mirador Optics\nA2,Quartz Holding GmbH\n"

    private func lists() throws -> [EntityList] {
        [
            try EntityList(bytes: Array(Self.first.utf8), name: "first", path: "first.csv"),
            try EntityList(bytes: Array(Self.second.utf8), name: "second", path: "second.csv"),
            try .builtIn(),
        ]
    }

    private func compiled(_ lists: [EntityList], threshold: Score = NameIndex.defaultThreshold) throws
        -> String
    {
        try directory.write(Data(try ListCatalog(lists).compiled(threshold: threshold)), to: "lists.weir")
    }

    private func message(_ bytes: [UInt8]) throws -> String {
        let path = try directory.write(Data(bytes), to: "broken.weir")
        do throws(ScreeningError) {
            _ = try ListCatalog(paths: [path])
            return "no error"
        } catch {
            return error.message
        }
    }

    @Test func everythingIsKept() throws {
        let lists = try lists()
        let path = try compiled(lists)
        let catalog = try ListCatalog(lists)
        let read = try ListCatalog(paths: [path])
        #expect(read.entries.map(\.entity) == catalog.entries.map(\.entity))
        #expect(read.entries.map(\.list) == catalog.entries.map(\.list))
        #expect(read.names.map(\.text) == catalog.names.map(\.text))
        #expect(read.names.map(\.entity) == catalog.names.map(\.entity))
        #expect(read.names.map(\.kind) == catalog.names.map(\.kind))
        #expect(read.names.map(\.isWeak) == catalog.names.map(\.isWeak))
        for (compiled, list) in zip(try EntityList.read(path), lists) {
            #expect(compiled.name == list.name)
            #expect(compiled.path == "\(path) (\(list.path))")
            #expect(compiled.format == list.format)
            #expect(compiled.date == list.date)
            #expect(compiled.sha256 == list.sha256)
            #expect(compiled.nameCount == list.nameCount)
            #expect(compiled.skips == list.skips)
            #expect(compiled.entities.sorted { $0.id < $1.id } == list.entities.sorted { $0.id < $1.id })
        }
    }

    @Test func matchesAreTheSame() throws {
        let lists = try lists()
        let path = try compiled(lists)
        let catalog = try ListCatalog(lists)
        let read = try ListCatalog(paths: [path])
        let names =
            catalog.names.map(\.text) + [
                "ACME ROCKET LTD SHANGHAI", "to the order of quartz holding", "miradoroptics", "阿克米火箭有限公司",
                "HANGZHOU HIK VISION DIGITAL TECHNOLO", "Zenit Aero", "Baker & Sons", "",
            ]
        for threshold in [Score(0.5), Score(0.75), Score(0.9), Score(1)] {
            // A lower one than the file's has the names indexed anew.
            #expect(
                (read.reasonToIndex(threshold: threshold, words: .builtIn) == nil)
                    == (threshold >= Score(0.75)))
            var one = Matcher(index: catalog.index(threshold: threshold, words: .builtIn))
            var other = Matcher(index: read.index(threshold: threshold, words: .builtIn))
            for name in names {
                var name = name
                #expect(
                    name.withUTF8 { one.matches($0) } == name.withUTF8 { other.matches($0) },
                    "\(name) \(threshold)")
            }
        }
    }

    @Test func otherWordsHaveItIndexedAnew() throws {
        let read = try ListCatalog(paths: [try compiled(try lists())])
        let words = try Words(adding: [.init(form: "rakety", concept: "rocket", kind: .generic)])
        #expect(read.reasonToIndex(threshold: Score(0.8), words: words) != nil)
        #expect(read.reasonToIndex(threshold: Score(0.8), words: .builtIn) == nil)
    }

    @Test func besideAnotherListItIsTheListsInIt() throws {
        let lists = try lists()
        let path = try compiled(Array(lists[..<2]))
        let third = try directory.write("entity_id,name\nT,Third\n", to: "third.csv")
        let catalog = try ListCatalog(paths: [path, third])
        #expect(catalog.lists.map(\.name) == ["first", "second", "third"])
        #expect(catalog.entries.map(\.entity.id) == ["A2", "E1", "E1", "T", "Z9"])
        #expect(catalog.reasonToIndex(threshold: Score(0.8), words: .builtIn) != nil)
        let source = try directory.write(Self.first, to: "first.csv")
        #expect(throws: ScreeningError.self) { try ListCatalog(paths: [path, source]) }
    }

    @Test func aListWithoutEntitiesCanBeCompiled() throws {
        let read = try ListCatalog(paths: [try compiled([])])
        #expect(read.entries.isEmpty)
        var matcher = Matcher(index: read.index(threshold: Score(0.75), words: .builtIn))
        var name = "Acme"
        #expect(name.withUTF8 { matcher.matches($0) }.isEmpty)
    }

    @Test func everyChangedByteShows() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: try compiled(try lists()))))
        let body = stride(from: CompiledHeader.size, to: bytes.count, by: max(1, bytes.count / 500))
        // Without the first bytes it isn't known as a compiled list at all.
        for place in Array(8..<CompiledHeader.size) + body + [bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 0x10
            let message = try message(changed)
            #expect(message.contains("Compile it again from its lists: weir compile LIST…"), "byte \(place)")
        }
    }

    @Test func everyCutShows() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: try compiled(try lists()))))
        let lengths =
            Array(9...80) + Array(stride(from: 81, to: bytes.count, by: bytes.count / 50)) + [bytes.count - 1]
        for length in lengths {
            let message = try message(Array(bytes[..<length]))
            #expect(
                message.contains("is cut off") || message.contains("its length is \(length) bytes"),
                "\(length)")
        }
        #expect(try message(bytes + [0]).contains("is damaged: its length"))
        #expect(try message(Array(bytes[..<7])).contains("is not UTF-8 text"))
    }

    @Test func anotherFormatIsNamed() throws {
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: try compiled(try lists()))))
        bytes[8] = 0
        // Another format under the same version is none.
        #expect(try message(bytes).contains("is damaged: its header says so"))
        bytes[48] = UInt8(ascii: "9")
        #expect(
            try message(bytes).contains(
                "compiled by an older Weir, 9\(Product.version.dropFirst()) (format 0)"))
        bytes[8] = 0xFF
        #expect(try message(bytes).contains("compiled by a newer Weir"))
        bytes[8] = UInt8(CompiledHeader.format)
        bytes[48] = Product.version.utf8.first ?? 0
        bytes.replaceSubrange(12..<16, with: [1, 2, 3, 4])
        #expect(try message(bytes).contains("another byte order"))
    }
}
