import Testing

@testable import NameMatching

/// Words that a user adds are read as those of the data are, and win over them.
struct WordsTests {
    private func words(_ rows: (form: String, concept: String, kind: WordClass)...) throws -> Words {
        try Words(adding: rows.map { Words.Word(form: $0.form, concept: $0.concept, kind: $0.kind) })
    }

    private func terms(_ name: String, _ words: Words) -> [String] {
        let reader = NameReader(understandsMistakes: true, words: words)
        return reader.reading(of: name).terms.map { "\($0.text): \($0.kind.name) \($0.concept)" }
    }

    private func score(_ name: String, on listed: String, _ words: Words) -> Double {
        let index = NameIndex(names: [ListedName(entity: 0, text: listed)], words: words)
        var matcher = Matcher(index: index)
        return Array(name.utf8).withUnsafeBufferPointer { matcher.matches($0) }.first?.score.value ?? 0
    }

    @Test func formsOfOneConceptMeet() throws {
        let words = try words(("Zorbax", "zorbax", .organisation), ("Blinken Werk", "zorbax", .organisation))
        #expect(score("ZORBAX GMBH", on: "Blinkenwerk Trantor", .builtIn) == 0)
        #expect(score("ZORBAX GMBH", on: "Blinken-Werk", .builtIn) == 0)
        #expect(score("ZORBAX GMBH", on: "Blinken-Werk", words) > 0.9)
        #expect(score("BLINKEN WERK", on: "Zorbax Ltd", words) > 0.9)
        #expect(NameComparer(words: words).compare("Zorbax", "Blinken Werk").score > Score(0.9))
        #expect(NameComparer().compare("Zorbax", "Blinken Werk").score == Score(0))
    }

    @Test func aFormJoinsAConceptOfTheData() throws {
        let words = try words(
            ("Spülbord", "Technology", .generic), ("spuelk", "limited", .legal),
            ("pottsylvania", "xinjiang", .place))
        #expect(
            terms("POTTSYLVANIA SPULBORD SPUELK", words) == [
                "pottsylvania: place xinjiang", "spulbord: generic technology", "spuelk: legal limited",
            ])
        #expect(score("POTTSYLVANIA PUBLIC SECURITY BUREAU", on: "新疆公安局", words) > 0.9)
        #expect(score("POTTSYLVANIA PUBLIC SECURITY BUREAU", on: "新疆公安局", .builtIn) < 0.75)
    }

    @Test func anAddedFormTakesThePlaceOfTheDatas() throws {
        let words = try words(
            ("tech", "fintech", .generic), ("technology", "technology", .organisation),
            ("to the order of", "orders", .generic), ("nam co", "nam-co", .organisation))
        #expect(terms("TECH", words) == ["tech: generic fintech"])
        #expect(terms("科技", words) == ["科技: generic technology"])
        #expect(terms("TECHNOLOGY", words) == ["technology: brand technology"])
        // Cut off it still means one thing.
        let name = "ZORBAX VEXOLIN TO THE ORDER O"
        #expect(terms(name, words).last == "to the order o: generic orders")
        #expect(terms(name, .builtIn).last == "to the order o: noise order")
        // What has the form as its beginning is still the data's.
        #expect(terms("TECHNOLOGIES", words) == terms("TECHNOLOGIES", .builtIn))
    }

    @Test func formsAreFoldedAsNamesAre() throws {
        let words = try words(
            ("Ñam  KHÖ", "a", .generic), ("科藝園區", "b", .generic), ("Z. Q. X.", "c", .legal),
            ("q/x", "d", .noise), ("Цветмаш", "e", .organisation), ("ＷＩＤＥ-ish", "f", .generic))
        #expect(terms("nam-kho", words) == ["nam kho: generic a"])
        #expect(terms("科艺园区", words) == ["科艺园区: generic b"])
        #expect(terms("Vexolin ZQX", words).last == "zqx: legal c")
        #expect(terms("Vexolin Q/X Trantor", words).contains("qx: noise d"))
        #expect(terms("ЦВЕТМАШ", words).last?.hasSuffix("brand e") == true)
        #expect(terms("wide ish", words) == ["wide ish: generic f"])
    }

    @Test func placesLieInTheirParents() throws {
        let row = Words.Word(form: "Pottsville", concept: "pottsville", kind: .place, parent: "Zhejiang")
        let words = try Words(adding: [row])
        let lexicon = words.lexicon
        let place = try #require(lexicon.meaning(of: WordKey(text: "pottsville".utf8))).concept
        let region = try #require(lexicon.meaning(of: WordKey(text: "zhejiang".utf8))).concept
        let other = try #require(lexicon.meaning(of: WordKey(text: "sichuan".utf8))).concept
        #expect(lexicon.region(region, contains: place))
        #expect(!lexicon.region(other, contains: place))
    }

    @Test func givenNamesStayGivenNames() throws {
        let words = try words(("Muchamed", "mohammed", .givenName), ("Mohammed", "mohammed", .givenName))
        for form in ["muchamed", "mohammed", "muhammad", "alexander"] {
            let meaning = try #require(words.lexicon.meaning(of: WordKey(text: form.utf8)))
            #expect(words.lexicon.isGivenName(meaning.concept), "\(form)")
        }
        #expect(score("MUCHAMED VEXOLIN", on: "Muhammad Vexolin", words) > 0.9)
    }

    @Test func noWordsAreTheBuiltInOnes() throws {
        let words = try Words(adding: [])
        #expect(terms("HANGZHOU TECH", words) == terms("HANGZHOU TECH", .builtIn))
    }

    /// Where nothing is added that a name has, the name is read as without.
    @Test func otherNamesAreReadAsBefore() throws {
        let words = try words(("zorbax", "zorbax", .organisation))
        for name in [
            "HANGZHOU HIKVISION DIGITAL TECHNOLOGYCO.,LTD", "杭州海康威視數字技術股份有限公司", "C/O DAHUA, 1199 BIN'AN ROAD",
            "MOHAMMED AL ALI", "URUMCHI PSB", "TO THE ORDER OF TECNOLOGY INTL", "ООО «Хиквижн»",
        ] { #expect(terms(name, words) == terms(name, .builtIn), "\(name)") }
    }

    /// The engine and the slow matcher agree with added words too.
    @Test func nothingIsLost() throws {
        let words = try words(
            ("zorbax", "zorbax", .organisation), ("blinken werk", "zorbax", .organisation),
            ("vexolin", "technology", .generic), ("hikvision", "seeing", .generic))
        let listed = ["Blinken Werk Vexolin", "Zorbax Quibbler", "Hikvision Fandango", "杭州海康威视科技"]
        let names = listed.enumerated().map { ListedName(entity: Int32($0.offset), text: $0.element) }
        let index = NameIndex(names: names, threshold: Score(0.5), words: words)
        var matcher = Matcher(index: index)
        var reference = ReferenceMatcher(index: index)
        let asked =
            listed + [
                "BLINKENWERK TECH", "ZORBAX", "QUIBLER ZORBAX LTD", "SEEING FANDANGO", "HIKVISION", "VEXOLIN",
                "HAIKANGWEISHI VEXOLIN", "ZORBACS TECHNOLOGY",
            ]
        for name in asked {
            let found = Array(name.utf8).withUnsafeBufferPointer { matcher.matches($0) }
            #expect(found == reference.matches(name), "\(name)")
        }
    }

    @Test func tablesLiveAsLongAsWhoeverReadsThem() throws {
        for round in 0..<3 {
            let index: NameIndex
            do {
                let words = try words(("zorbax", "round \(round)", .organisation))
                index = NameIndex(names: [ListedName(entity: 0, text: "Zorbax Quibbler")], words: words)
            }
            var matcher = Matcher(index: index)
            let found = Array("ZORBAX QUIBBLER".utf8).withUnsafeBufferPointer { matcher.matches($0) }
            #expect(found.count == 1)
        }
    }

    @Test(
        arguments: [
            (("", "a", .generic, nil), "the form is empty"),
            ((" .-/ ", "a", .generic, nil), "the form “ .-/ ” has no letter or digit"),
            (("acme", " ", .generic, nil), "the concept of “acme” is empty"),
            (
                ("Zorbax", "b", .generic, nil),
                "the form “Zorbax” means b (generic) here and a (generic) before"
            ),
            (("ZORBAX", "a", .legal, nil), "the form “ZORBAX” means a (legal) here and a (generic) before"),
            (("acme", "acme", .place, "nowhere"), "the parent “nowhere” is no place"),
            (("acme", "acme", .generic, "china"), "“acme” has the parent “china” and is no place"),
            ((String(repeating: "a9 ", count: 600), "a", .generic, nil), "the form has more than 512 words"),
        ] as [((String, String, WordClass, String?), String)])
    func mistakesSayWhichWordAndWhat(_ row: (String, String, WordClass, String?), _ expected: String) {
        let first = Words.Word(form: "zorbax", concept: "a", kind: .generic)
        let second = Words.Word(form: row.0, concept: row.1, kind: row.2, parent: row.3)
        #expect {
            try Words(adding: [first, first, second])
        } throws: { error in
            guard let mistake = error as? Words.Mistake else { return false }
            #expect(mistake.message.hasPrefix(expected), "\(mistake.message)")
            #expect(mistake.earlier == (mistake.message.contains("before") ? 0 : nil))
            return mistake.word == 2
        }
    }
}
