/// The units of a name while it is folded: where its reader stands, the word in work, and what the next unit is known to be.
///
/// It writes into room that a `FoldedName` has made beforehand: whoever writes more than `WordCutter.most` for a byte of the name makes room first.
struct WordCutter {
    typealias Unit = FoldedName.Unit

    let bytes: UnsafeBufferPointer<UInt8>
    /// The next byte to read.
    var place = 0

    private(set) var text: UnsafeMutablePointer<UInt8>
    var end = 0
    private(set) var units: UnsafeMutablePointer<Unit>
    var unitCount = 0

    var wordStart = 0
    /// Not 0 if the word has more than digits.
    var letters: UInt64 = 0
    var flags: Unit.Flags = []
    /// Words of one byte so far: only where there are two, letters may have been spelled out.
    var shortWords = 0
    var hasSlash = false
    var hasHan = false

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
    var isDone: Bool { place >= bytes.count || isFull }

    /// Whether there are as many units as a name may have.
    @inline(__always)
    var isFull: Bool { unitCount >= FoldedName.unitLimit }

    /// Appends up to four lower-case letters.
    @inline(__always)
    mutating func appendLetters(_ packed: UInt32, count: Int) {
        UnsafeMutableRawPointer(text + end).storeBytes(of: packed.littleEndian, as: UInt32.self)
        letters |= UInt64(packed)
        end &+= count
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

    /// Ends the word in work, and notes what stands behind it.
    mutating func note(_ kind: ByteKind) {
        endWord()
        var flags = flags
        note(kind, &flags, isFirst: unitCount == 0)
        self.flags = flags
    }

    /// Notes that the word was in another script.
    @inline(__always)
    mutating func noteForeign() { flags.insert(.isForeign) }
}
