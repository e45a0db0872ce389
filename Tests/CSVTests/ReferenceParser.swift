/// What a reader makes of an input, one entry a record.
enum Entry: Equatable, CustomStringConvertible {
    case record(fields: [[UInt8]], raw: [UInt8], line: Int, offset: Int)
    case malformed(kind: String, bytes: [UInt8], line: Int, offset: Int, byteCount: Int, lineCount: Int)

    var description: String {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
        switch self {
        case .record(let fields, let raw, let line, let offset):
            return "record \(fields.map(text)) of \(text(raw)) at line \(line), byte \(offset)"
        case .malformed(let kind, let bytes, let line, let offset, let byteCount, let lineCount):
            return
                "\(kind) \(text(bytes)) at line \(line), byte \(offset), \(byteCount) bytes, \(lineCount) lines"
        }
    }
}

/// The grammar as a state machine that takes one byte after the other: slow, simple, and what the fast code
/// is compared with.
struct ReferenceParser {
    private enum State { case fieldStart, plain, quoted, afterQuote }

    let bytes: [UInt8]
    var delimiter = UInt8(ascii: ",")
    var maxRecordBytes = Int.max / 2
    /// Whether a quoted field that holds a line end must be closed where a field can end: so the reader has it. The
    /// cursor never meets such a field in the reader's chunks, and takes it as it is.
    var isStrict = true
    private var line = 1

    init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), maxRecordBytes: Int = Int.max / 2) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.maxRecordBytes = maxRecordBytes
    }

    static func entries(
        _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), maxRecordBytes: Int = Int.max / 2,
        isStrict: Bool = true
    ) -> [Entry] {
        var parser = ReferenceParser(bytes, delimiter: delimiter, maxRecordBytes: maxRecordBytes)
        parser.isStrict = isStrict
        return parser.entries()
    }

    private mutating func entries() -> [Entry] {
        var entries: [Entry] = []
        var position = 0
        while position < bytes.count {
            let (entry, next) = entry(at: position)
            if let entry { entries.append(entry) }
            line += lineEnds(position..<next)
            position = next
        }
        return entries
    }

    private func entry(at start: Int) -> (Entry?, next: Int) {
        var state = State.fieldStart
        var holdsLineEnd = false
        var fields: [[UInt8]] = [[]]
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if state != .quoted && isLineEnd(byte) { break }
            let before = state
            if state == .quoted && isLineEnd(byte) { holdsLineEnd = true }
            if state == .fieldStart { holdsLineEnd = false }
            // A quote that closes a field of several lines must end it, or it opened by mistake.
            if isStrict, state == .afterQuote, holdsLineEnd, byte != UInt8(ascii: "\""), byte != delimiter {
                return malformed("unclosed_quote", start, lineEndFrom: start)
            }
            switch state {
            case .quoted:
                if byte == UInt8(ascii: "\"") {
                    state = .afterQuote
                } else {
                    fields[fields.count - 1].append(byte)
                }
            case .fieldStart where byte == UInt8(ascii: "\""): state = .quoted
            case .afterQuote where byte == UInt8(ascii: "\""):
                state = .quoted
                fields[fields.count - 1].append(byte)
            case _ where byte == delimiter:
                state = .fieldStart
                fields.append([])
            default:
                state = .plain
                fields[fields.count - 1].append(byte)
            }
            if position - start == maxRecordBytes {
                if before == .quoted || state == .quoted {
                    return malformed("unclosed_quote", start, lineEndFrom: start)
                }
                return malformed("too_long", start, lineEndFrom: position)
            }
            position += 1
        }
        if state == .quoted { return malformed("unclosed_quote", start, lineEndFrom: start) }
        let next = afterLineEnd(position)
        if position == start { return (nil, next) }
        return (
            .record(fields: fields, raw: Array(bytes[start..<next]), line: line, offset: start), next
        )
    }

    private func malformed(_ kind: String, _ start: Int, lineEndFrom: Int) -> (Entry?, next: Int) {
        var end = lineEndFrom
        while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
        let next = afterLineEnd(end)
        let kept = Array(bytes[start..<min(end, start + min(maxRecordBytes, bytes.count))])
        return (
            .malformed(
                kind: kind, bytes: kept, line: line, offset: start, byteCount: next - start,
                lineCount: lineEnds(start..<next)),
            next
        )
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") }

    private func afterLineEnd(_ position: Int) -> Int {
        guard position < bytes.count else { return position }
        let isPair =
            bytes[position] == UInt8(ascii: "\r") && position + 1 < bytes.count
            && bytes[position + 1] == UInt8(ascii: "\n")
        return position + (isPair ? 2 : 1)
    }

    private func lineEnds(_ range: Range<Int>) -> Int {
        var count = 0
        var position = range.lowerBound
        while position < range.upperBound {
            if isLineEnd(bytes[position]) {
                count += 1
                position = afterLineEnd(position)
            } else {
                position += 1
            }
        }
        return count
    }
}
