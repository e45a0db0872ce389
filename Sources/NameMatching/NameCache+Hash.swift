extension NameCache {
    /// A hash of a name's bytes, with the run's secret.
    @inline(__always)
    static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let count = name.count
        var hash = KeyTable.seed ^ UInt64(count)
        guard let base = name.baseAddress else { return hash }
        let bytes = UnsafeRawPointer(base)
        guard count >= 8 else {
            var rest: UInt64 = 0
            for place in 0..<count {
                rest = rest << 8 | UInt64(bytes.load(fromByteOffset: place, as: UInt8.self))
            }
            return step(hash, rest)
        }
        var place = 0
        while place + 8 < count {
            hash = step(hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        // The last eight bytes, though some of them have been taken: quicker than one by one.
        return step(hash, bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }

    @inline(__always)
    private static func step(_ hash: UInt64, _ piece: UInt64) -> UInt64 {
        let product = (hash ^ piece).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
