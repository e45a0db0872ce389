import CData

/// Simplified forms and pinyin readings of Han characters, one character at a time.
///
/// Both come from ICU's Traditional-Simplified and Han-Latin rules, written to Data/ once so that no run pays the
/// 100 ms that opening those rules costs; a test holds them equal to ICU on every character but the variants (峯 for
/// 峰, Japanese 広 for 广) that ICU leaves as they are. The table lives as long as the process.
struct HanTable: Sendable {
    /// A pinyin syllable without its tone, by number; 0 is no reading.
    typealias Syllable = UInt16

    private static let range: Range<UInt32> = 0x3000..<0xA000
    /// The block of the characters in daily use, all of them Han.
    static let common: Range<UInt32> = 0x4E00..<0xA000

    /// What the reader of a name asks for most, in a few words, so that it can hold them.
    struct Characters {
        /// What a character is to a name: one place in memory for both, since a name's characters are all over the table.
        struct Entry {
            var simplified: UInt16
            var reading: Syllable
        }

        fileprivate let entries: Table<Entry>
        /// A bit for every character, Simplified, that begins a text of `corrections`.
        fileprivate let beginnings: Table<UInt64>
        /// The letters of a syllable, the first one lowest, and their number in the top byte.
        fileprivate let syllables: Table<UInt64>

        /// A character in daily use.
        @inline(__always)
        subscript(scalar: UInt32) -> Entry {
            assert(HanTable.range.contains(scalar))
            return entries[Int(scalar &- HanTable.range.lowerBound)]
        }

        /// Whether a Simplified character may begin a text that `correctedReading` knows.
        @inline(__always)
        func mayBeginCorrection(_ scalar: UInt32) -> Bool {
            guard HanTable.range.contains(scalar) else { return false }
            let place = Int(scalar &- HanTable.range.lowerBound)
            return beginnings[place >> 6] &>> UInt64(place & 63) & 1 != 0
        }

        /// The letters of a syllable, the first one lowest, and above them their number.
        @inline(__always)
        func letters(of syllable: Syllable) -> (packed: UInt64, count: Int) {
            let packed = syllables[Int(syllable)]
            return (packed, Int(packed >> 56))
        }
    }

    let characters: Characters
    private let syllableStart: Table<Int32>
    private let syllableText: Table<UInt8>
    /// The readings of texts of several characters, and of family names: a place in `sequences`, which holds the
    /// number of syllables and then the syllables.
    private let corrections: KeyTable
    private let surnames: KeyTable
    private let sequences: Table<Syllable>
    /// Characters of two readings: a place in `polyphoneReadings`, where the two stand.
    private let polyphones: KeyTable
    private let polyphoneReadings: Table<Syllable>

    static let shared = HanTable()

    private init() {
        var builder = Builder()
        var characters = Scratch<Characters.Entry>(capacity: HanTable.range.count)
        for scalar in HanTable.range {
            characters.append(Characters.Entry(simplified: UInt16(scalar), reading: 0))
        }
        for data in [weir_data_han_simplified(), weir_data_han_variants()] {
            EmbeddedData(data).forEachRow { fields in
                let (from, to) = (
                    decodeScalar(fields[0], at: 0).scalar, decodeScalar(fields[1], at: 0).scalar
                )
                characters[Int(from - HanTable.range.lowerBound)].simplified = UInt16(to)
            }
        }
        var beginnings = Scratch<UInt64>(zeroed: HanTable.range.count / 64)
        EmbeddedData(weir_data_han_readings()).forEachRow { fields in
            let syllable = builder.number(of: fields[0])
            var place = 0
            while place < fields[1].count {
                let (scalar, width) = decodeScalar(fields[1], at: place)
                characters[Int(scalar - HanTable.range.lowerBound)].reading = syllable
                place += width
            }
        }
        EmbeddedData(weir_data_reading_corrections()).forEachRow { fields in
            let syllables = builder.numbers(of: fields[1])
            let place = Int(decodeScalar(fields[0], at: 0).scalar - HanTable.range.lowerBound)
            if syllables.count == 1 {
                characters[place].reading = syllables[0]
            } else {
                beginnings[place >> 6] |= 1 << UInt64(place & 63)
                builder.corrections.insert(WordKey(text: fields[0]), builder.keep(syllables))
            }
        }
        EmbeddedData(weir_data_surname_readings()).forEachRow { fields in
            let syllables = builder.numbers(of: fields[1])
            builder.surnames.insert(WordKey(text: fields[0]), builder.keep(syllables))
        }
        var polyphones = KeyTable(capacity: 256)
        var polyphoneReadings: [Syllable] = []
        EmbeddedData(weir_data_han_polyphones()).forEachRow { fields in
            polyphones.insert(WordKey(text: fields[0]), Int32(polyphoneReadings.count))
            polyphoneReadings += builder.numbers(of: fields[1])
        }
        self.polyphones = polyphones
        self.polyphoneReadings = Table(polyphoneReadings)
        self.characters = Characters(
            entries: Table(characters), beginnings: Table(beginnings),
            syllables: Table(builder.packedSyllables))
        syllableStart = Table(builder.start)
        syllableText = Table(builder.text)
        corrections = builder.corrections
        surnames = builder.surnames
        sequences = Table(builder.sequences)
        builder.known.deallocate()
    }

    private struct Builder {
        var start: [Int32] = [0, 0]
        var text: [UInt8] = []
        var known = KeyTable(capacity: 512)
        var corrections = KeyTable(capacity: 512)
        var surnames = KeyTable(capacity: 64)
        var sequences: [Syllable] = []

        /// No syllable has more than six letters.
        var packedSyllables: [UInt64] {
            (0..<start.count - 1).map { number in
                let letters = text[Int(start[number])..<Int(start[number + 1])]
                precondition(letters.count < 8)
                return letters.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(letters.count) << 56
            }
        }

        mutating func number(of syllable: UnsafeBufferPointer<UInt8>) -> Syllable {
            let next = Int32(start.count - 1)
            let number = known.insert(WordKey(syllable.baseAddress!, count: syllable.count), next)
            if number == next {
                text += syllable
                start.append(Int32(text.count))
            }
            return Syllable(number)
        }

        mutating func numbers(of syllables: UnsafeBufferPointer<UInt8>) -> [Syllable] {
            syllables.split(separator: UInt8(ascii: " ")).map {
                number(of: UnsafeBufferPointer(rebasing: $0))
            }
        }

        mutating func keep(_ syllables: [Syllable]) -> Int32 {
            sequences.append(Syllable(syllables.count))
            sequences += syllables
            return Int32(sequences.count - syllables.count - 1)
        }
    }

    /// The number of syllables, counting the empty one.
    var syllableCount: Int { syllableStart.count - 1 }

    /// The letters of a syllable.
    func letters(of syllable: Syllable) -> UnsafeBufferPointer<UInt8> {
        syllableText[Int(syllableStart[Int(syllable)])..<Int(syllableStart[Int(syllable) + 1])]
    }

    /// The Simplified form of a character: itself where it has none of its own.
    func simplified(_ scalar: UInt32) -> UInt32 {
        guard HanTable.range.contains(scalar) else { return scalar }
        return UInt32(characters[scalar].simplified)
    }

    /// The reading of a character by itself; 0 where it has none in the table.
    func reading(_ scalar: UInt32) -> Syllable {
        guard HanTable.range.contains(scalar) else { return 0 }
        return characters[scalar].reading
    }

    /// The readings of two to four characters that are read otherwise together than apart (重庆, 银行), or nil.
    func correctedReading(_ characters: WordKey) -> UnsafeBufferPointer<Syllable>? {
        sequence(corrections.find(characters))
    }

    /// The reading of a character, or two, as a family name (单 is Shan), or nil.
    func surnameReading(_ characters: WordKey) -> UnsafeBufferPointer<Syllable>? {
        sequence(surnames.find(characters))
    }

    /// The other reading of a character of two, or nil: of 长 zhang, where it is read chang.
    func otherReading(_ character: WordKey, than reading: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<
        UInt8
    >? {
        let place = Int(polyphones.find(character))
        guard place >= 0 else { return nil }
        let first = letters(of: polyphoneReadings[place])
        return first.elementsEqual(reading) ? letters(of: polyphoneReadings[place + 1]) : first
    }

    private func sequence(_ place: Int32) -> UnsafeBufferPointer<Syllable>? {
        guard place >= 0 else { return nil }
        let first = Int(place) + 1
        return sequences[first..<first + Int(sequences[Int(place)])]
    }
}
