import Glibc

/// The name that stands before `(a.k.a.` or `(f.k.a.` in the text of a listed one.
///
/// Lists that are typed from prose leave such a bracket in a name, often cut off within it: nobody writes it in a
/// record.
enum AlsoKnownAs {
    private static let marks = ["(a.k.a", "(f.k.a", "(d/b/a", ", a.k.a", ", f.k.a"].map { Table($0.utf8) }
    /// One of these is in every mark, and neither in most names.
    private static let signs = [".k.a", "/b/a"].map { Table($0.utf8) }
    /// Fewer letters before the mark are no name.
    private static let fewest = 4

    /// The name before the mark; nil where there is none.
    ///
    /// - Complexity: O(letters).
    static func nameBefore(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        guard signs.contains(where: { find($0, in: text) != nil }) else { return nil }
        for mark in marks where text.count > mark.count + fewest {
            let last = UnsafeBufferPointer(rebasing: text[fewest..<(text.count - 1)])
            if let place = find(mark, in: last) {
                return UnsafeBufferPointer(rebasing: text[..<(fewest + place)])
            }
        }
        return nil
    }

    private static func find(_ part: Table<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = text.baseAddress, text.count >= part.count else { return nil }
        let letters = part[0..<part.count].baseAddress!
        return (0...(text.count - part.count)).first { place in
            base[place] == letters[0] && memcmp(base + place, letters, part.count) == 0
        }
    }
}
