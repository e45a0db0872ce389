import NameMatching

/// A person, firm or body on a list, with all that the list says of it.
public struct Entity: Sendable, Equatable {
    /// One name of the entity.
    public struct Name: Sendable, Equatable {
        public var text: String
        public var kind: NameKind
        /// Whether the list itself calls the alias weak.
        public var isWeak: Bool

        public init(_ text: String, kind: NameKind = .primary, isWeak: Bool = false) {
            self.text = text
            self.kind = kind
            self.isWeak = isWeak
        }
    }

    /// The list's own key, unique in the list.
    public var id: String
    /// The name by which the list calls the entity.
    public var primaryName: String
    /// All names in the order of the list, the primary one among them.
    public var names: [Name] = []
    /// person, company, government …, as the list has it.
    public var type = ""
    public var country = ""
    public var program = ""
    /// The first day on which the listing was in force; nil where the list doesn't say.
    public var listedOn: Day?
    /// The first day on which it no longer was; nil where it still is.
    public var delistedOn: Day?
    public var citation = ""
    /// For which items a licence is asked; empty where the list states none.
    public var licenseRequirement = ""
    public var licensePolicy = ""
    public var addresses: [String] = []
    /// Where the entry comes from.
    public var source = ""

    public init(id: String, primaryName: String) {
        self.id = id
        self.primaryName = primaryName
    }
}
