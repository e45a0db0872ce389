import Glibc

/// Bytes on their way to a file: appended without the checks and reference counts of an array.
struct ByteBuffer: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1 << 12) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    subscript(place: Int) -> UInt8 {
        get { bytes[place] }
        set { bytes[place] = newValue }
    }

    /// The bytes from a place on; valid until the next change.
    func from(_ start: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: bytes + start, count: count - start)
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(to: count + 1) }
        bytes[count] = byte
        count += 1
    }

    mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
        if count + other.count > capacity { grow(to: count + other.count) }
        guard let first = other.baseAddress else { return }
        (bytes + count).update(from: first, count: other.count)
        count += other.count
    }

    mutating func append(_ other: [UInt8]) { other.withUnsafeBufferPointer { append($0) } }

    mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// A number in decimal digits, with zeros before it up to a width.
    mutating func append(_ number: Int, width: Int = 1) {
        var power = 1
        var digits = 1
        while digits < width || number / power >= 10 {
            power *= 10
            digits += 1
        }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(number / power % 10))
            power /= 10
        }
    }

    /// A field of CSV, in quotes if it must be.
    mutating func append(field: UnsafeBufferPointer<UInt8>) {
        let quote = UInt8(ascii: "\"")
        guard field.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote || $0 == 10 || $0 == 13 }) else {
            append(field)
            return
        }
        append(quote)
        for byte in field {
            if byte == quote { append(quote) }
            append(byte)
        }
        append(quote)
    }

    mutating func removeByte(at place: Int) {
        (bytes + place).update(from: bytes + place + 1, count: count - place - 1)
        count -= 1
    }

    mutating func removeAll(from start: Int = 0) { count = start }

    private mutating func grow(to least: Int) {
        capacity = max(least, 2 * capacity)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = larger
    }

    /// Writes everything to a file and empties the buffer.
    mutating func flush(to descriptor: Int32) {
        var done = 0
        while done < count {
            let written = write(descriptor, bytes + done, count - done)
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { stop("can't write: \(String(cString: strerror(errno)))") }
            done += written
        }
        count = 0
    }
}
