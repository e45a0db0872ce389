import Foundation
import Testing

@testable import CSV

@Suite struct MalformedTests {
    private func message(_ content: [UInt8]) throws -> String {
        let file = try TemporaryFile(content)
        return message(of: file.path)
    }

    private func message(of path: String) -> String {
        do {
            _ = try RecordReader(path: path)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test func notText() throws {
        for (content, words) in [
            ([0x1F, 0x8B, 8, 0, 0], ["compressed with gzip", "gzip -dc FILE | weir screen -"]),
            ([0x28, 0xB5, 0x2F, 0xFD, 0], ["compressed with zstd", "zstd -dc FILE"]),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], ["compressed with xz", "xz -dc FILE"]),
            (Array("BZh91AY&SY".utf8), ["compressed with bzip2", "bzip2 -dc FILE"]),
            ([0x50, 0x4B, 3, 4, 20], ["zip archive or an Excel workbook", "save the sheet as CSV"]),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ["Excel workbook (.xls)"]),
            (Array("%PDF-1.7\n".utf8), ["PDF"]),
            ([0xFF, 0xFE], ["UTF-16", "no text"]),
            ([0xFE, 0xFF, 0], ["UTF-16", "no text"]),
            ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], ["UTF-32", "iconv"]),
            ((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }, ["binary", "--encoding"]),
        ] as [([UInt8], [String])] {
            let message = try message(content)
            for word in words { #expect(message.contains(word), "\(message)") }
        }
        #expect(try message(Array("BZh,PAR1\n1,2\n".utf8)) == "")
    }

    @Test func cannotBeRead() throws {
        #expect(message(of: "/no/such/file.csv") == "can't open /no/such/file.csv: No such file or directory")
        let folder = NSTemporaryDirectory()
        #expect(message(of: folder).contains("is a directory"))
        if getuid() != 0 {
            let file = try TemporaryFile(Array("a\n".utf8))
            chmod(file.path, 0)
            #expect(message(of: file.path).contains("Permission denied"))
        }
    }

    /// What a reader rejects: kind, first bytes, line, bytes passed over.
    private func rejections(_ content: [UInt8], maxRecordBytes: Int) throws -> (
        good: Int, bad: [Malformed], longest: Int
    ) {
        var reader = try RecordReader(
            ScriptedSource(content), name: "test", sizeInBytes: nil, encoding: .utf8,
            delimiter: UInt8(ascii: ","),
            chunkBytes: 64 << 10, maxRecordBytes: maxRecordBytes)
        var good = 0
        var bad: [Malformed] = []
        var longest = 0
        while let chunk = try reader.next() {
            longest = max(longest, chunk.count)
            if let malformed = chunk.malformed {
                bad.append(malformed)
            } else {
                chunk.withBytes {
                    var cursor = RecordCursor($0, dialect: Dialect())
                    while cursor.next() { good += 1 }
                }
            }
        }
        return (good, bad, longest)
    }

    @Test func aStrayQuoteCostsOneLine() throws {
        let content = Array("a,b\n1,\"5 inch\n2,3\n4,5\n".utf8)
        let found = try rejections(content, maxRecordBytes: 1 << 20)
        #expect(found.good == 3)
        #expect(
            found.bad == [
                Malformed(
                    kind: .unclosedQuote, byteOffset: 4, byteCount: 10, lineCount: 1,
                    reason:
                        "a quote opens a field and isn't closed before the end of the input; double quotes inside a field"
                )
            ])
    }

    @Test func aLongFieldIsPassedOver() throws {
        for quote in ["", "\""] {
            let field = [UInt8](repeating: 0x78, count: 3 << 20)
            let content =
                Array("a,b\n1,\(quote)".utf8) + field + Array("\(quote),2\r\n3,4\n".utf8)
            let found = try rejections(content, maxRecordBytes: 100_000)
            #expect(found.good == 2)
            #expect(found.bad.map(\.kind) == [quote.isEmpty ? .tooLong : .unclosedQuote])
            #expect(found.bad.first?.byteOffset == 4)
            #expect(found.bad.first?.byteCount == 2 + field.count + 2 * quote.utf8.count + 4)
            #expect(found.bad.first?.lineCount == 1)
            #expect(found.longest <= 100_000)
        }
    }

    /// Each line leaves a quote open whether it starts inside one or not, so that no record ever ends: a
    /// reader that looked for each line's end anew would take 30,000 times the limit.
    @Test(.timeLimit(.minutes(1))) func quotesThatNeverCloseTakeLinearTime() throws {
        let line = Array("x\",\"\n".utf8)
        let content = Array(repeating: line, count: 30_000).flatMap { $0 }
        let found = try rejections(content, maxRecordBytes: 1 << 20)
        #expect(found.good == 0)
        #expect(found.bad.count == 30_000)
        let limited = try rejections(content, maxRecordBytes: 50_000)
        #expect(limited.bad.count == 30_000)
    }

    /// A stray quote that the first quote of a later row happens to close: the rows between must not vanish.
    @Test(arguments: ["\n", "\r", "\r\n"]) func aStrayQuoteSwallowsNoRows(lineEnd: String) throws {
        let rows = [
            "1,\"ACME", "2,BETA", "3,DAHUA", "4,\"GAMMA, INC\"", "5,\"two\(lineEnd)lines, closed\"", "6,OK",
        ]
        let found = try rejections(Array(rows.map { $0 + lineEnd }.joined().utf8), maxRecordBytes: 1 << 20)
        #expect(found.good == 5)
        #expect(found.bad.map(\.byteOffset) == [0])
        #expect(found.bad.map(\.byteCount) == [7 + lineEnd.utf8.count])
        #expect(found.bad.first?.reason.contains("text follows the quote that closes it") == true)
    }

    /// Fields of several lines that are closed as they should be, doubled quotes at every place among them.
    @Test(arguments: [
        "\"a\nb\",c\n", "\"a\n\"\"b\"\n", "\"a\n\"\"\",c\n", "\"\n\"", "x,\"\"\"\n\"\"\"\n",
        "\"a\"b,\"c\nd\"\n",
    ])
    func fieldsOfSeveralLinesAreRead(text: String) throws {
        let found = try rejections(Array(text.utf8), maxRecordBytes: 1 << 20)
        #expect(found.good == 1)
        #expect(found.bad.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func looseQuotesTakeLinearTime() throws {
        let pair = Array("1,\"a\n2,\"b\",c\n".utf8)
        let found = try rejections(
            Array(repeating: pair, count: 100_000).flatMap { $0 }, maxRecordBytes: 1 << 20)
        #expect(found.bad.count == 100_000)
        #expect(found.good == 100_000)
    }

    /// Every line leaves a quote open, whether it starts inside one or not, and one loose quote at the far end
    /// makes each of them a line to reject: it must be looked for once, not once a line.
    @Test func aFarLooseQuoteIsLookedForOnce() throws {
        func steps(lines: Int) throws -> Int {
            var content = Array(repeating: Array("x\",\"\n".utf8), count: lines).flatMap { $0 }
            content += Array("x\"y\n".utf8)
            let source = ScriptedSource(content)
            var window = RecordWindow(
                delimiter: UInt8(ascii: ","), chunkBytes: 256 << 10, maxRecordBytes: 1 << 20, offset: 0)
            var rejected = 0
            while let piece = try window.next(source) {
                if piece.malformed != nil { rejected += 1 }
                window.pool.put(piece.storage)
            }
            #expect(rejected == lines)
            return window.measuredBlocks
        }
        // Both are longer than the limit; the larger has 5 MB.
        let (few, many) = (try steps(lines: 450_000), try steps(lines: 900_000))
        #expect(Double(many) < 2.5 * Double(few))
        #expect(many < 4 * 900_000)
    }
}
