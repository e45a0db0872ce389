/// Which letters a word has, as bits: one error makes at most two letters come or go.
struct LetterSet: BitwiseCopyable {
    let bits: UInt32

    @inline(__always)
    init(_ word: UnsafeBufferPointer<UInt8>) {
        bits = word.reduce(0) { $0 | 1 << LetterSet.symbol($1) }
    }

    /// A letter as five bits; symbols that share bits only let more words through.
    @inline(__always)
    private static func symbol(_ byte: UInt8) -> UInt32 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 27 + UInt32(byte & 3)
        default: 31
        }
    }

    /// How many letters are in one of two sets alone.
    @inline(__always)
    func difference(_ other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }

    /// Which of eight sets differ from this one by so many letters at most.
    @inline(__always)
    func differ(from sets: SIMD8<UInt32>, byAtMost most: UInt32) -> SIMDMask<SIMD8<Int32>> {
        // Counts the bits of eight numbers at once: processors of the baseline have no instruction for one.
        var bits = sets ^ SIMD8(repeating: self.bits)
        bits = bits &- ((bits &>> 1) & 0x5555_5555)
        bits = (bits & 0x3333_3333) &+ ((bits &>> 2) & 0x3333_3333)
        bits = (bits &+ (bits &>> 4)) & 0x0F0F_0F0F
        bits = (bits &* 0x0101_0101) &>> 24
        return bits .<= most
    }
}
