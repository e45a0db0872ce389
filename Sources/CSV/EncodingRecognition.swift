/// Tells from the first bytes of an input what encoding its text has.
struct EncodingRecognition {
    /// What the bytes are.
    enum Finding: Equatable {
        /// Text in an encoding, after a byte order mark of so many bytes.
        case text(TextEncoding, markLength: Int)
        /// No text.
        case binary
    }

    /// - Parameters:
    ///   - sample: the first bytes of the input.
    ///   - isWhole: whether they are all of it.
    static func recognize(_ sample: [UInt8], isWhole: Bool) -> Finding {
        if let mark = byteOrderMark(sample), isBelievable(mark, in: sample) {
            return .text(mark.encoding, markLength: mark.length)
        }
        let counts = ControlCounts(sample)
        if let encoding = counts.utf16(in: sample) { return .text(encoding, markLength: 0) }
        if counts.isBinary(of: sample.count) { return .binary }
        return .text(textEncoding(sample, isWhole: isWhole), markLength: 0)
    }

    /// The encoding that a byte order mark at the start says, and the mark's length.
    static func byteOrderMark(_ sample: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if sample.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
        if sample.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
        if sample.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
        return nil
    }

    /// Two stray bytes before ASCII look like the mark of UTF-16; but a line end in UTF-16 has a NUL.
    private static func isBelievable(_ mark: (encoding: TextEncoding, length: Int), in sample: [UInt8])
        -> Bool
    {
        guard mark.encoding == .utf16le || mark.encoding == .utf16be else { return true }
        let text = sample[mark.length...]
        return text.isEmpty
            || text.contains { $0 == 0 || $0 >= 0x80 } && (text.contains(0) || !text.contains(Byte.lf))
    }

    /// The encoding of bytes that are text without NULs.
    private static func textEncoding(_ sample: [UInt8], isWhole: Bool) -> TextEncoding {
        let runs = HighByteRuns(sample, isWhole: isWhole)
        // Mostly whole words of UTF-8: the others are damage, and rejecting their records says so.
        if runs.invalid == 0 || runs.valid >= runs.invalid { return .utf8 }
        let chinese = [DoubleByteEvidence(.gb18030, in: sample), DoubleByteEvidence(.big5, in: sample)]
            .filter(\.isConvincing).max { $0.share < $1.share }
        if let chinese { return chinese.encoding }
        return Windows1252Evidence(sample).isConvincing ? .windows1252 : .utf8
    }
}

/// NULs and control codes of a sample: UTF-16 and binary files have many, other text next to none.
private struct ControlCounts {
    private var evenNULs = 0
    private var oddNULs = 0
    private var controls = 0
    private var high = 0

    init(_ sample: [UInt8]) {
        for (index, byte) in sample.enumerated() {
            switch byte {
            case 0 where index & 1 == 0: evenNULs += 1
            case 0: oddNULs += 1
            case 0x09...0x0D, 0x1A, 0x1B: break
            case 0x01...0x1F, 0x7F: controls += 1
            case 0x80...: high += 1
            default: break
            }
        }
    }

    /// UTF-16 has the NULs of its ASCII on one side. Where it is mostly ASCII, that are half of all bytes;
    /// where it is Chinese or Cyrillic, a few, and the other bytes make neither ASCII nor, as a rule, UTF-8.
    func utf16(in sample: [UInt8]) -> TextEncoding? {
        let (most, least) = (max(evenNULs, oddNULs), min(evenNULs, oddNULs))
        let pairs = sample.count / 2
        guard most > 0, most >= 4 * least, pairs > 0 else { return nil }
        let encoding: TextEncoding = oddNULs > evenNULs ? .utf16le : .utf16be
        if most * 2 >= pairs { return encoding }
        let hasOtherScript = (controls + high) * 8 > sample.count
        return most * 32 >= pairs && hasOtherScript && hasPairedSurrogates(sample, encoding) ? encoding : nil
    }

    private func hasPairedSurrogates(_ sample: [UInt8], _ encoding: TextEncoding) -> Bool {
        var awaitsLow = false
        for index in stride(from: encoding == .utf16le ? 1 : 0, to: sample.count & ~1, by: 2) {
            let isLow = sample[index] & 0xFC == 0xDC
            if isLow != awaitsLow { return false }
            awaitsLow = sample[index] & 0xFC == 0xD8
        }
        return true
    }

    /// NULs alone are allowed (fields padded by old systems), and a few control codes alone.
    func isBinary(of count: Int) -> Bool {
        let nuls = evenNULs + oddNULs
        return controls * 20 > count || nuls > 0 && controls * 100 > count && (nuls + controls) * 20 > count
    }
}

/// Runs of bytes of 0x80 and up: those that are valid UTF-8 from end to end, and the others.
private struct HighByteRuns {
    private(set) var valid = 0
    private(set) var invalid = 0

    init(_ sample: [UInt8], isWhole: Bool) {
        sample.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count {
                guard bytes[position] >= 0x80 else {
                    position += 1
                    continue
                }
                var end = position
                while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
                let run = UnsafeBufferPointer(rebasing: bytes[position..<end])
                if let first = firstInvalidUTF8(run) {
                    // A sequence that the sample's end cuts off says nothing.
                    let isCut =
                        !isWhole && end == bytes.count
                        && -UTF8Sequence.length(in: run, at: first) == run.count - first
                    if !isCut { invalid += 1 }
                } else {
                    valid += 1
                }
                position = end
            }
        }
    }
}
