import Testing

import NameMatching

/// What an explanation says of how two names met.
struct ExplanationTests {
    private func explanation(_ written: String, _ listed: String...) -> Explanation {
        let names = listed.enumerated().map { ListedName(entity: Int32($0), text: $1) }
        var matcher = Matcher(index: NameIndex(names: names))
        return Array(written.utf8).withUnsafeBufferPointer { matcher.explanation($0, name: 0) }
    }

    @Test(arguments: [
        ("HIKVISION", "Hikvision", Explanation.Relation.same), ("HIK VISION", "Hikvision", .spacing),
        ("HIKVISION", "Hik Vision", .spacing), ("ACME TECH", "Acme Technology", .form),
        ("ACME 科技", "Acme Technology", .form), ("PLANT XIV", "Plant No. 14", .form),
        ("HAI KANG WEI SHI", "海康威视", .pinyin), ("海康威视", "Haikangweishi", .pinyin),
        ("HIKVISOIN", "Hikvision", .typing), ("ACME TECNOLOGY", "Acme Technology", .typing),
        ("ООО «Хиквижн»", "Hikvision", .sound), ("J ZORBAXEN", "Jonathan Zorbaxen", .initial),
        ("HANGZHOU HIKVISION DIGITAL TECHNO", "Hangzhou Hikvision Digital Technology", .cut),
        ("ACME GLOBAL TRADING ZORBAXEN", "Acme Global Trading Zorbaxenberg", .cut),
    ])
    func saysHowWordsMet(written: String, listed: String, relation: Explanation.Relation) throws {
        let found = explanation(written, listed)
        let pair = try #require(found.met.first { $0.relation != .same } ?? found.met.first)
        #expect(pair.relation == relation, "\(found)")
        #expect((0...1).contains(pair.similarity))
        #expect((pair.similarity == 1) == (relation == .same) || relation == .form, "\(pair)")
    }

    @Test(arguments: [
        ("DIGITAL TECHNOLOGY", "Hikvision Digital Technology", Objection.noIdentity),
        ("AKSU HOTEL", "Aksu District Public Security Bureau", .noPlace),
        ("SHANGHAI PUBLIC SECURITY BUREAU", "Aksu District Public Security Bureau", .otherPlace),
        ("RESEARCH TECHNOLOGY INSTITUTE", "Institute of Technology Research", .looseGeneric),
        ("第十五研究所", "第十三研究所", .otherNumber), ("INSTITUTE", "Institute No. 13", .missingNumber),
        ("泰大华纺织", "大华", .partOfBrand), ("12 DAHUA ROAD", "Dahua", .streetName),
        ("DAHUA QUIBBLIX", "Dahua Zorbax", .otherBrand),
        ("HIKVISION BANK", "Hikvision Textile", .otherGeneric),
        ("SHANGHAI HIKVISION", "Hangzhou Hikvision", .otherPlaceBeside),
        ("BEST LOGISTICS", "Best", .littleEvidence),
    ])
    func saysWhatSpokeAgainst(written: String, listed: String, objection: Objection) {
        let found = explanation(written, listed)
        #expect(found.against.contains(objection), "\(found)")
        #expect(found.score < Score(0.97))
    }

    @Test func nothingSpeaksAgainstTheNameItself() {
        for name in ["Hikvision", "Aksu District Public Security Bureau", "Institute No. 13", "大华", "Best"] {
            let found = explanation(name, name)
            #expect(found.against.isEmpty, "\(found)")
            #expect(found.missing.isEmpty && found.beside.isEmpty)
            #expect(found.score == Score(1))
        }
    }

    @Test func tellsMissingFromBesideAndIgnored() {
        let found = explanation(
            "TO THE ORDER OF PRAMA HIKVISION CO LTD, NO. 12 DAHUA ROAD", "Hangzhou Hikvision Technology Ltd")
        #expect(found.met.map(\.written) == ["hikvision", "co ltd"])
        #expect(found.missing.map(\.text) == ["hangzhou", "technology"])
        #expect(found.missing.map(\.kind) == [.place, .generic])
        #expect(found.beside.map(\.text) == ["prama"])
        #expect(found.beside[0].weight > 0.5)
        #expect(found.ignored.map(\.text) == ["to the order of", "no", "12", "dahua", "road"])
        #expect(found.ignored.map(\.isTail) == [false, true, true, true, true])
        #expect(
            found.reason
                == "met: hikvision, co ltd = ltd; missing: hangzhou, technology; beside: prama; "
                + "ignored: to the order of, no, 12, dahua, road")
    }

    /// What a match says is what the explanation of its name says.
    @Test func agreesWithTheMatch() throws {
        let names = ["Dahua Technology", "Hangzhou Hikvision Digital Technology", "Hikvision", "海康威视"]
        let index = NameIndex(
            names: names.map { ListedName(entity: $0 == names[0] ? 0 : 1, text: $0) }, threshold: Score(0.1))
        var matcher = Matcher(index: index)
        for name in ["HIK VISION INDIA", "HIKVISION 杭州海康威视", "DAHUA TECH", "HIKVISOIN DIGITAL"] {
            let bytes = Array(name.utf8)
            let matches = bytes.withUnsafeBufferPointer { matcher.matches($0) }
            #expect(!matches.isEmpty)
            for match in matches {
                let found = bytes.withUnsafeBufferPointer { matcher.explanation($0, name: match.name) }
                #expect(found.score == match.score)
                #expect(found.reason == match.reason)
            }
        }
    }

    @Test func sameLettersAreSaid() {
        #expect(explanation("SENSE TIME GROUP", "Sensetime Group").isSameWritten)
        #expect(!explanation("SENSETIME", "Sensetime Group").isSameWritten)
    }

    @Test(arguments: ["", " ", "...", "😀", "\u{301}", "\u{200F}", "1", "x", "LTD", "12 13 14", "CO LTD GMBH"])
    func oddNamesAreExplainedToo(_ name: String) {
        for (written, listed) in [(name, "Hikvision"), ("HIKVISION", name), (name, name)] {
            let found = explanation(written, listed)
            #expect((0...1).contains(found.score.value))
            #expect(found.met.isEmpty || found.score.value > 0)
        }
    }

    @Test func namesWithoutEndAreExplainedToo() {
        for name in [
            String(repeating: "x", count: 10_000), String(repeating: "hikvision ", count: 2_000),
            String(repeating: "海康威视", count: 2_000),
        ] {
            _ = explanation(name, "Hikvision")
            _ = explanation("HIKVISION", name)
        }
    }

    /// Every objection has its own words, for programs and for people.
    @Test func objectionsHaveNames() {
        #expect(Set(Objection.allCases.map(\.name)).count == Objection.allCases.count)
        #expect(Set(Objection.allCases.map(\.note)).count == Objection.allCases.count)
    }

    /// An acronym in brackets makes several names of one; those of one side are never taken for the other's.
    @Test func comparedNamesWithBracketsKeepToTheirSide() {
        let comparer = NameComparer()
        #expect(comparer.compare("University of Zorbax (UZBX)", "Hikvision").score == Score(0))
        #expect(comparer.compare("Hikvision", "University of Zorbax (UZBX)").score == Score(0))
        #expect(comparer.compare("University of Zorbax (UZBX)", "University of Zorbax").score > Score(0.9))
    }
}
