// The same name in other letters: case, width, diacritics, Cyrillic, numerals.
extension Mutation {
    static func upperCase(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        name.text.uppercased()
    }

    static func lowerCase(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        name.text.lowercased()
    }

    /// `Acme` → `Ａｃｍｅ`, as systems with East Asian fonts write it.
    static func fullWidth(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let wide = name.scalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            // The full-width block repeats ASCII from the exclamation mark on; the space has a code point elsewhere.
            case 0x21...0x7E: Unicode.Scalar(scalar.value + 0xFEE0)!
            case 0x20: "\u{3000}"
            default: scalar
            }
        }
        return WrittenName.string(wide)
    }

    private static let accented: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "á", "c": "ç", "e": "é", "i": "í", "n": "ñ", "o": "ö", "s": "š", "u": "ü", "y": "ý", "z": "ž",
        "A": "Á", "C": "Ç", "E": "É", "I": "Í", "N": "Ñ", "O": "Ö", "S": "Š", "U": "Ü", "Y": "Ý", "Z": "Ž",
    ]

    /// `Acme` → `Acmé`: about one in three of the letters that take a diacritic has one.
    static func diacriticsAdded(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        var scalars = name.scalars
        let places = scalars.indices.filter { accented[scalars[$0]] != nil }
        guard let certain = random.pick(places) else { return nil }
        for place in places where random.below(3) == 0 || place == certain {
            scalars[place] = accented[scalars[place]]!
        }
        return WrittenName.string(scalars)
    }

    /// `Vektor Trading` → `Вектор Trading`: the words that name somebody, in Cyrillic letters, if they are spelled as
    /// romanised Russian is.
    static func cyrillic(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        var scalars = name.scalars
        for word in name.brandWords.reversed() where name.words[word].range.count >= 4 {
            let range = name.words[word].range
            guard let cyrillic = CyrillicLetters.shared.cyrillic(of: scalars[range]) else { continue }
            scalars.replaceSubrange(range, with: cyrillic)
        }
        return WrittenName.string(scalars)
    }

    // MARK: Numerals

    /// `No. 13` → `No. XIII` or `13th`, `13th` → `No. 13`, `XIII` → `13`, 第13 ↔ 第十三
    static func numeralChanged(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        let choices = name.words.indices.flatMap { otherNumerals(at: $0, of: name) }
        guard let (range, numeral) = random.pick(choices) else { return nil }
        return name.replacing(scalars: range, with: numeral.unicodeScalars)
    }

    private static func otherNumerals(
        at place: Int, of name: WrittenName
    ) -> [(range: Range<Int>, numeral: String)] {
        let word = name.words[place]
        let announced = place > 0 ? name.words[place - 1].folded : ""
        if announced == "第" { return [otherChineseNumeral(at: place, of: name)].compactMap(\.self) }
        if word.isNumber {
            guard ["no", "nr", "number"].contains(announced), let number = Int(word.folded) else { return [] }
            return [
                Numerals.roman(number).map { (word.range, $0) },
                (name.scalars(of: place - 1..<place + 1), Numerals.ordinal(number)),
            ].compactMap(\.self)
        }
        if let number = Numerals.value(ofOrdinal: word.folded) { return [(word.range, "No. \(number)")] }
        // A letter by itself is an initial.
        guard word.range.count > 1, name.text(of: place..<place + 1) == word.folded.uppercased(),
            let number = Numerals.value(ofRoman: word.folded)
        else { return [] }
        return [(word.range, String(number))]
    }

    /// The numeral that begins at a word, in the other writing.
    private static func otherChineseNumeral(
        at first: Int, of name: WrittenName
    ) -> (range: Range<Int>, numeral: String)? {
        let word = name.words[first]
        if word.isNumber { return Int(word.folded).flatMap(Numerals.chinese).map { (word.range, $0) } }
        let characters = name.words[first...].prefix {
            $0.script == .han && Numerals.chineseCharacters.contains(Character($0.folded))
        }
        return Numerals.value(ofChinese: characters.map(\.folded).joined()).map {
            (name.scalars(of: characters.indices), String($0))
        }
    }
}

/// Numbers as institutes and factories have them.
enum Numerals {
    /// Larger ones are not written in Roman or Chinese numerals in names.
    static let most = 99

    private static let romanTens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    private static let romanOnes = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    private static let chineseDigits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// 13 → XIII; nil outside 1…99.
    static func roman(_ number: Int) -> String? {
        guard (1...most).contains(number) else { return nil }
        return romanTens[number / 10] + romanOnes[number % 10]
    }

    /// 13 → 十三; nil outside 1…99.
    static func chinese(_ number: Int) -> String? {
        guard (1...most).contains(number) else { return nil }
        let tens = number / 10
        return (tens > 1 ? chineseDigits[tens] : "") + (tens > 0 ? "十" : "") + chineseDigits[number % 10]
    }

    /// 13 → 13th
    static func ordinal(_ number: Int) -> String {
        switch (number % 10, number / 10 % 10) {
        case (_, 1): "\(number)th"
        case (1, _): "\(number)st"
        case (2, _): "\(number)nd"
        case (3, _): "\(number)rd"
        default: "\(number)th"
        }
    }

    /// 13th → 13; nil where it is no ordinal.
    static func value(ofOrdinal word: String) -> Int? {
        Int(word.prefix(while: \.isWholeNumber)).flatMap { ordinal($0) == word ? $0 : nil }
    }

    /// The value of a Roman numeral in small letters, of I, V and X only: `mix` and `dc` are words and initials.
    static func value(ofRoman numeral: String) -> Int? {
        guard numeral.allSatisfy({ "ivx".contains($0) }) else { return nil }
        return (1...most).first { roman($0) == numeral.uppercased() }
    }

    /// The value of a Chinese numeral; nil outside 1…99.
    static func value(ofChinese numeral: String) -> Int? { (1...most).first { chinese($0) == numeral } }

    /// The characters that Chinese numerals are made of, those over 99 too.
    static let chineseCharacters: Set<Character> = Set("〇零一二三四五六七八九十百千万")
}
