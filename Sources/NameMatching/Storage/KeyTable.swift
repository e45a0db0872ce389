import CSystem
import Glibc

/// A map from word keys to small numbers, filled once and then only read.
///
/// Like a `Table`, its memory belongs to whoever made it, and copies share it.
struct KeyTable: @unchecked Sendable {
    private struct Entry {
        var key: WordKey
        var value: Int32
    }

    private var slots: HashSlots
    private var entries: UnsafeMutablePointer<Entry>
    private(set) var count = 0

    /// A secret of this run, so that nobody can choose words that all fall into one place.
    static var seed: UInt64 {
        @inline(__always) get { weir_hash_seed() }
    }

    /// A secret too: that of the run that made the table.
    private let seed: UInt64

    init(capacity: Int = 16) {
        seed = KeyTable.seed
        slots = HashSlots(capacity: capacity)
        entries = Scratch.memory(malloc(slots.capacity * MemoryLayout<Entry>.stride))
    }

    /// The number stored under a key, or nil.
    subscript(key: WordKey) -> Int32? {
        let value = find(key)
        return value < 0 ? nil : value
    }

    /// The number stored under a key, or -1: the form for hot loops.
    ///
    /// - Complexity: O(1) expected.
    @inline(__always)
    func find(_ key: WordKey) -> Int32 {
        let place = slots.find(key.hash(seed: seed)) { entries[$0].key == key }
        return place < 0 ? -1 : entries[place].value
    }

    /// Stores a number under a key unless it has a lower one.
    mutating func lower(_ key: WordKey, to value: Int32) {
        let place = place(for: key, value)
        entries[place].value = min(entries[place].value, value)
    }

    /// Stores a number (0 or more) under a key unless it has one, and returns the number now stored.
    @discardableResult
    @inline(__always)
    mutating func insert(_ key: WordKey, _ value: Int32) -> Int32 {
        // On a line of its own: the entries may have moved.
        let place = place(for: key, value)
        return entries[place].value
    }

    /// Where a key is, with its number, or else with this one from now on.
    @inline(__always)
    private mutating func place(for key: WordKey, _ value: Int32) -> Int {
        if count == slots.capacity { grow() }
        let entries = entries
        let place = slots.insert(key.hash(seed: seed), count) { entries[$0].key == key }
        if place == count {
            entries[place] = Entry(key: key, value: value)
            count += 1
        }
        return place
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        seed = try reader.readNumber()
        slots = try HashSlots(&reader)
        let entries: Table<Entry> = try reader.table()
        self.entries = UnsafeMutablePointer(mutating: entries.buffer.baseAddress!)
        count = entries.count
    }

    func write(to writer: inout SectionWriter) {
        writer.write(number: seed)
        slots.write(to: &writer)
        writer.write(UnsafeBufferPointer(start: entries, count: count))
    }

    /// Calls `body` with every key and its number.
    func forEach(_ body: (WordKey, Int32) -> Void) {
        for place in 0..<count { body(entries[place].key, entries[place].value) }
    }

    /// Begins to load what says where a key is.
    @inline(__always)
    func prefetch(_ key: WordKey) { slots.prefetch(key.hash(seed: seed)) }

    /// A key by its place in the order in which they came.
    func key(at place: Int) -> WordKey { entries[place].key }

    mutating func removeAll() {
        slots.removeAll()
        count = 0
    }

    /// Frees the memory; nobody may read the table, or a copy of it, afterwards.
    func deallocate() {
        slots.deallocate()
        free(entries)
    }

    @inline(never)
    private mutating func grow() {
        slots.deallocate()
        slots = HashSlots(capacity: count * 2)
        entries = Scratch.memory(realloc(entries, slots.capacity * MemoryLayout<Entry>.stride))
        for place in 0..<count { _ = slots.insert(entries[place].key.hash(seed: seed), place) { _ in false } }
    }
}
