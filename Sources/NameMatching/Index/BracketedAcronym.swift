/// The names that a listed name with its acronym in brackets stands for.
///
/// Nobody writes `Beijing University of Posts and Telecommunications (BUPT)` whole: records have the name or the
/// acronym, or the acronym in place of the words before it (`CETC 54th Research Institute`).
enum BracketedAcronym {
    /// Acronyms of fewer letters that stand alone are other words too often.
    private static let fewestAlone = 4
    private static let fewest = 2
    private static let most = 10

    /// The name without the bracket, and with the acronym in place of what stands before it; nothing where no part in
    /// brackets is an acronym.
    ///
    /// - Parameter isWord: whether the text is no acronym but a word of its own: a place, a legal form.
    /// - Complexity: O(letters).
    static func names(in text: String, isWord: (String) -> Bool) -> [String] {
        guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else {
            return []
        }
        let acronym = text[text.index(after: open)..<close]
        guard (fewest...most).contains(acronym.utf8.count),
            acronym.allSatisfy({ $0.isASCII && $0.isUppercase }),
            !isWord(String(acronym))
        else { return [] }
        let before = trimmed(text[..<open])
        let behind = trimmed(text[text.index(after: close)...])
        guard !before.isEmpty else { return [] }
        let without = behind.isEmpty ? before : before + " " + behind
        if behind.isEmpty {
            return acronym.utf8.count < fewestAlone ? [without] : [without, String(acronym)]
        }
        return [without, acronym + " " + behind]
    }

    private static func trimmed(_ text: Substring) -> String {
        let isEdge = { (character: Character) in character == " " || character == "," }
        guard let first = text.firstIndex(where: { !isEdge($0) }),
            let last = text.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(text[first...last])
    }
}
