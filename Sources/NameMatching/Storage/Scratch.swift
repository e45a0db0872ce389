import Glibc

/// A growing array for one owner, without reference counts: storage that a worker fills and empties for every name.
///
/// Swift's arrays count references whenever they are passed on; on the path of every name those counts cost more
/// than the work.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
    private(set) var base: UnsafeMutablePointer<Element>
    /// What is to be freed.
    private var block: UnsafeMutableRawPointer
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = max(capacity, 8)
        block = Scratch.memory(malloc(self.capacity * MemoryLayout<Element>.stride))
        base = block.assumingMemoryBound(to: Element.self)
    }

    /// An array of elements whose bytes are all zero. Pages of it that are never touched cost nothing, so a cache may
    /// be large and a short run still starts at once.
    init(zeroed count: Int) {
        capacity = max(count, 8)
        // Elements of a cache line's size lie in one each.
        block = Scratch.memory(calloc(capacity * MemoryLayout<Element>.stride + Scratch.line, 1))
        base = block.alignedUp(toMultipleOf: Scratch.line).assumingMemoryBound(to: Element.self)
        self.count = count
    }

    init(repeating element: Element, count: Int) {
        self.init(capacity: count)
        fill(element, count: count)
    }

    deinit {
        free(block)
    }

    /// The bytes of a cache line.
    private static var line: Int { 64 }

    private static func memory(_ block: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer {
        guard let block else { fatalError("out of memory") }
        return block
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
        if count == capacity { grow(to: count + 1) }
        base[count] = element
        count += 1
    }

    mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if count + elements.count > capacity { grow(to: count + elements.count) }
        (base + count).update(from: start, count: elements.count)
        count += elements.count
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

    /// Leaves the first `count` elements.
    mutating func truncate(to count: Int) {
        assert(count <= self.count)
        self.count = count
    }

    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let grown = Scratch.memory(malloc(larger * MemoryLayout<Element>.stride))
        grown.copyMemory(from: base, byteCount: count * MemoryLayout<Element>.stride)
        free(block)
        block = grown
        base = grown.assumingMemoryBound(to: Element.self)
        capacity = larger
    }
}
