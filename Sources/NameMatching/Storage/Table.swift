import Glibc

/// An array that is filled once and then only read, by many workers at a time, without reference counts.
///
/// Its memory belongs to whoever made it: an index frees its tables when it goes; the lexicon's live as long as the
/// process.
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ elements: some Collection<Element>) {
        count = elements.count
        base = Scratch.memory(malloc(max(count, 1) * MemoryLayout<Element>.stride))
        _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(from: elements)
    }

    /// Takes over what an array holds, without a copy.
    init(_ elements: consuming Scratch<Element>) {
        (base, count) = elements.release()
    }

    /// A table in memory that somebody else keeps; it must never be deallocated.
    init(shared elements: UnsafeBufferPointer<Element>) {
        count = elements.count
        base = UnsafeMutablePointer(mutating: elements.baseAddress!)
    }

    var indices: Range<Int> { 0..<count }
    var buffer: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    subscript(place: Int) -> Element {
        assert(place >= 0 && place < count)
        return base[place]
    }

    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<Element> {
        assert(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Frees the memory; nobody may read the table afterwards.
    func deallocate() { free(base) }
}
