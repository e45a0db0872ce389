/// Names that a list joins by commas: `Alpha Ltd., Beta Ltd., and Gamma Ltd.`, `"A" or "B"`, `第一研究所、南京技术研究所`.
enum FirmLists {
    /// The names joined, or the name itself where it isn't surely more than one.
    ///
    /// Commas join names where each has a legal form, or where three or more mostly end with the same word, none says
    /// what it is `of`, and `, and` stands before the last: `Sea Carpet Ltd., Tide Carpet, Bay Carpet, and Sun Carpets`.
    ///
    /// - Complexity: O(bytes).
    static func split(_ name: NameText) -> [NameText] {
        if let quoted = quoted(name) { return quoted }
        if let han = han(name) { return han }
        guard name.place(of: ", and ") != nil || name.place(of: ", or ") != nil else { return [name] }
        var (parts, isJoined) = commaParts(of: name)
        guard parts.count > 1, isJoined else { return [name] }
        parts = parts.map(\.trimmed)
        let areNames = parts.allSatisfy { part in
            part.mayStandAlone && part.hasOwnWord && part.hasBalancedBrackets
                && !(part.bytes.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? true)
        }
        guard areNames else { return [name] }
        let firms = parts.count { $0.endsWithLegalForm || $0.endsWithCo }
        return firms == parts.count || parts.count > 2 && haveOneEnd(parts) ? parts : [name]
    }

    /// Whether most of several parts are of two words or more and end with the same word or a legal form.
    private static func haveOneEnd(_ parts: [NameText]) -> Bool {
        var ends: [String: Int] = [:]
        var firms = 0
        for part in parts {
            // Bureau of Foreign Trade, Domestic Trade, and Transit Trade
            if part.place(of: " of ") != nil || part.place(of: " for ") != nil { return false }
            let words = part.words
            guard words.count > 1, let last = words.last else { return false }
            if part.endsWithLegalForm { firms += 1 }
            ends[last.text.trimmedOfPunctuation, default: 0] += part.endsWithLegalForm ? 0 : 1
        }
        guard let most = ends.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return false }
        let shared = most.value > 1 ? most.value : 0
        // Rivera Soto, Olaf, Sea Ltd., and Tide Ltd.: the first may be a person's.
        let isFirstOne =
            parts.first.map { first in
                first.endsWithLegalForm
                    || shared > 0 && first.words.last?.text.trimmedOfPunctuation == most.key
            } ?? false
        // Life Sciences, Earth Sciences, and Health Sciences: fields rather than firms.
        let isOwn = most.value > 2 && !ListWords.shared.common.contains(most.key)
        return isFirstOne && firms + shared > parts.count * 2 / 3 && (firms > 0 || isOwn)
    }

    /// The parts between commas, a legal form belonging to the one before; and whether `and` leads to the last.
    private static func commaParts(of name: NameText) -> ([NameText], isJoined: Bool) {
        var parts: [NameText] = []
        var isJoined = false
        var start = 0
        var depth = 0
        for place in 0..<name.count {
            if name[place] == 0x28 { depth += 1 }
            if name[place] == 0x29 { depth -= 1 }
            guard name.has(", ", at: place), depth == 0 else { continue }
            let next = name[place + 2..<min(name.count, place + 34)]
            if let word = next.words.first?.text.trimmedOfPunctuation, ListWords.shared.isLegal(word) {
                continue
            }
            let and = ["and ", "or "].first { (word: StaticString) in next.has(word, at: 0) }
            if isJoined { return ([name], false) }
            parts.append(name[start..<place])
            start = place + 2 + (and?.utf8CodeUnitCount ?? 0)
            if and != nil { isJoined = true }
        }
        parts.append(name[start..<name.count])
        return (parts, isJoined)
    }

    /// Quoted names that `or`, `and` or a comma joins.
    private static func quoted(_ name: NameText) -> [NameText]? {
        let pairs: [(StaticString, StaticString)] = [
            ("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’"), ("«", "»"),
        ]
        guard let (open, close) = pairs.first(where: { name.has($0.0, at: 0) }) else { return nil }
        var parts: [NameText] = []
        var place = 0
        while name.has(open, at: place) {
            let start = place + open.utf8CodeUnitCount
            guard let end = name.place(of: close, from: start), end > start else { return nil }
            parts.append(name[start..<end])
            place = end + close.utf8CodeUnitCount
            if place == name.count { return parts.count > 1 ? parts : nil }
            let joints: [StaticString] = [", and ", ", or ", " and ", " or ", "/", ", "]
            guard let joint = joints.first(where: { name.has($0, at: place) }) else { return nil }
            place += joint.utf8CodeUnitCount
        }
        return nil
    }

    /// Chinese names of four characters and more that `、` joins, all but the last ending as institutions do; the sign
    /// may also stand inside a name: `设计、制造有限公司`.
    private static func han(_ name: NameText) -> [NameText]? {
        guard name.place(of: "、") != nil else { return nil }
        let parts = name.text.split(separator: "、", omittingEmptySubsequences: false)
        let areNames = parts.allSatisfy { part in
            part.unicodeScalars.count >= 4
                && part.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
        }
        let areEnded = parts.dropLast().allSatisfy { part in
            part.last.map { ListWords.shared.hanEnds.contains(String($0)) } ?? false
        }
        return areNames && areEnded ? parts.map { NameText(Array($0.utf8)) } : nil
    }
}
