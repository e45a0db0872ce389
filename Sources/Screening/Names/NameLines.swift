import CSV
import Glibc

/// Names from standard input, one a line, as they come.
struct NameLines: ~Copyable {
    /// One line.
    enum Line {
        case name(String)
        /// One that can't be read, with the reason.
        case unreadable(String)
    }

    /// A longer line is no name: it isn't held.
    static let longest = 1 << 20
    private static let blockBytes = 64 << 10

    private let descriptor: Int32
    /// What has been read behind the last line end.
    private var rest: [UInt8] = []
    private var isOverlong = false
    private var isFirst = true

    init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// The lines that the next read completes, in their order; nil at the end.
    ///
    /// - Throws: where reading fails, or the text is UTF-16.
    mutating func next() throws(ScreeningError) -> [Line]? {
        var block = [UInt8](repeating: 0, count: NameLines.blockBytes)
        let count = try read(into: &block)
        guard count > 0 else {
            defer { rest = [] }
            let isOver = rest.isEmpty && !isOverlong
            return isOver ? nil : [take()]
        }
        if isFirst, block.starts(with: [0xFF, 0xFE]) || block.starts(with: [0xFE, 0xFF]) {
            throw ScreeningError(
                "standard input is UTF-16; expected are names in UTF-8, one a line: iconv -f UTF-16 -t UTF-8")
        }
        var lines: [Line] = []
        var start = 0
        while let end = block[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
            hold(block[start..<end])
            lines.append(take())
            start = end + 1
        }
        hold(block[start..<count])
        return lines
    }

    private func read(into block: inout [UInt8]) throws(ScreeningError) -> Int {
        var count = 0
        repeat {
            count = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        } while count < 0 && errno == EINTR
        guard count >= 0 else { throw ScreeningError("standard input can't be read: \(systemMessage())") }
        return count
    }

    private mutating func hold(_ bytes: ArraySlice<UInt8>) {
        guard !isOverlong, rest.count + bytes.count <= NameLines.longest else {
            isOverlong = true
            rest = []
            return
        }
        rest += bytes
    }

    /// The line that has been held.
    private mutating func take() -> Line {
        defer {
            rest.removeAll(keepingCapacity: true)
            isOverlong = false
            isFirst = false
        }
        if isOverlong { return .unreadable("the line has more than \(NameLines.longest) bytes") }
        if isFirst, rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest.removeFirst(3) }
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        if let place = rest.withUnsafeBufferPointer(firstInvalidUTF8) {
            let byte = String(rest[place], radix: 16, uppercase: true)
            return .unreadable(
                "byte \(place + 1) of the line (0x\(byte)) isn't valid UTF-8; expected are names in UTF-8")
        }
        return .name(String(decoding: rest, as: UTF8.self))
    }
}
