// Spaces, the order of words, and typing errors.
extension Mutation {
    // MARK: Spaces

    /// `Hik Vision` → `HikVision`
    static func wordsJoined(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let first = random.pick(neighbours(name)) else { return nil }
        return joined(first, name)
    }

    /// `Hik Vision` → `Hik-Vision`
    static func hyphenated(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let first = random.pick(neighbours(name)) else { return nil }
        let gap = name.words[first].range.upperBound..<name.words[first + 1].range.lowerBound
        return name.replacing(scalars: gap, with: name.string(gap) == "-" ? [" "] : ["-"])
    }

    /// Latin words of the name proper that a space or hyphen keeps from the next one.
    private static func neighbours(_ name: WrittenName) -> [Int] {
        name.coreWords.dropLast().filter { place in
            let gap = name.words[place].range.upperBound..<name.words[place + 1].range.lowerBound
            return name.words[place].isLetters && name.words[place + 1].isLetters
                && [" ", "-"].contains(name.string(gap))
        }
    }

    /// `Hikvision` → `Hik vision`
    static func wordSplit(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let word = random.pick(name.latinWords(from: 7)) else { return nil }
        let range = name.words[word].range
        let place = random.number(in: range.lowerBound + 3..<range.upperBound - 2)
        return name.replacing(scalars: place..<place, with: [" "])
    }

    /// `Hikvision` → `H i k v i s i o n`
    static func lettersSpelledOut(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let short = name.brandWords.filter { (3...9).contains(name.words[$0].range.count) }
        guard let word = random.pick(short) else { return nil }
        let range = name.words[word].range
        let letters: [Unicode.Scalar] = name.scalars[range].flatMap { [" ", $0] }
        return name.replacing(scalars: range, with: letters.dropFirst())
    }

    // MARK: Order

    /// `Hangzhou Hikvision Digital Technology Co., Ltd.` → `Digital Technology Hangzhou Hikvision Co., Ltd.`
    static func wordsRotated(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let core = name.coreWords
        guard !name.isHan, let first = random.pick(core.dropFirst().filter { startsPiece($0, of: name) })
        else { return nil }
        // Brackets go with their word, and turned they would enclose nothing.
        var range = name.scalars(of: core)
        while range.lowerBound > 0, name.scalars[range.lowerBound - 1] == "(" {
            range = range.lowerBound - 1..<range.upperBound
        }
        while range.upperBound < name.scalars.count, name.scalars[range.upperBound] == ")" {
            range = range.lowerBound..<range.upperBound + 1
        }
        var turn = name.words[first].range.lowerBound
        while name.scalars[turn - 1] != " " { turn -= 1 }
        let pieces = [turn..<range.upperBound, range.lowerBound..<turn - 1].map { part in
            name.scalars[part].filter { $0 != "(" && $0 != ")" }
        }
        return name.replacing(scalars: range, with: pieces.joined(separator: [" "]))
    }

    /// Whether a space stands before a word that isn't inside a phrase: `Hong Kong` stays together.
    private static func startsPiece(_ word: Int, of name: WrittenName) -> Bool {
        let gap = name.scalars[name.words[word - 1].range.upperBound..<name.words[word].range.lowerBound]
        return gap.contains(" ")
            && !name.phrases.contains { $0.words.contains(word) && $0.words.lowerBound < word }
    }

    /// `Ali Reza Karimi` → `Karimi, Ali Reza`, and back where there is a comma.
    static func familyNameFirst(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard (2...3).contains(name.words.count), name.brandWords.count == name.words.count else {
            return nil
        }
        if let comma = name.scalars.firstIndex(of: ",") {
            guard let family = trimmed(name.scalars[..<comma]),
                let given = trimmed(name.scalars[(comma + 1)...])
            else { return nil }
            return "\(given) \(family)"
        }
        let last = name.words.count - 1
        guard name.scalars.split(separator: " ").count == last + 1 else { return nil }
        return "\(name.text(of: last..<last + 1)), \(name.text(of: 0..<last))"
    }

    // MARK: Typing errors

    /// The errors of typing, of which four in five misspellings hold one (Damerau, CACM 1964).
    enum TypingError: CaseIterable {
        case replaced, dropped, doubled, swapped

        /// Makes the error at a place inside a word, neither at its first letter nor at its last.
        func make(_ letters: inout [Unicode.Scalar], at place: Int, _ random: inout SplitMix64) {
            switch self {
            case .replaced:
                let isUpper = letters[place].properties.isUppercase
                // One of the 25 other letters.
                let own = UInt8(letters[place].value) | 0x20
                let other = (own - UInt8(ascii: "a") + 1 + UInt8(random.below(25))) % 26
                letters[place] = Unicode.Scalar(other + UInt8(ascii: isUpper ? "A" : "a"))
            case .dropped: letters.remove(at: place)
            case .doubled: letters.insert(letters[place], at: place)
            case .swapped: letters.swapAt(place, place + 1)
            }
        }
    }

    static func letterReplaced(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        misspelled(name, [.replaced], from: 7, &random)
    }

    static func letterDropped(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        misspelled(name, [.dropped], from: 7, &random)
    }

    static func letterDoubled(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        misspelled(name, [.doubled], from: 7, &random)
    }

    static func lettersSwapped(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        misspelled(name, [.swapped], from: 7, &random)
    }

    /// Two errors of any kind in one word, apart from each other.
    static func twoErrors(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let errors = (0..<2).map { _ in TypingError.allCases[random.below(TypingError.allCases.count)] }
        return misspelled(name, errors, from: 10, &random)
    }

    /// Makes errors inside one word, each in its own stretch of it, the last first so that places stay right.
    private static func misspelled(
        _ name: WrittenName, _ errors: [TypingError], from least: Int, _ random: inout SplitMix64
    ) -> String? {
        let words = name.latinWords(from: least).filter {
            !name.words[$0].folded.allSatisfy { "ivx".contains($0) }
        }
        guard let word = random.pick(words) else { return nil }
        let range = name.words[word].range
        var letters = Array(name.scalars[range])
        // Letters that an apostrophe stands among are left alone.
        guard letters.allSatisfy(\.isASCIILetter) else { return nil }
        let stretch = (letters.count - 2) / errors.count
        for (number, error) in errors.enumerated().reversed() {
            let first = 1 + number * stretch
            var places = Array(first..<first + stretch - 1)
            // Two equal letters swapped are no error.
            if error == .swapped { places.removeAll { letters[$0] == letters[$0 + 1] } }
            guard let place = random.pick(places) else { return nil }
            error.make(&letters, at: place, &random)
        }
        return name.replacing(scalars: range, with: letters)
    }
}

extension Unicode.Scalar {
    /// Whether it is one of A…Z and a…z.
    var isASCIILetter: Bool { isASCII && properties.isAlphabetic }
}
