/// The letters of a name without spaces, punctuation and legal form: equal for names that differ in nothing else.
struct Essence {
    /// Shorter essences prove nothing.
    private static let shortest = 6

    private(set) var bytes: [UInt8] = []
    /// Nil where the name has no essence that identifies it.
    private(set) var key: WordKey?

    /// Takes the essence of a name.
    ///
    /// A name needs a brand or a place to have one. Numbers must not run together (`1 13` is not `11 3`), so a name
    /// with more than one number has none.
    mutating func take(from name: NormalizedName) {
        bytes.removeAll(keepingCapacity: true)
        key = nil
        var numbers = 0
        var identifies = false
        for term in name.terms {
            if term.kind == .number { numbers += 1 }
            if term.kind == .brand || term.kind == .place { identifies = true }
            guard term.kind != .legal, term.kind != .noise else { continue }
            let start = Int(name.folded.units[Int(term.first)].start)
            let end = Int(name.folded.units[Int(term.last) - 1].end)
            bytes += name.folded.text[start..<end]
        }
        guard identifies, numbers < 2, bytes.count >= Essence.shortest else { return }
        key = bytes.withUnsafeBufferPointer { WordKey($0.baseAddress!, count: $0.count) }
    }
}

/// The listed names by their essence.
struct EssenceTable: Sendable {
    private var firstName: KeyTable
    private var lastName: [Int32] = []
    private var nextName: [Int32] = []
    private var text: [UInt8] = []
    private var start: [Int32] = [0]
    private var essence = Essence()

    init(capacity: Int) {
        firstName = KeyTable(capacity: capacity)
    }

    /// Takes in the next listed name.
    mutating func append(_ name: NormalizedName) {
        let number = Int32(nextName.count)
        nextName.append(-1)
        lastName.append(number)
        essence.take(from: name)
        if let key = essence.key {
            text += essence.bytes
            let first = Int(firstName.insert(key, number))
            if first != number { nextName[Int(lastName[first])] = number }
            lastName[first] = number
        }
        start.append(Int32(text.count))
    }

    /// Calls `body` with every listed name of the same essence.
    func forEachName(of essence: Essence, _ body: (Int32) -> Void) {
        guard let key = essence.key else { return }
        var name = firstName.find(key)
        while name >= 0 {
            if isEqual(name, essence) { body(name) }
            name = nextName[Int(name)]
        }
    }

    /// Whether a listed name has this essence, letter by letter.
    func isEqual(_ name: Int32, _ essence: Essence) -> Bool {
        guard essence.key != nil else { return false }
        let range = Int(start[Int(name)])..<Int(start[Int(name) + 1])
        return range.count == essence.bytes.count && text[range].elementsEqual(essence.bytes)
    }
}
