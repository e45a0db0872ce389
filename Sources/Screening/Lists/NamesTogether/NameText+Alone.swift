extension NameText {
    /// Whether a part that was cut off can be a name of its own: not under three letters, not only a legal form, and
    /// not a lone one of the words that names end with.
    var mayStandAlone: Bool { letterCount >= 3 && (hasOwnWord || wordsButForms.count > 1) }

    /// Whether a word stands in it that is neither a legal form nor one that many names have.
    var hasOwnWord: Bool { wordsButForms.contains { !NameText.common.contains($0) } }

    /// How many letters it has; signs beyond ASCII count by their bytes.
    var letterCount: Int { bytes.count { $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } }

    private var wordsButForms: [String] {
        words.map(\.text.trimmedOfPunctuation).filter { !$0.isEmpty && !LegalForms.all.contains($0) }
    }

    /// Whether it ends with a legal form that ends a firm's name.
    var endsWithLegalForm: Bool {
        guard let last = words.last?.text.trimmedOfPunctuation else { return false }
        return LegalForms.closing.contains(last)
    }

    /// Words that many names have and that say of none whose it is.
    private static let common: Set<String> = [
        "technology", "technologies", "technical", "science", "sciences", "trading", "trade", "industry",
        "industries",
        "industrial", "international", "equipment", "electronics", "electronic", "engineering", "import",
        "export",
        "imports", "exports", "group", "holding", "holdings", "services", "service", "systems", "system",
        "solutions",
        "institute", "research", "center", "centre", "factory", "plant", "enterprise", "enterprises",
        "development",
        "bureau", "department", "ministry", "university", "academy", "college", "office", "branch",
        "division",
        "subsidiary", "subsidiaries", "affiliates", "affiliate", "sons", "brothers", "partners", "associates",
        "physics", "chemistry", "machinery", "investment", "management", "general", "national", "state",
        "the", "and",
        "of", "or", "for", "in", "at", "a", "an", "individual", "entity", "alias", "aliases", "sales",
        "logistics",
        "commerce", "business", "economic", "products", "materials", "design", "production", "manufacturing",
    ]
}

/// The words that say in what form a firm is.
enum LegalForms {
    /// Those with which a name ends, so that `and` behind one begins another name.
    static let closing: Set<String> = [
        "ltd", "limited", "inc", "incorporated", "llc", "l.l.c", "corp", "corporation", "gmbh", "s.a", "sa",
        "s.a.s",
        "s.r.l", "srl", "s.p.a", "spa", "c.v", "cv", "plc", "pvt", "pte", "bhd", "ag", "nv", "n.v", "b.v",
        "bv", "oao",
        "ooo", "zao", "pao", "jsc", "ojsc", "cjsc", "pjsc", "fze", "fzc", "fzco", "fz-llc", "llp", "lp", "kg",
        "ao", "oy",
        "ab", "as", "a.s", "s.a.l", "sal",
    ]

    static let all: Set<String> = closing.union([
        "co", "company", "cie", "& co", "de", "s", "l", "&", "lda", "ltda", "sdn", "kk", "k.k", "pty",
        "branch", "sti",
        "tic", "san", "ltd.co", "co.ltd",
    ])
}
