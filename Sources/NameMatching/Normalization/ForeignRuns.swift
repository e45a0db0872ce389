import Glibc

/// Runs of other scripts and what they are in Latin letters, remembered: ICU's transliterators take a process-wide lock.
///
/// Emptied when full, so memory stays flat.
struct ForeignRuns: ~Copyable {
    /// A run that was met, by its place in `text`: first itself, then its Latin letters.
    struct Run: BitwiseCopyable {
        /// 0 where there is none.
        fileprivate var hash: UInt32
        fileprivate var start: Int32
        fileprivate var count: Int32
        private(set) var latinCount: Int
        /// Whether its Latin letters are lower-case ones, or beyond ASCII, and nothing else.
        var isPlain: Bool
    }

    private static let limit = 8_192
    private static let byteLimit = 1 << 20
    private static let mask = 4 * limit - 1

    private var runs = Scratch<Run>(zeroed: mask + 1)
    private var text = Scratch<UInt8>()
    private var count = 0

    /// A run that was remembered, or nil.
    @inline(__always)
    func find(_ run: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Run? {
        var place = Int(hash) & ForeignRuns.mask
        while runs[place].hash != 0 {
            let known = runs[place]
            if known.hash == hash, Int(known.count) == run.count,
                memcmp(text.base + Int(known.start), run.baseAddress!, run.count) == 0
            {
                return known
            }
            place = (place + 1) & ForeignRuns.mask
        }
        return nil
    }

    /// The hash of a run, never 0.
    @inline(__always)
    static func hash(_ run: UnsafeBufferPointer<UInt8>) -> UInt32 {
        UInt32(
            truncatingIfNeeded: WordKey(run.baseAddress!, count: run.count).hash(seed: KeyTable.seed)) | 1
            << 31
    }

    /// The Latin letters of a run, which `WordKey.readable` bytes follow; valid until the next one is remembered.
    @inline(__always)
    func latin(of run: Run) -> UnsafeBufferPointer<UInt8> {
        let start = Int(run.start) + Int(run.count)
        return text[start..<start + run.latinCount]
    }

    /// Remembers a run that `find` didn't.
    mutating func remember(
        _ run: UnsafeBufferPointer<UInt8>, _ hash: UInt32, _ latin: UnsafeBufferPointer<UInt8>
    ) -> Run {
        if count >= ForeignRuns.limit || text.count + run.count + latin.count > ForeignRuns.byteLimit {
            runs.clear()
            text.removeAll()
            count = 0
        }
        let isPlain = latin.allSatisfy { $0 >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        let made = Run(
            hash: hash, start: Int32(text.count), count: Int32(run.count),
            latinCount: latin.count, isPlain: isPlain)
        text.append(contentsOf: run)
        text.append(contentsOf: latin)
        var place = Int(hash) & ForeignRuns.mask
        while runs[place].hash != 0 { place = (place + 1) & ForeignRuns.mask }
        runs[place] = made
        count += 1
        return made
    }
}
