import CData
import Glibc

/// A data file of the project as it lies in the binary.
struct EmbeddedData {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ data: weir_data) {
        bytes = UnsafeBufferPointer(start: data.bytes, count: Int(data.count))
    }

    /// The fields of a line; no file has more than three that anybody asks for.
    struct Row {
        private(set) var count = 0
        private var first = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        private var second = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        private var third = UnsafeBufferPointer<UInt8>(start: nil, count: 0)

        @inline(__always)
        subscript(place: Int) -> UnsafeBufferPointer<UInt8> {
            assert(place < count)
            return place == 0 ? first : place == 1 ? second : third
        }

        @inline(__always)
        fileprivate mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
            switch count {
            case 0: first = field
            case 1: second = field
            default: third = field
            }
            count += 1
        }
    }

    /// Calls `body` with the fields of every line after the header; the files hold no quoted fields.
    ///
    /// - Complexity: O(bytes); nothing is allocated.
    @inline(__always)
    func forEachRow(_ body: (_ fields: Row) -> Void) {
        guard let base = bytes.baseAddress, let header = memchr(base, Int32(UInt8(ascii: "\n")), bytes.count)
        else { return }
        var place = UnsafeRawPointer(header).assumingMemoryBound(to: UInt8.self) + 1
        let end = base + bytes.count
        var row = Row()
        var start = place
        while place < end {
            let byte = place.pointee
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") {
                row.append(UnsafeBufferPointer(start: start, count: place - start))
                start = place + 1
                if byte == UInt8(ascii: "\n") {
                    body(row)
                    row = Row()
                }
            }
            place += 1
        }
    }
}
