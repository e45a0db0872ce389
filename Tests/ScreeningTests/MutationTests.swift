import TestSupport
import Testing

@testable import Screening

/// Every mutation does what it says, and nothing where it doesn't apply.
@Suite struct MutationTests {
    private func mutants(
        _ mutation: Mutation.Function, _ name: String, seeds: Range<UInt64> = 0..<40
    ) -> Set<String> {
        let name = WrittenName(name)
        return Set(
            seeds.compactMap { seed in
                var random = SplitMix64(seed: seed)
                return mutation(name, &random)
            })
    }

    /// The only mutant that any seed gives, or nil.
    private func mutant(_ mutation: Mutation.Function, _ name: String) -> String? {
        let all = mutants(mutation, name)
        #expect(all.count < 2, "\(all)")
        return all.first
    }

    // MARK: Shared words

    @Test func theLegalFormIsDroppedAtEitherEnd() {
        let drop = Mutation.legalFormDropped
        #expect(mutant(drop, "Acme Co., Ltd.") == "Acme")
        #expect(mutant(drop, "JSC Vektor") == "Vektor")
        #expect(mutant(drop, "SIS d.o.o.") == "SIS")
        #expect(mutant(drop, "Zapad (ZAPAD LLC)") == "Zapad")
        #expect(mutant(drop, "杭州海康威视数字技术股份有限公司") == "杭州海康威视数字技术")
        #expect(mutant(drop, "Acme") == nil)
        #expect(mutant(drop, "Limited") == nil)
    }

    @Test func theLegalFormIsAbbreviatedOrSpelledOut() {
        let change = Mutation.legalFormChanged
        #expect(mutants(change, "Acme Limited").contains("Acme Ltd"))
        #expect(mutants(change, "ACME CO., LTD.").contains("ACME COMPANY LTD."))
        #expect(mutants(change, "Limited Liability Company Vektor").contains("LLC Vektor"))
        #expect(mutants(change, "AO Vektor") == ["Aktsionernoe Obshchestvo Vektor"])
        #expect(mutants(change, "海康有限责任公司").contains("海康有限公司"))
        #expect(mutants(change, "Acme (Private) Limited").allSatisfy { $0.contains("(Private)") })
        #expect(mutants(change, "Acme") == [])
    }

    @Test func theLegalFormIsJoined() {
        let join = Mutation.legalFormJoined
        #expect(mutant(join, "Acme Technology Co., Ltd.") == "Acme TechnologyCo., Ltd.")
        #expect(mutant(join, "Acme, Ltd.") == nil)
        #expect(mutant(join, "JSC Vektor") == nil)
    }

    @Test func tradeWordsAreAbbreviatedAndSpelledOut() {
        let abbreviate = Mutation.tradeWordAbbreviated
        #expect(mutants(abbreviate, "ACME INTERNATIONAL").contains("ACME INTL"))
        #expect(mutants(abbreviate, "Acme Technology Ltd").contains("Acme Tech Ltd"))
        #expect(mutants(abbreviate, "Acme Import and Export").contains("Acme Imp And Exp"))
        #expect(mutants(abbreviate, "Acme") == [])
        #expect(mutants(Mutation.tradeWordSpelledOut, "Acme Tech. Ltd") == ["Acme Technology Ltd"])
        // No word is spelled out as a rarer one of another language.
        #expect(mutants(Mutation.tradeWordSpelledOut, "Acme Machine Ltd") == [])
    }

    @Test func acronymsAndPlaces() {
        #expect(mutant(Mutation.acronym, "Altay Public Security Bureau") == "Altay PSB")
        #expect(mutant(Mutation.acronym, "Altay") == nil)
        let places = mutants(Mutation.placeVariant, "XIAMEN MEIYA PICO", seeds: 0..<200)
        #expect(places.contains("AMOY MEIYA PICO"))
        #expect(places.allSatisfy { $0.hasSuffix(" MEIYA PICO") && $0.utf8.allSatisfy { $0 < 0x80 } })
        #expect(mutants(Mutation.placeVariant, "厦门美亚") == [])
    }

    // MARK: Words

    @Test func spacesComeAndGo() {
        #expect(mutant(Mutation.wordsJoined, "Hik Vision Co Ltd") == "HikVision Co Ltd")
        #expect(
            mutants(Mutation.hyphenated, "Hik Vision Digital") == [
                "Hik-Vision Digital", "Hik Vision-Digital",
            ])
        #expect(mutant(Mutation.hyphenated, "Hik-Vision") == "Hik Vision")
        #expect(mutant(Mutation.wordsJoined, "Hikvision") == nil)
        let split = mutants(Mutation.wordSplit, "Hikvision")
        #expect(split == ["Hik vision", "Hikv ision", "Hikvi sion", "Hikvis ion"])
        #expect(mutant(Mutation.wordSplit, "Vision") == nil)
        #expect(
            mutant(Mutation.lettersSpelledOut, "HIKVISION Digital Technology")
                == "H I K V I S I O N Digital Technology")
        #expect(mutant(Mutation.lettersSpelledOut, "Technology") == nil)
    }

    @Test func orderChanges() {
        let rotated = mutants(Mutation.wordsRotated, "Hong Kong Vektor (Trading) Co., Ltd.")
        #expect(rotated == ["Vektor Trading Hong Kong Co., Ltd.", "Trading Hong Kong Vektor Co., Ltd."])
        #expect(mutant(Mutation.wordsRotated, "Vektor") == nil)
        let turn = Mutation.familyNameFirst
        #expect(mutant(turn, "Ali Reza Karimi") == "Karimi, Ali Reza")
        #expect(mutant(turn, "Karimi, Ali Reza") == "Ali Reza Karimi")
        for name in ["Karimi", "Karimi Ltd", "Ali Trading", "A B C Karimi"] {
            #expect(mutant(turn, name) == nil)
        }
    }

    @Test func aTypingErrorIsOneErrorInsideALongWord() {
        let errors: [(Mutation.Function, Int)] = [
            (Mutation.letterReplaced, 0), (Mutation.letterDropped, -1), (Mutation.letterDoubled, 1),
            (Mutation.lettersSwapped, 0), (Mutation.twoErrors, .max),
        ]
        for (place, (mutation, growth)) in errors.enumerated() {
            let changed = mutants(mutation, "Acme Vektorinvest", seeds: 0..<200)
            #expect(changed.count > 5)
            for mutant in changed {
                #expect(mutant.hasPrefix("Acme V") && mutant.hasSuffix("t"), "\(mutant)")
                let distance = distance(Array("Acme Vektorinvest"), Array(mutant))
                #expect(growth == .max ? (1...2).contains(distance) : distance == 1, "\(place): \(mutant)")
                if growth != .max { #expect(mutant.count == "Acme Vektorinvest".count + growth) }
            }
            #expect(mutants(mutation, "Acme Vektor XXVIIIIII 1234567890") == [])
        }
        #expect(mutants(Mutation.twoErrors, "Vektorinv") == [])
    }

    /// Letters inserted, left out, replaced or exchanged with their neighbour.
    private func distance(_ a: [Character], _ b: [Character]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }

    // MARK: Surroundings

    @Test func aFieldCutsAt35Characters() {
        #expect(
            mutant(Mutation.cut, "Hangzhou Hikvision Digital Technology Co.")
                == "Hangzhou Hikvision Digital Technolo")
        #expect(
            mutant(Mutation.cut, "Hangzhou Hikvision Digital Systems, Limited")
                == "Hangzhou Hikvision Digital Systems")
        #expect(mutant(Mutation.cut, "Hangzhou Hikvision Digital Systems.") == nil)
    }

    @Test func textStandsBeforeAndBehind() {
        let before = mutants(Mutation.textBefore, "Acme", seeds: 0..<400)
        for text in ["TO THE ORDER OF Acme", "C/O Acme", "M/S Acme", "MESSRS Acme"] {
            #expect(before.contains(text))
        }
        for mutant in mutants(Mutation.addressBehind, "Acme") {
            #expect(mutant.wholeMatch(of: /Acme, NO\. [0-9]+ [A-Z]+ ROAD, [A-Z]+/) != nil, "\(mutant)")
        }
        for mutant in mutants(Mutation.addressInNextLine, "海康") {
            #expect(mutant.wholeMatch(of: /海康\n.+市.+路[0-9]+号/) != nil, "\(mutant)")
        }
        // A firm's address is in its own city, its branch elsewhere.
        #expect(
            mutants(Mutation.addressBehind, "Hangzhou Acme").allSatisfy { $0.hasSuffix(" ROAD, HANGZHOU") })
        for mutant in mutants(Mutation.branchBehind, "Hangzhou Acme", seeds: 0..<400) {
            #expect(mutant.wholeMatch(of: /Hangzhou Acme, [A-Z]+ BRANCH/) != nil, "\(mutant)")
            #expect(!mutant.contains(", HANGZHOU "))
        }
        #expect(mutants(Mutation.branchBehind, "海康", seeds: 0..<2_000).contains("海康武汉分公司"))
    }

    // MARK: Writing

    @Test func lettersAreWrittenOtherwise() {
        #expect(mutant(Mutation.upperCase, "Acmé Straße") == "ACMÉ STRASSE")
        #expect(mutant(Mutation.lowerCase, "ACME İ") != nil)
        #expect(mutant(Mutation.fullWidth, "Acme & Co 1") == "Ａｃｍｅ　＆　Ｃｏ　１")
        for mutant in mutants(Mutation.diacriticsAdded, "Banco Sur") {
            #expect(mutant != "Banco Sur" && mutant.unicodeScalars.count == 9, "\(mutant)")
        }
        #expect(mutants(Mutation.diacriticsAdded, "Brr") == [])
    }

    @Test func romanisedRussianIsReadBackwards() {
        let cyrillic = [
            "Vektor": "Вектор", "Novaya Zvezdochka": "Новая Звездочка", "Sergey Shchukin": "Сергей Щукин",
            "Krym": "Крым", "AEROKON": "АЕРОКОН", "Elektropribor": "Электроприбор", "Yuriy": "Юрий",
        ]
        for (latin, expected) in cyrillic {
            let written = latin.split(separator: " ").map { word in
                CyrillicLetters.shared.cyrillic(of: Array(word.unicodeScalars)[...]).map {
                    WrittenName.string($0)
                }
            }
            #expect(written.compactMap(\.self).joined(separator: " ") == expected)
        }
        #expect(mutant(Mutation.cyrillic, "Vektor Trading Ltd") == "Вектор Trading Ltd")
        #expect(mutant(Mutation.cyrillic, "Huawei Trading") == "Huawei Trading")
    }

    @Test func numeralsChange() {
        let change = Mutation.numeralChanged
        #expect(mutants(change, "Zavod No. 13") == ["Zavod No. XIII", "Zavod 13th"])
        #expect(mutant(change, "Zavod No. 622") == "Zavod 622nd")
        #expect(mutant(change, "111th Institute") == "No. 111 Institute")
        #expect(mutant(change, "Zavod XIV") == "Zavod 14")
        #expect(mutant(change, "第13研究所") == "第十三研究所")
        #expect(mutant(change, "第二十三研究所") == "第23研究所")
        for name in ["Zavod 13", "Zavod 1nd", "Xi Vi", "Zavod X", "第一百研究所"] {
            #expect(mutant(change, name) == nil)
        }
        for number in 1...Numerals.most {
            let roman = Numerals.roman(number) ?? ""
            if roman.allSatisfy({ "IVX".contains($0) }) {
                #expect(Numerals.value(ofRoman: roman.lowercased()) == number)
            }
        }
    }

    @Test func chineseNamesChangeScript() {
        let name = "杭州海康威视数字技术股份有限公司"
        #expect(mutant(Mutation.traditional, name) == "杭州海康威視數字技術股份有限公司")
        #expect(
            mutant(Mutation.pinyinBySyllable, name)
                == "HANG ZHOU HAI KANG WEI SHI SHU ZI JI SHU GU FEN YOU XIAN GONG SI")
        #expect(
            mutant(Mutation.pinyinByWord, name) == "HANGZHOU HAIKANGWEISHI SHUZI JISHU GUFENYOUXIANGONGSI")
        #expect(mutant(Mutation.pinyinByWord, "重庆 Acme海康") == "CHONGQING Acme HAIKANG")
        #expect(mutant(Mutation.pinyinBySyllable, "Hikvision") == nil)
    }
}
