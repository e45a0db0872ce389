/// Tells most letters that no name is posted under, from the first eight of them.
///
/// A bit for the first letters of each face that is a door, and one for each shorter word that a cut field may have
/// left of it. There are so few for a short list that they stay close to the processor.
struct DoorLetters: Sendable {
    private let whole: Filter
    private let cut: Filter

    /// How many letters, in bytes, of a face are looked at.
    static let width = 8

    /// - Complexity: O(letters of all doors).
    init(_ vocabulary: Vocabulary, _ doors: DoorTable) {
        var whole = Scratch<UInt64>()
        var cut = Scratch<UInt64>()
        for face in 0..<Int32(vocabulary.count) where doors.isDoor(face) {
            let letters = vocabulary.letters(of: face)
            guard let start = letters.baseAddress, !letters.isEmpty else { continue }
            whole.append(DoorLetters.beginning(start, count: letters.count))
            guard vocabulary.isFuzzy[Int(face)] else { continue }
            for count in WordSimilarity.shortestCut..<max(letters.count, WordSimilarity.shortestCut)
            where WordSimilarity.isCut(count, of: letters.count) {
                cut.append(DoorLetters.cutWord(start, count: count))
            }
        }
        self.whole = Filter(whole)
        self.cut = Filter(cut)
    }

    /// Whether a door may be these letters, or begin with them where there are `width` or more.
    ///
    /// - Parameter letters: behind them `width` bytes may be read.
    @inline(__always)
    func mayBegin(_ letters: UnsafePointer<UInt8>, count: Int) -> Bool {
        whole.mayHold(DoorLetters.beginning(letters, count: count))
    }

    /// Whether a cut field may have left this word of a door.
    @inline(__always)
    func mayBeCut(_ letters: UnsafePointer<UInt8>, count: Int) -> Bool {
        cut.mayHold(DoorLetters.cutWord(letters, count: count))
    }

    /// The first letters, little end first; behind fewer than `width` there are zeros.
    @inline(__always)
    private static func beginning(_ letters: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        let word = UInt64(littleEndian: UnsafeRawPointer(letters).loadUnaligned(as: UInt64.self))
        return count >= width ? word : word & ~(~0 << UInt64(8 * count))
    }

    /// The first letters of a word that says by its length how much of a longer one it may be.
    @inline(__always)
    private static func cutWord(_ letters: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        beginning(letters, count: count) &+ UInt64(count)
    }

    /// Frees the memory.
    func deallocate() {
        whole.deallocate()
        cut.deallocate()
    }

    /// A bit for each of some numbers, shared by all of the same hash.
    private struct Filter: Sendable {
        private let bits: Table<UInt64>
        private let shift: UInt64

        init(_ numbers: borrowing Scratch<UInt64>) {
            var logarithm: UInt64 = 10
            // Some 64 bits a number let one other in 64 through by chance.
            while 1 << logarithm < numbers.count * 64 { logarithm += 1 }
            shift = 64 - logarithm
            var bits = Scratch<UInt64>(zeroed: 1 << Int(logarithm - 6))
            for place in numbers.indices {
                let bit = Filter.hash(numbers[place]) >> shift
                bits[Int(bit >> 6)] |= 1 << (bit & 63)
            }
            self.bits = Table(bits)
        }

        @inline(__always)
        func mayHold(_ number: UInt64) -> Bool {
            let bit = Filter.hash(number) >> shift
            return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0
        }

        @inline(__always)
        private static func hash(_ number: UInt64) -> UInt64 {
            let product = (number ^ KeyTable.seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            return (product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93
        }

        func deallocate() { bits.deallocate() }
    }
}
