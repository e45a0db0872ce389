/// Tells whether a name's letters without spaces may be a listed name's, before the name is read.
struct EssenceSieve: ~Copyable {
    private let beginnings: EssenceBeginnings

    init(_ beginnings: EssenceBeginnings) {
        self.beginnings = beginnings
    }

    /// More ways than this to write a name are not tried.
    private static let mostWays = 64

    /// Whether the name's letters without spaces may be a listed name's: whether they begin so, whichever of the words
    /// that may be no part of them are left out.
    ///
    /// - Parameter signs: by word, whether it may be a legal form or a phrase around names.
    @inline(__always)
    mutating func mayBeSameLetters(
        _ name: borrowing FoldedName, _ signs: borrowing Scratch<WordSigns>
    ) -> Bool {
        mayBeSameLetters(name, signs, isReading: false)
            || !name.reading.isEmpty && mayBeSameLetters(name, signs, isReading: true)
    }

    /// - Parameter isReading: whether Han characters count with their pinyin.
    @inline(__always)
    mutating func mayBeSameLetters<Name: WordLetters & ~Copyable>(
        _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>, isReading: Bool
    ) -> Bool {
        if !isReading, beginsOtherwise(name, signs) { return false }
        var ways = 0
        return mayBegin(name, signs, isReading, from: 0, FirstLetters(), &ways)
            && mayBeSameLettersFurther(name, signs, isReading)
    }

    /// The first letters of a name, up to eight bytes of them.
    private struct FirstLetters {
        /// The first one lowest.
        private(set) var letters: UInt64 = 0
        private(set) var count = 0

        /// - Parameter word: behind it eight bytes may be read.
        @inline(__always)
        mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
            guard let start = word.baseAddress else { return }
            let next = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
            let added = min(word.count, 8 &- count)
            let bits = UInt64(truncatingIfNeeded: 8 &* added)
            letters |= (bits == 64 ? next : next & ~(~0 &<< bits)) &<< UInt64(truncatingIfNeeded: 8 &* count)
            count = count &+ added
        }

        /// Whether an ü is among the first six that is written with other letters: `lv`, `nyu`.
        @inline(__always)
        var mayHoldUmlaut: Bool {
            let ones: UInt64 = 0x0101_0101_0101_0101
            // `l` and `n` differ by the bit of 2.
            let leading = FirstLetters.zeros((letters | ones &* 2) ^ (ones &* UInt64(UInt8(ascii: "n"))))
            let following =
                FirstLetters.zeros(letters ^ (ones &* UInt64(UInt8(ascii: "v"))))
                | FirstLetters.zeros(letters ^ (ones &* UInt64(UInt8(ascii: "y"))))
            return leading &<< 8 & following & 0x8080_8080_8080 != 0
        }

        /// The high bit of every byte that is zero, and perhaps of one above such a byte.
        @inline(__always)
        private static func zeros(_ bytes: UInt64) -> UInt64 {
            (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
        }
    }

    /// Whether a listed name's first letters may be those of this one from a word on, behind some that were taken: most
    /// names end here.
    private mutating func mayBegin<Name: WordLetters & ~Copyable>(
        _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>, _ isReading: Bool,
        from first: Int, _ taken: FirstLetters, _ ways: inout Int
    ) -> Bool {
        var letters = taken
        for place in first..<name.wordCount {
            if isDroppable(place, name, signs) {
                ways += 1
                if ways > EssenceSieve.mostWays { return true }
                if mayBegin(name, signs, isReading, from: place + 1, letters, &ways) { return true }
            }
            letters.append(name.letters(ofWord: place, isReading: isReading))
            if letters.count >= EssenceBeginnings.shortest { return mayBegin(letters) }
        }
        return false
    }

    @inline(__always)
    private func mayBegin(_ letters: FirstLetters) -> Bool {
        letters.mayHoldUmlaut || beginnings.mayBegin(letters.letters)
    }

    /// Whether no listed name's first letters are those of this one, where none of the words that they are of may be
    /// left out; of most names that is all that is asked.
    @inline(__always)
    private func beginsOtherwise<Name: WordLetters & ~Copyable>(
        _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>
    ) -> Bool {
        let text = name.letters
        guard text.count >= EssenceBeginnings.shortest else { return true }
        var place = 0
        var count = 0
        repeat {
            if isDroppable(place, name, signs) { return false }
            count += name.letters(ofWord: place, isReading: false).count
            place += 1
        } while count < EssenceBeginnings.shortest
        var first = FirstLetters()
        first.append(text)
        return !mayBegin(first)
    }

    // Mutating, as is what it calls: else the compiler would copy the whole sieve for each call.
    @inline(never)
    private mutating func mayBeSameLettersFurther<Name: WordLetters & ~Copyable>(
        _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>, _ isReading: Bool
    ) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * EssenceBeginnings.width) { letters in
            var ways = 0
            return mayBeSameLetters(name, signs, isReading, from: 0, letters, count: 0, &ways)
        }
    }

    /// Goes on from a word, with the letters that the words before left.
    private mutating func mayBeSameLetters<Name: WordLetters & ~Copyable>(
        _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>, _ isReading: Bool,
        from first: Int, _ letters: UnsafeMutableBufferPointer<UInt8>, count: Int, _ ways: inout Int
    ) -> Bool {
        var count = count
        // An ü written with more letters shortens them, by one in three at most: twice the width is enough then.
        var width = EssenceBeginnings.width
        var place = first
        while place < name.wordCount, count < width {
            if isDroppable(place, name, signs) {
                ways += 1
                if ways > EssenceSieve.mostWays { return true }
                if mayBeSameLetters(
                    name, signs, isReading, from: place + 1, letters, count: count, &ways)
                {
                    return true
                }
            }
            let added = name.letters(ofWord: place, isReading: isReading)
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

    /// Whether a word may be no part of the letters: a legal form, a phrase around names, `No` before a number, or at
    /// the end what is left of one of these.
    @inline(__always)
    private func isDroppable<Name: WordLetters & ~Copyable>(
        _ place: Int, _ name: borrowing Name, _ signs: borrowing Scratch<WordSigns>
    ) -> Bool {
        if signs[place].contains(.isDroppable) { return true }
        if place == name.wordCount - 1, place > 0, signs[place - 1].contains(.isDroppable) { return true }
        return name.announcesNumber(atWord: place)
    }
}
