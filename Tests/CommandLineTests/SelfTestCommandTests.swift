import TestSupport
import Testing

/// `weir selftest` as it is typed.
@Suite struct SelfTestCommandTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    @Test func theTableAndTheFileAgree() throws {
        let result = try work.weir("selftest", "--output", "mutants.csv")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(
            result.lines[0].split(separator: " ") == [
                "phenomenon", "mutants", "left", "out", "0.60", "0.70", "*0.75", "0.80", "0.90",
            ])
        #expect(result.lines.last == "* the default threshold")
        let rows = SharedData.plainRows(of: try work.bytes("mutants.csv")).dropFirst()
        let found = rows.count { $0[6] == "yes" }
        let total = try #require(result.lines.first { $0.hasPrefix("total") }).split(separator: " ")
        #expect(total[1].replacing(",", with: "") == "\(rows.count)")
        let recall = try #require(Double(total[5]))
        #expect(abs(recall - Double(found) / Double(rows.count)) < 0.000_051)
        #expect(recall > 0.9)
        for line in result.lines.dropFirst().dropLast(2) {
            let phenomenon = rows.filter { line.hasPrefix($0[3] + "  ") }
            #expect(line.contains("  \(phenomenon.count)  "), "\(line)")
        }
    }

    @Test func aListThresholdsAndASeed() throws {
        try work.write("entity_id,name\na,Vektor Radiopribor Ltd\n", to: "list.csv")
        let first = try work.weir(
            "selftest", "--list", "list.csv", "--threshold", "0.5,0.9,0.5", "--seed", "7")
        #expect(first.status == 0)
        #expect(first.lines[0].hasSuffix("  0.50       0.90"))
        let again = try work.weir("selftest", "--seed=7", "--list=list.csv", "--threshold=0.9,0.5")
        #expect(again.output == first.output)
        // The default threshold isn't in the table, so nothing is said of it.
        #expect(!first.text.contains("*"))
    }

    @Test func whatIsWrongIsSaid() throws {
        try work.write("entity_id,name\na,Vektor\n", to: "list.csv")
        let wrong: [([String], String)] = [
            (["--threshold", "0.5,x"], "--threshold is “0.5,x”; expected is numbers from 0 to 1"),
            (["--threshold", "1.5"], "--threshold is “1.5”"),
            (["--threshold", ""], "--threshold is “”"),
            (["--seed", "-1"], "--seed is “-1”; expected is a whole number from 0"),
            (["--output", "-"], "--output is “-”; expected is a file"),
            (["--output", "list.csv", "--list", "list.csv"], "list.csv is also an input"),
            (["--output", "no/such.csv"], "no/such.csv can't be opened for writing"),
            (["--list", "nowhere.csv"], "nowhere.csv cannot be opened"),
            (["list.csv"], "weir selftest takes no arguments, but “list.csv” was given"),
        ]
        for (arguments, message) in wrong {
            let result = try work.weir(arguments: ["selftest"] + arguments)
            #expect(result.status == 2)
            #expect(result.errors.contains(message), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }
}
