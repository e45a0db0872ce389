/// A set of faces that may hold others too: a bit for each face, shared by all faces of the same hash.
struct FaceSet: BitwiseCopyable {
    private var bits = SIMD2<UInt64>.zero

    @inline(__always)
    mutating func insert(_ face: Int32) {
        let hash = (UInt64(UInt32(bitPattern: face)) &* 0x9E37_79B9_7F4A_7C15) >> 57
        bits[Int(hash >> 6)] |= 1 << (hash & 63)
    }

    @inline(__always)
    mutating func formUnion(_ other: FaceSet) { bits |= other.bits }

    /// Whether a face may be in both sets.
    @inline(__always)
    func mayMeet(_ other: FaceSet) -> Bool {
        let both = bits & other.bits
        return both[0] | both[1] != 0
    }
}
