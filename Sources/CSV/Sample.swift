/// The first bytes of an input, from which is recognised what it is.
struct Sample {
    let bytes: [UInt8]
    /// Whether they are all of the input.
    let isWhole: Bool

    init(of source: any ByteSource, count: Int) throws(InputError) {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = try bytes.withUnsafeMutableBufferPointer { buffer throws(InputError) in
            try source.fill(UnsafeMutableRawBufferPointer(buffer))
        }
        bytes.removeSubrange(filled...)
        self.bytes = bytes
        isWhole = filled < count
    }

    /// The input's encoding, and how long its byte order mark is.
    /// - Parameters:
    ///   - given: what the user says; then only a byte order mark is looked for.
    ///   - name: of the input, for messages.
    /// - Throws: where the input isn't text.
    func encoding(
        given: TextEncoding?, name: String
    ) throws(InputError) -> (encoding: TextEncoding, markLength: Int) {
        if let format = FileFormat(startOf: bytes) {
            throw InputError(message: "\(name) is \(format.description), not plain text; \(format.advice)")
        }
        let encoding: TextEncoding
        var markLength = 0
        if let given {
            let mark = EncodingRecognition.byteOrderMark(bytes)
            let isUTF16 = given == .utf16le || given == .utf16be
            if let mark,
                mark.encoding == given || isUTF16 && (mark.encoding == .utf16le || mark.encoding == .utf16be)
            {
                encoding = mark.encoding
                markLength = mark.length
            } else {
                encoding = given
            }
        } else {
            switch EncodingRecognition.recognize(bytes, isWhole: isWhole) {
            case .text(let found, let length):
                encoding = found
                markLength = length
            case .binary:
                throw InputError(
                    message: "\(name) is a binary file: its first bytes have control codes that no text has; "
                        + "export it as CSV, or name its encoding with --encoding")
            }
        }
        if encoding == .utf16le || encoding == .utf16be, isWhole, markLength > 0, bytes.count - markLength < 2
        {
            throw InputError(
                message: "\(name) has a byte order mark of UTF-16 and no text after it; export it again")
        }
        return (encoding, markLength)
    }
}
