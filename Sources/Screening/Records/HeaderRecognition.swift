/// Recognises from the header of a column that it holds a party, and the party's role.
///
/// A header is folded (case, accents, `_`, `-` and spaces, `camelCase`), words that only accompany a role are
/// left out (`STD_`, `RAW_`, `_NAME`, `_EN`), and what is left must be a phrase of ``HeaderWords`` as a whole.
/// That makes an unknown header no party: a country, a code, a telephone number, a match method.
public enum HeaderRecognition {
    /// The role that the header names; nil where the column holds no party.
    ///
    /// A header that names several (`Shipper/Exporter`, 发货人/出口商) has the first one's role, if it names nothing else.
    public static func role(ofHeader header: String) -> Role? {
        if let role = role(ofPart: header) { return role }
        let parts = header.split { "/|&,;()（）、／".contains($0) }.flatMap { words(of: $0) }
            .filter { part in part.unicodeScalars.contains { $0.properties.isAlphabetic } }
        guard parts.count > 1 else { return nil }
        let roles = parts.compactMap { role(ofPart: String($0)) }
        return roles.count == parts.count ? roles.first : nil
    }

    private static func role(ofPart header: String) -> Role? {
        let words = Words(folding: header)
        switch (role(ofWords: words.letters), role(ofHan: words.han)) {
        // 收货人 Consignee: both must say it, else one of them is 国家 or "country".
        case (let latin?, nil): return words.han.isEmpty || isFiller(han: words.han) ? latin : nil
        case (nil, let han?): return words.letters.allSatisfy(HeaderWords.shared.fillers.contains) ? han : nil
        case (_?, let han?): return han
        case (nil, nil): return nil
        }
    }

    /// A part of a header, parted once more where it says `or`.
    private static func words(of part: Substring) -> [Substring] {
        let words = part.split(separator: " ")
        guard let place = words.firstIndex(where: { $0.lowercased() == "or" }), place > 0,
            place + 1 < words.count
        else { return [part] }
        return [part[..<words[place].startIndex], part[words[place].endIndex...]]
    }

    private static func role(ofWords words: [String]) -> Role? {
        guard !words.isEmpty else { return nil }
        let named = words.contains(where: HeaderWords.shared.name.contains)
        let kept = words.filter { word in
            !HeaderWords.shared.fillers.contains(word)
                && !(named && HeaderWords.shared.besideName.contains(word))
        }
        // "ship to" and "end of use" have fillers inside the phrase itself.
        return role(ofPhrase: words.joined()) ?? role(ofPhrase: kept.joined())
    }

    private static func role(ofPhrase phrase: String) -> Role? {
        if let role = HeaderWords.shared.roles[phrase] { return role }
        // IMPORTERNAME, CONSIGNEES
        for ending in ["names", "name", "s"] where phrase.utf8.count > ending.utf8.count {
            if phrase.hasSuffix(ending),
                let role = HeaderWords.shared.roles[String(phrase.dropLast(ending.count))]
            {
                return role
            }
        }
        return nil
    }

    private static func role(ofHan text: String) -> Role? {
        var text = Substring(text)
        while !text.isEmpty {
            if let role = HeaderWords.shared.roles[String(text)] { return role }
            if let filler = HeaderWords.shared.hanFillers.first(where: { text.hasSuffix($0) }) {
                text = text.dropLast(filler.count)
            } else if let filler = HeaderWords.shared.hanFillers.first(where: { text.hasPrefix($0) }) {
                text = text.dropFirst(filler.count)
            } else {
                return nil
            }
        }
        return nil
    }

    private static func isFiller(han: String) -> Bool { HeaderWords.shared.hanFillers.contains(han) }

    /// A header's words of letters, and its Han characters joined; digits and signs are left out.
    private struct Words {
        var letters: [String] = []
        var han = ""

        init(folding header: String) {
            var word = ""
            var previousIsSmall = false
            for scalar in header.unicodeScalars {
                guard let letter = Words.folded(scalar) else {
                    // D-U-N-S, M/S and A.G.: the sign only parts letters.
                    if !word.isEmpty { letters.append(word) }
                    word = ""
                    previousIsSmall = false
                    continue
                }
                if scalar.properties.isIdeographic {
                    han.unicodeScalars.append(scalar)
                    continue
                }
                // A capital behind a small letter begins a word: importerName.
                let isCapital = scalar.properties.isUppercase
                if isCapital && previousIsSmall && !word.isEmpty {
                    letters.append(word)
                    word = ""
                }
                word += letter
                previousIsSmall = !isCapital
            }
            if !word.isEmpty { letters.append(word) }
        }

        /// A letter as ``HeaderWords`` has it; nil for what isn't a letter.
        private static func folded(_ scalar: Unicode.Scalar) -> String? {
            guard scalar.properties.isAlphabetic else { return nil }
            if let plain = accents[scalar] { return plain }
            let small = scalar.properties.lowercaseMapping
            // İ has a mapping of two scalars, of which the first is the letter.
            guard let first = small.unicodeScalars.first else { return nil }
            return accents[first] ?? String(first)
        }

        private static let accents: [Unicode.Scalar: String] = {
            var accents: [Unicode.Scalar: String] = [:]
            for (plain, letters) in [
                ("a", "áàâãäåāă"), ("c", "çćč"), ("e", "éèêëēę"), ("g", "ğ"), ("i", "íìîïıī"), ("n", "ñń"),
                ("o", "óòôõöøō"), ("s", "şśš"), ("u", "úùûüūů"), ("y", "ýÿ"), ("z", "žźż"), ("ss", "ß"),
                ("е", "ё"),
            ] {
                for letter in letters.unicodeScalars { accents[letter] = plain }
            }
            return accents
        }()
    }
}
