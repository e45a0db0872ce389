/// A day of the Gregorian calendar.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// The day, or nil where there is no such one (30 February) or the year is not in 1800…2199.
    public init?(year: Int, month: Int, day: Int) {
        guard (1800...2199).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day as lists write it, `2019-10-09`, or nil.
    public init?(iso text: [UInt8]) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = Day.number(text[0..<4]), let month = Day.number(text[5..<7]),
            let day = Day.number(text[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day in UTC of a number of seconds since 1970-01-01T00:00:00Z.
    public init(secondsSince1970 seconds: Int) {
        var (year, remaining) = (1970, Int((Double(seconds) / 86400).rounded(.down)))
        while remaining < 0 {
            year -= 1
            remaining += Day.length(ofYear: year)
        }
        while remaining >= Day.length(ofYear: year) {
            remaining -= Day.length(ofYear: year)
            year += 1
        }
        var month = 1
        while remaining >= Day.length(ofMonth: month, year: year) {
            remaining -= Day.length(ofMonth: month, year: year)
            month += 1
        }
        (self.year, self.month, self.day) = (year, month, remaining + 1)
    }

    public static func < (a: Day, b: Day) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// As ISO 8601: `2019-10-09`.
    public var description: String {
        let padded = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func length(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}
