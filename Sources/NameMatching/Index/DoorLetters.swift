/// Tells most letters that no name is posted under, from the first eight of them.
///
/// It knows the first letters of each face that is a door, each beginning of it, and each shorter word that a cut field
/// may have left of it. There are so few for a short list that they stay close to the processor; of a long one it knows
/// nothing, and tells no letters.
struct DoorLetters: Sendable {
    private let whole: BitFilter
    private let beginnings: BitFilter
    private let cut: BitFilter

    /// How many letters, in bytes, of a face are looked at.
    static let width = 8

    /// The most doors whose letters are known; those of more nobody asks for, since `CoarseSieve` serves short lists.
    static let mostDoors = 4_000

    /// - Complexity: O(letters of all doors); O(1) where there are many.
    init(_ vocabulary: Vocabulary, _ doors: DoorTable) {
        guard doors.faceCount <= DoorLetters.mostDoors else {
            (whole, beginnings, cut) = (.holdingAll(), .holdingAll(), .holdingAll())
            return
        }
        var whole = Scratch<UInt64>()
        var beginnings = Scratch<UInt64>()
        var cut = Scratch<UInt64>()
        for face in 0..<Int32(vocabulary.count) where doors.isDoor(face) {
            let letters = vocabulary.letters(of: face)
            guard let start = letters.baseAddress, !letters.isEmpty else { continue }
            whole.append(DoorLetters.beginning(start, count: letters.count))
            for count in 1..<max(1, min(letters.count, DoorLetters.width + 1)) {
                beginnings.append(DoorLetters.beginning(start, count: count))
            }
            guard vocabulary.isFuzzy[Int(face)] else { continue }
            for count in WordSimilarity.shortestCut..<max(letters.count, WordSimilarity.shortestCut)
            where WordSimilarity.isCut(count, of: letters.count) {
                cut.append(DoorLetters.cutWord(start, count: count))
            }
        }
        self.whole = DoorLetters.filter(whole)
        self.beginnings = DoorLetters.filter(beginnings)
        self.cut = DoorLetters.filter(cut)
    }

    private static func filter(_ numbers: borrowing Scratch<UInt64>) -> BitFilter {
        var size: UInt64 = 10
        // With 32 bits a number one other in some 200 is let through by chance.
        while 1 << size < numbers.count * 32 { size += 1 }
        var filter = BitFilter(size: size)
        for place in numbers.indices { filter.insert(numbers[place]) }
        return filter
    }

    /// Whether a door may begin with a word and go on.
    ///
    /// - Parameter word: behind it `width` bytes may be read.
    @inline(__always)
    func mayGoOn(behind word: UnsafePointer<UInt8>, count: Int) -> Bool {
        beginnings.mayHold(DoorLetters.beginning(word, count: count))
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
        return count >= width ? word : word & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
    }

    /// The first letters of a word that says by its length how much of a longer one it may be.
    @inline(__always)
    private static func cutWord(_ letters: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        beginning(letters, count: count) &+ UInt64(count)
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        whole = try BitFilter(&reader)
        beginnings = try BitFilter(&reader)
        cut = try BitFilter(&reader)
    }

    func write(to writer: inout SectionWriter) {
        whole.write(to: &writer)
        beginnings.write(to: &writer)
        cut.write(to: &writer)
    }

    /// Frees the memory.
    func deallocate() {
        whole.deallocate()
        beginnings.deallocate()
        cut.deallocate()
    }
}
