extension Normalizer {
    /// Reads the first character of a person's Chinese name as a family name: 单 is Shan, not Dan.
    mutating func readSurname(_ name: inout NormalizedName) {
        let count = name.folded.units.count
        guard (2...4).contains(count), name.terms.count == 1, name.terms[0].kind == .brand,
            name.folded.units[0].kind == .han
        else { return }
        let table = HanTable.shared
        for length in [2, 1] where length < count {
            guard let syllables = table.surnameReading(name.folded.key(ofUnits: 0, to: length)),
                syllables.count == length
            else { continue }
            let given = Array(name.folded.readingLetters(ofUnits: length, to: count))
            let givenStart = name.folded.units[length].readingStart
            name.folded.reading.removeAll()
            for (place, syllable) in syllables.enumerated() {
                name.folded.units[place].readingStart = Int32(name.folded.reading.count)
                name.folded.reading.append(contentsOf: table.letters(of: syllable))
                name.folded.units[place].readingCount =
                    Int32(name.folded.reading.count) - name.folded.units[place].readingStart
            }
            let moved = Int32(name.folded.reading.count) - givenStart
            given.withUnsafeBufferPointer { name.folded.reading.append(contentsOf: $0) }
            for place in length..<count { name.folded.units[place].readingStart += moved }
            return
        }
    }
}
