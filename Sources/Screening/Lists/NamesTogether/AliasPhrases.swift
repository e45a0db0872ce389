/// Phrases that say that aliases follow, `including the following two aliases:`, replaced by `a.k.a.`.
///
/// A phrase is taken where all its words are such as only say how many of what follow, one of them what (`aliases`,
/// `subordinate institutes`, `branches`), and a colon ends it. Without a colon it needs `following` or `include`, and a
/// capital behind it.
struct AliasPhrases {
    private let text: NameText
    private var marked: [UInt8] = []

    /// The text with `a.k.a.` in place of each phrase, or `f.k.a.` where it says `former`.
    ///
    /// - Complexity: O(bytes): a phrase has at most 16 words.
    static func marked(_ text: NameText) -> NameText {
        var phrases = AliasPhrases(text: text)
        return phrases.replaced() ? NameText(phrases.marked) : text
    }

    private init(text: NameText) { self.text = text }

    private struct Phrase {
        var end: Int
        var isFormer: Bool
    }

    /// One word of a phrase.
    private struct Word {
        var text: String
        var range: Range<Int>
        var sign: UInt8?
    }

    private mutating func replaced() -> Bool {
        var copied = 0
        var before: UInt8 = 0x20
        var place = 0
        while place < text.count {
            let isStart = before == 0x20 || before == 0x28 || before == 0x2C || before == 0x3B
            if isStart, isOpener(at: place), let phrase = phrase(at: place) {
                marked += text[copied..<place].bytes
                // Not in brackets it stands as behind a comma.
                marked += (phrase.isFormer ? " f.k.a. " : " a.k.a. ").utf8
                copied = phrase.end
                place = phrase.end
                before = 0x20
                continue
            }
            before = text[place]
            place += 1
        }
        marked += text[copied..<text.count].bytes
        return copied > 0
    }

    private func isOpener(at place: Int) -> Bool {
        switch text[place] {
        case 0x69: text.has("including", at: place) || text.has("include", at: place)
        case 0x77: text.has("with ", at: place) || text.has("which include", at: place)
        case 0x61: text.has("and ", at: place)
        case 0x74: text.has("the following", at: place)
        case 0x66: text.has("following", at: place)
        default: false
        }
    }

    private func phrase(at start: Int) -> Phrase? {
        var words: [Word] = []
        var place = start
        while words.count < 16, let word = word(at: place), word.text != words.last?.text,
            isPhraseWord(word.text)
        {
            words.append(word)
            place = word.range.upperBound
            if word.sign == 0x3A { return isSurely(words) ? phrase(words) : nil }
            // What follows comes behind a comma only where it has a number: and its two branches, A and B.
            if word.sign == 0x2C, ListWords.shared.phraseNouns.contains(word.text),
                !(self.word(at: place).map { isPhraseWord($0.text) } ?? false)
            {
                break
            }
            if word.sign == 0x3B { break }
        }
        // A phrase without a colon begins with more than its noun: The following Ltd.
        guard let last = words.last, words.count > 1, isSurely(words), isSmall(start) else { return nil }
        let isNoun = ListWords.shared.phraseNouns.contains(last.text)
        if words.contains(where: { $0.text == "following" }), isNoun || last.text == "following" {
            let next = self.word(at: last.range.upperBound)
            if next == nil || last.sign == 0x3B || isCapital(last.range.upperBound) { return phrase(words) }
        }
        let isOpen = last.text == "include" || last.text == "including"
        if isOpen, words.contains(where: { ListWords.shared.phraseNouns.contains($0.text) }),
            isCapital(last.range.upperBound), endsAsFirms(from: last.range.upperBound)
        {
            return phrase(words)
        }
        return isNoun && words.contains { ListWords.shared.numbers.contains($0.text) }
            ? listed(behind: words) : nil
    }

    private func phrase(_ words: [Word]) -> Phrase? {
        guard let last = words.last else { return nil }
        return Phrase(
            end: last.range.upperBound,
            isFormer: words.contains { $0.text == "former" || $0.text == "previous" })
    }

    /// `and its two subsidiaries from China, A Limited and B Limited`: firms behind a comma, with or without a place.
    private func listed(behind words: [Word]) -> Phrase? {
        guard var phrase = phrase(words), let last = words.last else { return nil }
        if last.sign != 0x2C {
            guard let from = word(at: phrase.end), ["from", "in"].contains(from.text) else { return nil }
            var place = from.range.upperBound
            for _ in 0..<3 {
                guard let word = word(at: place) else { return nil }
                place = word.range.upperBound
                if word.sign == 0x2C { break }
            }
            guard place > 0, text[place - 1] == 0x2C else { return nil }
            phrase.end = place
        }
        return isCapital(phrase.end) && endsAsFirms(from: phrase.end) ? phrase : nil
    }

    /// Whether a phrase says what or how many follow, rather than naming a part of something.
    private func isSurely(_ words: [Word]) -> Bool {
        let nouns = ListWords.shared.phraseNouns
        let hasNoun = words.contains { nouns.contains($0.text) }
        let isCounted = words.contains {
            ["following", "its", "their", "include", "including", "with"].contains($0.text)
                || ListWords.shared.numbers.contains($0.text)
        }
        return isCounted && (hasNoun || words.contains { $0.text == "following" })
    }

    private func isPhraseWord(_ word: String) -> Bool {
        let words = ListWords.shared
        return words.phraseWords.contains(word) || words.phraseNouns.contains(word)
            || words.numbers.contains(word)
            || word.hasSuffix("-based")
    }

    /// The next word, and the sign that it ends with.
    private func word(at place: Int) -> Word? {
        var start = place
        while start < text.count, text[start] == 0x20 || text[start] == 0x2C { start += 1 }
        var end = start
        // No word of a phrase is longer.
        while end < text.count, text[end] != 0x20, text[end] != 0x3B, end - start < 32 {
            end += 1
            if text[end - 1] == 0x3A { break }
        }
        guard end > start else { return nil }
        let part = text[start..<end]
        var sign = part.lower.last
        if end < text.count, text[end] == 0x3B { sign = 0x3B }
        let bare = String(decoding: part.lower, as: UTF8.self).trimmedOfPunctuation
        return bare.isEmpty ? nil : Word(text: bare, range: start..<end, sign: sign)
    }

    private func isSmall(_ place: Int) -> Bool {
        let byte = text.bytes[text.bytes.startIndex + place]
        return byte >= 0x61 && byte <= 0x7A
    }

    /// Whether what follows begins as names do: with a capital, a digit, a quote or another script.
    private func isCapital(_ place: Int) -> Bool {
        var place = place
        while place < text.count, text[place] == 0x20 { place += 1 }
        guard place < text.count else { return false }
        return !isSmall(place) && ![0x28, 0x2C, 0x2E].contains(text[place])
    }

    /// Whether what stands up to the next semicolon ends with a legal form.
    private func endsAsFirms(from place: Int) -> Bool {
        var end = place
        // Longer lists than this are none; looking on would cost the square of a text.
        while end < text.count, end - place < 1024, text[end] != 0x3B { end += 1 }
        return text[place..<end].trimmed.endsWithLegalForm
    }
}
