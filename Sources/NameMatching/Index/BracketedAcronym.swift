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
    static func names(
        in text: UnsafeBufferPointer<UInt8>, isWord: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> [[UInt8]] {
        guard let open = text.lastIndex(of: UInt8(ascii: "(")),
            let close = text[open...].firstIndex(of: UInt8(ascii: ")"))
        else { return [] }
        let acronym = UnsafeBufferPointer(rebasing: text[(open + 1)..<close])
        guard (fewest...most).contains(acronym.count),
            acronym.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }), !isWord(acronym)
        else { return [] }
        let before = trimmed(text[..<open])
        let behind = trimmed(text[(close + 1)...])
        guard !before.isEmpty else { return [] }
        let space = [UInt8(ascii: " ")]
        if behind.isEmpty {
            return acronym.count < fewestAlone ? [Array(before)] : [Array(before), Array(acronym)]
        }
        return [before + space + behind, acronym + space + behind]
    }

    private static func trimmed(
        _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Slice<UnsafeBufferPointer<UInt8>> {
        let isEdge = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") }
        guard let first = text.firstIndex(where: { !isEdge($0) }),
            let last = text.lastIndex(where: { !isEdge($0) })
        else { return text[text.startIndex..<text.startIndex] }
        return text[first...last]
    }
}
