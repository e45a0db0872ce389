/// What a name is to the entity that bears it.
public enum NameKind: String, Sendable, CaseIterable {
    case primary, alias, former, translation
}

/// One name of one entity on a list.
public struct ListedName: Sendable {
    /// The number of the entity that bears the name; names of one entity share it.
    public var entity: Int32
    /// The name as the list writes it.
    public var text: String
    /// What the name is to the entity.
    public var kind: NameKind
    /// Whether many others may have the name: the list itself calls it weak, or it is a ship's or an aircraft's. It is a
    /// hit where a name is it and nothing else, but no strong one.
    public var isWeak: Bool

    /// Whether the list says that it is a person's: then `OCHOA, Salvador` has a given name, not a country, and may stand
    /// in either order.
    public var isPerson: Bool

    public init(
        entity: Int32, text: String, kind: NameKind = .primary, isWeak: Bool = false, isPerson: Bool = false
    ) {
        self.entity = entity
        self.text = text
        self.kind = kind
        self.isWeak = isWeak
        self.isPerson = isPerson
    }
}

/// A listed name that a screened name met, with the score and the reason.
public struct NameMatch: Sendable, Equatable {
    /// The entity's number, as given with the listed name.
    public var entity: Int32
    /// The place of the listed name among the names that the index was built from.
    public var name: Int32
    public var score: Score
    /// What met, what was missing and what stood beside it, in words for people.
    public var reason: String

    public init(entity: Int32, name: Int32, score: Score, reason: String) {
        self.entity = entity
        self.name = name
        self.score = score
        self.reason = reason
    }
}
