import CICU

@testable import NameMatching

/// Folds names as `NameFolder` does, byte by byte and with arrays, and asks ICU about every run anew.
struct ReferenceFolder {
    struct Unit: Equatable {
        var kind: FoldedName.Unit.Kind
        var startsLine = false
        var isForeign = false
        var followsSlash = false
        var isSpelledOut = false
        var followsComma = false
        var isInBrackets = false
        var text: [UInt8]
        var reading: [UInt8] = []
        var syllable: HanTable.Syllable = 0
    }

    private(set) var units: [Unit] = []
    private(set) var isTruncated = false

    private var word: [UInt8] = []
    private var next = Unit(kind: .digits, text: [])
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var place = 0
        while place < bytes.count {
            if bytes[place] < 0x80 {
                read(bytes[place])
                place += 1
            } else {
                place = readBeyondASCII(place)
            }
            if units.count >= FoldedName.unitLimit {
                isTruncated = place < bytes.count
                break
            }
        }
        endWord()
        joinSpelledOutLetters()
        readHan()
    }

    private mutating func read(_ byte: UInt8) {
        switch Character(Unicode.Scalar(byte)) {
        case "a"..."z", "A"..."Z":
            next.kind = .latin
            word.append(byte | 0x20)
        case "0"..."9": word.append(byte)
        case "'", "`": break
        case let mark:
            endWord()
            next.followsSlash = mark == "/"
            switch mark {
            case ",", ";": next.followsComma = !units.isEmpty
            case "(", "[": next.isInBrackets = true
            case ")", "]": next.isInBrackets = false
            case "\n", "\r": next.startsLine = !units.isEmpty
            default: break
            }
        }
    }

    private mutating func endWord() {
        if !word.isEmpty { append(next.kind, word) }
    }

    private mutating func append(_ kind: FoldedName.Unit.Kind, _ text: [UInt8]) {
        next.kind = kind
        next.text = text
        units.append(next)
        next = Unit(kind: .digits, isInBrackets: next.isInBrackets, text: [])
        word = []
    }

    private func scalar(_ place: Int) -> (scalar: UInt32, width: Int) {
        bytes.withUnsafeBufferPointer { decodeScalar($0, at: place) }
    }

    private mutating func readBeyondASCII(_ place: Int) -> Int {
        let (scalar, width) = scalar(place)
        if HanTable.common.contains(scalar) {
            endWord()
            let isAfterSpace = place > 0 && [0x20, 0x09].contains(bytes[place - 1])
            if isAfterSpace, units.last?.kind == .han { next.followsComma = true }
            appendHan(scalar)
            return place + width
        }
        switch FoldTable.shared.entry(of: scalar) {
        case .ascii(let packed, let count):
            for offset in 0..<count { read(UInt8(packed >> (8 * UInt32(offset)) & 0xFF)) }
        case .long(let number): for byte in FoldTable.shared.longText(number) { read(byte) }
        case .han:
            endWord()
            appendHan(scalar)
        case .foreign: return readForeignRun(place)
        }
        return place + width
    }

    private mutating func appendHan(_ written: UInt32) {
        let table = HanTable.shared
        var scalar = table.simplified(written)
        if scalar >= 0xF900, let folded = FoldTable.fold(scalar) {
            scalar = table.simplified(folded.withUnsafeBufferPointer { decodeScalar($0, at: 0).scalar })
        }
        next.syllable = table.reading(written) != 0 ? table.reading(written) : table.reading(scalar)
        append(.han, Array(String(Unicode.Scalar(scalar)!).utf8))
    }

    private mutating func readForeignRun(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] >= 0x80 {
            let (scalar, width) = scalar(end)
            guard [Int32(WEIR_LETTER), Int32(WEIR_MARK)].contains(weir_scalar_kind(scalar)) else { break }
            end += width
        }
        next.isForeign = true
        for byte in ReferenceFolder.latin(of: Array(bytes[start..<end])) {
            if byte < 0x80 {
                read(byte)
            } else {
                next.kind = .latin
                word.append(byte)
            }
        }
        return end
    }

    private static func latin(of run: [UInt8]) -> [UInt8] {
        if let latin = RussianLetters.shared.latin(of: run) { return latin }
        var out = [UInt8](repeating: 0, count: 16_384)
        let count = Int(weir_latin(run, Int32(run.count), &out, Int32(out.count)))
        guard count >= 0 else { return run }
        var latin: [UInt8] = []
        for place in 0..<count where out[place] != UInt8(ascii: "\"") {
            if out[place] == 0xC2, place + 1 < count, out[place + 1] == 0xB7 { continue }
            if out[place] == 0xB7, place > 0, out[place - 1] == 0xC2 { continue }
            latin.append(out[place])
        }
        return latin
    }

    private mutating func joinSpelledOutLetters() {
        func isLetter(_ unit: Unit) -> Bool { unit.kind == .latin && unit.text.count == 1 }
        var joined: [Unit] = []
        var place = 0
        while place < units.count {
            var last = place + 1
            while isLetter(units[place]), last < units.count, isLetter(units[last]), !units[last].startsLine {
                last += 1
            }
            var unit = units[place]
            let rest = units[(place + 1)..<last]
            unit.text += rest.flatMap(\.text)
            unit.isSpelledOut = !rest.isEmpty
            unit.followsSlash = !rest.isEmpty && rest.allSatisfy(\.followsSlash)
            joined.append(unit)
            place = last
        }
        units = joined
    }

    private mutating func readHan() {
        let table = HanTable.shared
        var place = 0
        while place < units.count {
            let run = units[place...].prefix { $0.kind == .han }
            guard !run.isEmpty else {
                place += 1
                continue
            }
            var count = min(run.count, 4)
            while count > 1 {
                let text = run.prefix(count).flatMap(\.text)
                if let syllables = table.correctedReading(WordKey(text: text)), syllables.count == count {
                    for (offset, syllable) in syllables.enumerated() {
                        units[place + offset].reading = Array(table.letters(of: syllable))
                    }
                    break
                }
                count -= 1
            }
            if count <= 1 {
                units[place].reading = ReferenceFolder.reading(of: units[place])
                count = 1
            }
            place += count
        }
    }

    private static func reading(of unit: Unit) -> [UInt8] {
        if unit.syllable != 0 || unit.text.count <= 3 {
            return Array(HanTable.shared.letters(of: unit.syllable))
        }
        var out = [UInt8](repeating: 0, count: 32)
        let count = Int(weir_han_latin(unit.text, Int32(unit.text.count), &out, Int32(out.count)))
        let latin = out[..<max(0, count)]
        return latin.allSatisfy { $0 < 0x80 } ? Array(latin) : []
    }
}
