import Testing

@testable import NameMatching

/// A name that many may have is a lead where a name is nothing else, and says nothing about longer names.
@Suite struct WeakNameTests {
    private func score(_ name: String, _ listed: String, isWeak: Bool) -> Score? {
        let index = NameIndex(
            names: [ListedName(entity: 1, text: listed, kind: .alias, isWeak: isWeak)], threshold: Score(0.1))
        var matcher = Matcher(index: index)
        var name = name
        return name.withUTF8 { matcher.matches($0) }.first?.score
    }

    @Test(arguments: [("CAESAR", "Caesar"), ("AL QASIM", "al-Qasim"), ("Al-Qasim", "ALQASIM")])
    func metWholeItIsAPossibleHit(_ name: String, _ listed: String) throws {
        let weak = try #require(score(name, listed, isWeak: true))
        #expect(weak >= NameIndex.defaultThreshold && Band(weak) == .possible)
        #expect(Band(try #require(score(name, listed, isWeak: false))) == .strong)
    }

    @Test(arguments: [
        ("CERAMICHE CAESAR SPA", "Caesar"), ("HOTEL ROMANA PLAYA", "ROMANA"), ("Khalid Farooq", "Khalid"),
    ])
    func besideOtherWordsItIsNone(_ name: String, _ listed: String) throws {
        #expect(score(name, listed, isWeak: true).map { $0 < NameIndex.defaultThreshold } ?? true)
        #expect(
            score(name, listed, isWeak: false).map { $0 > (score(name, listed, isWeak: true) ?? Score(0)) }
                ?? false)
    }

    @Test func theReasonSaysSo() {
        let index = NameIndex(names: [ListedName(entity: 1, text: "Caesar", kind: .alias, isWeak: true)])
        var matcher = Matcher(index: index)
        var name = "CAESAR"
        let reason = name.withUTF8 { matcher.matches($0) }.first?.reason ?? ""
        #expect(reason.contains("weak name"), "\(reason)")
    }
}
