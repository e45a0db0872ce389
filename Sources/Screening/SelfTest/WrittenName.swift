import CData

/// A name as somebody wrote it, with its words and the phrases that names share, ready to be changed.
struct WrittenName: Sendable {
    enum Script: Sendable { case latin, han }

    /// A Latin word, a number, letters that stand alone one after the other (`S.A.`), or one Han character.
    struct Word: Sendable {
        let script: Script
        /// The scalars that it covers.
        var range: Range<Int>
        /// Lower case without apostrophes; Simplified.
        var folded: String

        var isNumber: Bool { folded.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
        /// Whether it has ASCII letters only.
        var isLetters: Bool { folded.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } }
    }

    /// Words that the phrasebook knows together.
    struct Phrase: Sendable {
        let words: Range<Int>
        let form: String
        let meaning: Phrasebook.Meaning
    }

    let text: String
    let scalars: [Unicode.Scalar]
    let words: [Word]
    /// The longest phrases from the left.
    let phrases: [Phrase]
    let phrasebook: Phrasebook

    /// - Complexity: O(letters + words · longest form).
    init(_ text: String, phrasebook: Phrasebook = .shared) {
        self.text = text
        self.phrasebook = phrasebook
        scalars = Array(text.unicodeScalars)
        words = WrittenName.words(of: scalars)
        phrases = WrittenName.phrases(of: words, phrasebook)
    }

    // MARK: What it has

    var isHan: Bool { words.contains { $0.script == .han } }

    /// The places of Latin words of at least so many letters.
    func latinWords(from least: Int) -> [Int] {
        words.indices.filter { words[$0].isLetters && words[$0].range.count >= least }
    }

    /// The places of the words of letters that the phrasebook doesn't know: they name somebody.
    var brandWords: [Int] {
        let known = Set(phrases.flatMap(\.words))
        return words.indices.filter { words[$0].isLetters && !known.contains($0) }
    }

    func phrases(_ kind: Phrasebook.Kind) -> [Phrase] { phrases.filter { $0.meaning.kind == kind } }

    /// Of the legal forms the one that ends the name, else the one that begins it, else none.
    var legalForm: Range<Int>? {
        let legal = phrases(.legal)
        if let last = legal.last, last.words.upperBound == words.count {
            var first = last.words.lowerBound
            for earlier in legal.reversed() where earlier.words.upperBound == first {
                first = earlier.words.lowerBound
            }
            return first > 0 ? first..<words.count : nil
        }
        guard let first = legal.first, first.words.lowerBound == 0, first.words.count < words.count else {
            return nil
        }
        return first.words
    }

    /// The words without the legal form at either end.
    var coreWords: Range<Int> {
        guard let legal = legalForm else { return words.indices }
        return legal.lowerBound == 0 ? legal.upperBound..<words.count : 0..<legal.lowerBound
    }

    /// The scalars of words, with what stands between them.
    func scalars(of range: Range<Int>) -> Range<Int> {
        words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    }

    func text(of range: Range<Int>) -> String { string(scalars(of: range)) }

    func string(_ range: Range<Int>) -> String { WrittenName.string(scalars[range]) }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    // MARK: Changing it

    /// The name with other text in the place of some scalars.
    func replacing(scalars range: Range<Int>, with other: some Sequence<Unicode.Scalar>) -> String {
        WrittenName.string(
            Array(scalars[..<range.lowerBound]) + Array(other) + Array(scalars[range.upperBound...]))
    }

    /// The name with another phrase in the place of words, in the case in which the name is written.
    func replacing(_ range: Range<Int>, with phrase: String) -> String {
        var place = scalars(of: range)
        let last = phrase.split(separator: " ").last?.count ?? 0
        // The full stop of an abbreviation goes when it is spelled out.
        if last > words[range.upperBound - 1].folded.count, place.upperBound < scalars.count,
            scalars[place.upperBound] == "."
        {
            place = place.lowerBound..<place.upperBound + 1
        }
        return replacing(scalars: place, with: inCase(of: scalars[place], phrase).unicodeScalars)
    }

    private func inCase(of original: ArraySlice<Unicode.Scalar>, _ phrase: String) -> String {
        guard scalars.contains(where: \.properties.isLowercase) else { return phrase.uppercased() }
        guard original.first?.properties.isUppercase == true else { return phrase }
        return phrase.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
    }
}

extension WrittenName {
    private static func words(of scalars: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var place = 0
        while place < scalars.count {
            let start = place
            if isHan(scalars[place]) {
                place += 1
                let simplified = HanForms.shared.simplified(scalars[start])
                words.append(Word(script: .han, range: start..<place, folded: String(Character(simplified))))
                continue
            }
            while place < scalars.count, !isHan(scalars[place]), continuesWord(scalars, place, from: start) {
                place += 1
            }
            guard place > start else {
                place += 1
                continue
            }
            let folded = string(scalars[start..<place].filter { $0 != "'" && $0 != "’" }).lowercased()
            let word = Word(script: .latin, range: start..<place, folded: folded)
            if joinsSpelledOut(word, to: words.last, scalars) {
                words[words.count - 1].range = words[words.count - 1].range.lowerBound..<place
                words[words.count - 1].folded += folded
            } else {
                words.append(word)
            }
        }
        return words
    }

    private static func continuesWord(_ scalars: [Unicode.Scalar], _ place: Int, from start: Int) -> Bool {
        let scalar = scalars[place]
        if scalar == "'" || scalar == "’" {
            return place > start && place + 1 < scalars.count && scalars[place + 1].properties.isAlphabetic
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.generalCategory == .nonspacingMark && place > start
    }

    /// Whether a letter goes on a run of letters written with full stops: `S.A.`, `d.o.o.`
    private static func joinsSpelledOut(_ word: Word, to last: Word?, _ scalars: [Unicode.Scalar]) -> Bool {
        guard let last, last.script == .latin, word.range.count == 1, word.isLetters, last.isLetters,
            last.range.count == 1 || scalars[last.range.upperBound - 2] == "."
        else { return false }
        return scalars[last.range.upperBound..<word.range.lowerBound].elementsEqual(["."])
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isIdeographic
    }

    private static func phrases(of words: [Word], _ phrasebook: Phrasebook) -> [Phrase] {
        var phrases: [Phrase] = []
        var place = 0
        while place < words.count {
            var form = ""
            var found: Phrase?
            for last in place..<min(words.count, place + Phrasebook.longestForm) {
                let bothHan = last > place && words[last].script == .han && words[last - 1].script == .han
                if last > place && !bothHan { form += " " }
                form += words[last].folded
                if let meaning = phrasebook.meaning(of: form) {
                    found = Phrase(words: place..<last + 1, form: form, meaning: meaning)
                }
            }
            if let found { phrases.append(found) }
            place = found?.words.upperBound ?? place + 1
        }
        return phrases
    }
}
