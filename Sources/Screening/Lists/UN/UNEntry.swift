import NameMatching

/// One party of the UN list while its elements are read.
struct UNEntry {
    private let isIndividual: Bool
    private let line: Int
    private var entity = Entity(id: "", primaryName: "")
    private var dataID = ""
    private var nameParts: [String: String] = [:]
    private var originalNames: [String] = []
    private var aliases: [Entity.Name] = []
    private var nationalities: [String] = []
    private var addressCountries: [String] = []
    private var programs: [String] = []
    private var unreadableDates: [String] = []
    /// The texts of the group that is open, by element.
    private var fields: [String: String] = [:]

    init(isIndividual: Bool, line: Int) {
        self.isIndividual = isIndividual
        self.line = line
        entity.type = isIndividual ? "individual" : "entity"
    }

    private static let nameElements = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]

    /// Takes the text of an element that stands in the entry itself.
    mutating func take(_ bytes: [UInt8], from element: String) {
        // Comments are long and not kept: only what is becomes text.
        guard UNEntry.elements.contains(element), let text = UNEntry.text(bytes) else { return }
        switch element {
        case "NAME_ORIGINAL_SCRIPT": originalNames.append(text)
        case "REFERENCE_NUMBER": entity.id = text
        case "DATAID": dataID = text
        case "UN_LIST_TYPE": programs.append(text)
        case "LISTED_ON": entity.listedOn = day(text)
        case "DELISTED_ON": entity.delistedOn = day(text)
        default: nameParts[element] = text
        }
    }

    /// Takes the text of an element that stands in a group, such as an alias.
    mutating func take(_ bytes: [UInt8], from element: String, of group: String) {
        guard UNEntry.groups.contains(group), let text = UNEntry.text(bytes) else { return }
        switch group {
        case "NATIONALITY": if element == "VALUE" { nationalities.append(text) }
        case "LIST_TYPE": if element == "VALUE" { entity.source = text }
        default: fields[element] = text
        }
    }

    private static let elements = Set(
        nameElements + [
            "NAME_ORIGINAL_SCRIPT", "REFERENCE_NUMBER", "DATAID", "UN_LIST_TYPE", "LISTED_ON", "DELISTED_ON",
        ])
    private static let groups: Set<String> = [
        "NATIONALITY", "LIST_TYPE", "INDIVIDUAL_ALIAS", "ENTITY_ALIAS", "INDIVIDUAL_ADDRESS",
        "ENTITY_ADDRESS",
        "INDIVIDUAL_DOCUMENT",
    ]

    /// A text in one line, or nil where there is none.
    private static func text(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).inOneLine
        return text.isEmpty ? nil : text
    }

    /// Takes what the elements of a group say together.
    mutating func closeGroup(_ group: String) {
        defer { fields.removeAll(keepingCapacity: true) }
        switch group {
        case "INDIVIDUAL_ALIAS", "ENTITY_ALIAS": takeAlias()
        case "INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS": takeAddress()
        case "INDIVIDUAL_DOCUMENT":
            let kind = fields["TYPE_OF_DOCUMENT"] ?? fields["TYPE_OF_DOCUMENT2"] ?? ""
            entity.add(identifier: fields["NUMBER"] ?? "", kind: kind)
        default: break
        }
    }

    /// An alias of a person is of good or low quality, one of an entity `a.k.a.` or `f.k.a.`.
    private mutating func takeAlias() {
        guard let name = fields["ALIAS_NAME"] else { return }
        let quality = (fields["QUALITY"] ?? "").lowercased()
        let isFormer = quality.hasPrefix("f.k.a") || quality.hasPrefix("formerly")
        aliases.append(Entity.Name(name, kind: isFormer ? .former : .alias, isWeak: quality == "low"))
    }

    private mutating func takeAddress() {
        let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY"].compactMap { fields[$0] }
        // A note says since when; only where there is nothing else it is the address.
        entity.add(address: parts.isEmpty ? fields["NOTE"] ?? "" : parts.joined(separator: ", "))
        if let country = fields["COUNTRY"], !addressCountries.contains(country) {
            addressCountries.append(country)
        }
    }

    private mutating func day(_ text: String) -> Day? {
        let day = Day(listed: text)
        if day == nil { unreadableDates.append(text) }
        return day
    }

    /// Makes the entity of all that was read.
    mutating func finish(into collector: inout EntityCollector) {
        for text in unreadableDates {
            collector.skips.add("a date that can't be read; left out", line: line, example: text)
        }
        let name = UNEntry.nameElements.compactMap { nameParts[$0] }.joined(separator: " ")
        entity.add(name, kind: .primary)
        for name in originalNames { entity.add(name, kind: .translation) }
        for alias in aliases { entity.add(alias.text, kind: alias.kind, isWeak: alias.isWeak) }
        if entity.id.isEmpty { entity.id = dataID }
        guard let first = entity.names.first else {
            collector.skips.add("no name", line: line, example: entity.id)
            return
        }
        if first.kind != .primary {
            collector.skips.add(
                "no name, but aliases; the first is taken for it", line: line, example: first.text)
            entity.names[0].kind = .primary
        }
        entity.primaryName = first.text
        entity.program = programs.joined(separator: ", ")
        entity.country = (nationalities.isEmpty ? addressCountries : nationalities).joined(separator: ", ")
        collector.add(entity, line: line)
    }
}
