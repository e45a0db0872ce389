import Foundation
import TestSupport
import Testing

@testable import Screening

@Suite struct ListDifferenceTests {
    private func list(_ entities: [Entity]) throws -> EntityList {
        try EntityList(
            ListContent(entities: entities), format: .weir, name: "my", path: "my.csv", sha256: "")
    }

    private func entity(_ id: String, _ name: String, _ country: String = "", also: [Entity.Name] = [])
        -> Entity
    {
        var entity = Entity(id: id, primaryName: name)
        entity.names = [.init(name)] + also
        entity.country = country
        return entity
    }

    private func difference(_ old: [Entity], _ new: [Entity]) throws -> ListDifference {
        try ListDifference(from: list(old), to: list(new))
    }

    /// The rows without their header.
    private func rows(_ old: [Entity], _ new: [Entity]) throws -> [String] {
        let text = String(decoding: try difference(old, new).rows(as: .csv), as: UTF8.self)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "change,entity_id,entity,field,kind,old,new")
        return Array(lines.dropFirst())
    }

    @Test func everyField() throws {
        var old = entity(
            "E1", "Zorbax", "CN", also: [.init("Zorb", kind: .alias), .init("Stays", kind: .former)])
        old.addresses = ["1 Road, X", "2 Road"]
        old.identifiers = [.init(kind: "IMO", value: "7")]
        old.listedOn = Day(iso: Array("2019-10-09".utf8))
        old.citation = "84 FR 54002"
        old.licensePolicy = "Denial"
        var new = entity(
            "E1", "Zorbax Ltd", "RU", also: [.init("Stays", kind: .former), .init("Zorb", kind: .former)])
        new.names.append(.init("Zo", kind: .alias, isWeak: true))
        new.addresses = ["2 Road", "3 \"Road\""]
        new.identifiers = [.init(kind: "Tax ID", value: "7")]
        new.delistedOn = Day(iso: Array("2021-01-02".utf8))
        new.listedOn = old.listedOn
        new.type = "company"
        new.program = "Entity List"
        new.citation = "84 FR 54004"
        new.licenseRequirement = "All items"
        new.source = "BIS"
        let begin = "changed,E1,Zorbax Ltd,"
        #expect(
            try rows([old], [new])
                == [
                    "name,primary,Zorbax,Zorbax Ltd", "name,alias,Zorb,", "name,former,,Zorb",
                    "name,weak alias,,Zo",
                    "entity_type,,,company", "country,,CN,RU", "program,,,Entity List",
                    "delisted_on,,,2021-01-02",
                    "citation,,84 FR 54002,84 FR 54004", "license_requirement,,,All items",
                    "license_policy,,Denial,",
                    "address,,\"1 Road, X\",", "address,,,\"3 \"\"Road\"\"\"", "identifier,IMO,7,",
                    "identifier,Tax ID,,7",
                    "source,,,BIS",
                ].map { begin + $0 })
    }

    @Test func theSameIsNoDifference() throws {
        let builtIn = try EntityList.builtIn()
        let difference = ListDifference(from: builtIn, to: builtIn)
        #expect(
            difference.changes.isEmpty && difference.addedOrChanged.isEmpty && difference.removedIDs.isEmpty)
        #expect(difference.rows(as: .csv) == Array("change,entity_id,entity,field,kind,old,new\n".utf8))
        #expect(difference.rows(as: .jsonl).isEmpty)
    }

    @Test func orderAndCopiesAreNone() throws {
        var old = entity("E1", "Zorbax", also: [.init("A", kind: .alias), .init("B", kind: .alias)])
        old.addresses = ["1", "2"]
        var new = entity("E1", "Zorbax", also: [.init("B", kind: .alias), .init("A", kind: .alias)])
        new.names.insert(.init("A", kind: .alias), at: 0)
        new.addresses = ["2", "1", "2"]
        #expect(old != new)
        #expect(try rows([old, entity("E2", "X")], [entity("E2", "X"), new]).isEmpty)
    }

    @Test func whatCameAndWentIsShownWhole() throws {
        let old = [entity("b", "Old", "CN", also: [.init("O", kind: .alias)]), entity("c", "Stays")]
        let new = [entity("c", "Stays"), entity("a", "New", also: [.init("N", kind: .translation)])]
        #expect(
            try rows(old, new) == [
                "added,a,New,name,primary,,New", "added,a,New,name,translation,,N",
                "removed,b,Old,name,primary,Old,", "removed,b,Old,name,alias,O,",
                "removed,b,Old,country,,CN,",
            ])
        let difference = try difference(old, new)
        #expect(difference.addedOrChanged == [1])
        #expect(difference.removedIDs == ["b"])
        #expect(ListDifference.Kind.allCases.map(difference.count) == [1, 1, 0, 0])
    }

    /// New ids for all: the entities are still the same ones.
    @Test func newIDsAreNotNewEntities() throws {
        let old = [entity("1", "Zorbax", "CN"), entity("2", "Vexolin", "RU"), entity("3", "Zorbax", "RU")]
        var new = [entity("x", "Zorbax", "RU"), entity("y", "Zorbax", "CN"), entity("z", "Vexolin", "IR")]
        new[1].program = "P"
        #expect(
            try rows(old, new) == [
                "removed,2,Vexolin,name,primary,Vexolin,", "removed,2,Vexolin,country,,RU,",
                "changed,x,Zorbax,entity_id,,3,x", "changed,y,Zorbax,entity_id,,1,y",
                "changed,y,Zorbax,program,,,P",
                "added,z,Vexolin,name,primary,,Vexolin", "added,z,Vexolin,country,,,IR",
            ])
        let difference = try difference(old, new)
        #expect(difference.addedOrChanged == [0, 1, 2])
        #expect(difference.renumbered == [0])
    }

    /// An id that is still there decides, whatever the names say.
    @Test func idsComeBeforeNames() throws {
        let old = [entity("1", "Zorbax", "CN"), entity("2", "Vexolin", "CN")]
        let new = [entity("1", "Vexolin", "CN")]
        #expect(
            try rows(old, new) == [
                "changed,1,Vexolin,name,primary,Zorbax,Vexolin",
                "removed,2,Vexolin,name,primary,Vexolin,", "removed,2,Vexolin,country,,CN,",
            ])
    }

    /// Of three of one name two are known by the rest; of the last pair one address was corrected.
    @Test func namesakesAreToldApart() throws {
        let old = (1...3).map { number in
            var entity = entity("\(number)", "Ali", "IQ")
            entity.addresses = ["\(number) Road"]
            return entity
        }
        var new = old.reversed().map { entity in
            var entity = entity
            entity.id += "n"
            return entity
        }
        new[1].addresses = ["2 Street"]
        let difference = try difference(old, new)
        #expect(difference.changes.map(\.old) == [0, 1, 2])
        #expect(difference.changes.map(\.new) == [2, 1, 0])
        #expect(difference.renumbered == [0, 2])
        // Of two that are left on a side nobody knows which is which.
        new[0].addresses = ["3 Street"]
        let unclear = try self.difference(old, new)
        #expect(ListDifference.Kind.allCases.map(unclear.count) == [2, 2, 1, 0])
    }

    @Test func idsSortByTheirBytes() throws {
        let ids = ["b", "B", "10", "9", "é", "z", ""]
        let changes = try difference(
            [entity("0", "Stays")], ids.map { entity($0, "N\($0)") } + [entity("0", "Stays")])
        #expect(
            changes.changes.compactMap { changes.entity(of: $0)?.id } == ["", "10", "9", "B", "b", "z", "é"])
    }

    @Test func jsonHasTheSameRows() throws {
        let bytes = try difference([entity("1", "Zorbax")], [entity("1", "Zorbax", "CN")]).rows(as: .jsonl)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"change":"changed","entity_id":"1","entity":"Zorbax","field":"country","kind":null,"old":null,"new":"CN"}

                """)
    }

    // MARK: Any two lists

    /// What an entity is, put together without the code under test: texts under field and kind.
    private typealias Content = [String: Set<String>]

    private func content(_ entity: Entity) -> Content {
        var content: Content = [:]
        for name in entity.names {
            content["name/\(name.isWeak ? "weak " : "")\(name.kind)", default: []].insert(name.text)
        }
        if !entity.country.isEmpty { content["country/"] = [entity.country] }
        if !entity.program.isEmpty { content["program/"] = [entity.program] }
        for address in entity.addresses { content["address/", default: []].insert(address) }
        for number in entity.identifiers {
            content["identifier/\(number.kind)", default: []].insert(number.value)
        }
        return content
    }

    private func random(_ id: String, _ generator: inout SeededGenerator) -> Entity {
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
        let words = ["Zorbax", "Vexolin", "Quibbler, F.", "\"Kil\" mar", "Trantor\nTwo", "阿克米"]
        var entity = entity(id, pick(words), pick(["CN", "RU", ""]))
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            let kind = [NameKind.alias, .former, .translation].randomElement(using: &generator) ?? .alias
            entity.names.append(.init(pick(words), kind: kind, isWeak: Bool.random(using: &generator)))
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
            entity.addresses.append(pick(["1", "2", "3"]))
        }
        if Bool.random(using: &generator) {
            entity.identifiers = [.init(kind: pick(["", "IMO"]), value: pick(["7", "8"]))]
        }
        entity.program = pick(["", "P", "Q"])
        return entity
    }

    /// The old list and the rows make the new list; each row takes only what was there and adds only what was not.
    @Test func theOldListAndTheRowsAreTheNewList() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var seen = Set<String>()
        for round in 0..<400 {
            let old = (0..<Int.random(in: 1...8, using: &generator)).map { random("\($0)", &generator) }
            var new = old.filter { _ in Int.random(in: 0..<5, using: &generator) > 0 }
            for place in new.indices {
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: new[place] = random(new[place].id, &generator)
                case 1: new[place].id += "n"
                case 2: new[place].names.shuffle(using: &generator)
                case 3: new[place].addresses.append("4")
                default: break
                }
            }
            new += (0..<Int.random(in: 0...3, using: &generator)).map { random("new\($0)", &generator) }
            new.shuffle(using: &generator)
            if new.isEmpty { continue }
            let difference = try difference(old, new)
            let before = Dictionary(uniqueKeysWithValues: old.map { ($0.id, content($0)) })
            let after = Dictionary(uniqueKeysWithValues: new.map { ($0.id, content($0)) })
            var result = before
            var mentioned = Set<String>()
            let rows = SharedData.plainRows(of: Data(difference.rows(as: .csv))).dropFirst()
            var patches: [(change: String, id: String, rows: [[String]])] = []
            for row in rows {
                seen.insert(row[0] + " " + row[3])
                if patches.last?.change == row[0] && patches.last?.id == row[1] {
                    patches[patches.count - 1].rows.append(row)
                } else {
                    patches.append((row[0], row[1], [row]))
                }
            }
            // What goes is taken away first: a new entity may have an old one's id.
            var patched: [(id: String, content: Content)] = []
            for patch in patches {
                let oldID = patch.rows.first { $0[3] == "entity_id" }?[5] ?? patch.id
                var content: Content = [:]
                if patch.change != "added" {
                    let taken = result.removeValue(forKey: oldID)
                    content = try #require(taken)
                }
                for row in patch.rows where row[3] != "entity_id" {
                    let key = "\(row[3])/\(row[4])"
                    if !row[5].isEmpty {
                        let removed = content[key]?.remove(row[5])
                        #expect(removed != nil, "\(row), seed \(seed)")
                    }
                    if !row[6].isEmpty {
                        let isNew = content[key, default: []].insert(row[6]).inserted
                        #expect(isNew, "\(row), seed \(seed)")
                    }
                    if content[key]?.isEmpty == true { content[key] = nil }
                }
                if patch.change == "removed" {
                    #expect(content.isEmpty, "\(patch), seed \(seed)")
                } else {
                    patched.append((patch.id, content))
                    mentioned.insert(patch.id)
                }
            }
            for (id, content) in patched { result[id] = content }
            #expect(result == after, "round \(round), seed \(seed)")
            #expect(Set(difference.addedOrChanged.map { new[$0].id }) == mentioned, "seed \(seed)")
            for entity in new where !mentioned.contains(entity.id) {
                #expect(before[entity.id] == content(entity), "seed \(seed)")
            }
            let back = try self.difference(new, old)
            #expect(back.count(of: .added) == difference.count(of: .removed), "seed \(seed)")
            #expect(back.count(of: .changed) == difference.count(of: .changed), "seed \(seed)")
        }
        // Fewer would mean that the lists were too much alike to test anything.
        #expect(seen.count >= 15, "\(seen.sorted())")
    }
}
