/// What other objects say of a party: before or after it in the file.
struct OpenSanctionsFacts {
    /// The first day of the first listing.
    private var listedOn: Day?
    private var sanctions = 0
    /// The last days of the listings that have ended.
    private var ends: [Day] = []
    private var programs: [String] = []
    private var identifiers: [(kind: String, value: String)] = []
    /// The ids of its addresses, and such as stand inside it.
    private(set) var addressIDs: [String] = []
    private var addresses: [String] = []

    /// Takes a `Sanction`.
    mutating func take(sanction: OpenSanctionsObject) {
        sanctions += 1
        // From `startDate` on it is in force; `listingDate` is when that was written down.
        let starts = sanction.texts("startDate").compactMap(Day.init(openSanctions:))
        let days =
            starts.isEmpty ? sanction.texts("listingDate").compactMap(Day.init(openSanctions:)) : starts
        if let day = days.min() { listedOn = listedOn.map { min($0, day) } ?? day }
        if let end = sanction.texts("endDate").compactMap({ Day(listed: $0) }).max() { ends.append(end) }
        let named = sanction.texts("program")
        add(programs: named.isEmpty ? sanction.texts("programId") : named)
        for id in sanction.texts("unscId") { identifiers.append(("UN SC identifier", id)) }
        for id in sanction.texts("authorityId") { identifiers.append(("Authority-issued identifier", id)) }
    }

    /// Takes an `Identification` or `Passport`.
    mutating func take(identification: OpenSanctionsObject) {
        let kind = identification.texts("type").first ?? identification.schema
        for number in identification.texts("number") { identifiers.append((kind, number)) }
    }

    mutating func take(addressID: String) { addressIDs.append(addressID) }

    mutating func take(address: String) { addresses.append(address) }

    mutating func add(programs: [String]) {
        for program in programs where !self.programs.contains(program) { self.programs.append(program) }
    }

    /// Adds all to its party.
    ///
    /// - Parameters:
    ///   - hasTopics: whether the party is still said to be of some risk.
    ///   - addressTexts: the addresses of the file by id.
    func apply(to entity: inout Entity, hasTopics: Bool, addressTexts: [String: String]) {
        entity.listedOn = listedOn
        // Other listings than the ended ones may be told by topics alone.
        if sanctions > 0, ends.count == sanctions, !hasTopics { entity.delistedOn = ends.max() }
        entity.program = programs.joined(separator: ", ")
        for identifier in identifiers { entity.add(identifier: identifier.value, kind: identifier.kind) }
        for address in addresses + addressIDs.compactMap({ addressTexts[$0] }) {
            entity.add(address: address)
        }
    }
}

extension Day {
    /// The first day of a date of FollowTheMoney, which may be a year or month: `2019`, `2019-10`.
    init?(openSanctions text: String) {
        switch text.utf8.count {
        case 4: self.init(listed: text + "-01-01")
        case 7: self.init(listed: text + "-01")
        default: self.init(listed: text)
        }
    }
}
