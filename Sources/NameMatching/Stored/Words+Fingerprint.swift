import CData
import CSystem

extension Words {
    /// A number that tells these words, the data of this build and its Unicode library from others: names that were
    /// read with others can't be compared with those read with these.
    ///
    /// - Complexity: O(bytes of the data and of the words); some 0.1 ms.
    package var fingerprint: UInt64 {
        var parts = [UInt64(addedWords)]
        var count: Int64 = 0
        let files = weir_data_files(&count)
        for file in UnsafeBufferPointer(start: files, count: Int(count)) {
            parts.append(weir_checksum(file.bytes, Int(file.count)))
        }
        var version = UnicodeEngine.icuVersion
        parts.append(version.withUTF8 { weir_checksum($0.baseAddress, $0.count) })
        return parts.withUnsafeBytes { weir_checksum($0.baseAddress, $0.count) }
    }
}
