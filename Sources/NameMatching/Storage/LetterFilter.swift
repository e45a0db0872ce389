/// Tells most texts that no face has from their first letters and length, without hashing them whole.
///
/// A bit for every text's beginning, end and length, and one for its beginning alone; a text whose bit isn't set is
/// none of them.
struct LetterFilter: Sendable {
    private let bits: Table<UInt64>
    private let beginnings: Table<UInt64>
    private let mask: UInt64

    /// - Parameters:
    ///   - text: the letters of all texts, one after the other.
    ///   - start: where each text's letters begin, and where the last's end.
    init(_ text: UnsafePointer<UInt8>, _ start: UnsafeBufferPointer<Int32>) {
        var size = 1 << 9
        // Some 16 bits a text let one other in 16 through by chance.
        while size * 4 < start.count { size *= 2 }
        let mask = UInt64(size * 64 - 1)
        var bits = Scratch<UInt64>(zeroed: size)
        var beginnings = Scratch<UInt64>(zeroed: size)
        for number in 1..<max(start.count, 1) where start[number] > start[number - 1] {
            let letters = UnsafeBufferPointer(
                start: text + Int(start[number - 1]), count: Int(start[number] - start[number - 1]))
            let place = LetterFilter.hash(letters) & mask
            bits[Int(place >> 6)] |= 1 << (place & 63)
            guard letters.count >= 4 else { continue }
            let beginning = LetterFilter.hash(beginning: letters.baseAddress!) & mask
            beginnings[Int(beginning >> 6)] |= 1 << (beginning & 63)
        }
        self.bits = Table(bits)
        self.beginnings = Table(beginnings)
        self.mask = mask
    }

    /// Whether one of the texts may be these letters.
    @inline(__always)
    func mayHold(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let place = LetterFilter.hash(letters) & mask
        return bits[Int(place >> 6)] >> (place & 63) & 1 != 0
    }

    /// Whether a text of four letters or more may begin as these do.
    ///
    /// - Parameter letters: at least four.
    @inline(__always)
    func mayBegin(_ letters: UnsafePointer<UInt8>) -> Bool {
        let place = LetterFilter.hash(beginning: letters) & mask
        return beginnings[Int(place >> 6)] >> (place & 63) & 1 != 0
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        bits = try reader.table()
        beginnings = try reader.table()
        guard bits.count > 0, bits.count & (bits.count - 1) == 0, beginnings.count == bits.count else {
            throw SectionReader.Mismatch()
        }
        mask = UInt64(bits.count * 64 - 1)
    }

    func write(to writer: inout SectionWriter) {
        writer.write(bits.buffer)
        writer.write(beginnings.buffer)
    }

    func deallocate() {
        bits.deallocate()
        beginnings.deallocate()
    }

    @inline(__always)
    private static func hash(beginning letters: UnsafePointer<UInt8>) -> UInt64 {
        let head = UInt32(littleEndian: UnsafeRawPointer(letters).loadUnaligned(as: UInt32.self))
        return (UInt64(head) &* 0x9E37_79B9_7F4A_7C15) >> 32
    }

    /// A hash of the first four letters, the last one and the length.
    @inline(__always)
    private static func hash(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let count = letters.count
        var head: UInt64 = 0
        if count >= 4 {
            let raw = UnsafeRawPointer(letters.baseAddress!)
            head = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
        } else {
            for place in 0..<count { head |= UInt64(letters[place]) << (UInt64(place) * 8) }
        }
        let last = UInt64(letters[count - 1])
        let mixed = (head | last << 32 | UInt64(count) << 40) &* 0x9E37_79B9_7F4A_7C15
        return mixed >> 32
    }
}
