import CSV
import NameMatching

/// Records whose parties are looked up together; their bytes are a chunk's.
struct RecordBatch: ~Copyable {
    struct Record {
        /// The record as it stands, with its line end.
        let bytes: UnsafeBufferPointer<UInt8>
        /// Which record of the chunk, from 1.
        let number: Int
        /// The place of its first name.
        let firstName: Int
    }

    /// A cell with identifiers of listed entities.
    struct Identified {
        /// The place of its record.
        let record: Int
        /// The column's place among those of identifiers.
        let column: Int
        let cell: UnsafeBufferPointer<UInt8>
        let listed: [IdentifierIndex.Listed]
    }

    var names = NameBatch()
    /// In the order of the records, and in one of the columns.
    private(set) var identified: [Identified] = []
    // Not an array: appending to one costs as much as the rest of a record's bookkeeping.
    private let records = UnsafeMutablePointer<Record>.allocate(capacity: mostRecords)
    private(set) var recordCount = 0
    private var cells = CellMemory()

    /// From so many names on memory is waited for seldom enough.
    private static let enoughNames = 64
    /// More records than these have few names.
    private static let mostRecords = 64

    init() {}

    deinit { records.deallocate() }

    /// Whether it is time to look the names up.
    var isFull: Bool {
        names.count >= RecordBatch.enoughNames || recordCount >= RecordBatch.mostRecords
    }

    /// The next names are this record's; the batch isn't full.
    @inline(__always)
    mutating func begin(_ record: UnsafeBufferPointer<UInt8>, number: Int) {
        assert(recordCount < RecordBatch.mostRecords)
        (records + recordCount).initialize(to: Record(bytes: record, number: number, firstName: names.count))
        recordCount &+= 1
    }

    /// A record by its place.
    func record(_ place: Int) -> Record {
        precondition(place < recordCount, "no such record")
        return records[place]
    }

    /// The record that was begun last has identifiers.
    mutating func add(_ listed: [IdentifierIndex.Listed], in cell: UnsafeBufferPointer<UInt8>, column: Int) {
        identified.append(Identified(record: recordCount - 1, column: column, cell: cell, listed: listed))
    }

    /// The place behind a record's last name.
    func namesEnd(ofRecord place: Int) -> Int {
        place + 1 < recordCount ? records[place + 1].firstName : names.count
    }

    /// A field's value where it isn't how the field is written; few names have doubled quotes.
    mutating func unescaped(_ field: Field) -> UnsafeBufferPointer<UInt8> {
        let value = cells.take(field.bytes.count)
        return UnsafeBufferPointer(start: value, count: field.write(to: value))
    }

    mutating func removeAll() {
        names.removeAll()
        if !identified.isEmpty { identified.removeAll(keepingCapacity: true) }
        recordCount = 0
        cells.removeAll()
    }
}
