/// A set of faces that may hold others too: a bit for each face, shared by all faces of the same hash.
struct FaceSet: BitwiseCopyable {
    // Two numbers and no vector, whose alignment would cost a third of the memory of what has one.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    @inline(__always)
    mutating func insert(_ face: Int32) {
        let hash = (UInt64(UInt32(bitPattern: face)) &* 0x9E37_79B9_7F4A_7C15) &>> 57
        let bit: UInt64 = 1 &<< hash
        low |= hash < 64 ? bit : 0
        high |= hash < 64 ? 0 : bit
    }

    @inline(__always)
    mutating func formUnion(_ other: FaceSet) {
        low |= other.low
        high |= other.high
    }

    /// Whether a face may be in both sets.
    @inline(__always)
    func mayMeet(_ other: FaceSet) -> Bool { low & other.low | high & other.high != 0 }
}
