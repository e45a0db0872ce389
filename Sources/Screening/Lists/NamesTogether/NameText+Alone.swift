extension NameText {
    /// Whether a part that was cut off can be a name of its own: not under three letters, not only a legal form, and
    /// not a lone one of the words that names end with.
    var mayStandAlone: Bool { letterCount >= 3 && (hasOwnWord || wordsButForms.count > 1) }

    /// Whether it is one word of letters and digits, as ships and armed groups are called: `M23`, `RA-78847`.
    ///
    /// It is a name only where the list says that one follows; elsewhere it may be a part of an address.
    var isCode: Bool {
        let digits = bytes.count { $0 >= 0x30 && $0 <= 0x39 }
        return digits > 0 && letterCount > 0 && digits + letterCount > 2 && !bytes.contains(0x20)
    }

    /// Whether a word stands in it that is neither a legal form nor one that many names have.
    var hasOwnWord: Bool { wordsButForms.contains { !ListWords.shared.common.contains($0) } }

    /// How many letters it has; signs beyond ASCII count by their bytes.
    var letterCount: Int { bytes.count { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }

    private var wordsButForms: [String] {
        words.map(\.text.trimmedOfPunctuation).filter { !$0.isEmpty && !ListWords.shared.isLegal($0) }
    }

    /// Whether it ends with a legal form that ends a firm's name.
    var endsWithLegalForm: Bool {
        guard let last = lastWords(1).first?.text.trimmedOfPunctuation else { return false }
        return ListWords.shared.legalEnds.contains(last)
    }
    /// `Co.` ends a name as other legal forms do, but more often another form follows.
    var endsWithCo: Bool { ends(with: " co") || ends(with: " co.") }

    /// Whether a text is no name at all: without any letter or digit, or a word for `none`.
    static func isNoName(_ bytes: some Collection<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        let isPlain = { (byte: UInt8) in
            byte >= 0x30 && byte <= 0x39 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
        }
        if bytes.count <= 16, ListWords.shared.noNameBeginnings.contains(first | 0x20) {
            return ListWords.shared.noNames.contains(String(decoding: bytes, as: UTF8.self).lowercased())
        }
        if isPlain(first) || bytes.contains(where: isPlain) { return false }
        return !String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
            $0.properties.isAlphabetic || $0.properties.isIdeographic || $0.properties.numericType != nil
        }
    }
}
