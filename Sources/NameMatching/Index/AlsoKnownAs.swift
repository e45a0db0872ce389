/// The name that stands before `(a.k.a.` or `(f.k.a.` in the text of a listed one.
///
/// Lists that are typed from prose leave such a bracket in a name, often cut off within it: nobody writes it in a
/// record.
enum AlsoKnownAs {
    private static let marks = ["(a.k.a", "(f.k.a", "(d/b/a", ", a.k.a", ", f.k.a"]
    /// Fewer letters before the mark are no name.
    private static let fewest = 4

    /// The name before the mark; nil where there is none.
    ///
    /// - Complexity: O(letters).
    static func nameBefore(in text: String) -> String? {
        let letters = Array(text.utf8)
        for mark in marks {
            let mark = Array(mark.utf8)
            guard letters.count > mark.count else { continue }
            for place in fewest..<max(fewest, letters.count - mark.count)
            where letters[place..<place + mark.count].elementsEqual(mark) {
                return String(decoding: letters[..<place], as: UTF8.self)
            }
        }
        return nil
    }
}
