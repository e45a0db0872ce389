/// Tells whether a name's letters without spaces may be a listed name's, before the name is read.
struct EssenceSieve {
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
    func mayBeSameLetters(_ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>) -> Bool {
        if mayBegin(name, mayBeLeftOut), mayBeSameLetters(name, mayBeLeftOut, isReading: false) {
            return true
        }
        return !name.reading.isEmpty && mayBeSameLetters(name, mayBeLeftOut, isReading: true)
    }

    /// Whether a listed name's letters may begin as this one's; surely not, where the first of them are no part that may
    /// be left out: most names end here.
    @inline(__always)
    private func mayBegin(_ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>) -> Bool {
        var place = 0
        while place < name.units.count, !isDroppable(place, name, mayBeLeftOut) {
            let end = Int(name.units[place].end)
            place += 1
            guard end >= EssenceBeginnings.shortest else { continue }
            return EssenceSieve.mayHoldUmlaut(name.text.base, count: EssenceBeginnings.shortest)
                || beginnings.mayBegin(name.text.base)
        }
        return true
    }

    @inline(never)
    private func mayBeSameLetters(
        _ name: borrowing FoldedName, _ mayBeLeftOut: borrowing Scratch<Bool>, isReading: Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * EssenceBeginnings.width) { letters in
            var ways = 0
            return mayBeSameLetters(name, mayBeLeftOut, isReading, from: 0, letters, count: 0, &ways)
        }
    }

    /// Goes on from a unit, with the letters that the units before left.
    private func mayBeSameLetters(
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
