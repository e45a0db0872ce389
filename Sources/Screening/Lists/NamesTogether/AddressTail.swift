/// An address that a list runs on to a name: `Ship Research Academy. No. 2 Shuangquan Baojia, Chaoyang District, Beijing`.
enum AddressTail {
    /// Where the address begins, with the sign before it; nil where none surely does.
    ///
    /// Behind a full stop or a comma must stand what begins an address (a number, `No. 2`, `Room`, `P.O. Box`), or a
    /// street and at least two more parts; and it must go on as one: with a further part, and a word for a street or
    /// place or a postal code, and without a legal form at its end.
    ///
    /// Only the first places are looked at: an address further behind in a text is none that ran on to a name.
    static func start(in name: NameText) -> Int? {
        var places = 0
        for place in 0..<max(0, name.count - 2) {
            let isStop = name.has(". ", at: place)
            guard isStop || name.has(", ", at: place) else { continue }
            places += 1
            if places > 16 { return nil }
            // What stands before it must be a name.
            let before = name[0..<place]
            guard before.letterCount >= 3, before.hasBalancedBrackets else { continue }
            let tail = name[place + 2..<name.count]
            if tail.endsWithLegalForm && !tail.endsWithAddress || tail.beginsWithLegalForm { continue }
            if isStop, isAbbreviation(before), !before.endsWithLegalForm, !before.endsWithCompany { continue }
            let commas = tail.bytes.count { $0 == 0x2C }
            let isAddress =
                tail.beginsAsAddress
                ? tail.hasStreetWord && (commas >= 1 || isStop && tail.endsWithStreet)
                : commas >= 2
                    && (isStop && (tail.hasStreetWord || tail.hasPostalCode)
                        || tail.hasPostalCode && (tail.hasStreetWord || tail.firstPartEndsInNumber))
            let isBox = tail.has("p.o.", at: 0) || tail.has("po box", at: 0)
            if isAddress || isBox {
                return isStop && (before.endsWithLegalForm || before.endsWithCompany) ? place + 1 : place
            }
        }
        return nil
    }

    /// Whether a piece is an address alone.
    static func isAddress(_ piece: NameText) -> Bool {
        let part = piece.withoutJoiningWords
        let commas = part.bytes.count { $0 == 0x2C }
        guard commas > 0, !part.endsWithLegalForm else { return false }
        return part.beginsAsAddress && part.hasStreetWord
            || commas > 1 && part.hasPostalCode && part.firstPartEndsInNumber
    }

    /// Whether the full stop behind a text ends a short form rather than the name: `St`, `No`, `A`.
    private static func isAbbreviation(_ before: NameText) -> Bool {
        guard let word = before.words.last?.text.trimmedOfPunctuation else { return true }
        return word.utf8.count < 3 || word.contains(".") || ListWords.shared.shortForms.contains(word)
    }
}

extension NameText {
    /// Whether it begins with a house's number, or with a word for a part of a house and a number.
    fileprivate var beginsAsAddress: Bool {
        let words = words.prefix(2).map(\.text)
        guard let first = words.first, let sign = first.utf8.first else { return false }
        if sign >= 0x30 && sign <= 0x39 { return words.count > 1 }
        if has("p.o.", at: 0) || has("po box", at: 0) { return true }
        let hasNumber = words.count > 1 && words[1].utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
        let isUnit = ListWords.shared.units.contains(first)
        if isUnit { return hasNumber || words.count > 1 && words[1].utf8.count == 1 }
        // No.2 and Rm.5 without a space
        return ["no.", "rm.", "d."].contains { (unit: StaticString) in
            has(unit, at: 0) && first.utf8.count > unit.utf8CodeUnitCount
                && first.utf8.last.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        }
    }

    fileprivate var beginsWithLegalForm: Bool {
        words.first.map { ListWords.shared.isLegal($0.text.trimmedOfPunctuation) } ?? false
    }

    /// `Co.` ends a name as other legal forms do, but more often another form follows.
    fileprivate var endsWithCompany: Bool { has(" co", at: count - 3) }

    /// Whether a word for a street, a house or a part of a town stands in it.
    fileprivate var hasStreetWord: Bool {
        words.contains { ListWords.shared.streets.contains($0.text.trimmedOfPunctuation) }
    }

    fileprivate var endsWithStreet: Bool {
        words.last.map { ListWords.shared.streets.contains($0.text.trimmedOfPunctuation) } ?? false
    }

    /// Whether its last part has five digits or more together.
    fileprivate var hasPostalCode: Bool {
        var run = 0
        for byte in bytes {
            run = byte >= 0x30 && byte <= 0x39 ? run + 1 : 0
            if run == 5 { return true }
        }
        return false
    }

    /// `AG` and the like may also be the code of a place; with a postal code before it it is.
    fileprivate var endsWithAddress: Bool { hasPostalCode && hasStreetWord }

    fileprivate var firstPartEndsInNumber: Bool {
        let first = lower.prefix { $0 != 0x2C }
        return first.last.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    }
}
