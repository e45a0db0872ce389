extension IdentifierForm {
    /// Calls `body` with the parts of a cell that may each be a number: all of it; what stands between signs that part
    /// numbers; of either what stands behind words without a digit (`INN 7707083893`), and each word with one.
    ///
    /// Each is compared as a whole with listed numbers, so more parts find more and mistake nothing.
    ///
    /// - Complexity: O(bytes).
    static func forEachPart(
        of cell: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        body(cell)
        var start = 0
        var place = 0
        while place < cell.count {
            let length = separator(cell, place)
            if length > 0 {
                forEachWord(of: UnsafeBufferPointer(rebasing: cell[start..<place]), isWhole: false, body)
                start = place + length
            }
            place += max(length, 1)
        }
        forEachWord(of: UnsafeBufferPointer(rebasing: cell[start...]), isWhole: start == 0, body)
    }

    /// - Parameter isWhole: whether it is the whole cell, which has been looked at.
    private static func forEachWord(
        of part: UnsafeBufferPointer<UInt8>, isWhole: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        if part.count < fewest { return }
        if !isWhole { body(part) }
        var start = 0
        var hasSpace = false
        var isBehindLabel = false
        for place in 0...part.count where place == part.count || part[place] == 0x20 {
            hasSpace = hasSpace || place < part.count
            let word = UnsafeBufferPointer(rebasing: part[start..<place])
            if hasSpace,
                word.contains(where: { (0x30...0x39).contains($0) }) || word.contains(where: { $0 >= 0x80 })
            {
                // What labels a number stands before its first digit.
                if !isBehindLabel, start > 0 { body(UnsafeBufferPointer(rebasing: part[start...])) }
                isBehindLabel = true
                body(word)
            }
            start = place + 1
        }
        // Table programs write numbers with a fraction.
        if part.count > 2, part[part.count - 1] == UInt8(ascii: "0"),
            part[part.count - 2] == UInt8(ascii: ".")
        {
            body(UnsafeBufferPointer(rebasing: part[..<(part.count - 2)]))
        }
    }

    /// How many bytes the sign at a place has that parts numbers; 0 where none is.
    private static func separator(_ cell: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
        switch cell[place] {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "#"),
            UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), 9, 10, 13:
            return 1
        default:
            let signs: [StaticString] = ["№", "：", "；", "，", "、", "／"]
            let sign = signs.first { sign in
                sign.withUTF8Buffer { bytes in
                    place + bytes.count <= cell.count
                        && bytes.elementsEqual(cell[place..<place + bytes.count])
                }
            }
            return cell[place] < 0x80 ? 0 : sign?.utf8CodeUnitCount ?? 0
        }
    }
}
