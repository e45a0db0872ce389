/// Writes tables one behind the other, so that a file of them is used as it lies in memory.
///
/// Each table is a section: a header of 16 bytes, how many elements there are and how large one is, and the elements
/// from a place on that is a multiple of `SectionWriter.alignment`.
package struct SectionWriter {
    /// What has been written so far; its length is a multiple of the alignment.
    package private(set) var bytes: [UInt8] = []

    /// Elements begin where the processor's lines do, and behind them at least so many bytes may be read as tables of
    /// letters allow.
    static let alignment = 64

    package init() {}

    package mutating func write<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) {
        let header = SectionHeader(count: elements.count, stride: MemoryLayout<Element>.stride)
        withUnsafeBytes(of: header) { bytes.append(contentsOf: $0) }
        pad(atLeast: 0)
        bytes.append(contentsOf: UnsafeRawBufferPointer(elements))
        pad(atLeast: WordKey.readable)
    }

    package mutating func write<Element: BitwiseCopyable>(_ elements: [Element]) {
        elements.withUnsafeBufferPointer { write($0) }
    }

    package mutating func write(number: UInt64) { write([number]) }

    private mutating func pad(atLeast least: Int) {
        let end = bytes.count + least + SectionWriter.alignment - 1
        let padded = end / SectionWriter.alignment * SectionWriter.alignment
        bytes.append(contentsOf: repeatElement(0, count: padded - bytes.count))
    }
}

/// What stands before the elements of a section.
struct SectionHeader: BitwiseCopyable {
    var count: Int
    var stride: Int
}
