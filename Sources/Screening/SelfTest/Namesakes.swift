import NameMatching

/// A changed name, before it is known whether it counts.
struct Mutant: Sendable {
    let outcome: SelfTest.Outcome
    let entity: Int32
    /// The letters of the name that it was made from and its own, as the engine reads them.
    let original: [UInt8]
    let letters: [UInt8]
    /// Whether it keeps what identifies.
    let isIdentified: Bool
}

/// The letters of all names and mutants, to tell which mutants read like another entity's.
struct Namesakes {
    /// Whose name has certain letters, or was changed so that it has.
    private struct Owner: Hashable {
        let entity: Int32
        let original: [UInt8]
    }

    private struct Key: Hashable {
        /// The place in ``Phenomenon/all``; nil of names as the list has them.
        let phenomenon: Int?
        let letters: ArraySlice<UInt8>
    }

    /// What may be left of a word that was cut off and still show nothing, in letters.
    private static let fragment = 3

    private var owners: [Key: Set<Owner>] = [:]

    init(_ catalog: ListCatalog, _ mutants: [Mutant]) {
        let reader = NameReader()
        for name in catalog.names {
            let letters = reader.identity(of: name.text).letters
            owners[Key(phenomenon: nil, letters: letters[...]), default: []].insert(
                Owner(entity: name.entity, original: letters))
        }
        for mutant in mutants {
            owners[Key(phenomenon: mutant.outcome.phenomenon, letters: mutant.letters[...]), default: []]
                .insert(
                    Owner(entity: mutant.entity, original: mutant.original))
        }
    }

    /// Whether another entity has a name with the mutant's letters, or the same phenomenon makes them of one; names
    /// that both entities have don't count.
    func haveLetters(of mutant: Mutant) -> Bool {
        func isAnothers(_ phenomenon: Int?, _ letters: ArraySlice<UInt8>) -> Bool {
            let owners = owners[Key(phenomenon: phenomenon, letters: letters)] ?? []
            return owners.contains { $0.entity != mutant.entity && $0.original != mutant.original }
        }
        if isAnothers(mutant.outcome.phenomenon, mutant.letters[...]) { return true }
        let rest = Phenomenon.all[mutant.outcome.phenomenon].loss == .end ? Namesakes.fragment : 0
        return (0...rest).contains { isAnothers(nil, mutant.letters.dropLast($0)) }
    }
}
