import Glibc

extension Day {
    /// The day that it is now, in UTC.
    public static var today: Day { Day(secondsSince1970: time(nil)) }

    /// How many days lie between an earlier day and this one; less than 0 where that one is later.
    public func days(since earlier: Day) -> Int { number - earlier.number }

    /// The day's number, counted from 1 March of the year 0: years that end with February have their leap day last.
    private var number: Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1
    }
}
