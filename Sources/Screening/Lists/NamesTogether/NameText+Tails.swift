/// What lists put behind a name that is none itself: who else is meant, numbers, `et al.`.
extension NameText {
    /// Whether it is no name but says something of names or places.
    var isRemark: Bool {
        if has("the following", at: 0) || has("following ", at: 0) {
            // The Following Ltd. may be a firm.
            let isSmall = bytes.first.map { $0 >= 0x61 } ?? true
            return isSmall || ["alias", "name", "entities", "address"].contains { place(of: $0) != nil }
        }
        if has("any ", at: 0) || has("all ", at: 0) {
            return ["entities", "successor", "subsidiar", "sub-unit", "subunit", "affiliate"].contains {
                (noun: StaticString) in place(of: noun) != nil
            }
        }
        return false
    }

    /// Without `and any successor, sub-unit, or subsidiary thereof` and the like at its end, in brackets or not, and
    /// without a tax number or `et al.`.
    var withoutTails: NameText {
        var part = self
        // A number may stand behind the rest, or before it.
        for _ in 0..<2 {
            let shorter = part.withoutNumber.withoutOthers.withoutSuccessors
            if shorter.count == part.count { break }
            part = shorter
        }
        return part
    }

    /// Without `et al.` and without `, including all operating units`.
    private var withoutOthers: NameText {
        var part = trimmedOfSpaces
        for end: StaticString in [" et al.", " et al", " and others"] where part.ends(with: end) {
            part = part[0..<part.count - end.utf8CodeUnitCount].trimmed
        }
        if let place = part.place(of: " including all "), place > 2, part[0..<place].hasBalancedBrackets {
            part = part[0..<place].trimmed
        }
        return part
    }

    /// Without a tax number behind a comma or in brackets: `Acme, INN 7707083893`.
    var withoutNumber: NameText {
        var part = trimmedOfSpaces
        let isBracketed = part.ends(with: ")")
        if isBracketed { part = part[0..<part.count - 1] }
        var end = part.count
        while end > 0, part[end - 1] >= 0x30 && part[end - 1] <= 0x39 || part[end - 1] == 0x2D { end -= 1 }
        guard part.count - end >= 6 else { return self }
        var title = part[0..<end].trimmed
        for word: StaticString in [" no.", " no", " number", " #"] where title.ends(with: word) {
            title = title[0..<title.count - word.utf8CodeUnitCount].trimmed
        }
        for word: StaticString in ["tax id", "inn", "ogrn", "kpp", "vat", "ein", "tin", "taxpayer id"]
        where title.ends(with: word) {
            let place = title.count - word.utf8CodeUnitCount
            let name = title[0..<place].trimmedOfSpaces
            guard let sign = name.lower.last, sign == (isBracketed ? 0x28 : 0x2C) else { continue }
            let rest = name.trimmed
            if rest.letterCount >= 3 { return rest }
        }
        return self
    }

    /// Without `and any successor, sub-unit, or subsidiary thereof` and the like at its end.
    private var withoutSuccessors: NameText {
        guard ListWords.shared.successorStems.contains(where: { place(of: $0) != nil }) else { return self }
        var part = trimmed
        // A country in brackets may stand behind it; or brackets are around it.
        if part.ends(with: ")"), let open = part.lower.lastIndex(of: 0x28) {
            let place = open - part.lower.startIndex
            let inner = part[place + 1..<part.count - 1]
            part = part[0..<place].trimmed
            if inner.successorsStart == 0 { return part.isEmpty ? self : part }
        }
        guard let start = part.successorsStart else { return self }
        let offset = part.bytes.startIndex - bytes.startIndex
        return self[0..<offset + start].trimmed
    }

    /// Where the words begin, up to the end, that say who is meant beside the named one.
    private var successorsStart: Int? {
        let words = ListWords.shared
        var hasNoun = false
        var isOwn = false
        var start: Int?
        // Looked at from the end, no more of them than such phrases have.
        for word in lastWords(24) {
            let bare = word.text.trimmedOfPunctuation
            if words.successors.contains(bare) {
                hasNoun = true
            } else if !words.successorJoints.contains(bare), !words.numbers.contains(bare),
                !bare.hasSuffix("-based")
            {
                break
            }
            if ["any", "its", "their", "thereof", "all"].contains(bare) { isOwn = true }
            if ["and", "or", "any", "its", "their"].contains(bare) { start = word.range.lowerBound }
            let separators = word.text.utf8.last.map { $0 == 0x3B || $0 == 0x2C } ?? false
            if separators, start == nil { break }
        }
        let isSurely = isOwn || trimmed.ends(with: "subsidiaries")
        return hasNoun && isSurely ? start : nil
    }

    /// The last words between spaces, the last one first.
    func lastWords(_ limit: Int) -> [(text: String, range: Range<Int>)] {
        var words: [(text: String, range: Range<Int>)] = []
        var end = count
        while words.count < limit {
            while end > 0, self[end - 1] == 0x20 { end -= 1 }
            var start = end
            while start > 0, self[start - 1] != 0x20 { start -= 1 }
            if start == end { break }
            words.append((String(decoding: self[start..<end].lower, as: UTF8.self), start..<end))
            end = start
        }
        return words
    }

    /// Whether it ends with a text, in small letters.
    func ends(with text: StaticString) -> Bool { has(text, at: count - text.utf8CodeUnitCount) }
}
