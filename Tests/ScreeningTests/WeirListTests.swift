import Foundation
import TestSupport
import Testing

@testable import Screening

@Suite struct WeirListTests {
    private func list(_ text: String, modified: Day? = nil) throws -> EntityList {
        try EntityList(bytes: Array(text.utf8), name: "my-list", path: "my-list.csv", modified: modified)
    }

    private func message(_ text: String) -> String {
        do {
            _ = try list(text)
            return "no error"
        } catch {
            return (error as? ScreeningError)?.message ?? "\(error)"
        }
    }

    @Test func everyColumn() throws {
        let list = try list(
            """
            entity_id,name,name_type,strength,entity_type,country,program,listed_on,delisted_on,citation,license_requirement,license_policy,address,source
            E1,Acme Ltd,primary,strong,company,CN,Entity List,2019-10-09,2021-01-02,84 FR 54002,All items,Denial,"1 Road, X | 2 Road",BIS
            E1,Acme Co,alias,weak,,,,,,,,,,
            E1,Old Acme,former,,,,,,,,,,,
            E1,阿克米,translation,strong,,,,,,,,,,

            """)
        let entity = try #require(list.entities.first)
        #expect(list.entities.count == 1)
        #expect(entity.id == "E1")
        #expect(entity.primaryName == "Acme Ltd")
        #expect(
            entity.names == [
                .init("Acme Ltd", kind: .primary), .init("Acme Co", kind: .alias, isWeak: true),
                .init("Old Acme", kind: .former), .init("阿克米", kind: .translation),
            ])
        #expect(entity.type == "company")
        #expect(entity.country == "CN")
        #expect(entity.program == "Entity List")
        #expect(entity.listedOn?.description == "2019-10-09")
        #expect(entity.delistedOn?.description == "2021-01-02")
        #expect(entity.citation == "84 FR 54002")
        #expect(entity.licenseRequirement == "All items")
        #expect(entity.licensePolicy == "Denial")
        #expect(entity.addresses == ["1 Road, X", "2 Road"])
        #expect(entity.source == "BIS")
        #expect(list.date?.description == "2021-01-02")
        #expect(list.nameCount == 4)
    }

    @Test func twoColumnsAreEnough() throws {
        let list = try list(
            "\u{FEFF}name;entity_id\r\nAcme;7\r\nAcme Co;7\r\nZeta;3",
            modified: Day(iso: Array("2020-01-01".utf8)))
        #expect(list.entities.map(\.id) == ["7", "3"])
        #expect(list.entities[0].names == [.init("Acme", kind: .primary), .init("Acme Co", kind: .alias)])
        #expect(list.date?.description == "2020-01-01")
    }

    /// The row typed primary wins over the first, and what belongs to the entity stands on it.
    @Test func thePrimaryRowMayComeLater() throws {
        let list = try list(
            "entity_id,name,name_type,country\nE1,Alias,alias,\nE1,Untyped,,\nE1,Primary,primary,CN\n")
        #expect(list.entities[0].primaryName == "Primary")
        #expect(list.entities[0].country == "CN")
        #expect(list.entities[0].names.map(\.kind) == [.alias, .alias, .primary])
        let untypedFirst = try self.list("entity_id,name,name_type\nE1,First,\nE1,Primary,primary\n")
        #expect(untypedFirst.entities[0].primaryName == "Primary")
        #expect(untypedFirst.entities[0].names.map(\.kind) == [.alias, .primary])
    }

    @Test(arguments: [
        ("", "my-list.csv is empty"),
        (" \n\n", "is empty"),
        ("entity_id,name\n", "holds no names"),
        ("a,b\n1,2\n", "my-list.csv:1: this is no list that Weir can read; it begins with “a,b”"),
        (
            "{\"lists\": []}",
            "my-list.csv:1: this is no list that Weir can read; it is a JSON object that has “lists”"
        ),
        (
            "<sdnList/>",
            "my-list.csv:1: this is no list that Weir can read; it is XML with the root element “sdnList”"
        ),
        ("entity_id,name\nE1,\n", "my-list.csv:2: the name of E1 is empty"),
        ("entity_id,name\n,Acme\n", "my-list.csv:2: the entity_id is empty"),
        (
            "entity_id,name,name_type\n\nE1,A,primary\nE1,B,primary\n",
            "my-list.csv:4: E1 has a second primary name, “B”"
        ),
        (
            "entity_id,name,name_type\nE1,A,aka\n",
            "my-list.csv:2: the name_type is “aka”; expected is one of primary, alias"
        ),
        ("entity_id,name,strength\nE1,A,strongish\n", "my-list.csv:2: the strength is “strongish”"),
        (
            "entity_id,name,listed_on\nE1,\"A\nB\",\nE2,C,10/9/19\n",
            "my-list.csv:4: listed_on is “10/9/19”; expected is a day such as 2019-10-09"
        ),
        ("entity_id,name,delisted_on\nE1,A,2019-02-30\n", "my-list.csv:2: delisted_on is “2019-02-30”"),
        ("entity_id,name\nE1,A\nE2,\"B\nE3,C\n", "my-list.csv:3: a quote is opened here and never closed"),
    ])
    func errorsSayWhereAndWhat(_ text: String, _ expected: String) {
        let message = message(text)
        #expect(message.contains(expected), "\(message)")
    }

    @Test func otherEncodingsAreNamed() throws {
        let bytes: [UInt8] = Array("entity_id,name\nE1,".utf8) + [0xB9, 0xFA, 0x0A]
        #expect(throws: ScreeningError.self) { try EntityList(bytes: bytes, name: "x", path: "x.csv") }
        do { _ = try EntityList(bytes: bytes, name: "x", path: "x.csv") } catch {
            #expect("\(error)".contains("not UTF-8"))
        }
    }

    @Test func theBuiltInListHas28Entities() throws {
        let list = try EntityList.builtIn()
        #expect(list.entities.count == 28)
        #expect(list.entities.allSatisfy { $0.listedOn?.description == "2019-10-09" })
        #expect(list.entities.allSatisfy { !$0.licenseRequirement.isEmpty })
        #expect(list.entities.allSatisfy { $0.names.contains { $0.kind == .translation } })
        #expect(list.date?.description == "2019-10-09")
        let file = try Data(contentsOf: SharedData.packageRoot.appendingPathComponent("Data/entities.csv"))
        #expect(list.sha256 == SHA256.hexDigest(of: Array(file)))
    }

    @Test func aFileThatIsNoFile() {
        #expect(throws: ScreeningError.self) { try EntityList(path: "/nowhere/at/all.csv") }
        do { _ = try EntityList(path: "/tmp") } catch { #expect("\(error)".contains("is a directory")) }
    }

    @Test(.enabled(if: SharedData.folder != nil, "the real lists aren't here"))
    func sharedEntityListIsReadWhole() throws {
        let path = try #require(SharedData.folder)
            .appendingPathComponent("lists/bis-entity-list/entity_list_in_weir_format.csv").path
        let list = try EntityList(path: path)
        #expect(list.entities.count == 3409)
        #expect(list.nameCount == 8581)
        #expect(list.name == "entity_list_in_weir_format")
    }
}

@Suite struct ListCatalogTests {
    private func list(_ name: String, _ rows: String) throws -> EntityList {
        try EntityList(bytes: Array("entity_id,name\n\(rows)".utf8), name: name, path: "\(name).csv")
    }

    /// Bytewise: capitals before small letters, Z before Ä, digits as characters.
    @Test func entitiesAreNumberedInTheOrderOfTheirIds() throws {
        let catalog = try ListCatalog([
            try list("b", "a,One\nÄ,Two\nB,Three\n10,Four\n9,Five\n"),
            try list("a", "B,Six\nZ,Seven\nB,Eight\n"),
        ])
        #expect(catalog.entries.map(\.entity.id) == ["10", "9", "B", "B", "Z", "a", "Ä"])
        #expect(catalog.entries.map(\.list) == [0, 0, 0, 1, 1, 0, 0])
        #expect(
            catalog.names.map(\.text) == ["Four", "Five", "Three", "Six", "Eight", "Seven", "One", "Two"])
        #expect(catalog.names.map(\.entity) == [0, 1, 2, 3, 3, 4, 5, 6])
    }

    @Test func aListGivenTwiceIsAnError() throws {
        let one = try list("one", "a,A\n")
        let two = try list("two", "a,A\n")
        #expect(throws: ScreeningError.self) { try ListCatalog([one, two]) }
    }
}
