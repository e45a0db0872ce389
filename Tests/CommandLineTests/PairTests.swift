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

    private static let labelled = """
        name1,name2,is_match
        Hikvision,HIKVISION,true
        Hikvision,HIK VISION INDIA,1
        Hikvision,Acme Zorbax,no
        Dahua Zorbax,Dahua Quibblix,F

        """

    @Test func theEvaluationIsATable() throws {
        try write(Self.labelled)
        let result = try work.weir("evaluate", "--pairs", "pairs.csv")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.lines[0] == "threshold  precision  recall     F1")
        #expect(result.lines[1] == "   0.0000     0.5000  1.0000  0.6667")
        #expect(result.lines.count { $0.hasSuffix("  default") } == 1)
        #expect(result.lines[22].hasSuffix("1.0000  1.0000  1.0000  best F1"))
        #expect(result.lines.last == "AUC 1.0000; 2 matching pairs, 2 others")
    }

    @Test func theEvaluationAsCSV() throws {
        try write(Self.labelled)
        let result = try work.weir("evaluate", "--pairs", "pairs.csv", "--format", "csv")
        #expect(result.status == 0)
        #expect(result.errors == "weir: AUC 1.0000; 2 matching pairs, 2 others\n")
        #expect(
            result.lines[0]
                == "threshold,precision,recall,f1,true_positives,false_positives,false_negatives,true_negatives,mark"
        )
        #expect(result.lines[1] == "0.0000,0.5000,1.0000,0.6667,2,2,0,0,")
        let marks = result.column("mark").filter { !$0.isEmpty }
        #expect(
            marks == ["default", "best_f1"] || marks == ["default best_f1"]
                || marks == ["best_f1", "default"])
        #expect(result.column("threshold") == result.column("threshold").sorted())
        for row in result.table {
            let counts = ["true_positives", "false_positives", "false_negatives", "true_negatives"]
            #expect(counts.compactMap { Int(row[$0] ?? "") }.reduce(0, +) == 4)
        }
    }

    @Test func thePlotIsAnSVG() throws {
        try write(Self.labelled)
        let plain = try work.weir("evaluate", "--pairs", "pairs.csv")
        let result = try work.weir("evaluate", "--pairs", "pairs.csv", "--plot", "curves.svg")
        #expect(result.status == 0)
        #expect(result.text == plain.text)
        let picture = try work.read("curves.svg")
        #expect(picture.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        expectBalanced(picture)
        let lines = picture.matches(of: /<polyline [^>]*points="([^"]*)"/)
        #expect(lines.count == 3)
        for line in lines {
            let points = line.1.split(separator: " ")
            #expect(points.count == 201)
            for point in points {
                let numbers = point.split(separator: ",").compactMap { Double($0) }
                #expect(
                    numbers.count == 2 && (64...584).contains(numbers[0]) && (64...394).contains(numbers[1]))
            }
        }
        let texts = picture.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { String($0.1) }
        for text in ["threshold", "precision", "recall", "F1", "default 0.7500", "0", "0.5", "1"] {
            #expect(texts.contains(text), "\(text)")
        }
        #expect(texts.contains("AUC 1.0000; 2 matching pairs, 2 others"))
    }

    /// Every element is closed, in the order in which they were opened.
    private func expectBalanced(_ xml: String) {
        var open: [Substring] = []
        for tag in xml.matches(of: /<(\/?)([a-z]+)[^<>]*?(\/?)>/) {
            if !tag.1.isEmpty {
                #expect(open.popLast() == tag.2)
            } else if tag.3.isEmpty {
                open.append(tag.2)
            }
        }
        #expect(open.isEmpty)
        #expect(xml.count { $0 == "<" } == xml.matches(of: /<\/?[a-z]+[^<>]*>/).count)
    }

    @Test func oneKindOfLabelHasNoArea() throws {
        try write("name1,name2,is_match\nHikvision,HIKVISION,true\n")
        let result = try work.weir("evaluate", "--pairs", "pairs.csv", "--plot", "curves.svg")
        #expect(result.lines.last == "AUC unknown (all labels are alike); 1 matching pair, 0 others")
        #expect(try work.read("curves.svg").contains("AUC unknown: all labels are alike"))
    }

    @Test(
        arguments: [
            ([], "weir evaluate needs the labelled pairs: --pairs FILE"),
            (["--pairs", "pairs.csv", "x"], "weir evaluate takes no arguments, but “x” was given"),
            (["--pairs", "pairs.csv", "--format", "xml"], "--format is “xml”; expected is one of text, csv"),
            (["--pairs", "pairs.csv", "--plot", "-"], "--plot is “-”; expected is a file"),
            (["--pairs", "pairs.csv", "--plot", "pairs.csv"], "pairs.csv is also an input"),
            (["--pairs", "pairs.csv", "--plot", "no/where.svg"], "no/where.svg can't be opened for writing"),
            (["--pairs", "none.csv"], "can't open none.csv: No such file or directory"),
        ] as [([String], String)])
    func mistakesInEvaluating(_ arguments: [String], _ message: String) throws {
        try write(Self.labelled)
        let result = try work.weir(arguments: ["evaluate"] + arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try work.read("pairs.csv") == Self.labelled)
    }

    /// What can't be read as a pair is rejected with its line and the reason, and the rest is done.
    @Test func recordsThatAreNoPairs() throws {
        let text =
            "name1,name2,is_match\nHikvision,HIKVISION,1\nA\nx,y\n\"open,z,1\nHikvision,Acme,0,extra,cells\n"
        try write(text)
        let compared = try work.weir("compare", "--pairs", "pairs.csv")
        #expect(compared.status == 3)
        #expect(
            compared.lines == [
                "name1,name2,is_match,score,reason", "Hikvision,HIKVISION,1,1.0000,met: hikvision",
                "x,y,,0.0000,", "Hikvision,Acme,0,0.0000,,extra,cells",
            ])
        #expect(
            compared.errors.contains(
                "weir: pairs.csv:3: the record has 1 of 3 fields and lacks name2; record rejected\n"))
        #expect(compared.errors.contains("weir: pairs.csv:5: a quote opens a field"))
        let evaluated = try work.weir("evaluate", "--pairs", "-", input: text)
        #expect(evaluated.status == 3)
        #expect(evaluated.lines.last == "AUC 1.0000; 1 matching pair, 1 other")
        #expect(
            evaluated.errors.contains(
                "standard input:3: the record has 1 of 3 fields and lacks name2 and the label; record rejected"
            ))
        #expect(
            evaluated.errors.contains("standard input:4: the record has 2 of 3 fields and lacks the label"))
    }

    @Test func bytesThatAreNoText() throws {
        let valid = "name1,name2,is_match\n杭州海康威视,HIKVISION,1\n"
        let input = Data(valid.utf8) + Data("D".utf8) + Data([0xFF]) + Data(",E,0\nHikvision,Acme,0\n".utf8)
        try work.write(input, to: "pairs.csv")
        let result = try work.weir("compare", "--pairs", "pairs.csv")
        #expect(result.status == 3)
        #expect(result.lines.count == 3)
        #expect(result.errors.contains("pairs.csv:3: "))
        #expect(result.errors.contains(" isn't valid "))
        #expect(result.errors.contains("; record rejected"))
        #expect(!result.text.contains("\u{FFFD}"))
        #expect(try work.weir("evaluate", "--pairs", "pairs.csv").status == 3)
    }

    @Test(arguments: [
        ("", "pairs.csv is empty; expected is CSV with a header that has the columns name1 and name2"),
        ("\n\r\n", "pairs.csv is empty"),
        (
            "a,b\n1,2\n",
            "pairs.csv:1: the header has no column name1; it is: a, b. Expected is CSV with the columns"
        ),
        ("name1,b\n1,2\n", "pairs.csv:1: the header has no column name2; it is: name1, b"),
    ])
    func filesThatHoldNoPairs(_ text: String, _ message: String) throws {
        try write(text)
        for command in ["compare", "evaluate"] {
            let result = try work.weir(command, "--pairs", "pairs.csv")
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }

    @Test func aHeaderAloneIsNoErrorButNothingToMeasure() throws {
        try write("name1,name2,is_match\n")
        let compared = try work.weir("compare", "--pairs", "pairs.csv")
        #expect(compared.status == 0)
        #expect(compared.text == "name1,name2,is_match,score,reason\n")
        let evaluated = try work.weir("evaluate", "--pairs", "pairs.csv")
        #expect(evaluated.status == 2)
        #expect(evaluated.errors.contains("pairs.csv has no pair that can be read below its header"))
        try write("name1,name2\nA,B\n")
        let unlabelled = try work.weir("evaluate", "--pairs", "pairs.csv")
        #expect(unlabelled.status == 2)
        #expect(
            unlabelled.errors.contains("pairs.csv:1: the header has no column is_match; it is: name1, name2.")
        )
    }

    @Test(arguments: ["perhaps", "", "2", "truefalse", "-1", "是"])
    func labelsThatAreNeitherTrueNorFalse(_ label: String) throws {
        try write("name1,name2,is_match\nA,B,true\nC,D,\(label)\n")
        let result = try work.weir("evaluate", "--pairs", "pairs.csv")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.errors
                == "weir: pairs.csv:3: is_match is “\(label)”; expected is true or false, 1 or 0, yes or no. "
                + "Correct the label, or leave the record out\n")
    }

    @Test func labelsAsPeopleWriteThem() throws {
        try write(
            "name1,name2,IS_MATCH\nA,A, TRUE \nB,B,Yes\nC,C,t\nD,D,Y\nE,F,False\nG,H,n\nI,J,NO\nK,L,f\n")
        let result = try work.weir("evaluate", "--pairs", "pairs.csv")
        #expect(result.lines.last?.hasSuffix("; 4 matching pairs, 4 others") == true)
    }

    @Test func aClosedReaderAndAFullDisk() throws {
        try write("name1,name2\n" + String(repeating: "Hikvision,HIKVISION\n", count: 20_000))
        let closed = try work.shell("weir compare --pairs pairs.csv | head -1; echo ${PIPESTATUS[0]}")
        #expect(closed.text == "name1,name2,score,reason\n0\n")
        #expect(closed.errors.isEmpty)
        try write(Self.labelled)
        for line in ["compare --pairs pairs.csv > /dev/full", "evaluate --pairs pairs.csv > /dev/full"] {
            let full = try work.shell("weir \(line)")
            #expect(full.status == 2)
            #expect(full.errors.contains("No space left on device"), "\(full.errors)")
        }
    }
}
