/// The units of a name while it is folded: where its reader stands, the word in work, and what the next unit is known to be.
///
/// A value of its own, so that the loop over ASCII keeps it in registers. It writes into room that a `FoldedName` has
/// made beforehand: whoever writes more than `WordCutter.most` for a byte of the name makes room first.
struct WordCutter {
    typealias Unit = FoldedName.Unit

    let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte to read.
    var place = 0

    private(set) var text: UnsafeMutablePointer<UInt8>
    private(set) var end = 0
    private(set) var units: UnsafeMutablePointer<Unit>
    private(set) var unitCount = 0

    private var wordStart = 0
    /// Not 0 if the word has more than digits.
    private var letters: UInt64 = 0
    private var flags: Unit.Flags = []
    /// Words of one byte so far: only where there are two, letters may have been spelled out.
    private(set) var shortWords = 0
    private(set) var hasSlash = false
    private(set) var hasHan = false

    /// Bytes of text for a byte of a name, at most, where nobody makes room.
    private static let most = 2
    /// What is written at once beyond the text's end.
    private static let slack = 32

    init(_ bytes: UnsafeBufferPointer<UInt8>, into name: inout FoldedName) {
        self.bytes = bytes
        text = name.text.reserve(WordCutter.most * bytes.count + WordCutter.slack)
        units = name.units.reserve(min(bytes.count, FoldedName.unitLimit) + WordCutter.slack)
    }

    /// Makes room for so many bytes of text, and as many units, beside what is to come.
    mutating func makeRoom(for count: Int, in name: inout FoldedName) {
        text = name.text.reserve(end + count + WordCutter.most * (bytes.count - place) + WordCutter.slack)
        units = name.units.reserve(
            unitCount + count + min(bytes.count - place, FoldedName.unitLimit) + WordCutter.slack)
    }

    /// Leaves what has been written to the name.
    func finish(_ name: inout FoldedName) {
        name.text.take(end)
        name.units.take(unitCount)
    }

    /// Whether no more of the name is read.
    @inline(__always)
    var isFull: Bool { unitCount >= FoldedName.unitLimit }

    /// The next eight bytes of the name, those behind its end zero.
    @inline(__always)
    var chunk: UInt64 {
        let start = UnsafeRawPointer(bytes.baseAddress!)
        let rest = bytes.count - place
        if rest >= 8 {
            return UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        if bytes.count >= 8 {
            let last = start.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
            return UInt64(littleEndian: last) &>> UInt64(64 - 8 * rest)
        }
        return WordKey.load(bytes.baseAddress! + place, count: rest)
    }

    /// Appends the letters and digits that a chunk begins with, in lower case, and says how many they are.
    @inline(__always)
    mutating func appendWord(_ chunk: UInt64) -> Int {
        // High bits of bytes say what is which; the sums carry into them, and no further.
        let high: UInt64 = 0x8080_8080_8080_8080
        let lower = chunk | 0x2020_2020_2020_2020
        let low = lower & ~high
        let letter = (low + ones * 0x1F) & ~(low + ones * 0x05) & ~chunk & high
        let figure = chunk & ~high
        let digit = (figure + ones * 0x50) & ~(figure + ones * 0x46) & ~chunk & high
        let others = ~(letter | digit) & high
        store(lower)
        guard others != 0 else {
            letters |= letter
            end += 8
            place += 8
            return 8
        }
        let bits = others.trailingZeroBitCount
        letters |= letter & ~(~0 &<< UInt64(bits))
        let count = bits >> 3
        end += count
        place += count
        return count
    }

    private var ones: UInt64 { 0x0101_0101_0101_0101 }

    /// Appends up to four lower-case letters.
    @inline(__always)
    mutating func appendLetters(_ packed: UInt32, count: Int) {
        UnsafeMutableRawPointer(text + end).storeBytes(of: packed.littleEndian, as: UInt32.self)
        letters |= UInt64(packed)
        end += count
    }

    /// Appends letters for which there is room, as they are.
    @inline(__always)
    mutating func appendLetters(_ run: UnsafeBufferPointer<UInt8>) {
        guard let start = run.baseAddress else { return }
        letters |= UInt64(run.count)
        var offset = 0
        // Eight at a time, since runs lie where more than their own bytes may be read.
        while offset < run.count {
            let piece = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
            UnsafeMutableRawPointer(text + end + offset).storeBytes(of: piece, as: UInt64.self)
            offset += 8
        }
        end += run.count
    }

    @inline(__always)
    mutating func append(letter: UInt8) {
        text[end] = letter
        letters |= 1
        end += 1
    }

    @inline(__always)
    mutating func append(digit: UInt8) {
        text[end] = digit
        end += 1
    }

    /// Makes a unit of the word in work, if there is one.
    @inline(__always)
    mutating func endWord() {
        let count = end - wordStart
        guard count > 0 else { return }
        shortWords += count == 1 ? 1 : 0
        append(
            Unit(
                key: WordKey(padded: text + wordStart, count: count), start: Int32(wordStart),
                count: Int32(count), kind: letters == 0 ? .digits : .latin, flags: flags))
    }

    /// Makes a unit of a Han character; the word before it has been ended.
    @inline(__always)
    mutating func append(han scalar: UInt32, reading: HanTable.Syllable, mayBeginCorrection: Bool) {
        let (packed, count) = encodeScalar(scalar)
        UnsafeMutableRawPointer(text + end).storeBytes(of: packed.littleEndian, as: UInt32.self)
        end += count
        hasHan = true
        append(
            Unit(
                key: WordKey(character: packed), start: Int32(wordStart), count: Int32(count),
                syllable: reading, kind: .han,
                flags: mayBeginCorrection ? flags.union(.mayBeginCorrection) : flags))
    }

    @inline(__always)
    private mutating func append(_ unit: Unit) {
        units[unitCount] = unit
        unitCount += 1
        wordStart = end
        letters = 0
        flags.formIntersection(.isInBrackets)
    }

    @inline(__always)
    private func store(_ chunk: UInt64) {
        UnsafeMutableRawPointer(text + end).storeBytes(of: chunk.littleEndian, as: UInt64.self)
    }

    /// Notes what stands between two words.
    @inline(__always)
    mutating func note(_ kind: ByteKind) {
        endWord()
        flags.remove(.followsSlash)
        if kind == .separator { return }
        switch kind {
        case .slash:
            flags.insert(.followsSlash)
            hasSlash = true
        case .comma: if unitCount > 0 { flags.insert(.followsComma) }
        case .opening: flags.insert(.isInBrackets)
        case .closing: flags.remove(.isInBrackets)
        case .lineBreak: if unitCount > 0 { flags.insert(.startsLine) }
        default: break
        }
    }

    /// Notes a space before a Han character: they have none between words, so what stands behind one is a part of its own.
    @inline(__always)
    mutating func noteSpaceBeforeHan() {
        guard place > 0, bytes[place - 1] == UInt8(ascii: " ") || bytes[place - 1] == UInt8(ascii: "\t"),
            unitCount > 0, units[unitCount - 1].kind == .han
        else { return }
        flags.insert(.followsComma)
    }

    /// Notes that the word was in another script.
    @inline(__always)
    mutating func noteForeign() { flags.insert(.isForeign) }
}
