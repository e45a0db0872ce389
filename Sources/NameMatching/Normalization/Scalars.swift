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
