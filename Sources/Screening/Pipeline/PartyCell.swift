/// Tells cells that hold a party from those that only hold a place for one.
enum PartyCell {
    /// Whether the cell has a name in it. It has none where nothing is in it but signs and spaces, or one of the
    /// words by which data bases say "no value": NULL, NONE, NIL, NA, N/A, NaN.
    static func holdsName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        if beginsWithName(cell) { return true }
        // Of the letters and digits the first five are enough to tell.
        var word: UInt64 = 0
        var count = 0
        for byte in cell {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                word = word << 8 | UInt64(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                word = word << 8 | UInt64(byte | 0x20)
            case 0x80...: return true
            default: continue
            }
            count += 1
            if count == 5 { return true }
        }
        return count > 0 && !placeholders.contains(word)
    }

    /// Whether the first eight bytes have five letters, or one that isn't ASCII: nearly all names do.
    @inline(__always)
    private static func beginsWithName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.count >= 8, let base = cell.baseAddress else { return false }
        let bytes = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
        let high: UInt64 = 0x8080_8080_8080_8080
        if bytes & high != 0 { return true }
        // Eight bytes at once: a sum reaches the highest bit of its byte where the byte is at least `a`, or past `z`.
        let lower = bytes | 0x2020_2020_2020_2020
        let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
        let pastZ = lower &+ 0x0505_0505_0505_0505
        // Their number is the sum of the eight bytes, which a multiplication puts into the highest.
        return (((fromA & ~pastZ & high) >> 7) &* 0x0101_0101_0101_0101) >> 56 >= 5
    }

    private static let placeholders: [UInt64] = ["null", "none", "nil", "na", "nan"].map { word in
        word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
