import Foundation
import Testing
import TestSupport

@testable import NameMatching

/// What the built-in list must find and must leave alone: the phenomena of names in trade, one row each.
struct BuiltInListTests {
    private static let list: (index: NameIndex, ids: [String]) = {
        let data = try! Data(contentsOf: SharedData.packageRoot.appendingPathComponent("Data/entities.csv"))
        var numbers: [String: Int32] = [:]
        var ids: [String] = []
        let names = SharedData.plainRows(of: data).dropFirst().map { row in
            if numbers[row[0]] == nil {
                numbers[row[0]] = Int32(ids.count)
                ids.append(row[0])
            }
            return ListedName(entity: numbers[row[0]]!, text: row[1])
        }
        return (NameIndex(names: names), ids)
    }()

    private func found(_ name: String) -> [(id: String, match: NameMatch)] {
        BuiltInListTests.matches(name, BuiltInListTests.list.index)
            .map { (BuiltInListTests.list.ids[Int($0.entity)], $0) }
    }

    private static func matches(_ name: String, _ index: NameIndex) -> [NameMatch] {
        var matcher = Matcher(index: index)
        return Array(name.utf8).withUnsafeBufferPointer { matcher.matches($0) }
    }

    @Test(arguments: [
        ("HANGZHOU HIK VISION DIGITAL TECHNOLO", "EL2019-09"), ("杭州海康威視數字技術股份有限公司", "EL2019-09"),
        ("HANGZHOU HIKVISION DIGITAL TECHNOLOGYCO.,LTD", "EL2019-09"), ("H I K V I S I O N", "EL2019-09"),
        ("HAIKANGWEISHI", "EL2019-09"), ("HAI KANG WEI SHI", "EL2019-09"),
        ("HANGZHOU HIKVISOIN", "EL2019-09"),
        ("DIGITAL TECHNOLOGY HIKVISION HANGZHOU", "EL2019-09"), ("TO THE ORDER OF HIKVISION", "EL2019-09"),
        ("C/O HIKVISION USA INC", "EL2019-09"), ("M/S HIKVISION", "EL2019-09"),
        ("PRAMA HIKVISION INDIA", "EL2019-09"),
        ("杭州海康威视数字技术股份有限公司武汉分公司", "EL2019-09"), ("HIKVISION 杭州海康威视", "EL2019-09"),
        ("Hǎikāng Wēishì", "EL2019-09"), ("ＨＩＫＶＩＳＩＯＮ", "EL2019-09"), ("ООО «Хиквижн»", "EL2019-09"),
        ("HANGCHOW HIKVISION DIGITAL TECH", "EL2019-09"), ("DAHUA TECHNOLOGY UK LTD", "EL2019-07"),
        ("浙江大華技術股份有限公司", "EL2019-07"), ("SENSETIME", "EL2019-04"), ("I FLYTEK CO LTD", "EL2019-11"),
        ("MEGVII (BEIJING) TECHNOLOGY", "EL2019-15"), ("AMOY MEIYA PICO INFO CO", "EL2019-22"),
        ("PUBLIC SECURITY BUREAU OF AKSU", "EL2019-01"), ("URUMCHI PSB", "EL2019-20"),
        ("WULUMUQI GONGANJU", "EL2019-20"), ("KASHI PREFECTURE PUBLIC SECURITY BUREAU", "EL2019-12"),
        ("KUMUL PUBLIC SECURITY BUREAU", "EL2019-08"), ("HETIAN PSB XINJIANG", "EL2019-10"),
        ("XPCC PSB", "EL2019-24"),
        ("XUAR PEOPLE'S GOVERNMENT PSB", "EL2019-25"), ("新疆维吾尔自治区公安厅", "EL2019-25"),
        ("YIXIN SCIENCE & TECH CO", "EL2019-28"), ("DAHUA TECHNOLOGY C/O DHL GLOBAL FORWARDING", "EL2019-07"),
        ("KASHGAR PREFECTRE PUBLIC SECURTY BUREAU", "EL2019-12"), ("旷视", "EL2019-15"),
        ("ACME LTD C/O DAHUA TECHNOLOGY", "EL2019-07"),
        ("MEGVII USA INC", "EL2019-15"),
        ("TULUFAN SHI GONG AN JU", "EL2019-19"),
    ])
    func finds(name: String, id: String) {
        #expect(found(name).first?.id == id, "\(found(name))")
    }

    @Test(arguments: [
        "HANGZHOU DIGITAL TECHNOLOGY CO LTD", "HANGZHOU XUNJIE DIGITAL TECHNOLOGY CO LTD",
        "SHANGHAI MUNICIPAL PUBLIC SECURITY BUREAU", "PUBLIC SECURITY BUREAU", "HIKARI", "SENSE TECHNOLOGY",
        "FLYTECH",
        "MEYER", "海康人寿", "海康人寿保险有限公司", "大华银行", "大华银行有限公司", "12 DAHUA ROAD", "ACME LTD DAHUA ROAD HANGZHOU",
        "URUMQI HOTEL", "KASHGAR TRADING", "XINJIANG UNIVERSITY", "HANGZHOU POLICE COLLEGE",
        "YUXIN ELECTRONICS", "上海泰大华纺织有限责任公司",
        "BEIJING SHANGTONG TECHNOLOGY DEVELOPMENT CO LTD", "DHL GLOBAL FORWARDING C/O ACME",
        "CO LTD", "13", "", "A", "😀",
    ])
    func leavesAlone(name: String) {
        #expect(found(name).isEmpty, "\(found(name))")
    }

    @Test func saysWhy() throws {
        let match = try #require(found("PRAMA HIKVISION INDIA PVT LTD").first?.match)
        #expect(match.reason == "met: hikvision; beside: prama, india; ignored: pvt ltd")
        let cut = try #require(found("HANGZHOU HIK VISION DIGITAL TECHNOLO").first?.match)
        #expect(cut.reason == "met: hangzhou, hik vision = hikvision, digital, technolo = technology")
    }

    /// Two enforcement cases: a firm listed as `SIS d.o.o.` missed under `SIS DOO` (Apple, 2019), and a search that
    /// wanted every word to match missed a rare one (Cobham, 2018, `Almaz Antey Telecommunications`).
    @Test func enforcementCases() {
        let index = NameIndex(names: [
            ListedName(entity: 0, text: "SIS d.o.o."),
            ListedName(entity: 1, text: "Almaz-Antey Air Defense Concern"),
            ListedName(entity: 1, text: "Almaz-Antey"),
        ])
        func entities(_ name: String) -> [Int32] { BuiltInListTests.matches(name, index).map(\.entity) }
        #expect(entities("SIS DOO") == [0])
        #expect(entities("Almaz Antey Telecommunications LLC") == [1])
    }

    @Test func unitsOfOneBodyAreToldApartByNumber() {
        let index = NameIndex(names: [
            ListedName(entity: 13, text: "Institute No. 13"),
            ListedName(entity: 14, text: "Institute No. 14"),
        ])
        func entities(_ name: String) -> [Int32] { BuiltInListTests.matches(name, index).map(\.entity) }
        #expect(entities("INSTITUTE NO 13") == [13])
        #expect(entities("INSTITUTE 14") == [14])
        #expect(entities("INSTITUTE NO 15").isEmpty)
    }
}
