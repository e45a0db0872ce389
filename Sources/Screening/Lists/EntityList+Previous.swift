extension EntityList {
    /// What tells a version of a list from others.
    public struct Version: Sendable, Equatable {
        /// Where it was read.
        public let path: String
        /// Its date, as ``EntityList/date``.
        public let date: Day?
        /// SHA-256 of its bytes, 64 hexadecimal digits.
        public let sha256: String
        /// How many entities it has.
        public let entities: Int

        init(_ list: EntityList) {
            path = list.path
            date = list.date
            sha256 = list.sha256
            entities = list.entities.count
        }
    }

    /// The share of its entities, in percent, that a list may have lost since the version before; where more are gone
    /// it is taken for cut off. A published list once lost 15,000 entities, and nothing said so.
    public static let toleratedLoss = 10

    /// Reads the lists in a file, one or of a compiled list all that it was made of, and holds them against the version
    /// before.
    ///
    /// - Parameter previous: the file of the version before; nil: there is none to hold it against.
    /// - Throws: where either can't be read, or the list has lost more than ``toleratedLoss`` percent of its entities or names.
    public static func read(_ path: String, previous: String?) throws(ScreeningError) -> [EntityList] {
        var lists = try read(path)
        guard let previous else { return lists }
        let earlier = try read(previous)
        guard earlier.count == lists.count else {
            throw ScreeningError(
                "\(path) holds \(lists.count) lists and the previous one, \(previous), \(earlier.count); expected are "
                    + "the same ones in the same order")
        }
        for place in lists.indices {
            try lists[place].check(after: earlier[place])
            lists[place].previous = Version(earlier[place])
        }
        return lists
    }

    /// Refuses the list where it has lost more than ``toleratedLoss`` percent of the entities that it had, or of their
    /// names: a list without its aliases has all of its entities.
    func check(after previous: EntityList) throws(ScreeningError) {
        try check(entities.count, after: previous.entities.count, of: ("entity", "entities"), previous)
        try check(nameCount, after: previous.nameCount, of: ("name", "names"), previous)
    }

    private func check(
        _ now: Int, after before: Int, of what: (one: String, many: String), _ previous: EntityList
    ) throws(ScreeningError) {
        let lost = before - now
        guard lost * 100 > before * EntityList.toleratedLoss else { return }
        // Rounded up, so that what is too much doesn't read like what is not.
        let tenths = (lost * 1000 + before - 1) / before
        let formats =
            format == previous.format
            ? "" : " The two are in different formats (\(previous.format.title); \(format.title))."
        throw ScreeningError(
            "\(path): the list has \(now) \(now == 1 ? what.one : what.many), the previous one, "
                + "\(previous.path), has \(before): \(tenths / 10).\(tenths % 10) % fewer; expected are at most "
                + "\(EntityList.toleratedLoss) % fewer.\(formats) Look whether the file is whole. If the list did "
                + "shrink, run once without the previous one, and take this one for it from then on")
    }

    /// That there is nobody on the list.
    var withoutNames: ScreeningError {
        let left = skips.skips.map { "; \($0)" }.joined()
        let held =
            entities.isEmpty ? "no entities" : "no names, but \(entities.count) × an entity without one"
        return ScreeningError(
            "the list \(path) holds \(held)\(left); expected is at least one name, since screening against none "
                + "finds nobody. Look whether the file is whole")
    }
}
