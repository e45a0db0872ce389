/// Why a name scores as it does against a listed one: which words met and how, what was missing, what stood beside,
/// what was ignored, and what spoke against.
public struct Explanation: Sendable, Equatable {
    /// How words of the screened name met words of the listed one.
    public enum Relation: String, Sendable, CaseIterable {
        /// The same words.
        case same
        /// Another form of the same word: an abbreviation, a translation, an acronym, a number in other writing.
        case form
        /// The same letters, spaced otherwise.
        case spacing
        /// Han characters and their pinyin, or other characters that sound alike.
        case pinyin
        /// Another romanisation, or what is left of the word after it went through another script.
        case sound
        /// The first letter of a person's name.
        case initial
        /// Typing errors.
        case typing
        /// A word cut off at the end of a field.
        case cut
    }

    /// Words that met.
    public struct Pair: Sendable, Equatable {
        /// The words of the screened name, folded.
        public let written: String
        /// The words of the listed name, folded.
        public let listed: String
        public let relation: Relation
        /// How alike they are, 0…1.
        public let similarity: Double
        /// How much the listed words say about who is meant; of one word 0…1, of several the sum.
        public let weight: Double
    }

    /// Words of one name that met nothing of the other.
    public struct Word: Sendable, Equatable {
        /// The words, folded.
        public let text: String
        /// What they are to the identity of their name.
        public let kind: TermClass
        /// How much they say about who is meant, 0…1.
        public let weight: Double
        /// Whether they stand where the screened name has ended: behind a legal form or in an address.
        public let isTail: Bool
    }

    public let score: Score
    /// What met, in the order of the screened name.
    public let met: [Pair]
    /// Words of the listed name that weren't met, but for the legal form.
    public let missing: [Word]
    /// Words of the screened name that met nothing and count.
    public let beside: [Word]
    /// Words of the screened name that met nothing and count for little or nothing: legal forms, addresses, what
    /// stands around names, what is said twice.
    public let ignored: [Word]
    /// What lowered the score beyond what is missing and beside, in the order of `Objection.allCases`.
    public let against: [Objection]
    /// Whether both names are the same letters, or the same pinyin, when written without spaces: that alone makes a
    /// high score, whatever else speaks against it.
    public let isSameWritten: Bool

    /// The least similarity that a reason shows as equal.
    private static let equal = Double(WordSimilarity.joined * WordSimilarity.reading / 1_000) / 1_000

    /// The explanation in one line, such as `met: hik vision = hikvision; missing: hangzhou; beside: india`, and
    /// whether the listed name is a weak one; empty where nothing met.
    public var reason: String {
        let pairs = met.map { pair in
            if pair.written == pair.listed { return pair.written }
            return "\(pair.written) \(pair.similarity >= Explanation.equal ? "=" : "~") \(pair.listed)"
        }
        let parts = [
            ("met", pairs), ("missing", missing.map(\.text)), ("beside", beside.map(\.text)),
            ("ignored", ignored.map(\.text)),
        ]
        var texts = parts.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1.joined(separator: ", "))" }
        if against.contains(.weakName) { texts.append("weak name") }
        return texts.joined(separator: "; ")
    }
}
