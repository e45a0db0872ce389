import Screening

/// An explanation as people read it.
enum ExplanationText {
    private static let mostShown = 12
    private static let longest = 60

    /// The aligned words as a table, and below it what was missing, beside, ignored and against; lines with their ends.
    ///
    /// - Parameter indentation: how far all lines are moved in.
    static func lines(of explanation: Explanation, indentation: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        var text = ""
        if explanation.met.isEmpty {
            text += "\(margin)no word met\n"
        } else {
            var table = TextTable(
                header: ["as written", "as listed", "how", "alike", "weight"], indentation: indentation,
                rightAligned: [3, 4])
            for pair in explanation.met {
                table.append([
                    pair.written, pair.listed, name(of: pair.relation), Console.decimals(pair.similarity, 3),
                    Console.decimals(pair.weight, 3),
                ])
            }
            text += table.text
        }
        let parts = [
            ("missing", explanation.missing.map(weighed)), ("beside ", explanation.beside.map(weighed)),
            ("ignored", explanation.ignored.map(\.text)),
        ]
        for (title, items) in parts where !items.isEmpty {
            text += "\(margin)\(title)  \(listing(of: items))\n"
        }
        for (place, objection) in explanation.against.enumerated() {
            text += "\(margin)\(place == 0 ? "against" : "       ")  \(objection.note)\n"
        }
        let isPlain = !explanation.met.isEmpty && explanation.met.allSatisfy { $0.relation == .same }
        if explanation.isSameWritten && !isPlain { text += "\(margin)the same when written without spaces\n" }
        return text
    }

    /// The first of some words, each cut to what a line can show.
    private static func listing(of items: [String]) -> String {
        let shown = items.prefix(mostShown).map { TextTable.cut($0, at: longest) }
        let rest = items.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static func weighed(_ word: Explanation.Word) -> String {
        "\(word.text) (\(word.kind.name) \(Console.decimals(word.weight, 3)))"
    }

    private static func name(of relation: Explanation.Relation) -> String {
        switch relation {
        case .same: "same"
        case .form: "other form"
        case .spacing: "spacing"
        case .pinyin: "pinyin"
        case .sound: "sound"
        case .initial: "initial"
        case .typing: "typing error"
        case .cut: "cut off"
        }
    }
}
