import Foundation
import TestSupport
import Testing

/// `weir compare` and `weir evaluate`: names against each other, one pair or a file of them.
@Suite struct PairTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    private func write(_ text: String) throws { try work.write(text, to: "pairs.csv") }

    @Test func onePairIsExplained() throws {
        let result = try work.weir("compare", "HIK VISION CO LTD", "Hikvision India")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.lines.count > 4)
        #expect(result.lines[0].wholeMatch(of: /0\.[0-9]{4}  met: .*(hik vision|hikvision).*/) != nil)
        let heads = [result.lines[1], result.lines[2]]
        #expect(
            heads == ["  as written: HIK VISION CO LTD", "  as listed:  Hikvision India"]
                || heads == ["  as written: Hikvision India", "  as listed:  HIK VISION CO LTD"])
        #expect(result.lines[3].hasPrefix("  as written  as listed"))
        #expect(result.lines[4].contains("spacing"))
        #expect(result.text.contains("india (place "))
    }

    @Test func whichNameIsFirstMakesNoDifference() throws {
        let pairs = [
            ("HIK VISION CO LTD", "Hikvision India"), ("URUMQI PSB", "乌鲁木齐市公安局"), ("Acme Best", "Best Acme"),
            ("University of Zorbax (UZBX)", "UZBX"), ("A", "B"),
        ]
        for (left, right) in pairs {
            #expect(try work.weir("compare", left, right).text == work.weir("compare", right, left).text)
        }
    }

    @Test func whatSpokeAgainstIsSaid() throws {
        let result = try work.weir(
            "compare", "Aksu Public Security Bureau", "SHANGHAI PUBLIC SECURITY BUREAU")
        #expect(result.text.contains("another place"))
        let nothing = try work.weir("compare", "Hikvision", "Acme")
        #expect(nothing.text == "0.0000  nothing met\n")
    }

    @Test(arguments: ["", "...", "😀", "\u{301}", "\u{200F}"])
    func namesWithoutALetter(_ name: String) throws {
        let result = try work.weir("compare", "Hikvision", name)
        #expect(result.status == 0)
        #expect(result.lines.first == "0.0000  nothing met")
        #expect(result.lines.last == "  no letter or digit: nothing that could match")
    }

    @Test func oddNames() throws {
        for name in [
            "A", "7", "12 13", "CO LTD", "GMBH", "H\u{301}IKVISION", "\u{202E}HIKVISION",
            String(repeating: "x", count: 10_000), String(repeating: "HIKVISION ", count: 1_000),
        ] {
            let result = try work.weir("compare", name, name)
            #expect(result.status == 0)
            #expect(result.lines[0].wholeMatch(of: /[01]\.[0-9]{4}  .*/) != nil)
            #expect(!result.text.contains("\u{202E}"))
        }
        #expect(
            try work.weir("compare", "Hikvision", "\u{200F}HIKVISION").lines[0] == "1.0000  met: hikvision")
    }

    @Test func pairsComeOutAsTheyAreWithScoreAndReason() throws {
        try write("id;name2;NAME1\r\n1;HIK VISION;\"Hik;vision\"\r\n2;Acme;Hikvision\r\n")
        let result = try work.weir("compare", "--pairs", "pairs.csv")
        #expect(result.status == 0)
        #expect(
            result.lines == [
                "id;name2;NAME1;score;reason", "1;HIK VISION;\"Hik;vision\";1.0000;met: hik, vision",
                "2;Acme;Hikvision;0.0000;",
            ])
        let piped = try work.weir(
            "compare", "--pairs", "-", "-o", "out.csv", input: "name1,name2\nHikvision,HIKVISION\n")
        #expect(piped.output.isEmpty)
        #expect(
            try work.read("out.csv")
                == "name1,name2,score,reason\nHikvision,HIKVISION,1.0000,met: hikvision\n")
    }

    @Test(
        arguments: [
            ([], "weir compare needs two names, or --pairs FILE; given were none"),
            (["A"], "weir compare needs two names, or --pairs FILE; given was “A”"),
            (["A", "B", "C"], "given were “A”, “B”, “C”"),
            (
                ["--pairs", "x.csv", "A"],
                "weir compare needs either two names or --pairs FILE; given was “A”"
            ),
            (["--pairs", "none.csv"], "can't open none.csv: No such file or directory"),
        ] as [([String], String)])
    func mistakes(_ arguments: [String], _ message: String) throws {
        let result = try work.weir(arguments: ["compare"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }
}
