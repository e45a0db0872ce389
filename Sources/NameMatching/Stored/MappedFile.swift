import Glibc

/// The bytes of a file as pages of memory, read when they are first touched; unmapped with the last reference.
package final class MappedFile: Sendable {
    /// Valid as long as this object is.
    package nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// - Parameter descriptor: of a file opened for reading; it may be closed afterwards.
    /// - Returns: nil where the system says no, as it does of what is no file; `errno` says why.
    package init?(descriptor: Int32, count: Int) {
        guard count > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
        else {
            return nil
        }
        // All of it is looked at once, for its checksum.
        madvise(address, count, MADV_WILLNEED)
        bytes = UnsafeRawBufferPointer(start: address, count: count)
    }

    deinit {
        if let address = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: address), bytes.count) }
    }
}
