// What fields cut off, and what they hold beside the name.
extension Mutation {
    /// The width of the name field in many customs and bank forms: SWIFT's lines have 35 characters, and EDIFACT's
    /// NAD segment has name lines of 35 (an..35).
    static let fieldWidth = 35

    /// What a field of 35 characters leaves of the name.
    static func cut(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard name.scalars.count > fieldWidth else { return nil }
        return trimmed(name.scalars[..<fieldWidth])
    }

    /// `TO THE ORDER OF Acme Ltd`, `C/O Acme Ltd`, `M/S Acme Ltd`
    static func textBefore(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard !name.isHan else { return nil }
        let concepts = ["order", "care-of", "messrs", "behalf"].compactMap {
            name.phrasebook.concept($0, .noise)
        }
        guard let concept = random.pick(concepts),
            let phrase = random.pick(name.phrasebook.forms(of: concept, in: .latin))
        else { return nil }
        return "\(phrase.uppercased()) \(name.text)"
    }

    /// `Acme Ltd, NO. 12 NANJING ROAD, SHANGHAI`
    static func addressBehind(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let address = address(for: name, &random) else { return nil }
        return name.text + (name.isHan ? " " : ", ") + address
    }

    /// The address in a line of its own.
    static func addressInNextLine(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let address = address(for: name, &random) else { return nil }
        return "\(name.text)\n\(address)"
    }

    /// An address in a city of which the name speaks, or in whose province it lies; where there is none, in any. Streets
    /// of Chinese cities are often called after other cities.
    private static func address(for name: WrittenName, _ random: inout SplitMix64) -> String? {
        let places = Set(name.phrases(.place).map(\.meaning.concept))
        let home = random.pick(name.phrasebook.cities.filter { !$0.concepts.isDisjoint(with: places) })
        guard let city = home ?? random.pick(name.phrasebook.cities), let street = elsewhere(name, &random)
        else { return nil }
        let number = 1 + random.below(400)
        return name.isHan
            ? "\(city.han)市\(street.han)路\(number)号"
            : "NO. \(number) \(street.latin.uppercased()) ROAD, \(city.latin.uppercased())"
    }

    /// `Acme Ltd, WUHAN BRANCH`, 阿克米有限公司武汉分公司
    static func branchBehind(_ name: WrittenName, _ random: inout SplitMix64) -> String? {
        guard let city = elsewhere(name, &random) else { return nil }
        return name.isHan ? "\(name.text)\(city.han)分公司" : "\(name.text), \(city.latin.uppercased()) BRANCH"
    }

    /// A city that the name doesn't speak of, nor of its province.
    private static func elsewhere(_ name: WrittenName, _ random: inout SplitMix64) -> Phrasebook.City? {
        let places = Set(name.phrases(.place).map(\.meaning.concept))
        for _ in 0..<16 {
            guard let city = random.pick(name.phrasebook.cities) else { return nil }
            if city.concepts.isDisjoint(with: places) { return city }
        }
        return nil
    }
}
