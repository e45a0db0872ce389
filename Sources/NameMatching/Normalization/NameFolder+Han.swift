import CICU

extension NameFolder {
    /// The longest text whose reading depends on its characters together.
    private static let longestCorrection = 4

    /// Writes the pinyin of the Han characters of a name, in context where the context decides (重庆 is chong qing).
    func readHan(_ name: inout FoldedName) {
        guard name.units.contains(where: { $0.kind == .han }) else { return }
        let table = HanTable.shared
        var place = 0
        while place < name.units.count {
            guard name.units[place].kind == .han else {
                place += 1
                continue
            }
            if let (last, syllables) = correction(at: place, of: name, table) {
                for (unit, syllable) in zip(place..<last, syllables) {
                    append(table.syllables[Int(syllable)], to: unit, of: &name)
                }
                place = last
            } else {
                append(reading(of: name.units[place], in: name, table), to: place, of: &name)
                place += 1
            }
        }
    }

    private func correction(
        at place: Int, of name: FoldedName, _ table: HanTable
    ) -> (last: Int, [HanTable.Syllable])? {
        var longest = place + 1
        let limit = min(name.units.count, place + NameFolder.longestCorrection)
        while longest < limit, name.units[longest].kind == .han { longest += 1 }
        var last = longest
        while last > place + 1 {
            if let syllables = table.correctedReading(name.key(ofUnits: place, to: last)),
                syllables.count == last - place
            {
                return (last, syllables)
            }
            last -= 1
        }
        return nil
    }

    private func reading(of unit: FoldedName.Unit, in name: FoldedName, _ table: HanTable) -> [UInt8] {
        if unit.syllable != 0 { return table.syllables[Int(unit.syllable)] }
        let character = Array(name.text[Int(unit.start)..<Int(unit.end)])
        guard character.count > 3 else { return [] }
        // Rare characters beyond the basic plane are read by ICU itself.
        var out = [UInt8](repeating: 0, count: 32)
        let count = weir_han_latin(character, Int32(character.count), &out, Int32(out.count))
        let latin = out[..<max(0, Int(count))]
        return latin.allSatisfy { $0 < 0x80 } ? Array(latin) : []
    }

    private func append(_ syllable: [UInt8], to place: Int, of name: inout FoldedName) {
        name.units[place].readingStart = Int32(name.reading.count)
        name.units[place].readingCount = Int32(syllable.count)
        name.reading += syllable
    }
}
