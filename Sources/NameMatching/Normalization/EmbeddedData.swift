import CData

/// A data file of the project as it lies in the binary.
struct EmbeddedData {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ data: weir_data) {
        bytes = UnsafeBufferPointer(start: data.bytes, count: Int(data.count))
    }

    /// Calls `body` with the fields of every line after the header; the files hold no quoted fields.
    ///
    /// - Complexity: O(bytes).
    func forEachRow(_ body: (_ fields: [UnsafeBufferPointer<UInt8>]) -> Void) {
        var fields: [UnsafeBufferPointer<UInt8>] = []
        var fieldStart = 0
        var isHeader = true
        for place in 0..<bytes.count {
            let byte = bytes[place]
            guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") else { continue }
            fields.append(UnsafeBufferPointer(rebasing: bytes[fieldStart..<place]))
            fieldStart = place + 1
            guard byte == UInt8(ascii: "\n") else { continue }
            if !isHeader { body(fields) }
            isHeader = false
            fields.removeAll(keepingCapacity: true)
        }
    }
}
