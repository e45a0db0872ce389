import CData

/// Simplified forms and pinyin readings of Han characters, one character at a time.
///
/// Both come from ICU's Traditional-Simplified and Han-Latin rules, written to Data/ once so that no run pays the
/// 100 ms that opening those rules costs; a test holds them equal to ICU on every character.
struct HanTable: Sendable {
    /// A pinyin syllable without its tone, by number; 0 is no reading.
    typealias Syllable = UInt16

    private static let range: Range<UInt32> = 0x3000..<0xA000
    /// The block of the characters in daily use, all of them Han.
    static let common: Range<UInt32> = 0x4E00..<0xA000

    private var simplifiedForms: [UInt16]
    private var readings: [Syllable]
    private(set) var syllables: [[UInt8]] = [[]]
    private var numberOfSyllable: [[UInt8]: Syllable] = [:]
    private var corrections: [WordKey: [Syllable]] = [:]
    private var surnames: [WordKey: [Syllable]] = [:]

    static let shared = HanTable()

    private init() {
        simplifiedForms = HanTable.range.map { UInt16($0) }
        readings = [Syllable](repeating: 0, count: HanTable.range.count)
        EmbeddedData(weir_data_han_simplified()).forEachRow { fields in
            guard let from = decodeScalars(fields[0]).first, let to = decodeScalars(fields[1]).first else {
                return
            }
            simplifiedForms[Int(from - HanTable.range.lowerBound)] = UInt16(to)
        }
        EmbeddedData(weir_data_han_readings()).forEachRow { fields in
            let syllable = number(of: Array(fields[0]))
            for scalar in decodeScalars(fields[1]) {
                readings[Int(scalar - HanTable.range.lowerBound)] = syllable
            }
        }
        EmbeddedData(weir_data_reading_corrections()).forEachRow { fields in
            let syllables = syllableNumbers(fields[1])
            if syllables.count == 1, let scalar = decodeScalars(fields[0]).first {
                readings[Int(scalar - HanTable.range.lowerBound)] = syllables[0]
            } else {
                corrections[WordKey(text: fields[0])] = syllables
            }
        }
        EmbeddedData(weir_data_surname_readings()).forEachRow { fields in
            surnames[WordKey(text: fields[0])] = syllableNumbers(fields[1])
        }
    }

    /// The Simplified form of a character: itself where it has none of its own.
    func simplified(_ scalar: UInt32) -> UInt32 {
        guard HanTable.range.contains(scalar) else { return scalar }
        return UInt32(simplifiedForms[Int(scalar - HanTable.range.lowerBound)])
    }

    /// The reading of a character by itself; 0 where it has none in the table.
    func reading(_ scalar: UInt32) -> Syllable {
        guard HanTable.range.contains(scalar) else { return 0 }
        return readings[Int(scalar - HanTable.range.lowerBound)]
    }

    /// The readings of two to four characters that are read otherwise together than apart (重庆, 银行), or nil.
    func correctedReading(_ characters: WordKey) -> [Syllable]? { corrections[characters] }

    /// The reading of a character, or two, as a family name (单 is Shan), or nil.
    func surnameReading(_ characters: WordKey) -> [Syllable]? { surnames[characters] }

    /// Whether letters are one syllable of pinyin.
    func isSyllable(_ letters: some Sequence<UInt8>) -> Bool { numberOfSyllable[Array(letters)] != nil }

    private mutating func number(of syllable: [UInt8]) -> Syllable {
        if let known = numberOfSyllable[syllable] { return known }
        let number = Syllable(syllables.count)
        syllables.append(syllable)
        numberOfSyllable[syllable] = number
        return number
    }

    private mutating func syllableNumbers(_ text: UnsafeBufferPointer<UInt8>) -> [Syllable] {
        text.split(separator: UInt8(ascii: " ")).map { number(of: Array($0)) }
    }
}

/// The code points of valid UTF-8.
func decodeScalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var place = 0
    while place < bytes.count {
        let (scalar, width) = decodeScalar(bytes, at: place)
        scalars.append(scalar)
        place += width
    }
    return scalars
}

/// The code point that begins at a place of valid UTF-8, and its width in bytes.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, width: Int) {
    let first = UInt32(bytes[place])
    func follow(_ offset: Int) -> UInt32 {
        place + offset < bytes.count ? UInt32(bytes[place + offset]) & 0x3F : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | follow(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | follow(1) << 6 | follow(2), 3) }
    return ((first & 0x07) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3), 4)
}
