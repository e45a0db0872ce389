import CICU

/// Turns the bytes of a name into folded units: lower case, ASCII where it can be, Simplified, words apart.
///
/// ASCII never enters ICU; other code points go through `FoldTable` and `HanTable`; runs of other scripts go to ICU's
/// transliterator, which takes a process-wide lock, so each run's result is remembered.
struct NameFolder: ~Copyable {
    private enum ByteKind: UInt8 {
        case separator, comma, opening, closing, letter, digit, dropped, slash, lineBreak, beyond

        init(of byte: UInt8) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
            case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
            case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .dropped
            case UInt8(ascii: "/"): self = .slash
            case UInt8(ascii: ","), UInt8(ascii: ";"): self = .comma
            case UInt8(ascii: "("), UInt8(ascii: "["): self = .opening
            case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closing
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): self = .lineBreak
            case 0x80...0xFF: self = .beyond
            default: self = .separator
            }
        }
    }

    private static let kinds = Table((0...255).map { ByteKind(of: UInt8($0)) })

    /// Results of ICU for runs of other scripts; emptied when full, so memory stays flat.
    private var latinOfRun: [[UInt8]: [UInt8]] = [:]
    private static let runLimit = 8_192

    // The word being read.
    private var wordStart = 0
    private var wordIsDigits = true
    private var wordIsForeign = false
    private var startsLine = false
    private var followsSlash = false
    private var followsComma = false
    private var isInBrackets = false

    private let kinds = NameFolder.kinds

    /// Reads a name into `name`, which is emptied first.
    ///
    /// - Complexity: O(bytes).
    mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>, into name: inout FoldedName) {
        name.removeAll()
        wordStart = 0
        wordIsDigits = true
        wordIsForeign = false
        startsLine = false
        followsSlash = false
        followsComma = false
        isInBrackets = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            if byte < 0x80 {
                read(byte, into: &name)
                place += 1
            } else {
                place = readBeyondASCII(bytes, at: place, into: &name)
            }
            if name.units.count >= FoldedName.unitLimit {
                name.isTruncated = place < bytes.count
                break
            }
        }
        endWord(&name)
        joinSpelledOutLetters(&name)
        readHan(&name)
    }

    @inline(__always)
    private mutating func read(_ byte: UInt8, into name: inout FoldedName) {
        switch kinds[Int(byte)] {
        case .letter:
            wordIsDigits = false
            name.text.append(byte | 0x20)
        case .digit: name.text.append(byte)
        case .dropped: break
        case .slash:
            endWord(&name)
            followsSlash = true
        case .comma:
            endWord(&name)
            followsSlash = false
            followsComma = !name.units.isEmpty
        case .opening, .closing:
            endWord(&name)
            followsSlash = false
            isInBrackets = kinds[Int(byte)] == .opening
        case .lineBreak:
            endWord(&name)
            followsSlash = false
            startsLine = !name.units.isEmpty
        default:
            endWord(&name)
            followsSlash = false
        }
    }

    @inline(__always)
    private mutating func endWord(_ name: inout FoldedName) {
        let end = name.text.count
        guard end > wordStart else { return }
        append(wordIsDigits ? .digits : .latin, to: end, of: &name)
    }

    private mutating func append(_ kind: FoldedName.Unit.Kind, to end: Int, of name: inout FoldedName) {
        name.units.append(
            FoldedName.Unit(
                kind: kind, startsLine: startsLine, isForeign: wordIsForeign, followsSlash: followsSlash,
                followsComma: followsComma, isInBrackets: isInBrackets, start: Int32(wordStart),
                count: Int32(end - wordStart),
                key: name.key(ofText: wordStart, to: end)))
        wordStart = end
        wordIsDigits = true
        wordIsForeign = false
        startsLine = false
        followsSlash = false
        followsComma = false
    }

    private mutating func readBeyondASCII(
        _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, into name: inout FoldedName
    ) -> Int {
        let (scalar, width) = decodeScalar(bytes, at: place)
        if HanTable.common.contains(scalar) {
            endWord(&name)
            // Han characters have no space between words: what stands behind one is a part of its own.
            if isAfterSpace(bytes, place), name.units.count > 0, name.units[name.units.count - 1].kind == .han
            {
                followsComma = true
            }
            appendHan(scalar, to: &name)
            return place + width
        }
        switch FoldTable.shared.entry(of: scalar) {
        case .ascii(let packed, let count):
            for offset in 0..<count { read(UInt8(packed >> (8 * UInt32(offset)) & 0xFF), into: &name) }
        case .long(let number):
            for byte in FoldTable.shared.longTexts[number] { read(byte, into: &name) }
        case .han:
            endWord(&name)
            appendHan(scalar, to: &name)
        case .foreign:
            return readForeignRun(bytes, from: place, into: &name)
        }
        return place + width
    }

    private func isAfterSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place > 0 && (bytes[place - 1] == UInt8(ascii: " ") || bytes[place - 1] == UInt8(ascii: "\t"))
    }

    private mutating func appendHan(_ written: UInt32, to name: inout FoldedName) {
        var scalar = HanTable.shared.simplified(written)
        // Compatibility forms of Han characters (U+F900…) fold to the character itself.
        if scalar >= 0xF900, let folded = FoldTable.fold(scalar) {
            scalar = folded.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar }
            scalar = HanTable.shared.simplified(scalar)
        }
        guard let unicode = Unicode.Scalar(scalar) else { return }
        for byte in UTF8.encode(unicode)! { name.text.append(byte) }
        append(.han, to: name.text.count, of: &name)
        let reading = HanTable.shared.reading(written)
        name.units[name.units.count - 1].syllable = reading != 0 ? reading : HanTable.shared.reading(scalar)
    }

    /// Reads letters and marks of other scripts up to the next separator, ASCII or Han character.
    private mutating func readForeignRun(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into name: inout FoldedName
    ) -> Int {
        var end = start
        while end < bytes.count, bytes[end] >= 0x80 {
            let (scalar, width) = decodeScalar(bytes, at: end)
            let kind = weir_scalar_kind(scalar)
            guard kind == Int32(WEIR_LETTER) || kind == Int32(WEIR_MARK) else { break }
            end += width
        }
        // A letter that is its own kind of foreign (none so far) must still move the reader on.
        if end == start { end += decodeScalar(bytes, at: start).width }
        let run = Array(bytes[start..<end])
        let latin = latinOfRun[run] ?? latinized(run)
        if latinOfRun.count >= NameFolder.runLimit { latinOfRun.removeAll(keepingCapacity: true) }
        latinOfRun[run] = latin
        wordIsForeign = true
        for byte in latin { byte < 0x80 ? read(byte, into: &name) : keep(byte, in: &name) }
        return end
    }

    private mutating func keep(_ byte: UInt8, in name: inout FoldedName) {
        wordIsDigits = false
        name.text.append(byte)
    }

    private func latinized(_ run: [UInt8]) -> [UInt8] {
        if let latin = RussianLetters.shared.latin(of: run) { return latin }
        var out = [UInt8](repeating: 0, count: 16_384)
        let count = weir_latin(run, Int32(run.count), &out, Int32(out.count))
        guard count >= 0 else { return run }
        // ICU writes soft signs and syllable dots (otvet·stvennost'yu) that no list writes.
        let dot: [UInt8] = [0xC2, 0xB7]
        var latin: [UInt8] = []
        var place = 0
        while place < Int(count) {
            if out[place] == dot[0], place + 1 < Int(count), out[place + 1] == dot[1] {
                place += 2
            } else {
                if out[place] != UInt8(ascii: "\"") { latin.append(out[place]) }
                place += 1
            }
        }
        return latin
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
