/// Suggests what somebody may have meant, for messages.
public enum Spelling {
    /// The choice that is fewest typing errors away from `word`, regardless of case; nil where none is near enough
    /// to be meant: more than a third of the letters wrong.
    ///
    /// - Complexity: O(choices · length²); for messages only.
    public static func nearest(to word: String, among choices: [String]) -> String? {
        let wanted = Array(word.lowercased().unicodeScalars)
        var best: (choice: String, distance: Int)?
        for choice in choices {
            let letters = Array(choice.lowercased().unicodeScalars)
            let distance = distance(wanted, letters)
            if distance < best?.distance ?? .max { best = (choice, distance) }
        }
        guard let best, best.distance <= max(1, (wanted.count + 1) / 3) else { return nil }
        return best.choice
    }

    /// Insertions, deletions and replacements that make `b` of `a`, or, for one more, a beginning of `b`:
    /// CONSIGNEE is near CONSIGNEE_NAME.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (letter == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        let beginnings = row.dropFirst(min(3, b.count)).min() ?? row[b.count]
        return min(row[b.count], beginnings + 1)
    }
}
