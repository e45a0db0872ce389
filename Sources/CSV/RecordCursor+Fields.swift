import CScan

extension RecordCursor {
    /// The fields of the current record.
    /// - Parameter index: 0 ..< fieldCount.
    /// - Complexity: O(1), but for the first field that is asked for of a record: O(fields).
    public func field(_ index: Int) -> Field {
        precondition(index >= 0 && index < fieldCount, "no such field")
        if ends.recordOffset != recordOffset { noteEnds() }
        let from = ends[index - 1] + 1
        return Field(raw: UnsafeBufferPointer(start: start + from, count: ends[index] - from))
    }

    /// Notes where the fields end.
    @inline(never)
    private func noteEnds() {
        ends.begin(recordOffset, fieldCount: fieldCount)
        weir_field_ends(marks, recordOffset - origin, fieldCount - 1, origin, ends.room)
        ends.finish(endOffset, at: fieldCount - 1)
    }
}

/// Where the fields of one record end, in memory that a cursor can write while it is only read.
struct FieldEnds: ~Copyable {
    // The offset of the record, the one before its first byte, and then the ends.
    private let memory = UnsafeMutablePointer<Memory>.allocate(capacity: 1)

    private struct Memory {
        /// The record whose ends these are.
        var recordOffset = -1
        /// One before the record's first byte, and then the ends.
        var offsets: UnsafeMutablePointer<Int>
        var capacity: Int
    }

    init() {
        let capacity = 256
        memory.initialize(to: Memory(offsets: .allocate(capacity: capacity), capacity: capacity))
    }

    deinit {
        memory.pointee.offsets.deallocate()
        memory.deallocate()
    }

    /// The offset of the record whose ends have been noted last.
    var recordOffset: Int { memory.pointee.recordOffset }

    /// Where a field ends; for -1, where the one before the first would.
    subscript(_ index: Int) -> Int { memory.pointee.offsets[index + 1] }

    /// Begins a record.
    func begin(_ recordOffset: Int, fieldCount: Int) {
        memory.pointee.recordOffset = recordOffset
        let needed = fieldCount + WEIR_ENDS_SPARE
        if needed > memory.pointee.capacity {
            memory.pointee.offsets.deallocate()
            memory.pointee.capacity = 2 * needed
            memory.pointee.offsets = .allocate(capacity: 2 * needed)
        }
        memory.pointee.offsets[0] = recordOffset - 1
    }

    /// Where the first field's end is to be written, and the others' behind it.
    var room: UnsafeMutablePointer<Int> { memory.pointee.offsets + 1 }

    /// Notes the end of the last field.
    func finish(_ offset: Int, at index: Int) { memory.pointee.offsets[index + 1] = offset }
}
