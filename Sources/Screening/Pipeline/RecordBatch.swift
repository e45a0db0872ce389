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

    var names = NameBatch()
    private(set) var records: [Record] = []
    private var unescapedNames: [UnsafeMutableBufferPointer<UInt8>] = []
    private var scratch: [UInt8] = []

    /// From so many names on memory is waited for seldom enough.
    private static let enoughNames = 64
    /// More records than these have few names.
    private static let mostRecords = 64

    init() {}

    deinit { for name in unescapedNames { name.deallocate() } }

    /// Whether it is time to look the names up.
    var isFull: Bool {
        names.count >= RecordBatch.enoughNames || records.count >= RecordBatch.mostRecords
    }

    /// The next names are this record's.
    mutating func begin(_ record: UnsafeBufferPointer<UInt8>, number: Int) {
        records.append(Record(bytes: record, number: number, firstName: names.count))
    }

    /// The place behind a record's last name.
    func namesEnd(ofRecord place: Int) -> Int {
        place + 1 < records.count ? records[place + 1].firstName : names.count
    }

    /// A field's value where it isn't how the field is written; few names have doubled quotes.
    mutating func unescaped(_ field: Field) -> UnsafeBufferPointer<UInt8> {
        scratch.removeAll(keepingCapacity: true)
        field.append(to: &scratch)
        let name = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: scratch.count)
        _ = name.initialize(from: scratch)
        unescapedNames.append(name)
        return UnsafeBufferPointer(name)
    }

    mutating func removeAll() {
        names.removeAll()
        records.removeAll(keepingCapacity: true)
        for name in unescapedNames { name.deallocate() }
        unescapedNames.removeAll(keepingCapacity: true)
    }
}
