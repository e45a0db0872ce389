import TestSupport
import Testing

@Suite struct IdentifierCommandTests {
    private let directory: WorkDirectory

    init() throws {
        directory = try WorkDirectory()
        try directory.write(
            """
            entity_id,name,identifiers
            A,Acme Rockets,Tax ID No.: 7707083893
            B,Mirador Optics,IMO: IMO 9187629
            """, to: "list.csv")
        try directory.write(
            """
            bill,tax,consignee,imo
            1,7707-083-893,Somebody Else,
            2,,Mirador Optics,9187629
            3,123,Acme Rocket,IMO 9187630
            4,"77""07083893",Acme Rockets,9187629
            """, to: "records.csv")
    }

    private func rows(_ arguments: String...) throws -> [String] {
        let all = ["screen", "--list", "list.csv", "--quiet"] + arguments + ["records.csv"]
        let result = try directory.weir(arguments: all)
        #expect(result.status == 0, "\(result.errors)")
        return result.lines.dropFirst().map { row in
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            return [0, 1, 2, 4, 6, 7].map { String(cells[$0]) }.joined(separator: "|")
        }
    }

    /// Rows come in the order of record and column, be it of names or of numbers.
    @Test func numbersAreHits() throws {
        #expect(
            try rows("--identifier", "tax=consignee", "--identifier", "imo") == [
                "1|tax|consignee|A|Tax ID No. 7707083893|1.0000",
                "2|consignee|consignee|B|Mirador Optics|1.0000",
                "2|imo|other|B|IMO 9187629|1.0000",
                "3|consignee|consignee|A|Acme Rockets|0.9960",
                "4|tax|consignee|A|Tax ID No. 7707083893|1.0000",
                "4|consignee|consignee|A|Acme Rockets|1.0000",
                "4|imo|other|B|IMO 9187629|1.0000",
            ])
    }

    @Test func onlyNumbersAreAskedFor() throws {
        try directory.write("x;number\n1;IMO9187629\n", to: "records.csv")
        #expect(try rows("--identifier", "number").count == 1)
        #expect(try rows("--no-header", "--identifier", "2").count == 1)
    }

    @Test func aSummaryNamesTheColumns() throws {
        _ = try rows("--identifier", "tax", "--summary", "s.json")
        let summary = try directory.read("s.json")
        #expect(summary.contains("\"tax=other\"") && summary.contains("\"identifier_columns\""))
    }

    @Test func mistakesAreSaid() throws {
        let missing = try directory.weir(
            "screen", "--list", "list.csv", "--identifier", "taxx", "records.csv")
        #expect(missing.status == 2 && missing.errors.contains("no column is called “taxx” (--identifier)"))
        let twice = try directory.weir(
            "screen", "--list", "list.csv", "--identifier", "tax", "--identifier", "TAX", "records.csv")
        #expect(twice.status == 2 && twice.errors.contains("--identifier names the column “tax” twice"))
        let role = try directory.weir("screen", "--identifier", "tax=consigne", "records.csv")
        #expect(role.status == 2 && role.errors.contains("did you mean consignee?"))
    }
}
