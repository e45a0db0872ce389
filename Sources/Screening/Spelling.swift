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

    /// Letters inserted, left out, replaced or exchanged with their neighbour that make `b` of `a`, or, for one more,
    /// a beginning of `b`: CONSIGNEE is near CONSIGNEE_NAME.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        let last = rows[a.count]
        let beginnings = last.dropFirst(min(3, b.count)).min() ?? last[b.count]
        return min(last[b.count], beginnings + 1)
    }
}
