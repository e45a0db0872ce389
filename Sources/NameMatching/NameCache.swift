import CSystem
import Glibc

/// The names a worker has lately answered, with the answers: bounded, lossy, and never wrong, since the bytes of a
/// name are compared.
///
/// Both parts are larger than a processor's caches, so what counts is how often memory is waited for: a set of eight
/// names is one cache line of tags and positions, and the bytes are looked at only where a tag says that they are the
/// name's. Many names are looked up at once, so that their lines are fetched together.
struct NameCache: ~Copyable {
    /// Eight tags, then eight positions, the name that was written last first. A position is one more than where in the
    /// ring, in units, a name was written, counted from the start of the run; so one that the ring has since written over
    /// is known to be gone. 0 is none.
    private static let ways = 8
    private static let setBytes = 64
    private static let setCount = 1 << 15
    /// Names are written in units of four bytes, so that a position has 32 bits for a while.
    private static let unit = 4
    private static let ringUnits = 1 << 21
    /// A name's length and its answer stand before its bytes, 16 bits each.
    private static let headBytes = 4
    /// Longer cells than this are too rare to keep.
    private static let longest = 1 << 10
    private static let mostAnswers = 1 << 13

    // Laid out for the first name: a matcher that is asked for scores only needs no cache.
    private var memory = Scratch<UInt64>()
    /// The sets, each at the start of a cache line.
    private var sets: UnsafeMutablePointer<UInt32>
    private var ring: UnsafeMutableRawPointer
    private var isLaidOut = false
    private var written = 0
    private var answers: [[NameMatch]] = []
    /// How much had been written when the answers were last emptied: the numbers in what was written before are of
    /// others now.
    private var forgotten = 0

    init() {
        sets = UnsafeMutableRawPointer(memory.base).assumingMemoryBound(to: UInt32.self)
        ring = UnsafeMutableRawPointer(memory.base)
    }

    /// The answer to a name seen before, or nil.
    ///
    /// - Complexity: O(bytes of the name).
    mutating func find(_ name: UnsafeBufferPointer<UInt8>) -> [NameMatch]? {
        guard isLaidOut else { return nil }
        let answer = find(name, hash: NameCache.hash(name))
        return answer < 0 ? nil : matches(of: answer)
    }

    /// Looks up the names of a batch, and leaves those open that aren't known to match nothing, with where they are likely
    /// to be.
    ///
    /// Each step has what the next one reads of all names fetched: of most it is in no cache of the processor.
    ///
    /// - Complexity: O(bytes of the names).
    mutating func lookUp(_ batch: inout NameBatch) {
        if !isLaidOut { layOut() }
        let seed = KeyTable.seed
        for place in batch.names.indices {
            let hash = NameCache.hash(batch.names[place].bytes, seed: seed)
            batch.names[place].hash = hash
            weir_prefetch(set(of: hash))
        }
        for place in batch.names.indices {
            let position = position(of: batch.names[place].hash)
            batch.names[place].position = position
            let start = start(of: position)
            weir_prefetch(start)
            weir_prefetch(start + NameCache.setBytes - 1)
        }
        for place in batch.names.indices where !matchesNothing(batch.names[place]) {
            batch.open.append(Int32(truncatingIfNeeded: place))
        }
    }

    /// The position of the first name in a set that has a hash's tag, or 0.
    @inline(__always)
    private func position(of hash: UInt64) -> UInt32 {
        let set = set(of: hash)
        let bits = weir_equal_tags(set, NameCache.tag(of: hash))
        return bits == 0 ? 0 : set[NameCache.ways + bits.trailingZeroBitCount]
    }

    /// Whether a name is where it is likely to be, and was found to match nothing; one that is to be renewed is left to
    /// `answer`.
    @inline(__always)
    private func matchesNothing(_ name: NameBatch.Name) -> Bool {
        name.position != 0 && isKept(name.position, amongLast: NameCache.ringUnits / 2)
            && answer(of: name.bytes, at: name.position) == 0
    }

    /// The number of the answer to a name: 0 for one that meets nothing, -1 where it isn't known.
    ///
    /// - Parameter position: where `lookUp` found it, or 0. It may have been written over since.
    mutating func answer(
        _ name: UnsafeBufferPointer<UInt8>, hash: UInt64, expectedAt position: UInt32
    ) -> Int {
        if position != 0, isKept(position) {
            let answer = answer(of: name, at: position)
            if answer >= 0 {
                if isOld(position) { renew(hash: hash, position) }
                return answer
            }
        }
        return find(name, hash: hash)
    }

    /// The matches of an answer.
    func matches(of answer: Int) -> [NameMatch] { answer == 0 ? [] : answers[answer - 1] }

    private mutating func find(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let set = set(of: hash)
        var bits = weir_equal_tags(set, NameCache.tag(of: hash))
        while bits != 0 {
            let position = set[NameCache.ways + bits.trailingZeroBitCount]
            bits &= bits &- 1
            guard position != 0, isKept(position) else { continue }
            let answer = answer(of: name, at: position)
            if answer >= 0 { return answer }
        }
        return -1
    }

    /// Keeps an answer, in place of an older one.
    mutating func store(_ name: UnsafeBufferPointer<UInt8>, _ matches: [NameMatch]) {
        store(name, hash: NameCache.hash(name), matches)
    }

    /// The same with the hash that `lookUp` gave.
    mutating func store(_ name: UnsafeBufferPointer<UInt8>, hash: UInt64, _ matches: [NameMatch]) {
        guard let base = name.baseAddress, (1...NameCache.longest).contains(name.count) else { return }
        if !isLaidOut { layOut() }
        let answer = matches.isEmpty ? 0 : keep(matches)
        let position = makeRoom(name.count)
        let start = start(of: position)
        start.storeBytes(of: NameCache.head(name.count, answer), as: UInt32.self)
        weir_copy_bytes(start + NameCache.headBytes, base, name.count)
        // Of the set's names the one that was written first makes way.
        let set = set(of: hash)
        weir_put_first(set, NameCache.tag(of: hash))
        weir_put_first(set + NameCache.ways, position)
    }

    /// Writes a name that is asked for again once more before the ring comes round to it: so the common ones stay.
    @inline(never)
    private mutating func renew(hash: UInt64, _ position: UInt32) {
        let head = start(of: position).load(as: UInt32.self)
        let count = Int(head >> 16)
        let renewed = makeRoom(count)
        // Where the positions began anew, the name is gone.
        guard renewed > position else { return }
        // It may be just what is written over.
        memmove(start(of: renewed), start(of: position), NameCache.headBytes + count)
        let set = set(of: hash)
        guard let way = (0..<NameCache.ways).first(where: { set[NameCache.ways + $0] == position }) else {
            return
        }
        for later in stride(from: way, to: 0, by: -1) {
            set[later] = set[later - 1]
            set[NameCache.ways + later] = set[NameCache.ways + later - 1]
        }
        set[0] = NameCache.tag(of: hash)
        set[NameCache.ways] = renewed
    }

    /// Takes the next units of the ring for a name of so many bytes.
    @inline(__always)
    private mutating func makeRoom(_ count: Int) -> UInt32 {
        let units = (NameCache.headBytes &+ count &+ NameCache.unit &- 1) / NameCache.unit
        let room = NameCache.ringUnits &- written & (NameCache.ringUnits - 1)
        // A name doesn't wrap around the end of the ring.
        if room < units { written &+= room }
        if written &+ units >= Int(UInt32.max) { beginAnew() }
        let position = UInt32(truncatingIfNeeded: written &+ 1)
        written &+= units
        return position
    }

    /// Once in 16 GiB of new names positions begin anew.
    @inline(never)
    private mutating func beginAnew() {
        memset(sets, 0, NameCache.setCount * NameCache.setBytes)
        written = 0
        forgotten = 0
    }

    private mutating func layOut() {
        isLaidOut = true
        let setBytes = NameCache.setCount * NameCache.setBytes
        let ringBytes = NameCache.ringUnits * NameCache.unit
        memory = Scratch(zeroed: (setBytes + ringBytes + NameCache.setBytes) / 8)
        let start = UnsafeMutableRawPointer(memory.base).alignedUp(toMultipleOf: NameCache.setBytes)
        sets = start.bindMemory(to: UInt32.self, capacity: setBytes / 4)
        ring = start + setBytes
    }

    @inline(never)
    private mutating func keep(_ matches: [NameMatch]) -> Int {
        if answers.count >= NameCache.mostAnswers {
            answers.removeAll(keepingCapacity: true)
            forgotten = written
        }
        answers.append(matches)
        return answers.count
    }

    /// What stands before a name's bytes.
    @inline(__always)
    private static func head(_ count: Int, _ answer: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: count) << 16 | UInt32(truncatingIfNeeded: answer)
    }

    /// The answer that stands with a name, or -1 where it is another's.
    @inline(__always)
    private func answer(of name: UnsafeBufferPointer<UInt8>, at position: UInt32) -> Int {
        let start = start(of: position)
        let head = start.load(as: UInt32.self)
        guard Int(head >> 16) == name.count,
            weir_same_bytes(start + NameCache.headBytes, name.baseAddress, name.count)
        else { return -1 }
        let answer = Int(head & 0xFFFF)
        return answer != 0 && Int(position) <= forgotten ? -1 : answer
    }

    @inline(__always)
    private func isKept(_ position: UInt32, amongLast units: Int = NameCache.ringUnits) -> Bool {
        // Positions from before they began anew are larger than any now.
        UInt(bitPattern: written &- (Int(position) &- 1)) <= UInt(bitPattern: units)
    }

    @inline(__always)
    private func isOld(_ position: UInt32) -> Bool { !isKept(position, amongLast: NameCache.ringUnits / 2) }

    @inline(__always)
    private func start(of position: UInt32) -> UnsafeMutableRawPointer {
        ring + (Int(position) &- 1) & (NameCache.ringUnits - 1) * NameCache.unit
    }

    @inline(__always)
    private func set(of hash: UInt64) -> UnsafeMutablePointer<UInt32> {
        sets + Int(truncatingIfNeeded: hash) & (NameCache.setCount - 1) * (2 * NameCache.ways)
    }

    @inline(__always)
    private static func tag(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }
}
