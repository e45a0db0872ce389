import Foundation
import TestSupport
import Testing

/// Words of the user's own, from the file to the hit, and what is said of files that can't be read.
@Suite struct WordsTests {
    private let work: WorkDirectory

    init() throws {
        work = try WorkDirectory()
        try work.write(
            """
            form,concept,class
            Wolkenkuckuck,wolken,organisation
            云鹄屋,wolken,organisation

            """, to: "firms.csv")
        try work.write("\u{FEFF}Class;FORM;note;Concept\r\ngeneric;Tek.;x;technology\r\n", to: "trade.csv")
        try work.write("entity_id,name\nE1,Wolkenkuckuck\n", to: "list.csv")
        try work.write("consignee\n雲鵠屋有限公司\nAcme\n", to: "in.csv")
    }

    @Test func screenMeetsWhatTheWordsSay() throws {
        let plain = try work.weir("screen", "--list", "list.csv", "--summary", "plain.json", "in.csv")
        #expect(plain.table.isEmpty)
        #expect(try work.json("plain.json")["words"] as? [String] == [])
        let result = try work.weir(
            "screen", "--list", "list.csv", "--words", "firms.csv", "--words", "trade.csv", "--summary",
            "sum.json", "in.csv")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.column("record") == ["1"])
        #expect(result.column("entity_id") == ["E1"])
        let files = try #require(try work.json("sum.json")["words"] as? [[String: Any]])
        #expect(files.map { $0["path"] as? String } == ["firms.csv", "trade.csv"])
        #expect(files.map { $0["words"] as? Int } == [2, 1])
        let sum = try work.shell("sha256sum firms.csv").text.prefix(64)
        #expect(files[0]["sha256"] as? String == String(sum))
    }

    @Test func theOtherCommandsTakeThem() throws {
        let search = try work.weir(
            "search", "--list", "list.csv", "--words", "firms.csv", "--format", "jsonl", "云鹄屋")
        let results = try #require(try search.objects.first?["results"] as? [[String: Any]])
        #expect(results.first?["entity_id"] as? String == "E1")

        let pair = ["云鹄屋", "Wolkenkuckuck"]
        #expect(try work.weir(arguments: ["compare"] + pair).text.hasPrefix("0.0000"))
        #expect(
            try work.weir(arguments: ["compare", "--words", "firms.csv"] + pair).text.hasPrefix("0.9"))
        try work.write("name1,name2,is_match\n云鹄屋,Wolkenkuckuck,1\nAcme,Zorbax,0\n", to: "pairs.csv")
        let compared = try work.weir("compare", "--words", "firms.csv", "--pairs", "pairs.csv")
        #expect(compared.column("score")[0].hasPrefix("0.9"))
        let evaluated = try work.weir("evaluate", "--words", "firms.csv", "--pairs", "pairs.csv")
        #expect(evaluated.text.contains("AUC 1.0000"))

        let read = try work.weir("normalize", "--words", "trade.csv", "--format", "jsonl", "TEK")
        let terms = try #require(try read.objects.first?["terms"] as? [[String: Any]])
        #expect(terms.first?["concept"] as? String == "technology")

        let tested = try work.weir("selftest", "--list", "list.csv", "--words", "firms.csv")
        #expect(tested.status == 0)
        #expect(tested.text.contains("* the default threshold"))
    }

    @Test func helpAndCompletionsNameThem() throws {
        for command in ["screen", "search", "compare", "evaluate", "normalize", "selftest"] {
            let help = try work.weir("help", command).text
            #expect(help.contains("--words PATH"), "\(command)")
            #expect(help.contains("given-name"), "\(command)")
        }
        #expect(try work.weir("completions", "bash").text.contains("--words"))
    }

    @Test(arguments: [
        (
            "form,concept\na,b\n",
            "bad.csv:1: the header has no column class; it is: form, concept; expected is"
        ),
        ("text,concept,class\na,b,generic\n", "bad.csv:1: the header has no column form; it is: text"),
        ("form,class\na,generic\n", "bad.csv:1: the header has no column concept"),
        (
            "form,concept,class\na,b,generic\nc,d,gneric\n",
            "bad.csv:3: the class is “gneric” (did you mean generic?); expected is one of legal, generic, admin, "
                + "place, noise, address, organisation, given-name"
        ),
        ("form,concept,class\na,b\n", "bad.csv:2: the class is empty; expected is one of legal"),
        ("form,concept,class\n,b,generic\n", "bad.csv:2: the form is empty; expected is a word or phrase"),
        ("form,concept,class\n-,b,generic\n", "bad.csv:2: the form “-” has no letter or digit"),
        ("form,concept,class\na,,generic\n", "bad.csv:2: the concept of “a” is empty; expected is what"),
        (
            "form,concept,class\n\nabc,b,generic\nABC,c,generic\n",
            "bad.csv:4: the form “ABC” means c (generic) here and b (generic) before; expected is one meaning a "
                + "form. The earlier one is at bad.csv:3"
        ),
        (
            "form,concept,class\nwolkenkuckuck,b,generic\n",
            "bad.csv:2: the form “wolkenkuckuck” means b (generic) here and wolken (organisation) before; expected "
                + "is one meaning a form. The earlier one is at firms.csv:2"
        ),
        ("form,concept,class,parent\na,b,place,nowhere\n", "bad.csv:2: the parent “nowhere” is no place"),
        (
            "form,concept,class,parent\na,b,generic,china\n",
            "bad.csv:2: “a” has the parent “china” and is no place"
        ),
        ("form,concept,class\n\"a,b,generic\n", "bad.csv:2: a quote is opened here and never closed"),
        ("", "the words bad.csv are empty; expected is CSV with a header"),
        ("form,concept,class\n", "the words bad.csv are none: nothing stands below the header"),
    ])
    func mistakesSayWhereAndWhat(_ text: String, _ expected: String) throws {
        try work.write(text, to: "bad.csv")
        let result = try work.weir(
            "screen", "--list", "list.csv", "--words", "firms.csv", "--words", "bad.csv", "in.csv")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("weir: \(expected)"), "\(result.errors)")
    }

    @Test func filesThatCantBeRead() throws {
        try work.write(Data([0x66, 0xFF, 0x0A]), to: "latin.csv")
        for (path, expected) in [
            ("nowhere.csv", "the words nowhere.csv cannot be opened: No such file"),
            (work.url.path, "is a directory; give a file"),
            ("latin.csv", "the words latin.csv are not UTF-8 text. Convert them first"),
        ] {
            let result = try work.weir("normalize", "--words", path, "Acme")
            #expect(result.status == 2)
            #expect(result.errors.contains(expected), "\(result.errors)")
        }
    }
}
