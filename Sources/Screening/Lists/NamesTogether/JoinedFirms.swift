/// Two firms that a list joins by `and`: `Shangtang Technology Co., Ltd., and Sense Time`.
enum JoinedFirms {
    /// The names joined, or the name itself where it isn't surely more than one.
    ///
    /// `and` joins names only behind a legal form that ends one: `Machinery and Trade Co., Ltd.` is one name, as is
    /// `Fine Mechanics, and Physics`. Behind `Co.` alone the other must have a legal form too.
    static func split(_ name: NameText) -> [NameText] {
        if let place = name.place(of: " and/or ") {
            let (left, right) = (name[0..<place].trimmed, name[place + 8..<name.count].trimmed)
            if isEither(left, right) { return [left, right] }
        }
        var parts: [NameText] = []
        var rest = name
        var from = 0
        // Names have few words that join; more would only cost.
        var places = 0
        while places < 32, let place = rest.place(of: " and ", from: from) {
            places += 1
            let (left, right) = (rest[0..<place].trimmed, rest[place + 5..<rest.count].trimmed)
            if isJoint(left, right) {
                parts.append(left)
                rest = right
                from = 0
            } else {
                from = place + 5
            }
        }
        parts.append(rest)
        return parts
    }

    /// Whether `and/or` stands between two names, and not inside one: `Sales and/or Marketing Ltd.`.
    private static func isEither(_ left: NameText, _ right: NameText) -> Bool {
        let areNames = [left, right].allSatisfy { part in
            part.letterCount >= 3 && part.hasOwnWord && part.hasBalancedBrackets
                && part.place(of: " of ") == nil && part.place(of: " for ") == nil
        }
        guard areNames, let first = right.bytes.first, !(first >= 0x61 && first <= 0x7A) else { return false }
        return left.endsWithLegalForm || left.words.count > 1 && right.words.count > 1
    }

    private static func isJoint(_ left: NameText, _ right: NameText) -> Bool {
        // Two words before: Co., Ltd. alone is no name.
        guard left.letterCount >= 3, left.hasOwnWord, right.letterCount >= 3, right.hasOwnWord,
            left.hasBalancedBrackets, right.hasBalancedBrackets,
            let first = right.bytes.first, !(first >= 0x61 && first <= 0x7A)
        else { return false }
        let next = right.words.first?.text.trimmedOfPunctuation ?? ""
        // GmbH and Co. KG
        if ListWords.shared.isLegal(next) { return false }
        if left.endsWithLegalForm { return true }
        let last = left.words.last?.text ?? ""
        return ["co.", "co", "company"].contains(last)
            && (right.endsWithLegalForm || right.words.last.map { ["co.", "co"].contains($0.text) } ?? false)
    }
}
