import Foundation
import NameMatching
import TestSupport
import Testing

@testable import Screening

/// What `--changed-since` leaves out would have been found before.
@Suite struct ChangedEntitiesTests {
    /// A list in Weir's format of entities with ids and names.
    private func list(_ entities: [(id: String, names: [String])], _ name: String = "list") throws
        -> EntityList
    {
        var text = "entity_id,name\n"
        for entity in entities {
            for name in entity.names { text += "\(entity.id),\(name)\n" }
        }
        return try EntityList(bytes: Array(text.utf8), name: name, path: "\(name).csv")
    }

    /// The hits of names on a catalog: by name, the id, list, alias, score and reason.
    private func rows(_ names: [String], _ catalog: ListCatalog, _ threshold: Score) -> [[String]] {
        var matcher = Matcher(index: catalog.index(threshold: threshold, words: .builtIn))
        return names.flatMap { name -> [[String]] in
            var text = name
            return text.withUTF8 { matcher.matches($0) }.map { match in
                let entry = catalog.entries[Int(match.entity)]
                return [
                    name, entry.entity.id, "\(entry.list)", catalog.names[Int(match.name)].text,
                    "\(match.score)",
                    match.reason,
                ]
            }
        }
    }

    /// full(NEW) = full(OLD) − removed, changed and reweighed + delta, in every column.
    private func check(
        _ old: ListCatalog, _ new: ListCatalog, _ names: [String], _ threshold: Score,
        _ location: SourceLocation = #_sourceLocation
    ) throws -> ChangedEntities {
        let delta = try new.changed(since: old)
        let changes = try #require(delta.changes)
        let touched = Set(
            changes.places.map { "\(new.entries[$0].list) \(new.entries[$0].entity.id)" }
                + changes.removedIDs.flatMap { id in new.lists.indices.map { "\($0) \(id)" } })
        let isTouched = { (row: [String]) in touched.contains("\(row[2]) \(row[1])") }
        let full = rows(names, new, threshold)
        let patched = rows(names, old, threshold).filter { !isTouched($0) } + rows(names, delta, threshold)
        #expect(Set(full) == Set(patched), sourceLocation: location)
        #expect(full.count == patched.count, sourceLocation: location)
        // Of one name they come in the order in which all come.
        #expect(rows(names, delta, threshold) == full.filter(isTouched), sourceLocation: location)
        return changes
    }

    @Test func whatCameChangedOrWent() throws {
        let old = try ListCatalog([
            list([("1", ["Quartz Mining"]), ("2", ["Mirador Optics"]), ("3", ["Acme Rockets", "Acme Aero"])])
        ])
        let new = try ListCatalog([
            list([("1", ["Quartz Mining"]), ("3", ["Acme Rockets", "Acme Space"]), ("4", ["Zenit Lasers"])])
        ])
        let changes = try check(
            old, new, ["QUARTZ MINING LTD", "Mirador Optic", "Acme Aero", "Acme Space", "Zenit Laser"],
            Score(0.7))
        #expect(changes.added.map { new.entries[$0].entity.id } == ["4"])
        #expect(changes.changed.map { new.entries[$0].entity.id } == ["3"])
        #expect(changes.reweighed == [])
        #expect(changes.removedIDs == ["2"])
    }

    /// A word that three entities have weighs less than one that two have.
    @Test func aNameThatOnlyWeighsOtherwise() throws {
        let names = [("1", ["Quirlo Mining"]), ("2", ["Quirlo Optics"]), ("3", ["Zenit"])]
        let old = try ListCatalog([list(names)])
        let new = try ListCatalog([list(names + [("4", ["Quirlo Steel"]), ("5", ["Quirlo Wood"])])])
        let changes = try check(
            old, new, ["Quirlo", "Quirlo Mines", "Quirlo Optical Steel", "Zenit Ltd"], Score(0.5))
        #expect(changes.reweighed.map { new.entries[$0].entity.id } == ["1", "2"])
    }

    @Test func severalListsAndTheSameOnes() throws {
        let one = try list([("1", ["Quartz Mining"]), ("2", ["Mirador Optics"])], "one")
        let two = try list([("1", ["Zenit Lasers"])], "two")
        let other = try list([("1", ["Zenit Lasers"]), ("2", ["Quartz Works"])], "two")
        let changes = try check(
            ListCatalog([one, two]), ListCatalog([one, other]), ["Quartz", "Zenit Laser", "Mirador Optics"],
            Score(0.6))
        #expect(changes.places.count == 1)
        let none = try ListCatalog([one, two]).changed(since: ListCatalog([one, two]))
        #expect(none.entries.isEmpty)
        #expect(rows(["Quartz Mining"], none, Score(0.1)) == [])
        #expect(throws: ScreeningError.self) {
            try ListCatalog([one]).changed(since: ListCatalog([one, two]))
        }
    }

    /// Lists whose entities share words, so that many names weigh otherwise after each change.
    @Test(arguments: 1...12) func atRandom(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = [
            "quirlo", "zenit", "mirador", "acme", "vostok", "hansa", "lumen", "tarpon", "beijing", "trading",
            "technology", "optics", "杭州", "海康", "machinery", "ltd",
        ]
        func name() -> String {
            (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random)! }
                .joined(separator: " ")
        }
        func names() -> [String] { (0..<Int.random(in: 1...3, using: &random)).map { _ in name() } }
        let old = (0..<40).map { (id: "E\($0)", names: names()) }
        var new = old
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: new.append((id: "N\(new.count)\(seed)", names: names()))
            case 1: new.remove(at: Int.random(in: new.indices, using: &random))
            default: new[Int.random(in: new.indices, using: &random)].names = names()
            }
        }
        let screened = (0..<150).map { _ in name() }
        for threshold in [Score(0.4), Score(0.75), Score(0.9)] {
            _ = try check(ListCatalog([list(old)]), ListCatalog([list(new)]), screened, threshold)
        }
    }

    @Test func compiledOnesSpareTheReading() throws {
        let directory = try WorkDirectory()
        let old = try ListCatalog([
            list([("1", ["Quirlo Mining"]), ("2", ["Quirlo Optics"]), ("3", ["Zenit"])])
        ])
        let new = try ListCatalog([
            list([
                ("1", ["Quirlo Mining"]), ("2", ["Quirlo Optics"]), ("4", ["Quirlo Steel"]),
                ("5", ["Quirlo"]),
            ])
        ])
        let oldPath = try directory.write(Data(old.compiled()), to: "old.weir")
        let newPath = try directory.write(Data(new.compiled()), to: "new.weir")
        let names = ["Quirlo", "Quirlo Mines", "Zenit", "Quirlo Steel Works"]
        let changes = try check(
            ListCatalog(paths: [oldPath]), ListCatalog(paths: [newPath]), names, Score(0.5))
        let expected = try ChangedEntities(from: old, to: new, words: .builtIn)
        #expect(changes.places == expected.places && changes.removedIDs == expected.removedIDs)
    }
}
