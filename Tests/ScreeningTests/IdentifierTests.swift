import TestSupport
import Testing

@testable import Screening

@Suite struct IdentifierTests {
    private func form(_ text: String) -> String {
        var form: [UInt8] = []
        IdentifierForm.take(Array(text.utf8), into: &form)
        return String(decoding: form, as: UTF8.self)
    }

    @Test(arguments: [
        ("7707-083-893", "7707083893"), (" he 123 456 ", "HE123456"), ("７７０７０８３８９３", "7707083893"),
        ("ＨＥ１２３４５６", "HE123456"), ("ｈｅ１２３４５６", "HE123456"), ("IMO 9187629", "9187629"),
        ("imo no. 9187629", "9187629"), ("IMO 918762", "IMO918762"), ("SABRRUMM", "SABRRUMM"),
        ("91330000MA27XXXX8U", "91330000MA27XXXX8U"), ("京ICP12345", "京ICP12345"),
        // Too short, no number, a placeholder, too long, nothing.
        ("12345", ""), ("UNKNOWN", ""), ("000000000", ""), (String(repeating: "12", count: 40), ""), ("", ""),
        ("123456", ""), ("123456789", ""), ("٧٧٠٧٠٨٣٨٩٣", "7707083893"), ("۷۷۰۷۰۸۳۸۹۳", "7707083893"),
        ("SABRRUMMXXX", "SABRRUMM"), ("-- / --", ""), ("\u{FF01}\u{FF5F}", ""),
    ])
    func whatIsCompared(_ text: String, _ expected: String) {
        #expect(form(text) == expected)
    }

    private func found(_ cell: String) throws -> [String] {
        let list = """
            entity_id,name,identifiers
            A,Acme Ltd,Tax ID No.: 7707083893 | IMO: IMO 9187629
            B,Beta Ltd,7707-083-893 | SWIFT/BIC: SABRRUMM | Registration: 123
            """
        let catalog = try ListCatalog([
            EntityList(bytes: Array(list.utf8), name: "list", path: "list.csv")
        ])
        var form: [UInt8] = []
        let index = IdentifierIndex(catalog.entries)
        #expect(index.count == 4)
        var cell = cell
        return cell.withUTF8 { index.find(in: $0, &form) }.map { "\($0.entity) \($0.identifier.text)" }
    }

    @Test(arguments: [
        "INN 7707083893", "TAX ID 7707083893", "Tax ID No. 7707083893", "INN=7707083893",
        "7707083893/770701001",
        "INN:7707083893/KPP:770701001", "INN: 7707083893 KPP: 770701001",
        "INN 7707083893, OGRN 1027700132195",
        "税号：7707083893", "7707083893、1027700132195", "7707083893；x", "7707083893.0",
        "1027700132195 7707083893",
        "(7707083893)", "INN 7707-083-893", "ИНН 7707083893",
    ])
    func labelsAndNeighboursAreNoPart(_ cell: String) throws {
        #expect(try found(cell).first == "0 Tax ID No. 7707083893")
    }

    @Test func whatIsFound() throws {
        #expect(try found("VESSEL IMO 9187629 / MMSI 273315000") == ["0 IMO 9187629"])
        #expect(try found("SABRRUMMXXX") == ["1 SWIFT/BIC SABRRUMM"])
        #expect(try found("7707 083 893") == ["0 Tax ID No. 7707083893", "1 7707-083-893"])
        #expect(try found("INN: 7707083893; IMO 9187629") == ["0 Tax ID No. 7707083893", "1 7707-083-893"])
        #expect(try found("vessel #9187629") == ["0 IMO 9187629"])
        #expect(try found("№9187629|x") == ["0 IMO 9187629"])
        #expect(try found("sabrrumm") == ["1 SWIFT/BIC SABRRUMM"])
        for none in ["", "123", "77070838931", "7707083", "IMO", "707083893", ";;;", "::", "#"] {
            #expect(try found(none) == [], "\(none)")
        }
    }
}

/// Firms are called as ships are.
@Suite struct CraftTests {
    @Test func aShipsNameIsAWeakOne() throws {
        let list = """
            entity_id,name,entity_type
            A,Maestro,vessel
            B,Quirlo,Airplane
            C,Zenit,company
            """
        let catalog = try ListCatalog([EntityList(bytes: Array(list.utf8), name: "list", path: "list.csv")])
        #expect(catalog.names.map(\.isWeak) == [true, true, false])
        // The list doesn't say so.
        #expect(catalog.entries.allSatisfy { $0.entity.names.allSatisfy { !$0.isWeak } })
    }
}
