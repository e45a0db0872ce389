/// Compares two names with each other, without a list: how strongly either speaks for the other.
///
/// Words weigh what names at large say of them. The order of the two names makes no difference.
public struct NameComparer: ~Copyable {
    /// What a comparison found.
    public struct Comparison: Sendable {
        /// 0…1, not cut at any threshold.
        public let score: Score
        /// Which words met, what was missing and what stood beside it, taking one of the names for the listed one.
        public let explanation: Explanation
        /// Whether the first name was taken for the listed one, and the second for the one screened against it.
        public let isFirstListed: Bool

        /// The explanation in one line, for people; empty where the score is 0.
        public var reason: String { score.tenThousandths > 0 ? explanation.reason : "" }
    }

    private let words: Words

    /// - Parameter words: what both names are read with.
    public init(words: Words = .builtIn) {
        self.words = words
    }

    /// Compares two names.
    ///
    /// Each is taken for a listed name and the other screened against it; the better of the two scores holds.
    ///
    /// - Complexity: O(words²), some 200 µs, most of it for an index of two names.
    public func compare(_ left: String, _ right: String) -> Comparison {
        let names = [ListedName(entity: 0, text: left), ListedName(entity: 1, text: right)]
        let index = NameIndex(
            names: names, threshold: Score(tenThousandths: 0), words: words, background: .shared,
            isSearched: false)
        var matcher = Matcher(index: index)
        let forward = matcher.comparison(of: left, withName: 1)
        let backward = matcher.comparison(of: right, withName: 0, isFirstListed: true)
        if forward.score != backward.score { return forward.score > backward.score ? forward : backward }
        // Whichever name is given first, the reason is the same.
        return left <= right ? forward : backward
    }
}

extension Matcher {
    /// Scores a name against one listed name, whatever the threshold.
    fileprivate mutating func comparison(
        of text: String, withName name: Int32, isFirstListed: Bool = false
    ) -> NameComparer.Comparison {
        var text = text
        let found = text.withUTF8 { explanation($0, name: name) }
        return NameComparer.Comparison(score: found.score, explanation: found, isFirstListed: isFirstListed)
    }
}
