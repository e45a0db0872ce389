import Testing

@testable import NameMatching

struct NormalizerTests {
    private func words(_ text: String) -> [String] {
        let name = Normalizer.read(text)
        return name.folded.units.indices.map { name.folded.spelled($0, $0 + 1) }
    }

    private func terms(_ text: String) -> [String] {
        let name = Normalizer.read(text)
        return name.terms.buffer.map { "\($0.kind) \(name.folded.spelled(Int($0.first), Int($0.last)))" }
    }

    @Test(arguments: [
        ("HIK-VISION", ["hik", "vision"]), ("H I K V I S I O N", ["hikvision"]), ("S.R.L.", ["srl"]),
        ("BIN'AN RD.", ["binan", "rd"]), ("C/O HIKVISION", ["co", "hikvision"]),
        ("ＨＩＫ　ＶＩＳＩＯＮ", ["hik", "vision"]),
        ("Müller & Søn", ["muller", "son"]), ("e\u{301}cole", ["ecole"]), ("Москва", ["moskva"]),
        ("海康威視", ["海", "康", "威", "视"]), ("HIK海康", ["hik", "海", "康"]), ("№ 13", ["no", "13"]), ("", []),
        ("  ,.;  ", []), ("\u{200F}\u{301}", []), ("😀 ACME 😀", ["acme"]),
        ("TECHNOLOGYCO.,LTD", ["technology", "co", "ltd"]), ("ECCO", ["ecco"]), ("SISCO", ["sisco"]),
        ("RADICO", ["radico"]), ("COLTD", ["coltd"]),
    ])
    func readsWords(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        (
            "TO THE ORDER OF HANGZHOU HIKVISION DIGITAL TECH CO., LTD",
            [
                "noise to the order of", "place hangzhou", "brand hikvision", "generic digital",
                "generic tech",
                "legal co ltd",
            ]
        ),
        ("杭州海康威视数字技术股份有限公司", ["place 杭州", "brand 海康威视", "generic 数字", "generic 技术", "legal 股份有限公司"]),
        ("C/O DAHUA", ["noise co", "brand dahua"]),
        ("Institute No. 13", ["generic institute", "noise no", "number 13"]),
        ("第十三研究所", ["number 第十三", "generic 研究所"]),
        ("ASA International", ["brand asa", "generic international"]),
        ("J. Smith", ["initial j", "brand smith"]),
        (
            "AKSU DISTRICT PUBLIC SECURITY BUREA",
            ["place aksu", "admin district", "generic public security burea"]
        ),
    ])
    func findsTerms(text: String, expected: [String]) {
        #expect(terms(text) == expected)
    }

    @Test func whatFollowsALegalFormOrALineBreakIsTail() {
        let name = Normalizer.read("ACME WIDGETS LTD\nNO. 12 DAHUA ROAD")
        #expect(name.terms.buffer.map(\.isTail) == [false, false, false, true, true, true, true])
    }

    @Test(arguments: [
        ("13", 13), ("No. 0013", 13), ("Plant XIV", 14), ("第十三研究所", 13), ("第二十研究所", 20), ("第三百二十一厂", 321),
        ("第13研究所", 13),
    ])
    func numbersAreOneInAllWritings(text: String, expected: UInt64) throws {
        let name = Normalizer.read(text)
        let term = try #require(name.terms.buffer.first { $0.kind == .number })
        #expect(NumberWords.value(of: term, in: name.folded) == expected)
    }

    @Test func cellsWithoutEndAreBounded() {
        let name = Normalizer.read(String(repeating: "word ", count: 10_000))
        #expect(name.folded.units.count == FoldedName.unitLimit)
    }
}
