import NameMatching

/// A person, firm or body on a list, with all that the list says of it.
public struct Entity: Sendable, Equatable {
    /// One name of the entity.
    public struct Name: Sendable, Equatable {
        /// The name as the list writes it.
        public var text: String
        /// What it is to the entity.
        public var kind: NameKind
        /// Whether the list itself calls the alias weak.
        public var isWeak: Bool

        public init(_ text: String, kind: NameKind = .primary, isWeak: Bool = false) {
            self.text = text
            self.kind = kind
            self.isWeak = isWeak
        }
    }

    /// A number by which others know the entity: of a tax office, a register of firms or of ships.
    public struct Identifier: Sendable, Hashable {
        /// What number it is, as the list says: `Tax ID No.`, `IMO`; empty where it doesn't.
        public var kind: String
        /// The number as the list writes it.
        public var value: String

        public init(kind: String, value: String) {
            self.kind = kind
            self.value = value
        }

        /// Reads `Tax ID No.: 7707083893`, or the number alone.
        init(written text: String) {
            guard let colon = text.firstIndex(of: ":") else {
                self.init(kind: "", value: text.trimmed)
                return
            }
            self.init(
                kind: String(text[..<colon]).trimmed,
                value: String(text[text.index(after: colon)...]).trimmed)
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
    /// The country or its code, as the list has it.
    public var country = ""
    /// The programme or part of the list.
    public var program = ""
    /// The first day on which the listing was in force; nil where the list doesn't say.
    public var listedOn: Day?
    /// The first day on which it no longer was; nil where it still is.
    public var delistedOn: Day?
    /// Where the listing was published, such as `84 FR 54002`.
    public var citation = ""
    /// For which items a licence is asked; empty where the list states none.
    public var licenseRequirement = ""
    /// How applications for a licence are looked at.
    public var licensePolicy = ""
    /// Each address in one line.
    public var addresses: [String] = []
    /// The numbers by which others know it, in the order of the list.
    public var identifiers: [Identifier] = []
    /// Where the entry comes from.
    public var source = ""

    /// Whether it is a ship or an aircraft, as the list's type says: many firms are called as ships are, and what tells a
    /// ship is its number.
    var isCraft: Bool { ["vessel", "aircraft", "airplane", "ship"].contains(type.lowercased()) }

    /// Whether it is a person, as the list's type says.
    var isPerson: Bool { ["individual", "person"].contains(type.lowercased()) }

    /// An entity of which no more is known; its primary name must be put among `names` too.
    public init(id: String, primaryName: String) {
        self.id = id
        self.primaryName = primaryName
    }
}
