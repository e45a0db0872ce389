extension Day {
    /// A day as lists write it: `2019-10-09`, also with a time or time zone behind it; `10/9/2019` and `10/9/19`,
    /// month first; `June 21, 2022`; `3 Jun 2021`. Nil for all else, a year or month alone among it.
    ///
    /// Years of two digits are those from 1950 to 2049.
    init?(listed text: some StringProtocol) {
        let bytes = Array(Array(text.utf8).trimmed)
        let isDateTime = bytes.count == 10 || bytes.count > 10 && " T+-Z".utf8.contains(bytes[10])
        if isDateTime, let day = Day(iso: Array(bytes.prefix(10))) {
            self = day
            return
        }
        let parts = bytes.split { !Day.isLetterOrDigit($0) }.map { $0 }
        // What stands between the parts must be what dates are written with, so that `1.5.2` is none.
        guard parts.count == 3, bytes.allSatisfy({ Day.isLetterOrDigit($0) || " ,/.".utf8.contains($0) })
        else {
            return nil
        }
        let slashes = bytes.count { $0 == UInt8(ascii: "/") }
        let numbers = parts.map(Day.number)
        switch (numbers[0], numbers[1], numbers[2]) {
        case (let month?, let day?, let year?) where slashes == 2:
            self.init(year: Day.fullYear(year, digits: parts[2].count), month: month, day: day)
        case (nil, let day?, let year?) where slashes == 0 && parts[2].count == 4:
            guard let month = Day.month(parts[0]) else { return nil }
            self.init(year: year, month: month, day: day)
        case (let day?, nil, let year?) where slashes == 0 && parts[2].count == 4:
            guard let month = Day.month(parts[1]) else { return nil }
            self.init(year: year, month: month, day: day)
        default: return nil
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    /// A number of up to four digits.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard (1...4).contains(bytes.count) else { return nil }
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    private static func fullYear(_ year: Int, digits: Int) -> Int {
        if digits != 2 { return year }
        return year < 50 ? 2000 + year : 1900 + year
    }

    /// The month of an English name, whole or cut to three letters or more.
    private static func month(_ word: ArraySlice<UInt8>) -> Int? {
        guard word.count >= 3 else { return nil }
        let word = word.map { $0 | 0x20 }
        let place = months.firstIndex { $0.utf8.starts(with: word) }
        return place.map { $0 + 1 }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
