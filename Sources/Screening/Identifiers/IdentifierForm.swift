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
            } else if let last = text[place...].first, let digit = arabicDigit(byte, last) {
                byte = digit
                place = text.index(after: place)
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
        // A branch of a bank: the head office's code stands for it, with or without these letters.
        if form.count == 11, form.suffix(3).elementsEqual("XXX".utf8) { form.removeLast(3) }
        let isEnough = (fewest...most).contains(form.count) && (digits > 0 || bankCodes.contains(form.count))
        if !isEnough || isPlaceholder(form) { form.removeAll(keepingCapacity: true) }
    }

    /// Whether it stands for a number that nobody knows: zeros, or the digits in their order.
    private static func isPlaceholder(_ form: [UInt8]) -> Bool {
        form.allSatisfy { $0 == form[0] } || "1234567890".utf8.starts(with: form)
    }

    /// The ASCII digit of two bytes that are an Arabic or Persian one; nil for others.
    private static func arabicDigit(_ first: UInt8, _ last: UInt8) -> UInt8? {
        switch (first, last) {
        case (0xD9, 0xA0...0xA9): last - 0xA0 + 0x30
        case (0xDB, 0xB0...0xB9): last - 0xB0 + 0x30
        default: nil
        }
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
}
