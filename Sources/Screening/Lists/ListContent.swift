/// What a reader made of a list's file.
struct ListContent {
    var entities: [Entity]
    /// The day of which the file itself says that it is; nil where it doesn't.
    var date: Day?
    /// What was left out of it.
    var skips = ListSkips()
    /// The bytes of further files that belong to the list, in the order in which they were read.
    var siblings: [[UInt8]] = []
}

/// What of a list was left out, or taken in another way than it stands there: each reason once, with how often it held.
public struct ListSkips: Sendable, Equatable {
    /// One reason.
    public struct Skip: Sendable, Equatable, CustomStringConvertible {
        /// Why, in words for people: `no name`.
        public let reason: String
        /// How often.
        public internal(set) var count: Int
        /// Where it first was, as far as the format tells: the line from 1, or 0.
        public let line: Int
        /// What stood there, cut to what a message can show.
        public let example: String

        /// For people: `12 × no name, first in line 4: “…”`.
        public var description: String {
            let place = line > 0 ? " in line \(line)" : ""
            let shown = example.isEmpty ? "" : ": “\(example)”"
            return "\(count) × \(reason)" + (place + shown == "" ? "" : ", first\(place)\(shown)")
        }
    }

    /// In the order in which they were met.
    public private(set) var skips: [Skip] = []

    init(_ skips: [Skip] = []) { self.skips = skips }

    /// Counts what another account has.
    mutating func add(_ other: ListSkips) {
        for skip in other.skips {
            if let place = skips.firstIndex(where: { $0.reason == skip.reason }) {
                skips[place].count += skip.count
            } else {
                skips.append(skip)
            }
        }
    }

    /// Counts something that was left out.
    ///
    /// - Parameters:
    ///   - line: of the list's file, from 1; 0 where it isn't known.
    ///   - example: what was left out.
    mutating func add(_ reason: String, line: Int = 0, example: String = "") {
        if let place = skips.firstIndex(where: { $0.reason == reason }) {
            skips[place].count += 1
            return
        }
        let shown = example.count > 80 ? example.prefix(80) + "…" : example
        skips.append(Skip(reason: reason, count: 1, line: line, example: shown))
    }
}
