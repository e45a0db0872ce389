import Glibc

/// Comparisons byte by byte, as lists need them by the ten thousand: those of `utf8` go by its iterator.
extension String {
    /// Whether the bytes of UTF-8 are these.
    ///
    /// - Complexity: O(bytes).
    func isBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        utf8.withContiguousStorageIfAvailable { own in
            own.count == bytes.count
                && (own.isEmpty || memcmp(own.baseAddress!, bytes.baseAddress!, own.count) == 0)
        } ?? utf8.elementsEqual(bytes)
    }

    /// Whether the text stands before another in the order of the bytes of UTF-8.
    ///
    /// - Complexity: O(bytes).
    func precedesInBytes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { others in
                let shared = min(own.count, others.count)
                let order = shared == 0 ? 0 : memcmp(own.baseAddress!, others.baseAddress!, shared)
                return order == 0 ? own.count < others.count : order < 0
            }
        }
        return order.flatMap(\.self) ?? utf8.lexicographicallyPrecedes(other.utf8)
    }
}
