import NameMatching

/// What of OFAC's remarks is about who the entity is: `Tax ID No. 100036386 (Serbia); a.k.a. 'BNC'.`
enum OFACRemarks {
    /// Adds the numbers in the remarks, and the names in quotes, which are OFAC's weak aliases.
    ///
    /// - Complexity: O(bytes + names of the entity).
    static func read(_ remarks: String, into entity: inout Entity) {
        if remarks.isEmpty { return }
        for part in remarks.utf8.split(separator: UInt8(ascii: ";")) {
            let part = String(Substring(part)).trimmed
            if let (name, kind) = quotedName(in: part) {
                entity.add(name, kind: kind, isWeak: true)
            } else if let identifier = IdentifierText.identifier(remark: part) {
                entity.add(identifier)
            }
        }
    }

    private static func quotedName(in part: String) -> (String, NameKind)? {
        let kind: NameKind
        if part.hasPrefix("a.k.a. ") || part.hasPrefix("n.k.a. ") || part.hasPrefix("alt. a.k.a. ") {
            kind = .alias
        } else if part.hasPrefix("f.k.a. ") {
            kind = .former
        } else {
            return nil
        }
        guard let open = part.firstIndex(of: "'"), let close = part.lastIndex(of: "'"), open < close else {
            return nil
        }
        return (String(part[part.index(after: open)..<close]), kind)
    }
}
