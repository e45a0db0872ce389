import NameMatching
import Screening

/// Names of the built-in list as hands write them, with the entity that each should lead to.
struct PlantedNames {
    private let names: [(entity: String, name: String)]

    init() throws {
        let catalog = try ListCatalog([EntityList.builtIn()])
        names = catalog.names.map { (catalog.entries[Int($0.entity)].entity.id, $0.text) }
    }

    /// A listed name, changed by one of the ways that names change.
    func next(_ random: inout Randomness) -> (entity: String, name: String) {
        let (entity, name) = random.pick(names)
        return (entity, changed(name, &random))
    }

    private func changed(_ name: String, _ random: inout Randomness) -> String {
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        guard isASCII else { return random.below(2) == 0 ? name : name + "武汉分公司" }
        var words = name.uppercased().split(separator: " ").map(String.init)
        switch random.below(7) {
        case 0: return words.joined(separator: " ")
        case 1: return "TO THE ORDER OF " + words.joined(separator: " ")
        case 2: return words.joined(separator: "-")
        case 3: return words.joined(separator: " ") + "\nNO. 12 HARBOUR ROAD"
        case 4: return name.lowercased() + " co., ltd."
        case 5: return misspelled(&words, &random)
        default: return (words.dropFirst() + words.prefix(1)).joined(separator: " ")
        }
    }

    /// Drops a letter inside the longest word.
    private func misspelled(_ words: inout [String], _ random: inout Randomness) -> String {
        let longest = words.indices.max { words[$0].count < words[$1].count }!
        var letters = Array(words[longest])
        if letters.count >= 9 { letters.remove(at: 2 + random.below(letters.count - 4)) }
        words[longest] = String(letters)
        return words.joined(separator: " ")
    }
}
