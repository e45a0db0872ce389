import Testing

@testable import NameMatching

/// What identifies a name, and whether a shorter one keeps it.
@Suite struct NameIdentityTests {
    private func keeps(_ shortened: String, _ name: String) -> Bool {
        let reader = NameReader()
        return reader.identity(of: name).isKept(in: reader.identity(of: shortened))
    }

    @Test func aBrandWordIdentifies() {
        let name = "Hangzhou Zvezdalux Digital Technology Co., Ltd."
        #expect(keeps("Hangzhou Zvezdalux Digital Technolo", name))
        #expect(keeps("Zvezdalux", name))
        #expect(keeps("Hangzhou Zvezda", name))
        #expect(!keeps("Hangzhou Zve", name))
        #expect(!keeps("Hangzhou Digital Technology Co., Ltd.", name))
        #expect(!keeps("Technology", name))
        #expect(!keeps("", name))
        #expect(keeps("海康威视", "杭州海康威视数字技术有限公司"))
        #expect(!keeps("杭州数字技术", "杭州海康威视数字技术有限公司"))
    }

    @Test func withoutABrandAllWordsIdentifyTogether() {
        let name = "Aksu District Public Security Bureau"
        #expect(keeps("Aksu Public Security Bureau", name))
        #expect(keeps("Aksu District Public Security Bure", name))
        #expect(!keeps("Aksu District", name))
        #expect(!keeps("Public Security Bureau", name))
        #expect(!keeps("Radio Research Institute", "Radio Research Institute No. 13"))
        #expect(!keeps("Radio Research Institute No. 1", "Radio Research Institute No. 13"))
        #expect(keeps("Radio Research Institute 13", "Radio Research Institute No. 13"))
    }

    @Test func lettersLeaveOutWhatAnybodyHas() {
        let reader = NameReader()
        func letters(_ name: String) -> String {
            String(decoding: reader.identity(of: name).letters, as: UTF8.self)
        }
        #expect(letters("Hik-Vision Co., Ltd.") == "hikvision")
        #expect(letters("TO THE ORDER OF HIK VISION LIMITED") == "hikvision")
        #expect(letters("海康有限公司") == "海康")
    }

    @Test func pinyinHasASyllableACharacter() {
        let reader = NameReader()
        #expect(reader.pinyin(of: "重庆 Acme 海康") == ["chong", "qing", "hai", "kang"])
        #expect(reader.pinyin(of: "Acme") == [])
    }
}
