import Foundation
import TestSupport
import Testing

// example: the lines from here to the end mark stand in README.md as they are
import NameMatching
import Screening

/// Screens a file on the built-in list; the hits go to another file.
func screen(_ shipments: String, to hits: String) throws -> RunSummary {
    let catalog = try ListCatalog([EntityList.builtIn()])
    var options = ScreeningOptions()
    options.threshold = Score(0.8)
    return try Screener(catalog: catalog, options: options).run(inputs: [shipments], output: hits)
}

/// The listed names that one name meets, best first.
func matches(_ name: String, among listed: [String]) -> [NameMatch] {
    let names = listed.enumerated().map { ListedName(entity: Int32($0.offset), text: $0.element) }
    var matcher = Matcher(index: NameIndex(names: names))
    var name = name
    return name.withUTF8 { matcher.matches($0) }
}
// end

struct ReadmeExampleTests {
    @Test func theReadmeShowsWhatIsCompiledHere() throws {
        let root = SharedData.packageRoot
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let source = try String(
            contentsOf: root.appendingPathComponent("Tests/ScreeningTests/ReadmeExampleTests.swift"),
            encoding: .utf8)
        let compiled = source.components(separatedBy: "// example: ")[1].components(separatedBy: "// end\n")[
            0
        ]
        .components(separatedBy: "\n").dropFirst().joined(separator: "\n")
        let shown = try #require(
            readme.components(separatedBy: "```swift\n").last?.components(separatedBy: "```").first)
        #expect(shown == compiled)
    }

    @Test func theExampleRuns() throws {
        let work = try WorkDirectory()
        let shipments = try work.write(
            "shipper,consignee\nACME,HIKVISION\nDAHUA TECHNOLOGY,Baker\n", to: "in.csv")
        let summary = try screen(shipments, to: work.path("hits.csv"))
        #expect(summary.counts.read == 2)
        #expect(summary.counts.hits == 2)
        #expect(try work.read("hits.csv").contains("Dahua Technology"))
    }

    @Test func theNameExampleRuns() {
        let found = matches("ALMAZ ANTEY", among: ["Kamaz", "Almaz-Antey"])
        #expect(found.map(\.entity) == [1])
    }
}
