/// The code points of valid UTF-8.
func decodeScalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    var place = 0
    while place < bytes.count {
        let (scalar, width) = decodeScalar(bytes, at: place)
        scalars.append(scalar)
        place += width
    }
    return scalars
}

/// The code point that begins at a place of valid UTF-8, and its width in bytes.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, width: Int) {
    let first = UInt32(bytes[place])
    func follow(_ offset: Int) -> UInt32 {
        place + offset < bytes.count ? UInt32(bytes[place + offset]) & 0x3F : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | follow(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | follow(1) << 6 | follow(2), 3) }
    return ((first & 0x07) << 18 | follow(1) << 12 | follow(2) << 6 | follow(3), 4)
}

/// A code point above U+007F in UTF-8, its first byte lowest, and its width in bytes.
@inline(__always)
func encodeScalar(_ scalar: UInt32) -> (packed: UInt32, width: Int) {
    let last = 0x80 | scalar & 0x3F
    if scalar < 0x800 { return (0xC0 | scalar >> 6 | last << 8, 2) }
    let third = 0x80 | scalar >> 6 & 0x3F
    if scalar < 0x1_0000 { return (0xE0 | scalar >> 12 | third << 8 | last << 16, 3) }
    return (0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8 | third << 16 | last << 24, 4)
}
