import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// Published lists in CSV of one file: trade.gov's, OpenSanctions', the denied persons'.
@Suite struct CSVListTests {
    static let csl = """
        _id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,\
        license_requirement,license_policy,call_sign,vessel_flag,source_list_url,alt_names,ids
        ab1,Entity List (EL) - Bureau of Industry and Security,,,,"North Sea Co., Ltd.; and any successor thereof",,\
        "1 Pier Road, Bergen, NO; and 2 Quay, Oslo, NO",84 FR 54002,2019-10-09,,All items,Presumption of denial,,,\
        https://example.org,"Sea ""Tide"" Ltd.; Nordsjø Co., Ltd., and Tide","Tax ID No., 80-1, NO; Social Credit Code (SCC), 9A01; Passport, RL 52, NO, 19 Jan 2021; Listing Date (X), 2021-06-03"
        ,Specially Designated Nationals (SDN) - Treasury Department,77,Vessel,NPWMD; IFSR,SEA STAR,,,,,,,,9HAB7,Malta,,\
        ,"IMO 9187629, Vessel Registration Identification; RU, 100036, Registration ID"
        ,Denied Persons List (DPL) - Bureau,,,, OLAF SEA ,,"9 Dock, NO",,2002-03-04,10/31/2030,,,,,,,
        ,Denied Persons List (DPL) - Bureau,,,,OLAF SEA,,"8 Dock, SE",,2002-03-04,,,,,,,,
        ,Denied Persons List (DPL) - Bureau,,,,OLAF SEA,,"7 Dock, SE",,2002-03-04,,,,,,,,

        """

    static let openSanctions = """
        id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,\
        last_seen,last_change
        NK-1,Company,North Sea Ltd,"Sea;""Tide; and Star, Inc."";Meer",,no;se,"\""1 Pier; Bergen"";2 Quay",123-4;5,\
        "Sea programme",,,Sea list,2020-01-02T10:00:00,2024-05-06T10:00:00,2021-01-01T00:00:00
        NK-2,Person,Olaf Sea,,1950-01-02,no,,,,,,Sea list,2020-01-02,2024-05-07,

        """

    static let deniedPersons = """
        "Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t\
        "Last_Update"\t"FR_Citation"
        " OLAF SEA"\t"9 Dock, P.O. Box 1"\t"ERIE"\t"PA"\t"US"\t"16501"\t"06/19/2003"\t"06/29/2056"\t"2007-01-31"\t\
        "68 F.R. 1"

        """

    private func list(_ text: String, _ path: String = "list.csv") throws -> EntityList {
        try EntityList(bytes: Array(text.utf8), name: "list", path: path)
    }

    private func failure(_ text: String) -> String {
        do {
            let list = try list(text)
            return "no error: \(list.entities.count)"
        } catch {
            return "\(error)"
        }
    }

    /// A row whose name cell says that there is none is left out, and told.
    @Test(arguments: ["-", "N/A"]) func aRowWithoutAName(_ text: String) throws {
        let texts = [
            Self.csl.replacing("SEA STAR", with: text), Self.openSanctions.replacing("Olaf Sea", with: text),
            Self.deniedPersons + "\"\(text)\"" + String(repeating: "\t\"\"", count: 9) + "\n",
        ]
        for (list, reason) in zip(texts, ["no name", "no id or name", "no name"]) {
            let list = try self.list(list)
            #expect(list.skips.skips.map(\.reason) == [reason])
            #expect(!list.entities.contains { $0.primaryName == text })
        }
    }

    @Test func theConsolidatedScreeningList() throws {
        let list = try list(Self.csl)
        #expect(list.format == .csl)
        #expect(list.date?.description == "2019-10-09")
        #expect(list.skips.skips.isEmpty)
        #expect(
            list.entities.map(\.id) == [
                "ab1", "SDN/77", "DPL/OLAF SEA/NO", "DPL/OLAF SEA/SE", "DPL/OLAF SEA/SE/2",
            ])
        let first = try #require(list.entities.first)
        #expect(first.primaryName == "North Sea Co., Ltd.")
        #expect(
            first.names.map(\.text) == [
                "North Sea Co., Ltd.", "Sea \"Tide\" Ltd.", "Nordsjø Co., Ltd.", "Tide",
            ])
        #expect(first.addresses == ["1 Pier Road, Bergen, NO", "2 Quay, Oslo, NO"])
        #expect(first.country == "NO" && first.citation == "84 FR 54002")
        #expect(first.program == "Entity List (EL) - Bureau of Industry and Security")
        #expect(first.licenseRequirement == "All items" && first.licensePolicy == "Presumption of denial")
        #expect(first.listedOn?.description == "2019-10-09" && first.delistedOn == nil)
        #expect(
            first.identifiers == [
                .init(kind: "Tax ID No.", value: "80-1"),
                .init(kind: "Social Credit Code (SCC)", value: "9A01"),
                .init(kind: "Passport", value: "RL 52"),
            ])
        let ship = list.entities[1]
        #expect(ship.type == "Vessel" && ship.country == "Malta")
        #expect(ship.program.hasSuffix("Treasury Department: NPWMD; IFSR"))
        #expect(
            ship.identifiers == [
                .init(kind: "Call Sign", value: "9HAB7"), .init(kind: "IMO", value: "9187629"),
                .init(kind: "Registration ID", value: "100036"),
            ])
        #expect(list.entities[2].delistedOn?.description == "2030-10-31")
    }

    /// The columns may stand in any order, parted by semicolons, and the oldest have no `_id`.
    @Test func columnsAreFoundByTheirHeader() throws {
        let list = try list(
            "name;alt_names;\"source\";Programs;addresses;extra\nSea;\"Tide; Star\";X - Y;;;1\n")
        #expect(list.entities.map(\.id) == ["X/Sea"])
        #expect(list.entities.first?.names.map(\.text) == ["Sea", "Tide", "Star"])
    }

    @Test func openSanctionsSimplifiedTable() throws {
        let list = try list(Self.openSanctions)
        #expect(list.format == .openSanctionsCSV)
        #expect(list.date?.description == "2024-05-07")
        let first = try #require(list.entities.first)
        #expect(first.id == "NK-1" && first.type == "Company" && first.country == "no;se")
        #expect(first.names.map(\.text) == ["North Sea Ltd", "Sea", "Tide", "Star, Inc.", "Meer"])
        #expect(first.addresses == ["1 Pier; Bergen", "2 Quay"])
        #expect(first.identifiers.map(\.value) == ["123-4", "5"])
        #expect(first.program == "Sea programme" && first.source == "Sea list")
    }

    @Test func theDeniedPersonsList() throws {
        let list = try list(Self.deniedPersons)
        #expect(list.format == .dpl)
        #expect(list.date?.description == "2007-01-31")
        let first = try #require(list.entities.first)
        #expect(first.id == "DPL/OLAF SEA" && first.primaryName == "OLAF SEA" && first.country == "US")
        #expect(first.addresses == ["9 Dock, P.O. Box 1, ERIE, PA, 16501, US"])
        #expect(first.listedOn?.description == "2003-06-19" && first.delistedOn?.description == "2056-06-29")
    }

    @Test(arguments: [csl, openSanctions, deniedPersons])
    func aRowOfAnotherFormatIsCounted(_ text: String) throws {
        let whole = try list(text)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines.insert("36,\"AERO\",-0- ,\"CUBA\"", at: 2)
        let list = try list(lines.joined(separator: "\n"))
        #expect(list.entities == whole.entities)
        #expect(list.skips.skips.map(\.count) == [1])
        #expect(list.skips.skips.first?.line == 3)
    }

    @Test(arguments: [csl, openSanctions, deniedPersons])
    func whatCannotBeTrustedAsAWhole(_ text: String) {
        let header = text.prefix { $0 != "\n" } + "\n"
        #expect(failure(String(header)).contains("holds no names"))
        #expect(failure(text + "\"never closed").contains("never closed"))
        #expect(failure(header + "a\nb\nc\n").contains("list.csv:2: this row and 2 more of 3"))
        #expect(failure("").contains("is empty"))
        let utf16 = Array(text.data(using: .utf16) ?? Data())
        #expect(throws: ScreeningError.self) { try EntityList(bytes: utf16, name: "", path: "") }
    }

    /// Cut anywhere, a list gives the entities before the cut, or an error; never another's names.
    @Test(arguments: [csl, openSanctions, deniedPersons])
    func aListCutAnywhere(_ text: String) throws {
        let whole = try list(text).entities
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            guard let cut = try? EntityList(bytes: Array(bytes[..<end]), name: "", path: "") else { continue }
            // The last one may lack what stood behind the cut.
            #expect(cut.entities.dropLast().elementsEqual(whole.prefix(max(0, cut.entities.count - 1))))
        }
    }

    @Test(arguments: [csl, openSanctions, deniedPersons])
    func flippedBytesNeverCrash(_ text: String) {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<400 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: 0...127, using: &generator)
            }
            guard let list = try? EntityList(bytes: bytes, name: "", path: "") else { continue }
            read += 1
            #expect(list.entities.allSatisfy { !$0.id.isEmpty && !$0.primaryName.isEmpty }, "seed \(seed)")
            #expect(list.entities.allSatisfy { $0.names.first?.text == $0.primaryName }, "seed \(seed)")
            #expect(Set(list.entities.map(\.id)).count == list.entities.count, "seed \(seed)")
        }
        #expect(read > 0, "seed \(seed)")
    }

    @Test func anUnknownFileSaysWhatListsMayBe() {
        let message = failure("a,b\n1,2\n")
        for format in ListFormat.allCases where format != .weir { #expect(message.contains(format.title)) }
    }
}
