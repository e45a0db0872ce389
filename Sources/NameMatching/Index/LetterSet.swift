/// Which letters a word has, and which it has twice, as bits.
///
/// One error makes at most one letter come and one go, so k errors part the letters of two words by 2k at most, and by
/// one less for each letter that the one has more than the other.
struct LetterSet: BitwiseCopyable {
    let bits: UInt64

    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) {
        var once: UInt32 = 0
        var twice: UInt32 = 0
        for byte in word {
            // The lower five bits of a byte; symbols that share them only let more words through.
            let letter: UInt32 = 1 &<< UInt32(byte)
            twice |= once & letter
            once |= letter
        }
        bits = UInt64(twice) << 32 | UInt64(once)
    }

    /// How many letters, counted up to twice each, one of two words has alone.
    @inline(__always)
    func difference(_ other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }

    /// Which of four words differ from this one by so many letters at most.
    @inline(__always)
    func differ(from sets: SIMD4<UInt64>, byAtMost most: UInt64) -> SIMDMask<SIMD4<Int64>> {
        // Counts the bits of the numbers at once: processors of the baseline have no instruction for one.
        var bits = sets ^ SIMD4(repeating: self.bits)
        bits = bits &- ((bits &>> 1) & 0x5555_5555_5555_5555)
        bits = (bits & 0x3333_3333_3333_3333) &+ ((bits &>> 2) & 0x3333_3333_3333_3333)
        bits = (bits &+ (bits &>> 4)) & 0x0F0F_0F0F_0F0F_0F0F
        bits = bits &+ (bits &>> 8)
        bits = bits &+ (bits &>> 16)
        bits = (bits &+ (bits &>> 32)) & 0x7F
        return bits .<= most
    }
}
