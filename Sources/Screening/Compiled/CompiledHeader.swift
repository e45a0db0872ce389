import CSystem
import NameMatching

/// The first 64 bytes of a compiled list: what it is, whether all of it is there, and what it was made with.
struct CompiledHeader: BitwiseCopyable {
    /// What no text begins with; the line end in it shows a transfer as text.
    static let magic: UInt64 = UInt64(littleEndian: 0x0A1A_0D52_4945_578F)
    /// Changes with every change of what is written, or of what it means.
    static let format: UInt32 = 1
    static let byteOrder: UInt32 = 0x0102_0304
    static let size = MemoryLayout<CompiledHeader>.stride

    let magic = CompiledHeader.magic
    let format = CompiledHeader.format
    let byteOrder = CompiledHeader.byteOrder
    /// Of the whole file, in bytes.
    let length: UInt64
    /// Of all behind it.
    let checksum: UInt64
    /// What the index was made with: `fingerprint(of:)`.
    let fingerprint: UInt64
    /// The threshold of the index, in ten-thousandths.
    let threshold: Int64
    /// The version of Weir, in ASCII, filled up with zeros.
    private let version: (UInt64, UInt64)

    private static let checksumEnd = 32

    private init(_ header: CompiledHeader, checksum: UInt64) {
        (length, fingerprint, threshold, version) = (
            header.length, header.fingerprint, header.threshold, header.version
        )
        self.checksum = checksum
    }

    init(bodyLength: Int, words: Words, threshold: Score) {
        length = UInt64(CompiledHeader.size + bodyLength)
        checksum = 0
        fingerprint = CompiledHeader.fingerprint(of: words)
        self.threshold = Int64(threshold.tenThousandths)
        var version: (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &version) { $0.copyBytes(from: Product.version.utf8.prefix($0.count)) }
        self.version = version
    }

    /// A number that tells an engine with these words from others, whose index may find other names.
    static func fingerprint(of words: Words) -> UInt64 {
        var version = Product.version
        return words.fingerprint ^ version.withUTF8 { weir_checksum($0.baseAddress, $0.count) }
    }

    /// The bytes of a file with the body.
    func file(with body: [UInt8]) -> [UInt8] {
        var file: [UInt8] = []
        file.reserveCapacity(CompiledHeader.size + body.count)
        withUnsafeBytes(of: self) { file.append(contentsOf: $0) }
        file.append(contentsOf: body)
        let checksum = file.withUnsafeBytes { CompiledHeader.checksum(of: $0) }
        withUnsafeBytes(of: CompiledHeader(self, checksum: checksum)) {
            file.replaceSubrange(0..<CompiledHeader.size, with: $0)
        }
        return file
    }

    /// The checksum of the checksums of blocks, which several threads make: one alone takes as long for a large file as
    /// all else that a start takes.
    ///
    /// - Parameter file: at least as long as the part before the checksum's end.
    private static func checksum(of file: UnsafeRawBufferPointer) -> UInt64 {
        nonisolated(unsafe) let bytes = UnsafeRawBufferPointer(rebasing: file[checksumEnd...])
        let blocks = (bytes.count + checksumBlock - 1) / checksumBlock
        let workers = min(blocks, ScreeningOptions.availableCores)
        let sums = Parallel.map(blocks, workers: workers) { range in
            range.map { block in
                let start = block * checksumBlock
                return weir_checksum(bytes.baseAddress! + start, min(checksumBlock, bytes.count - start))
            }
        }
        return sums.withUnsafeBytes { weir_checksum($0.baseAddress, $0.count) }
    }

    private static let checksumBlock = 2 << 20

    // MARK: Reading

    /// Whether a file begins as a compiled list does.
    static func begins(_ bytes: some Sequence<UInt8>) -> Bool {
        withUnsafeBytes(of: magic) { magic in
            Array(bytes.prefix(magic.count)) == Array(magic)
        }
    }

    /// The header of a compiled list that is whole.
    ///
    /// - Throws: what is wrong with the file and what to do.
    /// - Complexity: O(bytes), to see whether they are those that were written; many GB/s.
    static func read(_ file: UnsafeRawBufferPointer, path: String) throws(ScreeningError) -> CompiledHeader {
        func failure(_ found: String) -> ScreeningError {
            ScreeningError(
                "\(path): \(found). Compile it again from its lists: weir compile LIST… --output \(path)")
        }
        guard file.count >= size else {
            throw failure(
                "the compiled list is cut off: \(file.count) bytes are there, fewer than its header has")
        }
        let header = file.loadUnaligned(as: CompiledHeader.self)
        guard header.byteOrder == byteOrder else {
            throw failure("the list was compiled on a machine of another byte order")
        }
        guard header.format == format || header.versionText == Product.version else {
            let age = header.format < format ? "an older" : "a newer"
            throw failure(
                "the list was compiled by \(age) Weir, \(header.versionText) (format \(header.format)); this is "
                    + "\(Product.version) (format \(format))")
        }
        guard header.format == format else {
            throw failure("the compiled list is damaged: its header says so")
        }
        guard header.length == UInt64(file.count) else {
            throw failure(
                "the compiled list is damaged: its length is \(file.count) bytes; expected are \(header.length)"
            )
        }
        guard checksum(of: file) == header.checksum else {
            throw failure("the compiled list is damaged: its checksum isn't that of its bytes")
        }
        return header
    }

    /// The version, should it be readable.
    private var versionText: String {
        withUnsafeBytes(of: version) { bytes in
            String(decoding: bytes.prefix { (0x21...0x7E).contains($0) }, as: UTF8.self)
        }
    }
}
