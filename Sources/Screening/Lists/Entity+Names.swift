import NameMatching

extension Entity {
    /// Adds a name as a list's reader finds it: without white space around it, and once only.
    ///
    /// A name that the entity already has stays what it was, but is weak only if the list calls it so each time.
    ///
    /// - Complexity: O(names of the entity).
    mutating func add(_ text: some StringProtocol, kind: NameKind, isWeak: Bool = false) {
        let text = String(text).trimmed
        if text.isEmpty { return }
        if let place = names.firstIndex(where: { $0.text == text }) {
            if !isWeak { names[place].isWeak = false }
            return
        }
        names.append(Name(text, kind: kind, isWeak: isWeak))
    }
}
