import Testing

@testable import Screening

/// What the readers of the structured formats make of each part of a small list.
@Suite struct StructuredListTests {
    @Test func formatsAreRecognisedByContent() throws {
        for (format, text) in StructuredSamples.all {
            #expect(try StructuredSamples.list(text).format == format)
            #expect(try StructuredSamples.list("\u{FEFF}\n  " + text).format == format)
        }
    }

    @Test func unXML() throws {
        let list = try StructuredSamples.list(StructuredSamples.unXML)
        #expect(list.date?.description == "2026-02-27")
        #expect(list.entities.map(\.id) == ["CDi.900", "KPe.900"])
        #expect(StructuredSamples.skips(list) == ["no name": 1])
        #expect(list.skips.skips.first?.example == "102")
        #expect(list.skips.skips.first?.line == 41)
        let person = list.entities[0]
        #expect(person.primaryName == "JAN van der Test & Sohn")
        #expect(
            person.names == [
                .init("JAN van der Test & Sohn"), .init("يان", kind: .translation),
                .init("Jan Test", kind: .alias),
                .init("JT", kind: .alias, isWeak: true),
            ])
        #expect(person.type == "individual")
        #expect(person.country == "Rwanda, Burundi")
        #expect(person.program == "DRC")
        #expect(person.source == "UN List")
        #expect(person.listedOn?.description == "2012-12-31")
        #expect(person.addresses == ["1 Road, Goma, Rwanda", "In prison"])
        #expect(person.identifiers == [.init(kind: "Passport", value: "OB 12")])
        let firm = list.entities[1]
        // “AM Co; AMC” is two.
        #expect(firm.names.map(\.kind) == [.primary, .alias, .alias, .former])
        #expect(firm.type == "entity")
        #expect(firm.country == "DPRK")
        #expect(firm.addresses == ["Pyongyang, 12, DPRK"])
    }

    @Test func jsonObject() throws {
        let list = try StructuredSamples.list(StructuredSamples.jsonObject)
        #expect(list.date?.description == "2026-07-09")
        #expect(
            list.entities.map(\.id) == [
                "bis-entity-list/Acme Ltd", "bis-entity-list/Zeta/China", "bis-entity-list/Zeta/Iran",
                "bis-entity-list/Zeta/Iran/2",
            ])
        #expect(StructuredSamples.skips(list) == ["a date that can't be read; left out": 1])
        let acme = list.entities[0]
        #expect(acme.names == [.init("Acme Ltd"), .init("Acme Co", kind: .alias), .init("AL", kind: .alias)])
        #expect(acme.addresses == ["1 Road, Beijing"])
        #expect(acme.listedOn?.description == "2019-10-09")
        #expect(acme.citation == "84 FR 54004, 10/9/19. | 85 FR 34505, 6/5/20")
        #expect(acme.licenseRequirement == "For all items")
        #expect(acme.program == "bis-entity-list")
        #expect(list.entities[1].listedOn?.description == "2022-06-21")
        #expect(
            list.entities[1].identifiers == [
                .init(kind: "INN", value: "7707083893"), .init(kind: "", value: "12"),
                .init(kind: "", value: "7"),
            ])
        // A citation without a day may be the first.
        #expect(list.entities[2].listedOn == nil)
        #expect(list.entities[3].listedOn?.description == "2019-10-09")
    }

    /// What holds for the Entity List isn't said of other lists: their notes are no licence requirement.
    @Test func notesOfOtherListsAreNoRequirement() throws {
        let list = try StructuredSamples.list(
            #"{"list_id": "x", "count": 9, "entities": [{"name": "A", "notes": "Remark"}, {"name": "A", "notes": "B"}]}"#
        )
        #expect(list.entities.map(\.licenseRequirement) == [""])
        #expect(
            StructuredSamples.skips(list) == [
                "listed more than once; merged": 1,
                "the file says how many entities it has, and has another number": 1,
            ])
        #expect(list.skips.skips.last?.example == "count 9, entities 2")
    }

    @Test func jsonArray() throws {
        let list = try StructuredSamples.list(StructuredSamples.jsonArray)
        #expect(list.date?.description == "2026-07-19")
        #expect(list.entities.map(\.id) == ["xy-1", "7"])
        #expect(list.entities.map(\.primaryName) == ["Beta Corporation", "Gamma"])
        #expect(list.entities[1].names.map(\.kind) == [.primary, .alias])
        let beta = list.entities[0]
        #expect(beta.names[1] == .init("贝塔公司", kind: .alias))
        #expect(beta.addresses == ["1 Street", "2 Street"])
        // The authority's country, not the firm's.
        #expect(beta.country == "")
        #expect(beta.program == "Watch List")
        #expect(beta.type == "organization")
        #expect(beta.source == "https://example.org/1")
        #expect(beta.listedOn?.description == "2026-02-24")
        #expect(
            StructuredSamples.skips(list) == [
                "no name, but aliases; the first is taken for it": 1,
                "no name; it may be part of the address": 1,
            ])
    }

    @Test func openSanctions() throws {
        let list = try StructuredSamples.list(StructuredSamples.openSanctions)
        #expect(list.entities.map(\.id) == ["NK-1", "NK-2", "V-1"])
        #expect(list.date?.description == "2026-01-02")
        let acme = list.entities[0]
        #expect(acme.primaryName == "Acme LLC")
        #expect(
            acme.names == [
                .init("Acme LLC"), .init("ООО Акме", kind: .alias), .init("Acme", kind: .alias),
                .init("Old Acme", kind: .former), .init("AC", kind: .alias, isWeak: true),
            ])
        #expect(acme.addresses == ["PO Box 1", "1 Road, Minsk"])
        #expect(acme.program == "BELARUS, RUSSIA")
        #expect(acme.listedOn?.description == "2019-03-04")
        #expect(acme.delistedOn == nil)
        #expect(acme.country == "by")
        #expect(acme.source == "xy_list")
        #expect(
            acme.identifiers.map { "\($0.kind): \($0.value)" } == [
                "Registration number: 123", "Tax Number: 77", "USCC: 91110000MA005UCQ5P",
                "UN SC identifier: KPe.1",
            ])
        let jane = list.entities[1]
        #expect(jane.type == "Person")
        #expect(jane.country == "us, au")
        #expect(jane.identifiers == [.init(kind: "Passport", value: "A 1")])
        #expect(jane.delistedOn?.description == "2022-02-02")
        let ship = list.entities[2]
        #expect(ship.listedOn?.description == "2023-01-02")
        #expect(ship.identifiers == [.init(kind: "IMO Number", value: "IMO9000001")])
        #expect(
            StructuredSamples.skips(list) == [
                "Address: no party; added to the party it belongs to": 1,
                "Sanction: no party; added to the party it belongs to": 3,
                "Passport: no party; added to the party it belongs to": 1, "Ownership: no party": 1,
            ])
    }

    @Test func openSanctionsAsAnArray() throws {
        let lines = StructuredSamples.openSanctions.split(separator: "\n").joined(separator: ",\n")
        let array = try StructuredSamples.list("[\(lines)]")
        #expect(array.format == .openSanctions)
        #expect(array.entities == (try StructuredSamples.list(StructuredSamples.openSanctions)).entities)
    }

    /// Ids of entities that share nothing but the number hang on their names, not on their order.
    @Test func equalIDs() throws {
        let same = #"{"id": "1", "name": "A", "aliases": ["B"]}, {"id": "1", "name": "B", "country": "C"}"#
        let merged = try StructuredSamples.list("[\(same)]")
        #expect(merged.entities.map(\.id) == ["1"])
        #expect(merged.entities[0].names == [.init("A"), .init("B", kind: .alias)])
        #expect(merged.entities[0].country == "C")
        #expect(StructuredSamples.skips(merged) == ["listed more than once; merged": 1])
        for order in [["A", "B"], ["B", "A"]] {
            let list = try StructuredSamples.list(
                "[" + order.map { #"{"id": "1", "name": "\#($0)"}"# }.joined(separator: ", ") + "]")
            #expect(list.entities.map(\.id) == order.map { "1/\($0)" })
            #expect(StructuredSamples.skips(list) == ["another entity has the same id; kept apart": 1])
        }
    }

    @Test func namesThatLookLikeIDs() throws {
        let list = try StructuredSamples.list(
            #"""
            [{"name": "A", "country": "X", "list_id": "l"}, {"name": "A", "country": "Y", "list_id": "l"},
             {"name": "A/X", "list_id": "l"}, {"name": "B", "id": "l/A/X"}, {"name": "A", "country": "Y",
             "list_id": "l", "addresses": ["1"]}, {"name": "A", "country": "Y", "list_id": "l", "entity_type": "t"}]
            """#)
        #expect(Set(list.entities.map(\.id)).count == 6)
        #expect(list.entities.map(\.id).contains("l/A/Y/t"))
    }

    @Test(arguments: [
        ("2019-10-09", "2019-10-09"), ("2019-10-09T00:00:00.5Z", "2019-10-09"), ("10/9/19", "2019-10-09"),
        ("10/9/2019", "2019-10-09"), ("3/4/81", "1981-03-04"), ("June 21, 2022", "2022-06-21"),
        ("03 Jun 2021", "2021-06-03"), (" 2012-12-31-05:00 ", "2012-12-31"), ("13/9/19", nil), ("2019", nil),
        ("2019-10", nil), ("1.5.2", nil), ("2019-02-30", nil), ("a/b/c", nil),
        ("99999999999999999999/1/1", nil),
        ("Ju 21, 2022", nil), ("", nil), ("Version 1, 2022", nil),
    ])
    func days(_ text: String, _ expected: String?) {
        #expect(Day(listed: text)?.description == expected)
    }
}
