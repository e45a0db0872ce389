import Glibc

/// The texts that many rows of a list share, such as citations: made once, so that rows hold the same one.
struct SharedTexts {
    /// Texts that were made lately, each in the only place where it can be.
    private var texts = [String](repeating: "", count: 256)

    /// The text of a cell.
    ///
    /// - Complexity: O(bytes); nothing is allocated where the text has lately been made.
    mutating func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
        guard let base = cell.baseAddress, cell.count > 0 else { return "" }
        // Up to 15 bytes lie in the string itself.
        guard cell.count > 15 else { return String(decoding: cell, as: UTF8.self) }
        let raw = UnsafeRawPointer(base)
        let first = raw.loadUnaligned(as: UInt64.self)
        let last = raw.loadUnaligned(fromByteOffset: cell.count - 8, as: UInt64.self)
        let hash = (first ^ last &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(cell.count)) &* 0xD6E8_FEB8_6659_FD93
        let place = Int(hash >> 56)
        let isKnown = texts[place].withUTF8 {
            $0.count == cell.count && memcmp($0.baseAddress!, base, cell.count) == 0
        }
        if !isKnown { texts[place] = String(decoding: cell, as: UTF8.self) }
        return texts[place]
    }
}
