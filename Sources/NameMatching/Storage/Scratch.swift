import Glibc

/// A growing array for one owner, without reference counts: storage that a worker fills and empties for every name.
///
/// Swift's arrays count references whenever they are passed on; on the path of every name those counts cost more
/// than the work. Sixteen bytes behind the room for elements may be read, whatever they hold, so that the end of a text
/// loads as fast as its middle.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = max(capacity, 8)
        base = Scratch.memory(malloc(Scratch.bytes(self.capacity)))
    }

    /// An array of elements whose bytes are all zero. Pages of it that are never touched cost nothing, so a cache may
    /// be large and a short run still starts at once.
    init(zeroed count: Int) {
        capacity = max(count, 8)
        base = Scratch.memory(calloc(Scratch.bytes(capacity), 1))
        self.count = count
    }

    init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        fill(element, count: count)
    }

    deinit {
        free(base)
    }

    /// Gives the memory to the caller, who frees it; what was kept for more elements goes back.
    consuming func release() -> (base: UnsafeMutablePointer<Element>, count: Int) {
        let released = (
            Scratch.memory(realloc(base, max(count, 1) * MemoryLayout<Element>.stride)), count
        )
        discard self
        return released
    }

    static func memory(_ block: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<Element> {
        guard let block else { fatalError("out of memory") }
        return block.assumingMemoryBound(to: Element.self)
    }

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { 0..<count }
    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    subscript(place: Int) -> Element {
        get {
            assert(place >= 0 && place < count)
            return base[place]
        }
        set {
            assert(place >= 0 && place < count)
            base[place] = newValue
        }
        _modify {
            assert(place >= 0 && place < count)
            yield &base[place]
        }
    }

    /// The elements of a range, valid until the next change.
    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { return appendGrowing(element) }
        base[count] = element
        count &+= 1
    }

    /// Apart, and the last thing that is done: so whoever appends needs no stack for what hardly ever happens.
    @inline(never)
    private mutating func appendGrowing(_ element: Element) {
        grow(to: count + 1)
        base[count] = element
        count += 1
    }

    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if count + elements.count > capacity { grow(to: count + elements.count) }
        (base + count).update(from: start, count: elements.count)
        count += elements.count
    }

    /// Makes room for so many elements more, whose values the caller sets before they are read.
    @inline(__always)
    mutating func extend(by number: Int) -> UnsafeMutablePointer<Element> {
        if count + number > capacity { grow(to: count + number) }
        count += number
        return base + (count - number)
    }

    /// Makes room for so many elements in all, and gives the place of the first: for whoever writes many, one by one, and
    /// says at the end how many there are.
    @inline(__always)
    mutating func reserve(_ total: Int) -> UnsafeMutablePointer<Element> {
        if total > capacity { grow(to: total) }
        return base
    }

    /// Takes the first `count` elements as they were written into reserved room.
    @inline(__always)
    mutating func take(_ count: Int) {
        assert(count <= capacity)
        self.count = count
    }

    /// Makes the array hold one element so many times, and nothing else.
    mutating func fill(_ element: Element, count: Int) {
        if count > capacity { grow(to: count) }
        base.update(repeating: element, count: count)
        self.count = count
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Makes all bytes zero.
    mutating func clear() { memset(base, 0, count * MemoryLayout<Element>.stride) }

    mutating func sort(by areInOrder: (Element, Element) -> Bool) {
        var elements = UnsafeMutableBufferPointer(start: base, count: count)
        elements.sort(by: areInOrder)
    }

    /// Sorts the elements from a place on.
    mutating func sort(from place: Int, by areInOrder: (Element, Element) -> Bool) {
        var elements = UnsafeMutableBufferPointer(start: base + place, count: count - place)
        elements.sort(by: areInOrder)
    }

    /// Leaves the first `count` elements.
    mutating func truncate(to count: Int) {
        assert(count <= self.count)
        self.count = count
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        base = Scratch.memory(realloc(base, Scratch.bytes(larger)))
        capacity = larger
    }

    private static func bytes(_ capacity: Int) -> Int {
        capacity * MemoryLayout<Element>.stride + WordKey.readable
    }
}
