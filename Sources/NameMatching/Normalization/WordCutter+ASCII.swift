extension WordCutter {
    /// Reads on to the end, to the limit of units, or to the next code point that isn't ASCII or a letter of it with
    /// an accent.
    ///
    /// Eight bytes at a time, and with all that changes in registers: this is the loop of every name.
    ///
    /// - Parameter table: the letters with accents, if any was met before.
    @inline(never)
    mutating func readASCII(_ kinds: Table<ByteKind>, _ table: FoldTable?) {
        guard let start = bytes.baseAddress else { return }
        let (count, text) = (bytes.count, text)
        var (place, end, wordStart, letters) = (place, end, wordStart, letters)
        var (flags, shortWords) = (flags, shortWords)
        var unit = units + unitCount
        let lastUnit = units + FoldedName.unitLimit
        while place < count {
            let chunk = chunk(start, place)
            let word = Word(chunk)
            UnsafeMutableRawPointer(text + end).storeBytes(of: word.lower.littleEndian, as: UInt64.self)
            letters |= word.letters
            end &+= word.count
            place &+= word.count
            if word.count == 8 || place >= count { continue }
            let kind = kinds[Int(start[place])]
            if kind == .beyond {
                guard let table, place &+ 1 < count, start[place] < 0xE0 else { break }
                let form = table.form(of: UInt32(start[place] & 0x1F) << 6 | UInt32(start[place &+ 1] & 0x3F))
                guard let form, form.isPlain else { break }
                UnsafeMutableRawPointer(text + end).storeBytes(of: form.text.littleEndian, as: UInt32.self)
                letters |= UInt64(form.text)
                end &+= form.count
                place &+= 2
                continue
            }
            place &+= 1
            if kind == .dropped { continue }
            let length = end &- wordStart
            if length > 0 {
                unit.pointee = Unit(
                    key: WordKey(padded: text + wordStart, count: length),
                    start: Int32(truncatingIfNeeded: wordStart), count: Int32(truncatingIfNeeded: length),
                    kind: letters == 0 ? .digits : .latin, flags: flags)
                unit += 1
                shortWords &+= length == 1 ? 1 : 0
                wordStart = end
                letters = 0
                flags.formIntersection(.isInBrackets)
                if unit >= lastUnit {
                    note(kind, &flags, isFirst: false)
                    break
                }
            }
            if kind == .separator {
                flags.remove(.followsSlash)
            } else {
                note(kind, &flags, isFirst: unit == units)
            }
        }
        self.place = place
        self.end = end
        self.wordStart = wordStart
        self.letters = letters
        self.flags = flags
        self.shortWords = shortWords
        unitCount = unit - units
    }

    /// The letters and digits that eight bytes begin with.
    private struct Word {
        /// All bytes, letters among them in lower case.
        let lower: UInt64
        /// How many bytes are letters or digits before the first that isn't.
        let count: Int
        /// Not 0 if a letter is among them.
        let letters: UInt64

        @inline(__always)
        init(_ chunk: UInt64) {
            // The high bit of a byte says what it is: sums of seven bits carry into it and no further.
            let high: UInt64 = 0x8080_8080_8080_8080
            let ones: UInt64 = 0x0101_0101_0101_0101
            lower = chunk | ones &* 0x20
            let low = lower & ~high
            let figure = chunk & ~high
            let letter = (low &+ ones &* 0x1F) & ~(low &+ ones &* 0x05)
            let digit = (figure &+ ones &* 0x50) & ~(figure &+ ones &* 0x46)
            let others = (~(letter | digit) | chunk) & high
            // All eight where there is no other: a count of 64 zeros.
            count = others.trailingZeroBitCount >> 3
            // Up to the first other byte, which is no letter.
            letters = letter & ~chunk & high & (others ^ (others &- 1))
        }
    }

    /// The eight bytes of the name from a place on, those behind its end zero.
    @inline(__always)
    private func chunk(_ start: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        if bytes.count &- place >= 8 {
            let raw = UnsafeRawPointer(start)
            return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        return lastChunk(start, place)
    }

    @inline(__always)
    private func lastChunk(_ start: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        let rest = bytes.count &- place
        guard bytes.count >= 8 else { return shortChunk(start, place) }
        let raw = UnsafeRawPointer(start)
        let last = raw.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self)
        return UInt64(littleEndian: last) &>> UInt64(truncatingIfNeeded: 64 &- 8 &* rest)
    }

    @inline(never)
    private func shortChunk(_ start: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        WordKey.load(start + place, count: bytes.count - place)
    }

    /// Notes what stands between two words, the first of them ended.
    @inline(__always)
    mutating func note(_ kind: ByteKind, _ flags: inout Unit.Flags, isFirst: Bool) {
        flags.remove(.followsSlash)
        switch kind {
        case .slash:
            flags.insert(.followsSlash)
            hasSlash = true
        case .comma: if !isFirst { flags.insert(.followsComma) }
        case .opening: flags.insert(.isInBrackets)
        case .closing: flags.remove(.isInBrackets)
        case .lineBreak: if !isFirst { flags.insert(.startsLine) }
        default: break
        }
    }
}
