import CData

/// The rows of a data file in the binary, without its header; the files hold no quoted fields.
func embeddedRows(of data: weir_data) -> [[Substring]] {
    let text = String(decoding: UnsafeBufferPointer(start: data.bytes, count: Int(data.count)), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
    }
}
