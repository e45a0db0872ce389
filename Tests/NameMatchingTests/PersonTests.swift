import Testing

@testable import NameMatching

/// Given names are also places; of a person on a list none is.
@Suite struct PersonTests {
    private func score(_ name: String, _ listed: String, isPerson: Bool = true) -> Score {
        let index = NameIndex(
            names: [ListedName(entity: 1, text: listed, isPerson: isPerson)], threshold: Score(0.1))
        var matcher = Matcher(index: index)
        var name = name
        return name.withUTF8 { matcher.matches($0) }.first?.score ?? Score(0)
    }

    @Test(arguments: [
        ("OCHOA SA", "OCHOA, Salvador"), ("GARCIA LTD", "GARCIA, Israel"), ("LOPEZ, Maria", "LOPEZ, Jordan"),
        ("VEGA LTDA", "VEGA, Salvador"), ("CRUZ SRL", "Santiago Cruz"), ("RUIZ TRADING", "RUIZ, Georgia"),
    ])
    func aSurnameIsNotThePerson(_ name: String, _ listed: String) {
        #expect(score(name, listed) < NameIndex.defaultThreshold)
    }

    @Test(arguments: [
        "OCHOA, Salvador", "Salvador Ochoa", "OCHOA SALVADOR", "Mr. Salvador OCHOA", "SALVADOR OCHOA PEREZ",
        "salvador ochoa, bogota colombia",
    ])
    func thePersonIsFound(_ name: String) {
        #expect(score(name, "OCHOA, Salvador") >= NameIndex.defaultThreshold)
    }

    /// A name of one word is anybody's: a lead where a name is nothing else.
    @Test func oneWordIsAWeakName() {
        for listed in ["MUKHTAR, Shaykh", "Khalid"] {
            #expect(score("N A MUKHTAR AND CO", listed) < NameIndex.defaultThreshold)
            #expect(score("KHALID GROUP S A S", listed) < NameIndex.defaultThreshold)
        }
        for name in ["MUKHTAR", "Shaykh Mukhtar"] {
            let found = score(name, "MUKHTAR, Shaykh")
            #expect(found >= NameIndex.defaultThreshold && Band(found) == .possible, "\(name) \(found)")
        }
    }

    @Test(arguments: [
        "KIM, Jong Un", "AL-ZAWAHIRI, Ayman", "DE LA CRUZ, Maria", "Jr., John SMITH", "ZHANG, Wei", ",", "X,",
    ])
    func itselfIsFound(_ listed: String) {
        let least = listed.count > 2 ? Score(0.95) : Score(0)
        #expect(score(listed, listed) >= least, "\(listed): \(score(listed, listed))")
    }
}
