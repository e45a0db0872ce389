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

    /// Whether the letters, counted up to twice each, are those of a word that may be one error away: one of the two
    /// words has two letters alone, or each has one, at most.
    @inline(__always)
    func isWithinOneError(of other: LetterSet) -> Bool {
        // Takes away the lowest bit twice: processors of the baseline have no instruction that counts bits.
        var bits = bits ^ other.bits
        bits &= bits &- 1
        bits &= bits &- 1
        return bits == 0
    }

    /// The letters alone, without those that it has twice.
    @inline(__always)
    var letters: UInt32 { UInt32(truncatingIfNeeded: bits) }

    /// Whether the letters of two words, counted up to twice each, differ by so many at most.
    @inline(__always)
    func differs(from other: LetterSet, byAtMost most: Int) -> Bool {
        (bits ^ other.bits).nonzeroBitCount <= most
    }
}
