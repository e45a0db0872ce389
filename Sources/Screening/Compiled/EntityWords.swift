import NameMatching

/// Entities, and what is known of lists, as numbers of four bytes: texts by their numbers, each once, and how many of
/// something follow.
struct EntityWordsWriter {
    private(set) var words: [UInt32] = []
    private(set) var text: [UInt8] = []
    /// Where each text begins, and where the last one ends.
    private(set) var textStart: [UInt32] = [0]
    private var known: [String: UInt32] = [:]

    mutating func write(_ number: Int) { words.append(UInt32(truncatingIfNeeded: number)) }
    mutating func write(_ string: String) { words.append(place(of: string)) }

    /// The number of a text.
    mutating func place(of string: String) -> UInt32 {
        if let place = known[string] { return place }
        let place = UInt32(known.count)
        text.append(contentsOf: string.utf8)
        textStart.append(UInt32(text.count))
        known[string] = place
        return place
    }

    mutating func write(_ day: Day?) {
        write(day.map { ($0.year * 100 + $0.month) * 100 + $0.day } ?? 0)
    }

    mutating func write<Element>(_ elements: [Element], _ write: (inout EntityWordsWriter, Element) -> Void) {
        self.write(elements.count)
        for element in elements { write(&self, element) }
    }

    mutating func write(_ entity: Entity) {
        write(entity.id)
        write(entity.primaryName)
        write(entity.names) { writer, name in
            writer.write(name.text)
            writer.write(NameFlags.number(kind: name.kind, isWeak: name.isWeak))
        }
        for text in [entity.type, entity.country, entity.program] { write(text) }
        write(entity.listedOn)
        write(entity.delistedOn)
        for text in [entity.citation, entity.licenseRequirement, entity.licensePolicy] { write(text) }
        write(entity.addresses) { $0.write($1) }
        write(entity.identifiers) { writer, identifier in
            writer.write(identifier.kind)
            writer.write(identifier.value)
        }
        write(entity.source)
    }
}

/// Reads what an `EntityWordsWriter` wrote.
struct EntityWordsReader {
    private let words: UnsafeBufferPointer<UInt32>
    private let texts: CompiledTexts
    private var place: Int

    init(_ words: UnsafeBufferPointer<UInt32>, _ texts: CompiledTexts, from place: Int) {
        self.words = words
        self.texts = texts
        self.place = place
    }

    mutating func number() -> Int {
        defer { place += 1 }
        return Int(words[place])
    }

    mutating func string() -> String { texts[number()] }

    mutating func day() -> Day? {
        let day = number()
        return Day(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    }

    mutating func elements<Element>(_ read: (inout EntityWordsReader) -> Element) -> [Element] {
        let count = number()
        return (0..<count).map { _ in read(&self) }
    }

    mutating func entity() -> Entity {
        var entity = Entity(id: string(), primaryName: string())
        entity.names = elements { reader in
            let text = reader.string()
            let (kind, isWeak) = NameFlags.meaning(of: reader.number())
            return Entity.Name(text, kind: kind, isWeak: isWeak)
        }
        entity.type = string()
        entity.country = string()
        entity.program = string()
        entity.listedOn = day()
        entity.delistedOn = day()
        entity.citation = string()
        entity.licenseRequirement = string()
        entity.licensePolicy = string()
        entity.addresses = elements { $0.string() }
        entity.identifiers = elements { Entity.Identifier(kind: $0.string(), value: $0.string()) }
        entity.source = string()
        return entity
    }
}

/// The texts of a compiled list by their numbers.
struct CompiledTexts: @unchecked Sendable {
    let start: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>

    subscript(place: Int) -> String {
        String(
            decoding: UnsafeBufferPointer(rebasing: bytes[Int(start[place])..<Int(start[place + 1])]),
            as: UTF8.self)
    }
}

/// What a name is to its entity, and whether it is weak, as one number.
enum NameFlags {
    static func number(kind: NameKind, isWeak: Bool) -> Int {
        NameKind.allCases.firstIndex(of: kind)! << 1 | (isWeak ? 1 : 0)
    }

    static func meaning(of number: Int) -> (kind: NameKind, isWeak: Bool) {
        (NameKind.allCases[number >> 1], number & 1 != 0)
    }
}
