import CICU

/// A source in another encoding, read as UTF-8. A byte sequence that isn't valid in it becomes the byte 0xFF.
final class DecodingSource: ByteSource {
    private let rest: any ByteSource
    private let decoder: OpaquePointer
    private let encoding: TextEncoding
    private var pending: [UInt8]
    private var pendingRange = 0..<0
    private var isAtEnd = false
    private var isFinished = false

    /// - Parameters:
    ///   - rest: the bytes to decode, without byte order mark.
    ///   - encoding: any but UTF-8.
    init(_ rest: any ByteSource, encoding: TextEncoding) throws(InputError) {
        guard let decoder = weir_decoder_open(encoding.converterName) else {
            throw InputError(message: "this ICU library has no converter for \(encoding.rawValue)")
        }
        self.rest = rest
        self.decoder = decoder
        self.encoding = encoding
        pending = [UInt8](repeating: 0, count: 64 << 10)
    }

    deinit { weir_decoder_close(decoder) }

    var bytesRead: Int { rest.bytesRead }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let room = min(buffer.count, Int(Int32.max))
        guard room > 0, let target = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
        while !isFinished {
            if pendingRange.isEmpty && !isAtEnd { try refill() }
            var used: Int32 = 0
            var written: Int32 = 0
            let status = pending.withUnsafeBufferPointer { source in
                weir_decoder_convert(
                    decoder, source.baseAddress! + pendingRange.lowerBound, Int32(pendingRange.count), &used,
                    target, Int32(room), &written, isAtEnd ? 1 : 0)
            }
            guard status >= 0 else {
                throw InputError(message: "the ICU converter for \(encoding.rawValue) failed")
            }
            pendingRange = pendingRange.lowerBound + Int(used)..<pendingRange.upperBound
            if isAtEnd && status == 0 { isFinished = true }
            if written > 0 { return Int(written) }
        }
        return 0
    }

    private func refill() throws(InputError) {
        let rest = rest
        let count = try pending.withUnsafeMutableBufferPointer { buffer throws(InputError) in
            try rest.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        pendingRange = 0..<count
        isAtEnd = count == 0
    }
}

extension TextEncoding {
    /// What ICU calls the encoding. Its Big5-HKSCS has all that its Big5 has, and characters of Hong Kong and
    /// of names besides.
    fileprivate var converterName: String {
        switch self {
        case .big5: "Big5-HKSCS"
        case .utf16le: "UTF-16LE"
        case .utf16be: "UTF-16BE"
        case .utf8, .gb18030, .windows1252: rawValue
        }
    }

    /// Decodes the first bytes of a text; a sequence that is cut off at their end is left out.
    /// - Parameters:
    ///   - bytes: without byte order mark.
    ///   - isWhole: whether nothing follows.
    /// - Returns: UTF-8, with the byte 0xFF for what isn't valid in the encoding.
    func decoded(_ bytes: ArraySlice<UInt8>, isWhole: Bool) throws(InputError) -> [UInt8] {
        guard self != .utf8 else { return Array(bytes) }
        let source = try DecodingSource(
            PrefixedSource(prefix: Array(bytes), from: 0, rest: EmptySource()), encoding: self)
        var text: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = try piece.withUnsafeMutableBufferPointer { buffer throws(InputError) in
                try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if count == 0 { break }
            text.append(contentsOf: piece[..<count])
        }
        if !isWhole, text.last == 0xFF { text.removeLast() }
        return text
    }
}

/// A source of nothing.
private final class EmptySource: ByteSource {
    let bytesRead = 0
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { 0 }
}
