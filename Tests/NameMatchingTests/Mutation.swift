import TestSupport

/// Changes to names such as hands, forms and systems make.
enum Mutation {
    static func mutate(_ name: String, _ others: [String], using random: inout SeededGenerator) -> String {
        var name = name
        for _ in 0..<Int.random(in: 0...2, using: &random) { name = once(name, others, using: &random) }
        return name
    }

    private static func once(_ name: String, _ others: [String], using random: inout SeededGenerator)
        -> String
    {
        var letters = Array(name)
        guard !letters.isEmpty else { return name }
        let place = Int.random(in: 0..<letters.count, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = "abcdeinorst".randomElement(using: &random)!
        case 3: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
        case 4: letters.insert(" ", at: place)
        case 5: letters.removeAll { $0 == " " }
        case 6: return name.split(separator: " ").shuffled(using: &random).joined(separator: " ")
        case 7: letters = Array(letters.prefix(35))
        case 8: return name.uppercased() + " CO., LTD\nNO. 12 DAHUA ROAD"
        case 9: return "TO THE ORDER OF " + name
        case 10: return name + " " + others.randomElement(using: &random)!
        default: return name.split(separator: " ").dropLast().joined(separator: " ")
        }
        return String(letters)
    }
}
