import NameMatching

// Chinese names in Traditional characters and in pinyin.
extension Mutation {
    /// 杭州海康威视数字技术 → 杭州海康威視數字技術
    static func traditional(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        WrittenName.string(name.scalars.map { HanForms.shared.traditional($0) })
    }

    /// 海康威视 → HAI KANG WEI SHI, with the project's own readings: it shows whether pinyin is found, not whether the
    /// readings are right.
    static func pinyinBySyllable(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        inPinyin(name) { _ in true }
    }

    /// 杭州海康威视 → HANGZHOU HAIKANGWEISHI: words that names share stand apart, syllables don't.
    static func pinyinByWord(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        var starts: Set<Int> = []
        for phrase in name.phrases { starts.formUnion([phrase.words.lowerBound, phrase.words.upperBound]) }
        return inPinyin(name) { starts.contains($0) }
    }

    /// Writes Han characters in pinyin.
    ///
    /// - Parameter isApart: whether a space stands before a word's syllable.
    private static func inPinyin(_ name: WrittenName, isApart: (Int) -> Bool) -> String? {
        guard name.isHan else { return nil }
        let reader = NameReader()
        var syllables = reader.pinyin(of: name.text)[...]
        var written = ""
        var end = 0
        for (place, word) in name.words.enumerated() {
            let gap = name.string(end..<word.range.lowerBound)
            end = word.range.upperBound
            written += gap
            guard word.script == .han else {
                if gap.isEmpty && !written.isEmpty { written += " " }
                written += name.text(of: place..<place + 1)
                continue
            }
            guard let syllable = syllables.popFirst(), !syllable.isEmpty else { return nil }
            let followsHan = place > 0 && name.words[place - 1].script == .han
            if gap.isEmpty, !written.isEmpty, !followsHan || isApart(place) { written += " " }
            written += syllable.uppercased()
        }
        return written + name.string(end..<name.scalars.count)
    }
}
