/// Finds the tables that a `SectionWriter` wrote, without a copy.
///
/// It trusts the elements: whoever hands bytes over has checked that they are those that were written.
package struct SectionReader {
    /// Why sections can't be read: the bytes are those of another layout.
    package struct Mismatch: Error {}

    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// - Parameter bytes: from an address on that is a multiple of `SectionWriter.alignment`; they must stay as long as
    ///   anything that is read from them.
    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The next section's elements.
    ///
    /// - Throws: where the section is none of such elements, or not whole.
    /// - Complexity: O(1).
    package mutating func read<Element: BitwiseCopyable>(
        _: Element.Type = Element.self
    ) throws(Mismatch) -> UnsafeBufferPointer<Element> {
        guard bytes.count - place >= SectionWriter.alignment, let base = bytes.baseAddress else {
            throw Mismatch()
        }
        let header = bytes.loadUnaligned(fromByteOffset: place, as: SectionHeader.self)
        let start = place + SectionWriter.alignment
        guard header.stride == MemoryLayout<Element>.stride, header.count >= 0,
            header.count <= (bytes.count - start) / header.stride
        else { throw Mismatch() }
        let end = start + header.count * header.stride + WordKey.readable + SectionWriter.alignment - 1
        place = end / SectionWriter.alignment * SectionWriter.alignment
        guard place <= bytes.count else { throw Mismatch() }
        return UnsafeBufferPointer(
            start: (base + start).assumingMemoryBound(to: Element.self), count: header.count)
    }

    package mutating func readNumber() throws(Mismatch) -> UInt64 {
        guard let number = try read(UInt64.self).first else { throw Mismatch() }
        return number
    }

    mutating func table<Element: BitwiseCopyable>(_: Element.Type = Element.self) throws(Mismatch) -> Table<
        Element
    > {
        Table(shared: try read(Element.self))
    }
}
