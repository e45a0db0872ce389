/// Tells whether a name's letters without spaces may be a listed name's, before the name is read.
struct EssenceSieve: ~Copyable {
    private let beginnings: EssenceBeginnings

    init(_ beginnings: EssenceBeginnings) {
        self.beginnings = beginnings
    }

    /// More ways than this to write a name are not tried.
    private static let mostWays = 64

    /// Whether the name's letters without spaces may be a listed name's: whether they begin so, whichever of the units
    /// that may be no part of them are left out.
    ///
    /// - Parameter mayBeLeftOut: by unit, whether its word may be a legal form or a phrase around names.
    @inline(__always)
    mutating func mayBeSameLetters(
        _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>
    ) -> Bool {
        if mayBegin(name, mayBeLeftOut, isReading: false),
            mayBeSameLetters(name, mayBeLeftOut, isReading: false)
        {
            return true
        }
        return !name.reading.isEmpty && mayBegin(name, mayBeLeftOut, isReading: true)
            && mayBeSameLetters(name, mayBeLeftOut, isReading: true)
    }

    /// Whether a listed name's letters may begin as this one's. Most names end here: their first letters begin none,
    /// nor do those behind units that may be left out.
    @inline(__always)
    private func mayBegin(
        _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>, isReading: Bool
    ) -> Bool {
        var first = 0
        while first < name.units.count {
            // Beside characters the letters of words lie apart from the readings.
            if isReading, name.units[first].kind != .han { return true }
            let letters = isReading ? name.reading.base : name.text.base
            let start = Int(isReading ? name.units[first].readingStart : name.units[first].start)
            var last = first
            var end = start
            while last < name.units.count, end - start < EssenceBeginnings.shortest {
                if last > first, isDroppable(last, name, mayBeLeftOut) { return true }
                if isReading, name.units[last].kind != .han { return true }
                end = Int(isReading ? name.units[last].readingEnd : name.units[last].end)
                last += 1
            }
            guard end - start >= EssenceBeginnings.shortest else { return false }
            if EssenceSieve.mayHoldUmlaut(letters + start, count: EssenceBeginnings.shortest)
                || beginnings.mayBegin(letters + start)
            {
                return true
            }
            guard isDroppable(first, name, mayBeLeftOut) else { return false }
            first += 1
        }
        return false
    }

    // Mutating, as is what it calls: else the compiler would copy the whole sieve for each call.
    @inline(never)
    private mutating func mayBeSameLetters(
        _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>, isReading: Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * EssenceBeginnings.width) { letters in
            var ways = 0
            return mayBeSameLetters(name, mayBeLeftOut, isReading, from: 0, letters, count: 0, &ways)
        }
    }

    /// Goes on from a unit, with the letters that the units before left.
    private mutating func mayBeSameLetters(
        _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>, _ isReading: Bool,
        from first: Int,
        _ letters: UnsafeMutableBufferPointer<UInt8>, count: Int, _ ways: inout Int
    ) -> Bool {
        var count = count
        // An ü written with more letters shortens them, by one in three at most: twice the width is enough then.
        var width = EssenceBeginnings.width
        var place = first
        while place < name.units.count, count < width {
            if isDroppable(place, name, mayBeLeftOut) {
                ways += 1
                if ways > EssenceSieve.mostWays { return true }
                if mayBeSameLetters(
                    name, mayBeLeftOut, isReading, from: place + 1, letters, count: count, &ways)
                {
                    return true
                }
            }
            let unit = name.units[place]
            let added =
                isReading && unit.kind == .han
                ? name.readingLetters(ofUnits: place, to: place + 1)
                : name.letters(ofUnits: place, to: place + 1)
            let room = min(added.count, letters.count - count)
            for offset in 0..<room { letters[count + offset] = added[offset] }
            count += room
            place += 1
            guard count >= EssenceBeginnings.shortest else { continue }
            if EssenceSieve.mayHoldUmlaut(
                letters.baseAddress!, count: min(count, EssenceBeginnings.width))
            {
                width = letters.count
            } else if !beginnings.mayBegin(letters.baseAddress!) {
                return false
            }
        }
        guard count >= Essence.shortest else { return false }
        // The letters are written as essences are in a copy: other ways may go on from them.
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { copy in
            _ = copy.initialize(from: letters[..<count])
            let written = Pinyin.writeUmlautsAsU(copy)
            return beginnings.mayHold(UnsafeBufferPointer(rebasing: copy[..<written]))
        }
    }

    /// Whether an ü is among so many letters that is written with others: `lv`, `nyu`.
    @inline(__always)
    private static func mayHoldUmlaut(_ letters: UnsafePointer<UInt8>, count: Int) -> Bool {
        for place in 1..<count
        where letters[place] == UInt8(ascii: "v") || letters[place] == UInt8(ascii: "y") {
            let before = letters[place - 1]
            if before == UInt8(ascii: "l") || before == UInt8(ascii: "n") { return true }
        }
        return false
    }

    /// Whether a unit may be no part of the letters: a legal form, a phrase around names, `No` before a number, or at
    /// the end what is left of one of these.
    @inline(__always)
    private func isDroppable(
        _ place: Int, _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>
    ) -> Bool {
        if mayBeLeftOut[place] { return true }
        if place == name.units.count - 1, place > 0, mayBeLeftOut[place - 1] { return true }
        return name.units[place].count == 2 && NumberWords.announcesNumber(at: place, of: name)
    }
}
