/// Which letters a word has, and which it has twice, as bits.
///
/// One error makes at most one letter come and one go, so k errors part the letters of two words by 2k at most, and by
/// one less for each letter that the one has more than the other.
struct LetterSet: BitwiseCopyable {
    let bits: UInt64

    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) {
        var once: UInt64 = 0
        var twice: UInt64 = 0
        for byte in word {
            let letter: UInt64 = 1 &<< LetterSet.symbol(byte)
            twice |= once & letter
            once |= letter
        }
        bits = twice << 32 | once
    }

    /// A letter as five bits; symbols that share bits only let more words through.
    @inline(__always)
    private static func symbol(_ byte: UInt8) -> UInt64 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt64(byte - UInt8(ascii: "a")) + 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 27 + UInt64(byte & 3)
        default: 31
        }
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
