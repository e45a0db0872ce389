/// How alike two words are that aren't the same: typing errors, and words cut off at the end of a field.
///
/// Similarities are thousandths; 0 is no match. What decides depends on the two words alone, never on a list.
enum WordSimilarity {
    static let same: Int32 = 1_000
    /// One word written as several or several as one.
    static let joined: Int32 = 970
    /// Another form of the same concept: `tech` for `technology`.
    static let concept: Int32 = 980
    /// A word of the lexicon with a typing error.
    static let corrected: Int32 = 985
    /// The pinyin of Han characters.
    static let reading: Int32 = 950

    /// Two Han characters and a listed word in Latin letters: one of many names that sound so (颐信, 宜信, 亿鑫: Yixin).
    static let homophone: Int32 = 850

    /// So few Han characters say nothing by their sound to others.
    static let mostHomophones = 2

    /// A person's name met by its first letter: less than what counts as a brand met.
    static let initial: Int32 = 690

    /// A number written as a word, which may be no number: `One`, `First`.
    static let numberWord: Int32 = 800

    /// Another form of a given name: `Bill` for `William`, `Muhammad` for `Mohammed`.
    static let givenName: Int32 = 880

    /// The same word in another romanisation.
    static let spelling: Int32 = 930
    /// What is left of it for a word of four letters, which may as well be another word (Apex, Apeks).
    static let shortSpelling: Int32 = 860

    /// The consonants of a word that has been through another script.
    static let skeleton: Int32 = 850

    /// The words that `edits(within:)` may compare; longer ones must be the same.
    static let longest = 40

    /// How many typing errors two words may differ by, from the shorter one's letters.
    @inline(__always)
    static func budget(letters: Int) -> Int {
        if letters < fewest { return 0 }
        if letters <= 5 { return 1 }
        return letters <= 12 ? 2 : 3
    }

    /// The similarity of two words, or 0 where their difference is more than typing errors.
    ///
    /// - Complexity: O(n · m) in the letters of the two words.
    static func typed(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int32 {
        let budget = budget(letters: min(left.count, right.count))
        guard budget > 0, abs(left.count - right.count) <= budget, max(left.count, right.count) <= longest
        else { return 0 }
        let edits = edits(left, right, atMost: budget)
        return edits <= budget ? typed(left, right, edits: edits) : 0
    }

    /// The similarity of two words whose distance is known, and no more than the budget.
    static func typed(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, edits: Int
    ) -> Int32 {
        if edits == 0 { return same }
        // Two letters swapped are the same letters: hands do that more often than they make another word.
        let cost = edits == 1 && isSwap(left, right) ? swap : edit
        var similarity = 1_000 - cost * Int32(edits) / Int32(max(left.count, right.count))
        // A letter more or less makes another word of a short one.
        if min(left.count, right.count) <= shortest { similarity -= 60 }
        if min(left.count, right.count) == fewest { similarity -= 100 }
        if edits > 2 { similarity -= 100 }
        // People seldom get the first letter wrong, and hardly ever another as well.
        if left[0] != right[0] {
            if edits > 1 { return 0 }
            similarity -= 70
        }
        let syllables = min(Pinyin.syllables(left), Pinyin.syllables(right))
        if syllables > 0 {
            // Two readings of a letter's difference are two names far more often than a slip (Shangtang, Shangtong);
            // of many syllables, there are few others that they could be.
            guard syllables > 2, edits == 1 else { return 0 }
            similarity -= 60
        }
        return similarity
    }

    /// In words of no more letters an error weighs more.
    private static let shortest = 5
    /// Words of fewer letters are met exactly; of so many, a misspelled one is never enough to tell a name.
    static let fewest = 4

    /// What an error costs, divided by the letters of the longer word.
    private static let edit: Int32 = 1_100
    private static let swap: Int32 = 600

    /// Whether two words within one error of each other have the same letters.
    private static func isSwap(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        guard left.count == right.count, let place = left.indices.first(where: { left[$0] != right[$0] })
        else {
            return false
        }
        return place + 1 < left.count && left[place] == right[place + 1] && left[place + 1] == right[place]
    }

    /// Fewer letters are the beginning of too many words.
    static let shortestCut = 3

    /// Whether so many letters are enough to be a word of another length that was cut off.
    @inline(__always)
    static func isCut(_ part: Int, of whole: Int) -> Bool {
        part >= shortestCut && part < whole && part * 2 >= whole
    }

    /// The similarity of a word cut off at the end to the whole word, or 0.
    static func cut(_ part: UnsafeBufferPointer<UInt8>, _ whole: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard isCut(part.count, of: whole.count) else { return 0 }
        for place in 0..<part.count where part[place] != whole[place] { return 0 }
        return 970 - Int32(300 * (whole.count - part.count) / whole.count)
    }

    /// The distance of two words as `EditPattern` has it, or any number over `limit` where it is over.
    ///
    /// - Complexity: O(letters).
    static func edits(
        _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, atMost limit: Int
    ) -> Int {
        guard !left.isEmpty else { return right.count }
        // Up to 1,024 bytes are on the stack.
        let isASCII = left.allSatisfy { $0 < 0x80 } && right.allSatisfy { $0 < 0x80 }
        return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: isASCII ? 128 : 256) { places in
            // Only the places of letters that occur are ever looked at.
            for letter in right { places[Int(letter)] = 0 }
            for letter in left { places[Int(letter)] = 0 }
            for (place, letter) in left.enumerated() { places[Int(letter)] |= 1 << UInt64(place) }
            return EditPattern.distance(
                UnsafePointer(places.baseAddress!), letters: left.count, to: right, atMost: limit)
        }
    }
}
