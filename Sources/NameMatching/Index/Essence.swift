/// The letters of a name without spaces, punctuation and legal form: equal for names that differ in nothing else.
struct Essence: ~Copyable {
    /// Shorter essences prove nothing.
    private static let shortest = 6

    private(set) var bytes = Scratch<UInt8>(capacity: 256)
    /// Nil where the name has no essence that identifies it.
    private(set) var key: WordKey?

    /// Takes the essence of a name.
    ///
    /// A name needs a brand or a place to have one. Numbers must not run together (`1 13` is not `11 3`), so a name
    /// with more than one number has none.
    mutating func take(from name: borrowing NormalizedName) {
        bytes.removeAll()
        key = nil
        var numbers = 0
        var identifies = false
        for term in name.terms.buffer {
            if term.kind == .number { numbers += 1 }
            if term.kind == .brand || term.kind == .place { identifies = true }
            guard term.kind != .legal, term.kind != .noise else { continue }
            bytes.append(contentsOf: name.folded.letters(ofUnits: Int(term.first), to: Int(term.last)))
        }
        guard identifies, numbers < 2, bytes.count >= Essence.shortest else { return }
        key = WordKey(bytes.base, count: bytes.count)
    }
}

/// The listed names by their essence.
struct EssenceTable: Sendable {
    private let firstName: KeyTable
    private let nextName: Table<Int32>
    private let text: Table<UInt8>
    private let start: Table<Int32>

    init(_ builder: borrowing EssenceTableBuilder) {
        firstName = builder.firstName
        nextName = Table(builder.nextName)
        text = Table(builder.text)
        start = Table(builder.start)
    }

    /// The first listed name whose essence has the same key, or -1; the key of a long one may be another's.
    func firstName(of essence: borrowing Essence) -> Int32 {
        essence.key.map { firstName.find($0) } ?? -1
    }

    /// The next listed name whose essence has the key of this one's, or -1.
    func nextName(after name: Int32) -> Int32 { nextName[Int(name)] }

    /// Whether a listed name has this essence, letter by letter.
    func isEqual(_ name: Int32, _ essence: borrowing Essence) -> Bool {
        guard essence.key != nil else { return false }
        let range = Int(start[Int(name)])..<Int(start[Int(name) + 1])
        return range.count == essence.bytes.count && text[range].elementsEqual(essence.bytes.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        firstName.deallocate()
        nextName.deallocate()
        text.deallocate()
        start.deallocate()
    }
}

/// Collects the essences of listed names while they are read.
struct EssenceTableBuilder: ~Copyable {
    fileprivate var firstName: KeyTable
    fileprivate var nextName: [Int32] = []
    fileprivate var text: [UInt8] = []
    fileprivate var start: [Int32] = [0]
    private var lastName: [Int32] = []
    private var essence = Essence()

    init(capacity: Int) {
        firstName = KeyTable(capacity: capacity)
    }

    /// Takes in the next listed name.
    mutating func append(_ name: borrowing NormalizedName) {
        let number = Int32(nextName.count)
        nextName.append(-1)
        lastName.append(number)
        essence.take(from: name)
        if let key = essence.key {
            text += essence.bytes.buffer
            let first = Int(firstName.insert(key, number))
            if first != number { nextName[Int(lastName[first])] = number }
            lastName[first] = number
        }
        start.append(Int32(text.count))
    }
}
