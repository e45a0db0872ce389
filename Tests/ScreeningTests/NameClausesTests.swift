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

    /// What says how many aliases follow goes, and the first of them stays.
    @Test(arguments: [
        (
            "Sea Academy, a.k.a., the following two aliases: Sea Lab; and Tide Lab",
            ["p Sea Academy", "a Sea Lab", "a Tide Lab"]
        ),
        ("Sea Academy a.k.a. the following: Sea Lab", ["p Sea Academy", "a Sea Lab"]),
        (
            "Sea Academy, including the following three aliases: -Sea Lab; -Tide Lab; and 1st Lab",
            ["p Sea Academy", "a Sea Lab", "a Tide Lab", "a 1st Lab"]
        ),
        ("Sea Academy with the following aliases: Sea Lab", ["p Sea Academy", "a Sea Lab"]),
        ("SEA ACADEMY WITH THE FOLLOWING ALIAS: SEA LAB", ["p SEA ACADEMY", "a SEA LAB"]),
        ("Sea Academy with the following former names: Sea Lab", ["p Sea Academy", "f Sea Lab"]),
        (
            "Sea Works Co. Ltd. (and two aliases: Tide Works; and Bay) (NO)",
            ["p Sea Works Co. Ltd. (NO)", "a Tide Works", "a Bay"]
        ),
        ("Sea Works (including one alias: Tide Works)", ["p Sea Works", "a Tide Works"]),
        (
            "Sea Works (a.k.a., the following two aliases: Tide; Bay Works; f.k.a., Old Sea)",
            ["p Sea Works", "a Tide", "a Bay Works", "f Old Sea"]
        ),
        (
            "Sea Academy, including the following subordinate institutes: 11th Institute; 12th Institute",
            ["p Sea Academy", "a 11th Institute", "a 12th Institute"]
        ),
        (
            "Sea Yard PLC, including its branches: Sea Yard Oslo; and Sea Yard Kyiv",
            ["p Sea Yard PLC", "a Sea Yard Oslo", "a Sea Yard Kyiv"]
        ),
        (
            "Sea Company, Limited and its two subsidiaries from Norway, Sea (Oslo) Co. Limited and Tide (NO) Limited.",
            ["p Sea Company, Limited", "a Sea (Oslo) Co. Limited", "a Tide (NO) Limited."]
        ),
        (
            "Sea Corporation and its three Oslo-based subsidiaries, which include Tide Co., Ltd., Bay Co., Ltd., and Ebb Ltd.",
            ["p Sea Corporation", "a Tide Co., Ltd.", "a Bay Co., Ltd.", "a Ebb Ltd."]
        ),
        ("Sea Academy including the following entities Tide Lab", ["p Sea Academy", "a Tide Lab"]),
    ])
    func phrasesBeforeAliases(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    /// What is said of others, and numbers, go.
    @Test(arguments: [
        "Sea Works and its successors and assigns", "Sea Works and any parent", "Sea Works, et al.",
        "Sea Works et al",
        "Sea Works and its subordinate and affiliated entities",
        "Sea Works and its eight Oslo-based subsidiaries",
        "Sea Works (and any successor, sub-unit, or subsidiary thereof)", "Sea Works and its subordinates",
        "Sea Works, and its successors, sub-units, or subsidiaries", "Sea Works, INN 7707083893",
        "Sea Works; and its successors, sub-units, or subsidiaries", "Sea Works (INN: 7707083893)",
        "Sea Works, including all operating units wherever located", "Sea Works, Tax ID No. 12-3456789",
        "Sea Works; -; N/A",
    ])
    func tailsThatAreNoNames(_ text: String) { #expect(names(text) == ["p Sea Works"]) }

    /// Signs and words other than semicolons and `a.k.a.` that part names.
    @Test(arguments: [
        ("Sea Works Co. [a.k.a. Tide [B] Works] (NO)", ["p Sea Works Co. (NO)", "a Tide [B] Works"]),
        ("北海造船厂（又名：北海船厂）", ["p 北海造船厂", "a 北海船厂"]),
        ("北海造船厂（曾用名：东海造船厂；简称：北船）", ["p 北海造船厂", "f 东海造船厂", "a 北船"]),
        ("北海（集团）造船厂，别名：北海船厂", ["p 北海（集团）造船厂", "a 北海船厂"]),
        ("Sea Works (以下简称“北海”)", ["p Sea Works", "a 北海"]),
        ("北海造船厂；东海船舶研究所、南海电子技术研究所", ["p 北海造船厂", "a 东海船舶研究所", "a 南海电子技术研究所"]),
        ("Sea Works | Tide Works", ["p Sea Works", "a Tide Works"]),
        ("Sea Works\r\nTide Works\n北海船厂", ["p Sea Works", "a Tide Works", "a 北海船厂"]),
        ("Olaf Sea b) O. Seaman c) Olav Sea", ["p Olaf Sea", "a O. Seaman", "a Olav Sea"]),
        ("a) Olaf Sea b) O. Seaman; a) Tide", ["p Olaf Sea", "a O. Seaman", "a Tide"]),
        ("S. E. A. Works, Inc. t/a Sea Works", ["p S. E. A. Works, Inc.", "a Sea Works"]),
        ("SEA WORKS AKA TIDE WORKS", ["p SEA WORKS", "a TIDE WORKS"]),
        ("Sea Works FKA Tide DBA Bay", ["p Sea Works", "f Tide", "a Bay"]),
        ("Sea Works Ltd. alias Tide", ["p Sea Works Ltd.", "a Tide"]),
        ("Sea Co., Ltd. and/or Sea Satcom", ["p Sea Co., Ltd.", "a Sea Satcom"]),
        ("Sea Works (previously Tide Works)", ["p Sea Works", "f Tide Works"]),
        ("Sea Works (now the Tide Works)", ["p Sea Works", "a the Tide Works"]),
        ("Sea, ltd, also doing business as Tide; Bay, Inc", ["p Sea, ltd", "a Tide", "a Bay, Inc"]),
        ("Olaf Sea (previously listed as)", ["p Olaf Sea"]),
        ("Olaf Sea (formerly listed as Ole Sea)", ["p Olaf Sea", "f Ole Sea"]),
        ("Sea Army (a.k.a. SA)", ["p Sea Army", "a Sea Army (a.k.a. SA)"]),
        (
            "Rivera Soto, Olaf Ole, Sea Ltd., and Tide Ltd.",
            ["p Rivera Soto, Olaf Ole, Sea Ltd.", "a Tide Ltd."]
        ),
        ("Sea Army (a.k.a. M23)", ["p Sea Army", "a M23"]),
        ("SEA STAR 12 alias RA-78", ["p SEA STAR 12", "a RA-78"]),
        ("Sea Mat. Tech. Co., Ltd., INN 7707083893", ["p Sea Mat. Tech. Co., Ltd."]),
        ("Sea Works, a.k.a. \"Tide\" or \"Bay\"", ["p Sea Works", "a Tide", "a Bay"]),
        ("Sea Works, a.k.a. “Tide Co”, “Bay”, and “Ebb”", ["p Sea Works", "a Tide Co", "a Bay", "a Ebb"]),
        (
            "Sea, a.k.a. Tide Inc., Bay LLC, and Ebb GmbH",
            ["p Sea", "a Tide Inc.", "a Bay LLC", "a Ebb GmbH"]
        ),
        (
            "Sea Ltd., Tide Pte., Ltd., and Bay Co., Ltd.",
            ["p Sea Ltd.", "a Tide Pte., Ltd.", "a Bay Co., Ltd."]
        ),
        (
            "Sea Carpet Pvt., Tide Carpet Pvt., Ltd., Bay Carpet, Ebb Carpet, and K.K. Carpet Industries; Oslo",
            [
                "p Sea Carpet Pvt.", "a Tide Carpet Pvt., Ltd.", "a Bay Carpet", "a Ebb Carpet",
                "a K.K. Carpet Industries", "a Oslo",
            ]
        ),
    ])
    func otherSignsBetweenNames(_ text: String, _ expected: [String]) {
        #expect(names(text) == expected)
    }

    /// What looks like those signs and words, and is a part of one name.
    @Test(arguments: [
        "Nuclear reactors (including power plants)", "The Following Ltd", "Sea Units: Holding",
        "Bank of AKA Province",
        "NORTH AKA BANK", "Nippon AKA Steel", "AKA AKA", "Sea Institute of\nMarine Technology",
        "Sea Works\nLtd.",
        "Sea [Holding] Ltd.", "北海（深圳）有限公司", "北海设计、制造有限公司", "北海电子科技、信息技术有限公司", "简称科技有限公司",
        "Sea alias register", "Sales and/or Marketing Ltd.", "Bureau for Sea Import and/or Sea Export",
        "Sea Works (now in Oslo)", "Sea Works (previously listed)", "Plant (b) Sea", "Sea Alpha b",
        "Sea|Tide",
        "Bureau of Foreign Trade, Domestic Trade, and Transit Trade",
        "Sea Life Sciences, Earth Sciences, and Health Sciences", "Sea, Tide, and Bay", "'Sea' OOO 'Tide'",
        "RIVERA SOTO, Olaf Ole, Sea Institute, and Tide Works",
        "Sea Group and its subsidiaries, Oslo, Norway", "Sea Works and Parent Care", "All Entities Ltd.",
        "SEA INN 5", "Sea Tin 1234567", "Nonesuch", "None Ltd",
    ])
    func aNameWithSuchWordsStaysWhole(_ text: String) { #expect(names(text) == ["p \(text)"]) }

    @Test(arguments: ["-", "...", "—", "N/A", "n/a", "None", "NULL", "¡¿", "。", "\u{301}"])
    func aTextWithoutAName(_ text: String) {
        #expect(names(text).isEmpty)
        var entity = Entity(id: "1", writtenName: text)
        #expect(entity.primaryName == text)
        entity.add(text, kind: .alias)
        #expect(entity.names.count == 1)
    }

    @Test(arguments: ["7", "И", "中", "X", "٣"]) func aNameOfOneLetter(_ text: String) {
        #expect(names(text) == ["p \(text)"])
    }

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
            "formerly known as", "the following", "P.O. Box 5", "including two aliases: ", "[", "]", "（", "）",
            "又名", "：", "；", "、", "|", "\n", " b) ", " AKA ", " alias ", " and/or ", " or ", "et al.",
            "its branches",
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

    /// No step looks back over the whole of a long text: that would take minutes.
    @Test(arguments: [
        "(a.k.a. ", "; and Sea", " and ", ", 5 ", "Co., Ltd. and A1 ", "[a.k.a. ", "（又名：", "a) ", " a)  ",
        "with ",
        "and its two subsidiaries, A ", "including the following ", "Sea AKA Tide AKA ", "A、",
        "\"A\" or ",
        "Sea Ltd., ", "; a.k.a. the following: A", "、、；", "and/or ", "|\n", "INN 123456, ",
    ])
    func aVeryLongTextTakesNoTime(_ piece: String) {
        let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
        let clock = ContinuousClock()
        var count = 0
        let time = clock.measure { count = NameClauses(text, kind: .alias).clauses.count }
        #expect(count <= text.utf8.count)
        #expect(time < .seconds(20), "\(piece): \(time)")
    }
}
