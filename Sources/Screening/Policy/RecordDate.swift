/// The date of a record as far as its cell tells it: one day, every day of a month, or either of two days where
/// nobody can say which of two numbers is the month.
///
/// Customs files of some fifty countries write the same day as `2025-10-31`, `10/31/2025`, `31/10/2025`,
/// `31.10.2025`, `20251031`, `29-Nov-21`, `Oct 2025` or `2025年10月31日`. Where `05/10/2019` can be read two ways
/// both readings are kept and the policy only says what holds under either: a guess would decide whether a
/// listing was in force.
public struct RecordDate: Sendable, Equatable {
    /// The days that the record may be of: runs of days, each whole.
    public let candidates: [ClosedRange<Day>]

    /// The date of a record whose day is known.
    public init(_ day: Day) { candidates = [day...day] }

    init?(candidates: [ClosedRange<Day>?]) {
        var kept: [ClosedRange<Day>] = []
        for candidate in candidates.compactMap(\.self) where !kept.contains(candidate) {
            kept.append(candidate)
        }
        guard !kept.isEmpty else { return nil }
        self.candidates = kept
    }

    /// Reads a date as it stands in a cell; nil where it is none. A time of day behind it is passed over.
    ///
    /// Years of two digits are 1970…2069. Numbers around full stops are day, month, year; with slashes or hyphens
    /// the month may come first.
    public init?(cell: UnsafeBufferPointer<UInt8>) {
        let tokens = RecordDate.tokens(of: cell)
        guard let tokens, let date = RecordDate.read(tokens) else { return nil }
        self = date
    }

    /// Reads a date from text.
    public init?(_ text: String) {
        var text = text
        let date = text.withUTF8 { RecordDate(cell: $0) }
        guard let date else { return nil }
        self = date
    }

    // MARK: Tokens

    enum Token: Equatable {
        /// Digits: their value and how many they were.
        case number(Int, digits: Int)
        /// The month that a word names, 1…12.
        case month(Int)
        /// A full stop between two numbers, which no American date has.
        case stop
    }

    /// The cell's numbers and month names, up to a time of day; nil where something else stands in it.
    private static func tokens(of cell: UnsafeBufferPointer<UInt8>) -> [Token]? {
        var tokens: [Token] = []
        var i = 0
        while i < cell.count {
            let byte = cell[i]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = i
                var value = 0
                while i < cell.count, isDigit(cell[i]), i - start < 14 {
                    value = value * 10 + Int(cell[i] - UInt8(ascii: "0"))
                    i += 1
                }
                // A colon: this number is the hour of a time.
                if i < cell.count, cell[i] == UInt8(ascii: ":") { return tokens }
                tokens.append(.number(value, digits: i - start))
                // 2025-10-31T08:00
                if i < cell.count, cell[i] | 0x20 == UInt8(ascii: "t"), isComplete(tokens) { return tokens }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                let start = i
                while i < cell.count, isLetter(cell[i]) { i += 1 }
                let word = cell[start..<i].map { $0 | 0x20 }
                if isComplete(tokens) { return tokens }
                guard let month = month(named: word) else { return nil }
                tokens.append(.month(month))
            case UInt8(ascii: "."):
                i += 1
                if case .number? = tokens.last { tokens.append(.stop) }
            case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: ","), 9, 10, 13:
                i += 1
            case 0xE5, 0xE6:
                // 年 E5 B9 B4, 月 E6 9C 88, 日 E6 97 A5
                guard i + 2 < cell.count,
                    [[0xE5, 0xB9, 0xB4], [0xE6, 0x9C, 0x88], [0xE6, 0x97, 0xA5]]
                        .contains([cell[i], cell[i + 1], cell[i + 2]])
                else { return nil }
                i += 3
            default: return isComplete(tokens) ? tokens : nil
            }
            if tokens.count > 8 { return nil }
        }
        return tokens
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isComplete(_ tokens: [Token]) -> Bool { tokens.count { $0 != .stop } >= 3 }

    /// The month that an English word of at least three letters begins the name of.
    private static func month(named word: [UInt8]) -> Int? {
        guard word.count >= 3 else { return nil }
        if word == Array("sept".utf8) { return 9 }
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard let index = names.firstIndex(where: { $0.utf8.starts(with: word) }) else { return nil }
        return word.count == 3 || word.count == names[index].utf8.count ? index + 1 : nil
    }

    // MARK: Readings

    private static func read(_ all: [Token]) -> RecordDate? {
        let stops = all.contains(.stop)
        var tokens = all.filter { $0 != .stop }
        // Behind a whole date only an hour of a time can follow, whose colon ended the tokens.
        if tokens.count > 3 { tokens.removeLast(tokens.count - 3) }
        let second = tokens.count > 1 ? tokens[1] : nil
        let third = tokens.count > 2 ? tokens[2] : nil
        switch (tokens.first, second, third) {
        case (.number(let value, digits: 14)?, nil, nil):
            return RecordDate(candidates: [one(packed: value / 1_000_000)])
        case (.number(let value, digits: 8)?, nil, nil):
            return RecordDate(candidates: [one(packed: value)])
        case (.number(let value, digits: 6)?, nil, nil):
            return RecordDate(candidates: [whole(month: value % 100, year: value / 100)])
        case (.month(let month)?, .number(let year, let digits)?, nil) where digits == 2 || digits == 4,
            (.number(let year, let digits)?, .month(let month)?, nil) where digits == 2 || digits == 4:
            return RecordDate(candidates: [whole(month: month, year: full(year, digits: digits))])
        case (.number(let year, digits: 4)?, .number(let month, _)?, nil),
            (.number(let month, _)?, .number(let year, digits: 4)?, nil):
            return RecordDate(candidates: [whole(month: month, year: year)])
        case (.number(let year, digits: 4)?, .month(let month)?, .number(let day, _)?),
            (.number(let year, digits: 4)?, .number(let month, _)?, .number(let day, _)?):
            return RecordDate(candidates: [one(year, month, day)])
        case (.number(let day, _)?, .month(let month)?, .number(let year, let digits)?),
            (.month(let month)?, .number(let day, _)?, .number(let year, let digits)?):
            return RecordDate(candidates: [one(full(year, digits: digits), month, day)])
        case (.number(let a, let aDigits)?, .number(let b, _)?, .number(let year, let digits)?)
        where aDigits <= 2 && (digits == 2 || digits == 4):
            let year = full(year, digits: digits)
            return RecordDate(candidates: [one(year, b, a), stops ? nil : one(year, a, b)])
        default: return nil
        }
    }

    /// A day written as yyyymmdd.
    private static func one(packed value: Int) -> ClosedRange<Day>? {
        one(value / 10_000, value / 100 % 100, value % 100)
    }

    private static func full(_ year: Int, digits: Int) -> Int {
        digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year
    }

    private static func one(_ year: Int, _ month: Int, _ day: Int) -> ClosedRange<Day>? {
        Day(year: year, month: month, day: day).map { $0...$0 }
    }

    private static func whole(month: Int, year: Int) -> ClosedRange<Day>? {
        guard let first = Day(year: year, month: month, day: 1),
            let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
        else { return nil }
        return first...last
    }
}
