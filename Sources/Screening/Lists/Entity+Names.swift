import NameMatching

extension Entity {
    /// An entity with the name by which a published list calls it, and the others that it wrote together with it.
    ///
    /// - Parameter writtenName: as it stands in the list; kept as it is where it is no name, such as `N/A`, which readers
    ///   leave out before.
    init(id: String, writtenName: String) {
        let clauses = NameClauses(writtenName, kind: .primary).clauses
        let primary = clauses.first?.text ?? writtenName.trimmed
        self.init(id: id, primaryName: primary)
        append(primary, kind: .primary, isWeak: false)
        for clause in clauses.dropFirst() { append(clause.text, kind: clause.kind, isWeak: false) }
    }

    /// Adds the names that a reader of a published list finds in one place: without white space around them, taken
    /// apart where the list wrote several together (``NameClauses``), and each once only.
    ///
    /// A text without a letter or digit, or a word for `none`, is no name and adds nothing.
    ///
    /// A name that the entity already has stays what it was, but is weak only if the list calls it so each time.
    ///
    /// - Complexity: O(bytes + names of the entity up to 4,096, behind which names may come twice).
    mutating func add(_ text: some StringProtocol, kind: NameKind, isWeak: Bool = false) {
        for clause in NameClauses(String(text), kind: kind).clauses {
            append(clause.text, kind: clause.kind, isWeak: isWeak)
        }
    }

    private mutating func append(_ text: String, kind: NameKind, isWeak: Bool) {
        // Nobody has thousands of names; looking for each among all would take a bad file forever.
        if names.count <= 4096, let place = names.firstIndex(where: { $0.text == text }) {
            if !isWeak { names[place].isWeak = false }
            return
        }
        names.append(Name(text, kind: kind, isWeak: isWeak))
    }
}
