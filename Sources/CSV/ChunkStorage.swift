import CScan
import Synchronization

/// The memory of a chunk: a fixed number of bytes, and their marks.
final class ChunkStorage: @unchecked Sendable {
    // Unchecked: one owner at a time, first the reader that fills it, then a chunk that only reads it.
    let base: UnsafeMutablePointer<UInt8>
    let capacity: Int
    private var marksIfAny: UnsafeMutablePointer<weir_marks>?

    init(capacity: Int) {
        self.base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit {
        base.deallocate()
        marksIfAny?.deallocate()
    }

    /// Room for the marks of all bytes, which rejected records never need.
    var marks: UnsafeMutablePointer<weir_marks> {
        if let marks = marksIfAny { return marks }
        let marks = UnsafeMutablePointer<weir_marks>.allocate(capacity: Marks.blockCount(capacity))
        marksIfAny = marks
        return marks
    }
}

/// Storage of one size that is used again: fresh memory would cost a page fault for every 4 KiB read.
final class ChunkPool: Sendable {
    let capacity: Int
    /// More than are in flight at once would only be kept for nothing.
    private let limit: Int
    private let free = Mutex<[ChunkStorage]>([])

    init(capacity: Int, limit: Int) {
        self.capacity = capacity
        self.limit = limit
    }

    func take() -> ChunkStorage {
        free.withLock { $0.popLast() } ?? ChunkStorage(capacity: capacity)
    }

    /// Takes storage back that nobody uses any more; one of another size is let go.
    func put(_ storage: ChunkStorage) {
        guard storage.capacity == capacity else { return }
        free.withLock { if $0.count < limit { $0.append(storage) } }
    }
}
