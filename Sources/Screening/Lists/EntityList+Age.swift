extension EntityList {
    /// From how many days on a list is not yet called old.
    public static let daysBeforeOld = 30

    /// How many days old the list is on a day; less than 0 where it is of a later one, nil where its date isn't known.
    public func age(on today: Day) -> Int? { date.map { today.days(since: $0) } }

    /// What is to be said of a list of more than ``daysBeforeOld`` days, in words; nil where nothing is.
    ///
    /// The built-in list is of a day long past on purpose, and is never called old.
    public func ageNotice(on today: Day) -> String? {
        guard !isBuiltIn, let date, let age = age(on: today), age > EntityList.daysBeforeOld else {
            return nil
        }
        return
            "\(path): the list is of \(date), \(age) days old; who was listed since is not on it. Look whether "
            + "there is a newer one"
    }
}
