import CSystem
import Glibc

/// Where the elements of an array are by their hashes: open addressing, four bytes a slot.
///
/// A slot holds an element's number and, in the bits that numbers of so many elements don't need, a part of its hash:
/// most slots of other elements are passed over without a look at them. So what is looked through by chance is small,
/// and what is large is written in order. Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct HashSlots: @unchecked Sendable {
    /// One more than the element's number, with a part of its hash above; 0 where there is none.
    private var slots: UnsafeMutablePointer<UInt32>
    private var mask: Int

    /// How many elements there may be at most.
    var capacity: Int { (mask + 1) / 2 }

    /// - Parameter capacity: how many elements there will be at least.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Scratch.memory(calloc(size, MemoryLayout<UInt32>.stride))
        mask = size - 1
    }

    /// The number of the element with a hash that `isIt` says yes to, or -1.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    func find(_ hash: UInt64, _ isIt: (Int) -> Bool) -> Int {
        Int(slots[place(of: hash, isIt)] & UInt32(truncatingIfNeeded: mask)) - 1
    }

    /// The number of the element with a hash that `isIt` says yes to; where there is none, this one has it now.
    ///
    /// - Parameter number: less than `capacity`.
    @inline(__always)
    mutating func insert(_ hash: UInt64, _ number: Int, _ isIt: (Int) -> Bool) -> Int {
        let place = place(of: hash, isIt)
        if slots[place] == 0 { slots[place] = part(of: hash) | UInt32(truncatingIfNeeded: number + 1) }
        return Int(slots[place] & UInt32(truncatingIfNeeded: mask)) - 1
    }

    @inline(__always)
    private func place(of hash: UInt64, _ isIt: (Int) -> Bool) -> Int {
        let part = part(of: hash)
        let numbers = UInt32(truncatingIfNeeded: mask)
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot == 0 || slot & ~numbers == part && isIt(Int(slot & numbers) - 1) { return place }
            place = (place + 1) & mask
        }
    }

    /// The part of a hash that a slot has room for.
    @inline(__always)
    private func part(of hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: hash >> 32) & ~UInt32(truncatingIfNeeded: mask)
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        let slots: Table<UInt32> = try reader.table()
        guard slots.count > 1, slots.count & (slots.count - 1) == 0 else { throw SectionReader.Mismatch() }
        self.slots = UnsafeMutablePointer(mutating: slots.buffer.baseAddress!)
        mask = slots.count - 1
    }

    func write(to writer: inout SectionWriter) {
        writer.write(UnsafeBufferPointer(start: slots, count: mask + 1))
    }

    @inline(__always)
    func prefetch(_ hash: UInt64) { weir_prefetch(slots + (Int(truncatingIfNeeded: hash) & mask)) }

    mutating func removeAll() { memset(slots, 0, (mask + 1) * MemoryLayout<UInt32>.stride) }

    /// Frees the memory; nobody may read it, or a copy of it, afterwards.
    func deallocate() { free(slots) }
}
