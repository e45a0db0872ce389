extension WordCutter {
    /// Reads on over Han characters in daily use, the first of which is here.
    mutating func readHan(_ first: UInt32, _ table: HanTable.Characters) {
        endWord()
        noteSpaceBeforeHan()
        hasHan = true
        let (count, text) = (bytes.count, text)
        var (place, end) = (place, end)
        var unit = units + unitCount
        let lastUnit = units + FoldedName.unitLimit
        var written = first
        repeat {
            let entry = table[written]
            let simplified = UInt32(entry.simplified)
            let (packed, width) = encodeScalar(simplified)
            UnsafeMutableRawPointer(text + end).storeBytes(of: packed.littleEndian, as: UInt32.self)
            if table.mayBeginCorrection(simplified) { flags.insert(.mayBeginCorrection) }
            unit.pointee = Unit(
                key: WordKey(character: packed), start: Int32(truncatingIfNeeded: end),
                count: Int32(truncatingIfNeeded: width),
                syllable: entry.reading != 0 ? entry.reading : table[simplified].reading, kind: .han,
                flags: flags)
            unit += 1
            end &+= width
            place &+= 3
            flags.formIntersection(.isInBrackets)
            guard place &+ 2 < count, bytes[place] & 0xF0 == 0xE0 else { break }
            written = decodeScalar(bytes, at: place).scalar
        } while HanTable.common.contains(written) && unit < lastUnit
        self.place = place
        self.end = end
        wordStart = end
        unitCount = unit - units
    }

    /// Notes a space before a Han character: they have none between words, so what stands behind one is a part of its own.
    private mutating func noteSpaceBeforeHan() {
        guard place > 0, bytes[place - 1] == UInt8(ascii: " ") || bytes[place - 1] == UInt8(ascii: "\t"),
            unitCount > 0, units[unitCount - 1].kind == .han
        else { return }
        flags.insert(.followsComma)
    }
}
