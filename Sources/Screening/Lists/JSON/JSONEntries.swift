import NameMatching

/// Makes entities of the objects of a list in JSON.
struct JSONEntries {
    var collector: EntityCollector
    /// Where entries come from that don't say it themselves.
    var source = ""
    /// Whether an entry's notes say what a licence is asked for.
    var notesAreRequirements = false
    /// How many entries there were, whatever became of them.
    private(set) var seen = 0
    /// The newest day on which an entry is said to have been looked at.
    private(set) var newestVerification: Day?
    /// The list, where entries don't say it themselves.
    private let listName: String

    /// - Parameter listName: the list's own name; nil: the file's.
    init(listName: String?, path: String) {
        self.listName = listName ?? ListFile.baseName(of: path)
        collector = EntityCollector(listName: self.listName)
    }

    mutating func content(date: Day?) -> ListContent {
        ListContent(entities: collector.finished(), date: date, skips: collector.skips)
    }

    /// Takes one element of the list, or counts why it can't.
    mutating func add(_ element: JSONNode) {
        seen += 1
        guard element.kind == .object else {
            collector.skips.add("an entry that is no object", example: "entry \(seen)")
            return
        }
        var entity = Entity(id: text("id", of: element), primaryName: "")
        entity.add(nameText(of: element), kind: .primary)
        for alias in texts("aliases", of: element) { entity.add(alias, kind: .alias) }
        let addresses = texts("address", of: element) + texts("addresses", of: element)
        guard let first = entity.names.first else {
            collector.skips.add(
                addresses.isEmpty ? "no name" : "no name; it may be part of the address",
                example: entity.id.isEmpty ? addresses.first ?? "entry \(seen)" : entity.id)
            return
        }
        if first.kind != .primary {
            collector.skips.add("no name, but aliases; the first is taken for it", example: first.text)
            entity.names[0].kind = .primary
        }
        entity.primaryName = first.text
        for address in addresses { entity.add(address: address) }
        for written in texts("identifiers", of: element) {
            let identifier = Entity.Identifier(written: written)
            entity.add(identifier: identifier.value, kind: identifier.kind)
        }
        let list = text("list_id", of: element)
        takeListing(element, on: list, into: &entity)
        collector.add(entity, list: list.isEmpty ? nil : list)
    }

    private mutating func takeListing(_ element: JSONNode, on list: String, into entity: inout Entity) {
        entity.type = text("entity_type", of: element)
        let country = text("country", of: element)
        // Some registries give the country of the authority: `jp` to all of `jp-end-user-list`.
        if !list.hasPrefix("\(country)-") { entity.country = country }
        entity.program = text("source_list_name", of: element)
        if entity.program.isEmpty { entity.program = list.isEmpty ? listName : list }
        entity.listedOn = day("effective_date", of: element) ?? day("date_added", of: element)
        // Each citation is in a line.
        let citations = text("federal_register", of: element).utf8.split { $0 == 10 || $0 == 13 }
            .map { Substring($0).inOneLine }.filter { !$0.isEmpty }
        entity.citation = citations.joined(separator: " | ")
        if entity.listedOn == nil { entity.listedOn = JSONEntries.firstDay(of: citations) }
        let notes = text("notes", of: element)
        if notesAreRequirements || notes.contains("subject to the EAR") { entity.licenseRequirement = notes }
        let url = text("source_url", of: element)
        entity.source = url.isEmpty ? source : url
        if let day = day("last_verified", of: element), newestVerification.map({ $0 < day }) ?? true {
            newestVerification = day
        }
    }

    /// The day of the first of citations such as `84 FR 54004, 10/9/19`, on which rules that list somebody mostly come
    /// into force; nil where one has no day, since that one may be the first.
    private static func firstDay(of citations: [String]) -> Day? {
        let days = citations.map { citation in
            citation.split { " ,.".contains($0) }.last.flatMap { $0.contains("/") ? Day(listed: $0) : nil }
        }
        return days.contains { $0 == nil } ? nil : days.compactMap(\.self).min()
    }

    private mutating func nameText(of element: JSONNode) -> String {
        let name = text("name", of: element)
        return name.isEmpty ? text("entity_name", of: element) : name
    }

    private mutating func text(_ member: StaticString, of element: JSONNode) -> String {
        guard let value = element[member] else { return "" }
        if let text = value.text { return text.trimmed }
        skipValue(member)
        return ""
    }

    /// The texts of an array, or the one that stands in its place.
    private mutating func texts(_ member: StaticString, of element: JSONNode) -> [String] {
        guard let value = element[member] else { return [] }
        if value.kind != .array { return [text(member, of: element)] }
        var texts: [String] = []
        for part in value.elements where part.kind != .null {
            if let text = part.text { texts.append(text) } else { skipValue(member) }
        }
        return texts
    }

    private mutating func day(_ member: StaticString, of element: JSONNode) -> Day? {
        let text = text(member, of: element)
        if text.isEmpty { return nil }
        let day = Day(listed: text)
        if day == nil { collector.skips.add("a date that can't be read; left out", example: text) }
        return day
    }

    private mutating func skipValue(_ member: StaticString) {
        collector.skips.add(
            "a value of another type than text; left out", example: "\(member) of entry \(seen)")
    }
}
