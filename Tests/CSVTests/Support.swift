import Foundation

import TestSupport

@testable import CSV

/// Bytes in memory, given out in short pieces as a pipe does.
final class ScriptedSource: ByteSource {
    private let bytes: [UInt8]
    private let step: Int
    private(set) var bytesRead = 0

    /// - Parameter step: at most so many bytes a read.
    init(_ bytes: [UInt8], step: Int = .max) {
        self.bytes = bytes
        self.step = step
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - bytesRead, step)
        bytes.withUnsafeBytes {
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[bytesRead..<bytesRead + count]))
        }
        bytesRead += count
        return count
    }
}

/// A file of the given content in the temporary folder, deleted at the end.
final class TemporaryFile {
    let path: String

    init(_ content: [UInt8]) throws {
        path = NSTemporaryDirectory() + "weir-csv-" + UUID().uuidString
        try Data(content).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What a cursor finds in bytes.
func cursorEntries(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) -> [Entry] {
    bytes.withUnsafeBufferPointer { buffer in
        var cursor = RecordCursor(buffer, dialect: Dialect(delimiter: delimiter))
        return entries(&cursor)
    }
}

/// What a cursor finds from where it stands on.
func entries(_ cursor: inout RecordCursor) -> [Entry] {
    var entries: [Entry] = []
    while cursor.next() { entries.append(entry(of: cursor)) }
    return entries
}

private func entry(of cursor: borrowing RecordCursor, line: Int = 1, offset: Int = 0) -> Entry {
    if cursor.isUnclosed {
        return .malformed(
            kind: "unclosed_quote", bytes: Array(cursor.record), line: line + cursor.linesBefore,
            offset: offset + cursor.recordOffset, byteCount: cursor.recordWithLineEnd.count,
            lineCount: cursor.lineCount - cursor.linesBefore)
    }
    return .record(
        fields: fields(of: cursor), raw: Array(cursor.recordWithLineEnd), line: line + cursor.linesBefore,
        offset: offset + cursor.recordOffset)
}

/// The values of a cursor's current record.
func fields(of cursor: borrowing RecordCursor) -> [[UInt8]] {
    (0..<cursor.fieldCount).map {
        var value: [UInt8] = []
        cursor.field($0).append(to: &value)
        return value
    }
}

/// Sums up what chunks hold, as a consumer does.
struct EntryCollector {
    private(set) var entries: [Entry] = []
    private var line = 1
    let dialect: Dialect

    init(delimiter: UInt8 = UInt8(ascii: ",")) { dialect = Dialect(delimiter: delimiter) }

    mutating func add(_ chunk: Chunk) {
        line += chunk.linesSkipped
        if chunk.malformed == nil {
            var cursor = RecordCursor(chunk)
            add(&cursor, offset: chunk.byteOffset)
        } else {
            chunk.withBytes { add($0, offset: chunk.byteOffset, malformed: chunk.malformed) }
        }
    }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, offset: Int, malformed: Malformed?) {
        if let malformed {
            entries.append(
                .malformed(
                    kind: malformed.kind.rawValue, bytes: Array(bytes), line: line,
                    offset: malformed.byteOffset,
                    byteCount: malformed.byteCount, lineCount: malformed.lineCount))
            line += malformed.lineCount
            return
        }
        var cursor = RecordCursor(bytes, dialect: dialect)
        add(&cursor, offset: offset)
    }

    private mutating func add(_ cursor: inout RecordCursor, offset: Int) {
        while cursor.next() { entries.append(entry(of: cursor, line: line, offset: offset)) }
        line += cursor.lineCount
    }
}

/// What a window makes of bytes that come in short reads.
func windowEntries(_ bytes: [UInt8], step: Int, chunkBytes: Int, maxRecordBytes: Int) throws -> [Entry] {
    let source = ScriptedSource(bytes, step: step)
    var window = RecordWindow(
        delimiter: UInt8(ascii: ","), chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes, offset: 0)
    var collector = EntryCollector()
    while let piece = try window.next(source) {
        let start = piece.storage.base + piece.range.lowerBound
        collector.add(
            .init(start: start, count: piece.range.count), offset: piece.byteOffset,
            malformed: piece.malformed)
        window.pool.put(piece.storage)
    }
    return collector.entries
}

/// All strings over an alphabet up to a length.
func everyInput(over alphabet: String, upTo length: Int, _ body: ([UInt8]) throws -> Void) rethrows {
    let letters = Array(alphabet.utf8)
    var input: [UInt8] = []
    func extend() throws {
        try body(input)
        guard input.count < length else { return }
        for letter in letters {
            input.append(letter)
            try extend()
            input.removeLast()
        }
    }
    try extend()
}
