import NameMatching

/// The identifiers of listed entities, found by what they are compared as.
struct IdentifierIndex: Sendable {
    /// An identifier of an entity.
    struct Listed: Sendable {
        let entity: Int32
        /// What is compared.
        let form: [UInt8]
        let identifier: Entity.Identifier
    }

    /// In the order of the entities' numbers.
    private let listed: [Listed]
    /// By hash, the places in `listed`.
    private let places: [Int: [Int32]]

    /// How many identifiers can be met.
    var count: Int { listed.count }

    /// - Complexity: O(bytes of all identifiers).
    init(_ entries: some Sequence<ListCatalog.Entry>) {
        var listed: [Listed] = []
        var places: [Int: [Int32]] = [:]
        var form: [UInt8] = []
        for (number, entry) in entries.enumerated() {
            let first = listed.count
            for identifier in entry.entity.identifiers {
                IdentifierForm.take(identifier.value.utf8, into: &form)
                // One that is listed twice, as two kinds of number, is one.
                if form.isEmpty || listed[first...].contains(where: { $0.form == form }) { continue }
                places[IdentifierIndex.hash(form), default: []].append(Int32(listed.count))
                listed.append(Listed(entity: Int32(number), form: form, identifier: identifier))
            }
        }
        self.listed = listed
        self.places = places
    }

    /// The identifiers that stand in a cell, one an entity, in the order of the entities' numbers.
    ///
    /// - Parameter form: scratch space.
    /// - Complexity: O(bytes) expected; nothing is allocated unless one is found.
    func find(in cell: UnsafeBufferPointer<UInt8>, _ form: inout [UInt8]) -> [Listed] {
        var found: [Listed] = []
        IdentifierForm.forEachPart(of: cell) { part in
            IdentifierForm.take(part, into: &form)
            guard !form.isEmpty, let places = places[IdentifierIndex.hash(form)] else { return }
            for place in places where listed[Int(place)].form == form {
                let one = listed[Int(place)]
                if !found.contains(where: { $0.entity == one.entity }) { found.append(one) }
            }
        }
        return found.count > 1 ? found.sorted { $0.entity < $1.entity } : found
    }

    private static func hash(_ form: [UInt8]) -> Int {
        var hasher = Hasher()
        form.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}

extension Entity.Identifier {
    /// The number with what it is, as a hit shows it.
    var text: String { kind.isEmpty || value.hasPrefix(kind) ? value : "\(kind) \(value)" }

    /// Why a cell that has it is a hit, in words for people.
    var reason: String { kind.isEmpty ? "same identifier" : "same \(kind)" }
}
