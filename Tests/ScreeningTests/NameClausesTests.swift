import NameMatching
import TestSupport
import Testing

@testable import Screening

@Suite struct NameClausesTests {
    /// What the names of a text are, each with the first letter of its kind.
    private func names(_ text: String, _ kind: NameKind = .primary) -> [String] {
        NameClauses(text, kind: kind).clauses.map { "\($0.kind.rawValue.prefix(1)) \($0.text)" }
    }

    @Test(arguments: [
        ("North Sea Co., Ltd.; and Bolt Works", ["p North Sea Co., Ltd.", "a Bolt Works"]),
        ("North Sea;Bolt Works; and", ["p North Sea", "a Bolt Works"]),
        (
            "North Sea Development Co., Ltd., and Sea Tide",
            ["p North Sea Development Co., Ltd.", "a Sea Tide"]
        ),
        ("North Sea Co. and South Sea Co", ["p North Sea Co.", "a South Sea Co"]),
        (
            "Tom S.A. de C.V. and Horti S.A. de C.V. and their subsidiaries",
            ["p Tom S.A. de C.V.", "a Horti S.A. de C.V."]
        ),
        ("North Sea Institute a.k.a. Sea Lab", ["p North Sea Institute", "a Sea Lab"]),
        ("North Sea, a.k.a., the following two aliases:", ["p North Sea"]),
        ("North Sea (f.k.a., Old Sea (OS)'s Lab)", ["p North Sea", "f Old Sea (OS)'s Lab"]),
        (
            "North Sea (a.k.a. One; f.k.a. Two; Three) (China)",
            ["p North Sea (China)", "a One", "f Two", "f Three"]
        ),
        ("North Sea (a.k.a.", ["p North Sea"]),
        ("North Sea Co. and formerly known as South Sea Ltd", ["p North Sea Co.", "f South Sea Ltd"]),
        ("formerly known as South Sea Ltd", ["p South Sea Ltd"]),
        ("NORTH SEA D/B/A S7 SEA", ["p NORTH SEA", "a S7 SEA"]),
        ("North Sea Corp., aka Sea", ["p North Sea Corp.", "a Sea"]),
        ("North Sea; and any successor, sub-unit, or subsidiary thereof", ["p North Sea"]),
        ("North Sea, and its subunits and successors", ["p North Sea"]),
        ("North Sea Co., Ltd and subsidiaries (China)", ["p North Sea Co., Ltd"]),
        ("Sea Academy. No. 2 Long Road, Chaoyang District, Beijing, China", ["p Sea Academy"]),
        (
            "M.A.G. Sea, 5762 King Ave, Montreal, QC, Canada; and 12 Rue Nord, Office 3, Montreal",
            ["p M.A.G. Sea"]
        ),
        ("Sea Co. Ltd. 300 South Way, Green Park, Reading", ["p Sea Co. Ltd."]),
        ("Ivan Petrov, Pr. Lenina 2, Office 801, St. Petersburg, Russia 196105", ["p Ivan Petrov"]),
        ("Sea Works J.S. Co. 5 Long St.", ["p Sea Works J.S. Co."]),
        ("Sea Plant, P.O. Box 1114, Lahore", ["p Sea Plant"]),
        ("“North Sea”", ["p North Sea"]),
        ("and North Sea (China)", ["p North Sea (China)"]),
        ("also known as: Karl", ["p Karl"]),
    ])
    func namesThatAreWrittenTogether(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    /// One name, however many words it has that could join two.
    @Test(arguments: [
        "Institute of Optics, Fine Mechanics, and Physics", "Sea Agriculture, Industry, and Trade Co., Ltd.",
        "North Sea Import and Export Co., Ltd.", "NORTH AND SOUTH COMPANY LTD", "Becker GmbH and Co. KG",
        "SMITH, John", "AL-SEA, Abu 'Ali", "AKA BANK", "And Co Trading", "Success Aviation",
        "Sea Plant No. 9",
        "China Electronics No. 28 Institute", "Liyang No. 28 Equipment Co., Ltd.", "2904977 CANADA, INC.",
        "7-28",
        "Silk Road Trading Co Ltd.", "Sea Machine-Building Plant, Joint Stock Company", "B Ltd. and Sons",
        "中国船舶研究院", "Формер А.О.", "JSC 'Institute Sea'", "ООО", "Sea, Inc., No. 5 Factory", "X",
    ])
    func aSingleNameStaysWhole(_ text: String) { #expect(names(text) == ["p \(text)"]) }

    @Test func whatIsNoNameIsNeverSplitOff() {
        #expect(
            names("North Sea; Ltd.; Co; AO; Technology") == [
                "p North Sea", "a North Sea Ltd. Co AO Technology",
            ])
        #expect(names(" ; , ").isEmpty)
        #expect(names("and").isEmpty)
        #expect(names("").isEmpty)
    }

    @Test func kindsOfATextThatIsNoPrimaryName() {
        #expect(names("Sea; f.k.a. Old Sea", .alias) == ["a Sea", "f Old Sea"])
        #expect(names("Sea a.k.a. Old Sea", .former) == ["f Sea", "f Old Sea"])
        #expect(names("formerly known as South Sea", .alias) == ["f South Sea"])
    }

    @Test func anEntityTakesTheCleanedNameAsItsPrimaryOne() {
        var entity = Entity(id: "1", writtenName: "North Sea (a.k.a. Sea); and any successor thereof")
        entity.add("Sea; Tide", kind: .alias, isWeak: true)
        #expect(entity.primaryName == "North Sea")
        #expect(entity.names.map(\.text) == ["North Sea", "Sea", "Tide"])
        #expect(entity.names.map(\.isWeak) == [false, false, true])
    }

    /// No text breaks it, and no name is empty or longer than the text.
    @Test func anyText() {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "Sea", " ", "; ", ";", ", ", ". ", "and ", " and ", "(", ")", "a.k.a. ", "f.k.a.", "aka ", "Ltd.",
            "Co.",
            "No. 2 ", "12 ", "Road", "any successor", "thereof", "“", "”", "'", "\"", "—", "中", "\u{301}",
            "\0", "-", ":",
            "formerly known as", "the following", "P.O. Box 5",
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...14, using: &generator))
                .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            for clause in NameClauses(text, kind: .primary).clauses {
                #expect(
                    !clause.text.isEmpty && clause.text.utf8.count <= text.utf8.count, "seed \(seed): \(text)"
                )
            }
        }
    }

    @Test func aVeryLongTextTakesNoTime() {
        for piece in ["(a.k.a. ", "; and Sea", " and ", ", 5 ", "Co., Ltd. and A1 "] {
            let text = String(repeating: piece, count: 1000)
            #expect(NameClauses(text, kind: .alias).clauses.count <= 1000)
        }
    }
}
