import TestSupport
import Testing

@testable import Screening

/// A self-test repeats, adds up, and leaves out only what means nobody.
@Suite struct SelfTestTests {
    private func catalog(_ rows: String) throws -> ListCatalog {
        try ListCatalog([
            EntityList(bytes: Array("entity_id,name\n\(rows)\n".utf8), name: "test", path: "test.csv")
        ])
    }

    private func run(
        _ catalog: ListCatalog, seed: UInt64 = 1, workers: Int = 2, thresholds: [Double] = [0.6, 0.75, 0.9]
    ) -> SelfTestReport {
        var options = SelfTest.Options()
        options.seed = seed
        options.workers = workers
        options.thresholds = thresholds.map { Score($0) }
        return SelfTest(catalog: catalog, options: options).run()
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let catalog = try ListCatalog([EntityList.builtIn()])
        let expected = run(catalog).csv
        for workers in [1, 3, 8] { #expect(run(catalog, workers: workers).csv == expected) }
        #expect(run(catalog, seed: 2).csv != expected)
    }

    @Test func aNamesMutantsDontDependOnTheRestOfTheList() throws {
        let name = "Vektor Radiopribor Technology Ltd"
        let alone = run(try catalog("a,\(name)")).outcomes.map(\.mutant)
        let report = run(try catalog("b,Acme\na,\(name)\nc,Zapad Trading"))
        let name1 = report.outcomes.filter { $0.mutant.isEmpty == false && $0.name == 0 }.map(\.mutant)
        #expect(alone.count > 15)
        #expect(name1 == alone)
    }

    @Test func countsAddUp() throws {
        let catalog = try ListCatalog([EntityList.builtIn()])
        let report = run(catalog, thresholds: [0.9, 0.6, 0.75, 0.6])
        #expect(report.thresholds == [0.6, 0.75, 0.9].map { Score($0) })
        #expect(report.total.mutants == report.outcomes.count)
        #expect(report.total.mutants == report.rows.reduce(0) { $0 + $1.mutants })
        #expect(report.total.leftOut == report.rows.reduce(0) { $0 + $1.leftOut })
        for (place, threshold) in report.thresholds.enumerated() {
            #expect(report.total.found[place] == report.outcomes.count { $0.isFound(at: threshold) })
            #expect(report.total.found[place] == report.rows.reduce(0) { $0 + $1.found[place] })
        }
        for row in report.rows {
            #expect(row.found == row.found.sorted(by: >))
            #expect(row.found.allSatisfy { $0 <= row.mutants })
        }
        // The list has names of all kinds, so few phenomena apply to none of them.
        #expect(report.rows.count > Phenomenon.all.count - 4)
        let names = Phenomenon.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func everyMutantIsARowOfTheOutput() throws {
        let report = run(try catalog("a,Vektor Radiopribor Technology Ltd\nb,海康威视数字技术有限公司"))
        let rows = SharedData.plainRows(of: .init(report.csv))
        #expect(
            rows[0] == [
                "entity_id", "name", "mutant", "phenomenon", "best_score", "found_entity", "found", "score",
            ])
        #expect(rows.count == report.outcomes.count + 1)
        for (row, outcome) in zip(rows.dropFirst(), report.outcomes) {
            #expect(row.count == 8)
            #expect(row[2] == outcome.mutant)
            #expect(row[6] == (outcome.isFound(at: NameIndex.defaultThreshold) ? "yes" : "no"))
            if row[6] == "yes" { #expect(row[7] >= "0.75" && row[4] >= row[7]) }
        }
    }

    @Test func aMutantIsFoundOnlyThroughItsOwnEntity() throws {
        // Cut, the first name is much of the second one's.
        let report = run(
            try catalog("a,Shenzhen Technology International Trading Vektor\nb,Shenzhen Vektor Trading"))
        for outcome in report.outcomes where outcome.isFound(at: Score(0.75)) {
            #expect(outcome.best.map { $0.score >= outcome.score! } == true)
        }
        let cut = report.rows.first { $0.phenomenon == "cut at 35 characters" }
        #expect(cut?.mutants == 0 && cut?.leftOut == 1)
    }

    @Test func whatReadsLikeAnothersNameDoesntCount() throws {
        func cut(_ rows: String) throws -> SelfTestReport.Row? {
            run(try catalog(rows)).rows.first { $0.phenomenon == "cut at 35 characters" }
        }
        let name = "Vektor Radiopribor Elektrosignal Zvezda"
        #expect(try cut("a,\(name)")?.leftOut == 0)
        // Another entity's name is cut alike; is what is left; is it but for the rest of a word.
        #expect(try cut("a,\(name)\nb,Vektor Radiopribor Elektrosignal Zvuk")?.leftOut == 2)
        #expect(try cut("a,\(name)\nb,Vektor Radiopribor Elektrosignal Zv")?.leftOut == 1)
        #expect(try cut("a,\(name)\nb,Vektor Radiopribor Elektrosignal")?.leftOut == 1)
        // The same entity's, or the same name of two entities, may be found.
        #expect(try cut("a,\(name)\na,Vektor Radiopribor Elektrosignal Zvuk")?.leftOut == 0)
        #expect(try cut("a,\(name)\nb,\(name)")?.leftOut == 0)
    }
}
