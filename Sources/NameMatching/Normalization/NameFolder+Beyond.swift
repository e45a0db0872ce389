import CICU

extension NameFolder {
    /// More than ICU writes of the longest text that it takes.
    private static let longestWritten = 16_384

    /// Reads on from a byte beyond ASCII, to the next byte of it.
    @inline(never)
    mutating func readBeyondASCII(_ words: inout WordCutter, _ name: inout FoldedName) {
        let bytes = words.bytes
        repeat {
            let (scalar, width) = decodeScalar(bytes, at: words.place)
            if HanTable.common.contains(scalar) {
                words.readHan(scalar, openHanCharacters())
            } else {
                let form = form(of: scalar)
                if form.isPlain {
                    words.appendLetters(form.text, count: form.count)
                    words.place += width
                } else {
                    readOther(form, scalar, width, &words, &name)
                }
            }
        } while !words.isDone && bytes[words.place] >= 0x80
    }

    @inline(__always)
    private mutating func form(of scalar: UInt32) -> FoldTable.Form {
        openFoldTable().form(of: scalar) ?? FoldTable.Form(kind: kind(of: scalar))
    }

    /// ICU's kind of a code point, which is remembered in the basic plane: ICU looks it up in several tables.
    private mutating func kind(of scalar: UInt32) -> Int32 {
        guard scalar < 0x1_0000 else { return weir_scalar_kind(scalar) }
        if kinds == nil { kinds = Scratch(zeroed: 0x1_0000) }
        let known = kinds![Int(scalar)]
        if known != 0 { return Int32(known) - 1 }
        let kind = weir_scalar_kind(scalar)
        kinds![Int(scalar)] = UInt8(kind + 1)
        return kind
    }

    private mutating func readOther(
        _ form: FoldTable.Form, _ scalar: UInt32, _ width: Int, _ words: inout WordCutter,
        _ name: inout FoldedName
    ) {
        switch form.entry {
        case .ascii(let packed, let count):
            for offset in 0..<count { read(UInt8(packed >> (8 * UInt32(offset)) & 0xFF), &words) }
        case .long(let number):
            let text = openFoldTable().longText(number)
            words.makeRoom(for: text.count, in: &name)
            for byte in text { read(byte, &words) }
        case .han:
            words.endWord()
            appendRareHan(scalar, &words)
        case .foreign:
            readForeignRun(&words, &name)
            return
        }
        words.place += width
    }

    /// Appends a Han character that isn't in daily use.
    private mutating func appendRareHan(_ written: UInt32, _ words: inout WordCutter) {
        let table = HanTable.shared
        var scalar = table.simplified(written)
        // Compatibility forms of Han characters (U+F900…) fold to the character itself.
        if scalar >= 0xF900, let folded = FoldTable.fold(scalar) {
            scalar = folded.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar }
            scalar = table.simplified(scalar)
        }
        let reading = table.reading(written)
        words.append(
            han: scalar, reading: reading != 0 ? reading : table.reading(scalar),
            mayBeginCorrection: table.characters.mayBeginCorrection(scalar))
    }

    /// Reads letters and marks of other scripts up to the next separator, ASCII or Han character.
    private mutating func readForeignRun(_ words: inout WordCutter, _ name: inout FoldedName) {
        let bytes = words.bytes
        let start = words.place
        var end = start
        let table = openFoldTable()
        while end < bytes.count, bytes[end] >= 0x80 {
            let (scalar, width) = decodeScalar(bytes, at: end)
            let form = table.form(of: scalar) ?? FoldTable.Form(kind: kind(of: scalar))
            guard form.continuesRun else { break }
            end += width
        }
        // A letter that is its own kind of foreign (none so far) must still move the reader on.
        if end == start { end += decodeScalar(bytes, at: start).width }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let hash = ForeignRuns.hash(run)
        if runs == nil { runs = ForeignRuns() }
        let known = runs!.find(run, hash) ?? remember(run, hash)
        words.place = end
        words.noteForeign()
        if !known.isPlain || known.latinCount > run.count { words.makeRoom(for: known.latinCount, in: &name) }
        let latin = runs!.latin(of: known)
        if known.isPlain {
            words.appendLetters(latin)
        } else {
            for byte in latin { byte < 0x80 ? read(byte, &words) : words.append(letter: byte) }
        }
    }

    @inline(never)
    private mutating func remember(_ run: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> ForeignRuns.Run {
        latinize(run)
        dropApostrophes()
        return runs!.remember(run, hash, latin.buffer)
    }

    /// Leaves out of `latin` what reading would leave out: most words then are nothing but letters.
    private mutating func dropApostrophes() {
        var kept = 0
        for place in latin.indices where ByteKind(of: latin[place]) != .dropped {
            latin[kept] = latin[place]
            kept += 1
        }
        latin.truncate(to: kept)
    }

    /// Writes a run in Latin letters to `latin`, as far as ICU can.
    private mutating func latinize(_ run: UnsafeBufferPointer<UInt8>) {
        latin.removeAll()
        if RussianLetters.shared.append(latinOf: run, to: &latin) { return }
        latin.removeAll()
        written.removeAll()
        let out = written.extend(by: NameFolder.longestWritten)
        let count = Int(weir_latin(run.baseAddress, Int32(run.count), out, Int32(NameFolder.longestWritten)))
        guard count >= 0 else {
            latin.append(contentsOf: run)
            return
        }
        // ICU writes soft signs and syllable dots (otvet·stvennost'yu) that no list writes.
        var place = 0
        while place < count {
            if out[place] == 0xC2, place + 1 < count, out[place + 1] == 0xB7 {
                place += 2
            } else {
                if out[place] != UInt8(ascii: "\"") { latin.append(out[place]) }
                place += 1
            }
        }
    }
}
