import NameMatching

extension EntityList {
    /// How many names and identifiers a list has, counted once.
    struct Tally: Sendable, Equatable {
        /// By kind, in the order of `NameKind.allCases`.
        var namesByKind = [Int](repeating: 0, count: NameKind.allCases.count)
        var weakNames = 0
        var identifiers = 0

        init() {}

        /// - Complexity: O(names).
        init(of entities: [Entity]) {
            for entity in entities {
                for name in entity.names {
                    namesByKind[Tally.place(of: name.kind)] += 1
                    weakNames += name.isWeak ? 1 : 0
                }
                identifiers += entity.identifiers.count
            }
        }

        static func place(of kind: NameKind) -> Int {
            switch kind {
            case .primary: 0
            case .alias: 1
            case .former: 2
            case .translation: 3
            }
        }
    }

    /// How many names all entities have together.
    public var nameCount: Int { tally.namesByKind.reduce(0, +) }

    /// How many of the names are of a kind.
    public func nameCount(of kind: NameKind) -> Int { tally.namesByKind[Tally.place(of: kind)] }

    /// How many of the names the list itself calls weak.
    public var weakNameCount: Int { tally.weakNames }

    /// How many identifiers all entities have together.
    public var identifierCount: Int { tally.identifiers }
}
