/// The ways in which names change between a list and a trade document, one function each.
///
/// Each takes a name and random numbers for its choices, and returns the changed name, or nil where the phenomenon
/// doesn't apply to the name. None looks at a list.
enum Mutation {
    typealias Function = @Sendable (WrittenName, inout SplitMix64) -> String?
}

// Shared words and phrases: legal forms, trade words, places, acronyms.
extension Mutation {
    /// `Acme Co., Ltd.` → `Acme`
    static func legalFormDropped(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let legal = name.legalForm else { return nil }
        let range = name.scalars(of: legal)
        let rest =
            legal.lowerBound == 0 ? name.scalars[range.upperBound...] : name.scalars[..<range.lowerBound]
        // `Institution of …` doesn't go on without its first word.
        if legal.lowerBound == 0,
            name.phrases(.noise).contains(where: { $0.words.lowerBound == legal.upperBound })
        {
            return nil
        }
        let open = rest.lastIndex(of: "(") ?? -1
        let closed = rest.lastIndex(of: ")") ?? -1
        // The form stood in brackets.
        let text = open > closed ? rest[..<open] : rest
        return trimmed(text)
    }

    /// `Co., Ltd.` ↔ `Company Limited`, 有限公司 ↔ 有限责任公司
    static func legalFormChanged(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let book = name.phrasebook
        var choices: [Replacement] = []
        for phrase in name.phrases(.legal) where name.legalForm?.overlaps(phrase.words) == true {
            // `(Private) Limited` would lose one of its brackets.
            guard !name.text(of: phrase.words).contains(where: { "()".contains($0) }) else { continue }
            let (form, meaning) = (phrase.form, phrase.meaning)
            choices += book.abbreviations(of: form, meaning).map { Replacement(phrase.words, $0) }
            choices += book.acronyms(of: form, meaning).map { Replacement(phrase.words, $0.uppercased()) }
            choices += [book.expansion(of: form, meaning)].compactMap(\.self).map {
                Replacement(phrase.words, $0)
            }
        }
        return replaced(choices, in: name, &random)
    }

    /// `Technology Co., Ltd` → `TechnologyCo., Ltd`
    static func legalFormJoined(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let legal = name.legalForm, legal.lowerBound > 0 else { return nil }
        return joined(legal.lowerBound - 1, name)
    }

    /// `International` → `Intl`, `Import and Export` → `Imp and Exp`
    static func tradeWordAbbreviated(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let choices = name.phrases(.generic).flatMap { phrase in
            name.phrasebook.rarerAbbreviations(of: phrase.form, phrase.meaning).map {
                Replacement(phrase.words, $0)
            }
        }
        return replaced(choices, in: name, &random)
    }

    /// `Tech` → `Technology`
    static func tradeWordSpelledOut(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let choices = name.phrases(.generic).compactMap { phrase in
            name.phrasebook.commonerExpansion(of: phrase.form, phrase.meaning).map {
                Replacement(phrase.words, $0)
            }
        }
        return replaced(choices, in: name, &random)
    }

    /// `Public Security Bureau` → `PSB`
    static func acronym(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let choices = name.phrases.filter { $0.meaning.kind != .legal }.flatMap { phrase in
            name.phrasebook.acronyms(of: phrase.form, phrase.meaning).map {
                Replacement(phrase.words, $0.uppercased())
            }
        }
        return replaced(choices, in: name, &random)
    }

    /// `Hangzhou` → `Hangchow`
    static func placeVariant(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let choices = name.phrases(.place).filter { $0.form.utf8.first! < 0x80 }
        guard let phrase = random.pick(choices) else { return nil }
        let others = name.phrasebook.forms(of: phrase.meaning.concept, in: .latin).filter {
            $0 != phrase.form
        }
        guard let form = random.pick(others) else { return nil }
        return name.replacing(phrase.words, with: form)
    }
}

extension Mutation {
    /// A form that may be written in the place of some words.
    private struct Replacement {
        let words: Range<Int>
        let form: String

        init(_ words: Range<Int>, _ form: String) {
            self.words = words
            self.form = form
        }
    }

    private static func replaced(
        _ choices: [Replacement], in name: WrittenName, _ random: inout SplitMix64
    ) -> String? {
        random.pick(choices).map { name.replacing($0.words, with: $0.form) }
    }

    /// The name without what stands between two words, the second of which is given.
    static func joined(_ first: Int, _ name: WrittenName) -> String? {
        let gap = name.words[first].range.upperBound..<name.words[first + 1].range.lowerBound
        guard !gap.isEmpty, name.scalars[gap].allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
        return name.replacing(scalars: gap, with: [])
    }

    /// Text without separators at its ends; nil where no letter or digit is left.
    static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
        func isSeparator(_ scalar: Unicode.Scalar) -> Bool { " ,;-&/.(".unicodeScalars.contains(scalar) }
        let rest = scalars.drop(while: isSeparator)
        guard let last = rest.lastIndex(where: { !isSeparator($0) }) else { return nil }
        // A full stop behind a letter belongs to it: `S.A.`
        let end = last + 1 < rest.endIndex && rest[last + 1] == "." ? last + 2 : last + 1
        return WrittenName.string(rest[..<end])
    }
}
