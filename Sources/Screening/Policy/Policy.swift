/// What a hit means on the day and in the direction of its record: whether the listing was in force, and whether
/// a licence stands between the two parties.
///
/// The source is 15 CFR 744.11: no item subject to the EAR may be exported, reexported or transferred (in-country)
/// without the licence that the Entity List asks for, when a listed entity is a *party to the transaction as
/// described in § 748.5(c)–(f)*: purchaser, intermediate consignee, ultimate consignee or end-user. The 28
/// entities of 84 FR 54002 (9 October 2019) were added under it. It says nothing of buying *from* a listed
/// entity. Roles outside that list (a notify party, a bank, a forwarder) may hide one of those in it, so they are
/// "possible", not "no". This is a reading of the rule to sort work by, not legal advice: which items are subject
/// to the EAR, exceptions and the licence itself no customs record tells.
public enum Policy {
    /// yes, no or not known.
    public enum InForce: String, Sendable, CaseIterable {
        case yes, no
        case unknown = ""
    }

    /// Whether the transaction is restricted; `unspecified` where the list states no licence requirement.
    public enum Restricted: String, Sendable, CaseIterable {
        case yes, possible, no
        case unspecified = ""
    }

    /// Whether a listing was in force on the date of a record.
    ///
    /// It is from the day of listing until the day before the delisting. The answer is given only where every
    /// reading of the date agrees (see ``RecordDate``).
    ///
    /// - Parameters:
    ///   - date: the record's date; nil where it has none that can be read, or nobody asked.
    ///   - listedOn: nil where the list doesn't say: then only a delisting can answer "no".
    ///   - delistedOn: nil where the entity still stands on the list.
    public static func inForce(on date: RecordDate?, listedOn: Day?, delistedOn: Day?) -> InForce {
        guard let date else { return .unknown }
        var answer: InForce?
        for candidate in date.candidates {
            let one = inForce(throughout: candidate, listedOn: listedOn, delistedOn: delistedOn)
            if let answer, answer != one { return .unknown }
            answer = one
        }
        return answer ?? .unknown
    }

    private static func inForce(throughout days: ClosedRange<Day>, listedOn: Day?, delistedOn: Day?)
        -> InForce
    {
        if let delistedOn, days.lowerBound >= delistedOn { return .no }
        guard let listedOn else { return .unknown }
        if days.upperBound < listedOn { return .no }
        let stillListed = delistedOn.map { days.upperBound < $0 } ?? true
        return days.lowerBound >= listedOn && stillListed ? .yes : .unknown
    }

    /// Whether a transaction with a listed entity is restricted.
    ///
    /// - Parameters:
    ///   - direction: which way the goods go.
    ///   - role: what the matched party does in the record.
    ///   - inForce: what ``inForce(on:listedOn:delistedOn:)`` found.
    ///   - asksDate: whether the run was told a date column: then a listing that isn't known to have been in
    ///     force on the day restricts at most possibly. Without one the list is taken as it stands today.
    ///   - requiresLicense: whether the list states a licence requirement for the entity.
    public static func restricted(
        direction: Direction, role: Role, inForce: InForce, asksDate: Bool, requiresLicense: Bool
    ) -> Restricted {
        guard requiresLicense else { return .unspecified }
        if inForce == .no { return .no }
        switch direction {
        case .import:
            return role.suppliesGoods ? .no : .possible
        case .export, .reexport, .transfer:
            guard role.receivesGoods else { return .possible }
            return asksDate && inForce == .unknown ? .possible : .yes
        }
    }
}
