import CSystem

/// Tells most letters that no text of a set begins with: a bit for the first letters of each.
///
/// Texts shorter than that many letters are not in it: whoever asks looks those up whole.
struct Beginnings: Sendable {
    private let bits: Table<UInt64>
    private let shift: UInt64

    /// How many letters, in bytes, of a text are looked at.
    static let width = 8

    /// - Parameters:
    ///   - text: the letters of all texts, one after the other.
    ///   - start: where each text's letters begin, and where the last's end.
    init(_ text: UnsafePointer<UInt8>, _ start: UnsafeBufferPointer<Int32>) {
        var logarithm: UInt64 = 12
        // Some eight bits a text let one other in eight through by chance, and stay close to the processor.
        while 1 << logarithm < start.count * 8 { logarithm += 1 }
        let shift = 64 - logarithm
        var bits = Scratch<UInt64>(zeroed: 1 << (logarithm - 6))
        for (first, last) in zip(start, start.dropFirst()) where last - first >= Beginnings.width {
            let bit = Beginnings.hash(text + Int(first)) >> shift
            bits[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        self.bits = Table(bits)
        self.shift = shift
    }

    /// Whether a text may begin with the letters from an address on, of which there are at least `width`.
    @inline(__always)
    func mayHold(_ letters: UnsafePointer<UInt8>) -> Bool {
        let bit = Beginnings.hash(letters) >> shift
        return bits[Int(bit >> 6)] >> (bit & 63) & 1 != 0
    }

    /// Begins to load what `mayHold` will look at.
    @inline(__always)
    func prefetch(_ letters: UnsafePointer<UInt8>) {
        weir_prefetch(bits[0..<0].baseAddress! + Int(Beginnings.hash(letters) >> (shift + 6)))
    }

    @inline(__always)
    private static func hash(_ letters: UnsafePointer<UInt8>) -> UInt64 {
        let word = UnsafeRawPointer(letters).loadUnaligned(as: UInt64.self)
        let product = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return (product.high ^ product.low) &* 0xD6E8_FEB8_6659_FD93
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        bits = try reader.table()
        shift = try reader.readNumber()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(bits.buffer)
        writer.write(number: shift)
    }

    /// Frees the memory.
    func deallocate() { bits.deallocate() }
}
