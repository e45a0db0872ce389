/// Numbers of tax offices, registers and ships as they are compared: letters and digits alone, without regard to case.
///
/// `7707-083-893`, `７７０７０８３８９３` and `7707083893` are one number, `IMO 9187629` is `9187629`.
enum IdentifierForm {
    /// Fewer letters and digits than these are shared by chance too often.
    static let fewest = 6
    /// More than these are no number.
    static let most = 64
    /// The numbers of ships have so many digits.
    private static let shipDigits = 7
    /// The codes of banks, which may have no digit: ISO 9362.
    private static let bankCodes = [8, 11]

    /// Replaces the contents of `form` by what a number is compared as; by nothing where it is none.
    ///
    /// - Complexity: O(bytes).
    static func take(_ text: some Collection<UInt8>, into form: inout [UInt8]) {
        form.removeAll(keepingCapacity: true)
        var place = text.startIndex
        var digits = 0
        while place != text.endIndex, form.count <= most {
            var byte = text[place]
            text.formIndex(after: &place)
            if byte == 0xEF, let letter = fullWidth(text[place...].prefix(2)) {
                byte = letter
                place = text.index(place, offsetBy: 2)
            }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                form.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): form.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): form.append(byte & ~0x20)
            // Letters of other scripts belong to the number as they are.
            case 0x80...: form.append(byte)
            default: continue
            }
        }
        if form.starts(with: "IMO".utf8), digits == shipDigits,
            form.suffix(shipDigits).allSatisfy({ $0 < 0x3A })
        {
            form.removeFirst(form.count - shipDigits)
        }
        let isEnough = (fewest...most).contains(form.count) && (digits > 0 || bankCodes.contains(form.count))
        // Zeros stand for a number that nobody knows.
        if !isEnough || form.allSatisfy({ $0 == form[0] }) { form.removeAll(keepingCapacity: true) }
    }

    /// The ASCII letter or digit of which two bytes behind 0xEF are the full-width form; nil for others.
    private static func fullWidth(_ bytes: some Collection<UInt8>) -> UInt8? {
        guard bytes.count == 2, let first = bytes.first, let last = bytes.dropFirst().first,
            0xBC...0xBD ~= first, 0x80...0xBF ~= last
        else { return nil }
        // U+FF01 to U+FF5E stand for U+0021 to U+007E.
        let ascii = (first == 0xBC ? 0x20 : 0x60) + (last & 0x3F)
        return (0x21...0x7E).contains(ascii) ? ascii : nil
    }

    /// Calls `body` with the parts of a cell that may each be a number: all of it, what stands between semicolons,
    /// commas, bars and line ends, and of either what stands behind a colon, `#` or `№`.
    ///
    /// - Complexity: O(bytes).
    static func forEachPart(
        of cell: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        let separators = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 10, 13]
        body(cell)
        var start = 0
        for place in 0...cell.count where place == cell.count || separators.contains(cell[place]) {
            let part = UnsafeBufferPointer(rebasing: cell[start..<place])
            if part.count < cell.count { body(part) }
            // The last byte of № in UTF-8 is 0x96, which other letters have too: more parts do no harm.
            let labels = [UInt8(ascii: ":"), UInt8(ascii: "#"), 0x96]
            if let label = part.lastIndex(where: { labels.contains($0) }) {
                body(UnsafeBufferPointer(rebasing: part[(label + 1)...]))
            }
            start = place + 1
        }
    }
}
