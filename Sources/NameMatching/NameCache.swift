import Glibc

/// The names a worker has lately answered, with the answers: bounded, lossy, and never wrong, since the bytes of a
/// name are compared.
struct NameCache: ~Copyable {
    // All zero is an empty line.
    struct Line {
        var hash: UInt64
        /// One more than where the name's bytes are: a position counted from the start of the run, so that one which
        /// the ring has since written over is known to be gone.
        var end: Int
        var count: Int32
        /// One more than the place in `answers`, or 0 for a name that meets nothing.
        var answer: Int32
    }

    private static let lineCount = 1 << 18
    private static let ringSize = 1 << 23
    /// Longer cells than this are too rare to keep.
    private static let longest = 1 << 10
    private static let mostAnswers = 1 << 13

    // A name has two lines side by side to be in; the older makes way. Laid out for the first name: a matcher that is
    // asked for scores only needs no cache.
    private var lines = Scratch<Line>()
    private var ring = Scratch<UInt8>()
    private var written = 0
    private var answers: [[NameMatch]] = []

    /// The answer to a name seen before, or nil.
    ///
    /// - Complexity: O(bytes of the name).
    func find(_ name: UnsafeBufferPointer<UInt8>) -> [NameMatch]? {
        guard !lines.isEmpty, let base = name.baseAddress, (1...NameCache.longest).contains(name.count) else {
            return nil
        }
        let hash = NameCache.hash(base, name.count)
        let first = NameCache.firstLine(of: hash)
        for place in first...first + 1 {
            let line = lines[place]
            guard line.hash == hash, Int(line.count) == name.count, line.end > 0,
                written - (line.end - 1) <= NameCache.ringSize
            else { continue }
            let start = (line.end - 1) & (NameCache.ringSize - 1)
            guard memcmp(ring.base + start, base, name.count) == 0 else { continue }
            return line.answer == 0 ? [] : answers[Int(line.answer) - 1]
        }
        return nil
    }

    /// Keeps an answer, in place of an older one.
    mutating func store(_ name: UnsafeBufferPointer<UInt8>, _ matches: [NameMatch]) {
        guard let base = name.baseAddress, (1...NameCache.longest).contains(name.count) else { return }
        if lines.isEmpty {
            lines = Scratch(zeroed: NameCache.lineCount)
            ring = Scratch(zeroed: NameCache.ringSize)
        }
        let room = NameCache.ringSize - written & (NameCache.ringSize - 1)
        // A name doesn't wrap around the end of the ring.
        if room < name.count { written += room }
        let start = written & (NameCache.ringSize - 1)
        (ring.base + start).update(from: base, count: name.count)
        let hash = NameCache.hash(base, name.count)
        let first = NameCache.firstLine(of: hash)
        let older = lines[first].end <= lines[first + 1].end ? first : first + 1
        lines[older] = Line(
            hash: hash, end: written + 1, count: Int32(name.count), answer: keep(matches))
        written += name.count
    }

    @inline(__always)
    private static func firstLine(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash) & (lineCount - 1) & ~1
    }

    private mutating func keep(_ matches: [NameMatch]) -> Int32 {
        if matches.isEmpty { return 0 }
        if answers.count >= NameCache.mostAnswers {
            answers.removeAll(keepingCapacity: true)
            for place in lines.indices where lines[place].answer > 0 { lines[place].end = 0 }
        }
        answers.append(matches)
        return Int32(answers.count)
    }

    @inline(__always)
    private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        let raw = UnsafeRawPointer(bytes)
        var hash = KeyTable.seed ^ UInt64(count)
        var place = 0
        while place + 8 <= count {
            hash = step(hash, raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        return step(hash, rest)
    }

    @inline(__always)
    private static func step(_ hash: UInt64, _ piece: UInt64) -> UInt64 {
        let product = (hash ^ piece).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
