/// Turns the bytes of a name into folded units: lower case, ASCII where it can be, Simplified, words apart.
///
/// ASCII never enters ICU; other code points go through `FoldTable` and `HanTable`; runs of other scripts go to ICU's
/// transliterator, which takes a process-wide lock, so each run's result is remembered.
struct NameFolder: ~Copyable {
    // What is seldom needed, and dear to open, waits for its first use.
    private(set) var foldTable: FoldTable?
    private(set) var hanCharacters: HanTable.Characters?
    var runs: ForeignRuns?
    /// ICU's kinds of code points outside `FoldTable`, one more than each; 0 where it hasn't been asked.
    var kinds: Scratch<UInt8>?
    /// Where a transliteration is written.
    var written = Scratch<UInt8>()
    var latin = Scratch<UInt8>()

    private let byteKinds = ByteKind.table

    /// Reads a name into `name`, which is emptied first.
    ///
    /// - Complexity: O(bytes).
    mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, into name: inout FoldedName) {
        name.removeAll()
        var words = WordCutter(bytes, into: &name)
        while true {
            words.readASCII(byteKinds, foldTable)
            if words.isDone { break }
            readBeyondASCII(&words, &name)
            if words.isDone { break }
        }
        name.isTruncated = words.isFull && words.place < bytes.count
        words.endWord()
        words.finish(&name)
        if words.shortWords > 1 || words.hasSlash { joinSpelledOutLetters(&name) }
        if words.hasHan { readHan(&name) }
    }

    /// Reads a byte of ASCII that stands for a code point beyond it.
    @inline(__always)
    func read(_ byte: UInt8, _ words: inout WordCutter) {
        let kind = byteKinds[Int(byte)]
        switch kind {
        case .letter: words.append(letter: byte | 0x20)
        case .digit: words.append(digit: byte)
        case .dropped: break
        default: words.note(kind)
        }
    }

    /// The table of single code points, opened when the first needs it.
    @inline(__always)
    mutating func openFoldTable() -> FoldTable {
        if let foldTable { return foldTable }
        foldTable = FoldTable.shared
        return FoldTable.shared
    }

    /// The table of Han characters, opened when the first needs it.
    @inline(__always)
    mutating func openHanCharacters() -> HanTable.Characters {
        if let hanCharacters { return hanCharacters }
        hanCharacters = HanTable.shared.characters
        return HanTable.shared.characters
    }

    /// Makes one word of letters that stand alone one after the other: `H I K` and `S.R.L.` are `hik` and `srl`.
    private func joinSpelledOutLetters(_ name: inout FoldedName) {
        var kept = 0
        var place = 0
        while place < name.units.count {
            var last = place + 1
            if isLetter(name.units[place]) {
                while last < name.units.count, isLetter(name.units[last]), !name.units[last].startsLine {
                    last += 1
                }
            }
            var unit = name.units[place]
            if last - place > 1 {
                unit.count = name.units[last - 1].end - unit.start
                unit.key = name.key(ofUnits: place, to: last)
                unit.isSpelledOut = true
                unit.followsSlash = (place + 1..<last).allSatisfy { name.units[$0].followsSlash }
            } else {
                unit.followsSlash = false
            }
            name.units[kept] = unit
            kept += 1
            place = last
        }
        name.units.truncate(to: kept)
    }

    @inline(__always)
    private func isLetter(_ unit: FoldedName.Unit) -> Bool { unit.kind == .latin && unit.count == 1 }
}
