import NameMatching

extension EntityList {
    /// How many of the names are of a kind.
    ///
    /// - Complexity: O(names).
    public func nameCount(of kind: NameKind) -> Int {
        entities.reduce(0) { $0 + $1.names.count { $0.kind == kind } }
    }

    /// How many of the names the list itself calls weak.
    ///
    /// - Complexity: O(names).
    public var weakNameCount: Int { entities.reduce(0) { $0 + $1.names.count(where: \.isWeak) } }

    /// How many identifiers all entities have together.
    public var identifierCount: Int { entities.reduce(0) { $0 + $1.identifiers.count } }
}
