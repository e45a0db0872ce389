import CICU

extension NameFolder {
    /// The longest text whose reading depends on its characters together.
    private static let longestCorrection = 4

    /// Writes the pinyin of the Han characters of a name, in context where the context decides (重庆 is chong qing).
    @inline(never)
    mutating func readHan(_ name: inout FoldedName) {
        let table = openHanCharacters()
        let count = name.units.count
        // Readings are written eight letters at a time.
        _ = name.reading.reserve(8 * count + 8)
        var place = 0
        while place < count {
            guard name.units[place].kind == .han else {
                place += 1
                continue
            }
            if name.units[place].mayBeginCorrection,
                let (last, syllables) = correction(at: place, of: name)
            {
                for (unit, syllable) in zip(place..<last, syllables) {
                    append(syllable, to: unit, of: &name, table)
                }
                place = last
                continue
            }
            let syllable = name.units[place].syllable
            if syllable != 0 || name.units[place].count <= 3 {
                append(syllable, to: place, of: &name, table)
            } else {
                appendRareReading(to: place, of: &name)
            }
            place += 1
        }
    }

    private func correction(
        at place: Int, of name: borrowing FoldedName
    ) -> (last: Int, UnsafeBufferPointer<HanTable.Syllable>)? {
        var longest = place + 1
        let limit = min(name.units.count, place + NameFolder.longestCorrection)
        while longest < limit, name.units[longest].kind == .han { longest += 1 }
        var last = longest
        let table = HanTable.shared
        while last > place + 1 {
            if let syllables = table.correctedReading(name.key(ofUnits: place, to: last)),
                syllables.count == last - place
            {
                return (last, syllables)
            }
            last -= 1
        }
        return nil
    }

    @inline(__always)
    private func append(
        _ syllable: HanTable.Syllable, to place: Int, of name: inout FoldedName, _ table: HanTable.Characters
    ) {
        let (letters, count) = table.letters(of: syllable)
        let start = name.reading.count
        UnsafeMutableRawPointer(name.reading.base + start).storeBytes(
            of: letters.littleEndian, as: UInt64.self)
        name.reading.take(start + count)
        name.units[place].readingStart = Int32(start)
        name.units[place].readingCount = Int32(count)
    }

    /// Rare characters beyond the basic plane are read by ICU itself.
    private mutating func appendRareReading(to place: Int, of name: inout FoldedName) {
        let longest = 32
        written.removeAll()
        let out = written.extend(by: longest)
        let character = name.letters(ofUnits: place, to: place + 1)
        let count = max(
            0, Int(weir_han_latin(character.baseAddress, Int32(character.count), out, Int32(longest))))
        written.truncate(to: count)
        if !written.buffer.allSatisfy({ $0 < 0x80 }) { written.removeAll() }
        name.units[place].readingStart = Int32(name.reading.count)
        name.units[place].readingCount = Int32(written.count)
        name.reading.append(contentsOf: written.buffer)
        _ = name.reading.reserve(name.reading.count + 8 * (name.units.count - place))
    }
}
