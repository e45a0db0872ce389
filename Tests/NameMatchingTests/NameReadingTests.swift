import Testing

import NameMatching

struct NameReadingTests {
    private func read(_ text: String) -> NameReading {
        let reader = NameReader(understandsMistakes: true)
        return reader.reading(of: text)
    }

    @Test func saysOfEveryTermWhatItIs() {
        let reading = read("TO THE ORDER OF HANGZHOU HIKVISION TECNOLOGY CO., LTD\nNO. 12 DAHUA ROAD")
        #expect(
            reading.terms.map(\.text) == [
                "to the order of", "hangzhou", "hikvision", "tecnology", "co ltd", "no", "12", "dahua",
                "road",
            ])
        #expect(
            reading.terms.map(\.kind.name) == [
                "noise", "place", "brand", "generic", "legal", "noise", "number", "brand", "address",
            ])
        #expect(reading.terms.map(\.concept).prefix(4) == ["order", "hangzhou", "", "technology"])
        #expect(reading.terms.map(\.isMisspelled) == (0..<9).map { $0 == 3 })
        #expect(reading.terms.map(\.isTail) == (0..<9).map { $0 > 4 })
        #expect(reading.terms[2].weight == 1)
        #expect(reading.terms[0].weight == 0)
        #expect(reading.terms.allSatisfy { (0...1).contains($0.weight) })
    }

    @Test func formsOfOneConceptReadAlike() {
        let pairs = [
            ("TECH", "科技"), ("Hangchow", "杭州"), ("Plant XIV", "PLANT NO. 14"), ("公安局", "PSB"),
        ]
        for (left, right) in pairs {
            #expect(read(left).terms.last?.concept == read(right).terms.last?.concept)
            #expect(read(left).terms.last?.concept.isEmpty == false)
        }
    }

    @Test func hanCharactersKeepTheirPinyin() {
        let reading = read("重慶海康威視")
        #expect(reading.terms.map(\.text) == ["重庆", "海康威视"])
        #expect(reading.terms.map(\.pinyin) == ["chongqing", "haikangweishi"])
        #expect(read("HIKVISION").terms.map(\.pinyin) == [""])
    }

    @Test func marksRepeatsSecondNamesAndCuts() {
        let reading = read("XINJIANG PSB (PSB)")
        #expect(reading.terms.map(\.isRepeat) == [false, false, true])
        #expect(reading.terms[2].weight == 0)
        #expect(read("ACME LTD C/O DAHUA").terms.map(\.segment).last == 1)
        #expect(read("HANGZHOU HIKVISION DIGITAL TECHNO").mayBeCut)
        #expect(!read("HIKVISION").mayBeCut)
    }

    @Test(arguments: ["", " ", "...", "-/-", "😀", "\u{301}", "\u{200F}\u{200E}", "\u{0}", "\n"])
    func textWithoutLettersHasNoTerms(_ text: String) {
        #expect(read(text).terms.isEmpty)
        #expect(!read(text).mayBeCut)
        #expect(!read(text).isTruncated)
    }

    @Test func endlessTextIsTruncated() {
        #expect(read(String(repeating: "word ", count: 10_000)).isTruncated)
        #expect(!read(String(repeating: "word ", count: 512)).isTruncated)
        #expect(read(String(repeating: "x", count: 10_000)).terms.count == 1)
        #expect(read(String(repeating: "x ", count: 10_000)).isTruncated)
    }
}
