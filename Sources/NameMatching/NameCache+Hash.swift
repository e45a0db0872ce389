extension NameCache {
    /// A hash of a name's bytes, with the run's secret.
    ///
    /// Sixteen bytes a multiplication, whose factors both hang on the secret: who doesn't know it can make neither zero,
    /// which would hide the other.
    ///
    /// - Parameter seed: the secret; whoever hashes many names loads it once.
    @inline(__always)
    static func hash(_ name: UnsafeBufferPointer<UInt8>, seed: UInt64 = KeyTable.seed) -> UInt64 {
        let count = name.count
        let hash = seed &* 0xD6E8_FEB8_6659_FD93 ^ UInt64(truncatingIfNeeded: count)
        guard count >= 8 else { return mixed(seed ^ short(name), hash) }
        let bytes = UnsafeRawPointer(name.baseAddress.unsafelyUnwrapped)
        var mixedSoFar = hash
        var place = 0
        while place &+ 16 < count {
            mixedSoFar = mixed(seed ^ load(bytes + place), mixedSoFar ^ load(bytes + place + 8))
            place &+= 16
        }
        // The last sixteen bytes, though some of them have been taken: quicker than one by one.
        let last = bytes + count
        return mixed(seed ^ load(count < 16 ? bytes : last - 16), mixedSoFar ^ load(last - 8))
    }

    @inline(__always)
    private static func load(_ address: UnsafeRawPointer) -> UInt64 { address.loadUnaligned(as: UInt64.self) }

    @inline(__always)
    private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let product = one.multipliedFullWidth(by: other)
        return product.high ^ product.low
    }

    /// The bytes of a name of fewer than eight.
    @inline(never)
    private static func short(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
