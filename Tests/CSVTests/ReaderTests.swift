import Foundation
import TestSupport
import Testing

@testable import CSV

@Suite struct ReaderTests {
    private func reader(
        _ content: [UInt8], encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
        chunkBytes: Int = 256 << 10,
        maxRecordBytes: Int = 1 << 20, step: Int = .max
    ) throws -> RecordReader {
        try RecordReader(
            ScriptedSource(content, step: step), name: "test", sizeInBytes: nil, encoding: encoding,
            delimiter: delimiter, chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes)
    }

    private func entries(_ reader: consuming RecordReader) throws -> [Entry] {
        var collector = EntryCollector(delimiter: reader.dialect.delimiter)
        var sequence = 0
        while let chunk = try reader.next() {
            #expect(chunk.sequence == sequence)
            sequence += 1
            collector.add(chunk)
        }
        return collector.entries
    }

    private func record(_ fields: [String], _ raw: String, line: Int, offset: Int) -> Entry {
        .record(fields: fields.map { Array($0.utf8) }, raw: Array(raw.utf8), line: line, offset: offset)
    }

    @Test func emptyInputHasNothing() throws {
        for content: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
            var reader = try reader(content)
            let head = reader.head
            #expect(head.isEmpty)
            let chunk = try reader.next()
            #expect(chunk == nil)
        }
    }

    @Test func readsAFile() throws {
        let file = try TemporaryFile(Array("a;b\n1;2\n".utf8))
        var reader = try RecordReader(path: file.path)
        let (encoding, dialect, size, head) = (
            reader.encoding, reader.dialect, reader.sizeInBytes, reader.head
        )
        #expect(encoding == .utf8)
        #expect(dialect == Dialect(delimiter: UInt8(ascii: ";")))
        #expect(size == 8)
        #expect(head == Array("a;b\n1;2\n".utf8))
        reader.skip(records: 1)
        let chunk = try #require(try reader.next())
        #expect(chunk.linesSkipped == 1)
        #expect(chunk.byteOffset == 4)
        #expect(chunk.withBytes { Array($0) } == Array("1;2\n".utf8))
        #expect(chunk.count == 4)
        let last = try reader.next()
        #expect(last == nil)
        let read = reader.bytesRead
        #expect(read == 8)
    }

    @Test func offsetsOfUTF8CountTheMark() throws {
        let found = try entries(reader([0xEF, 0xBB, 0xBF] + Array("a,b\nc,d\n".utf8)))
        #expect(
            found == [
                record(["a", "b"], "a,b\n", line: 1, offset: 3),
                record(["c", "d"], "c,d\n", line: 2, offset: 7),
            ])
    }

    @Test func decodesToUTF8() throws {
        for (encoding, names) in [(TextEncoding.gb18030, ChineseText.gb18030), (.big5, ChineseText.big5)] {
            var content = Array("consignee,country\n".utf8)
            for name in names { content += ChineseText.bytes(name.hex) + Array(",CN\n".utf8) }
            for chunkBytes in [1, 7, 256 << 10] {
                let reader = try reader(content, chunkBytes: chunkBytes, step: 11)
                let found = reader.encoding
                #expect(found == encoding)
                let fields = try entries(reader).dropFirst().map { entry -> String in
                    if case .record(let fields, _, _, _) = entry {
                        String(decoding: fields[0], as: UTF8.self)
                    } else {
                        ""
                    }
                }
                #expect(fields == names.map(\.text))
            }
        }
    }

    @Test func marksWhatCannotBeDecoded() throws {
        let content =
            Array("name,country\n".utf8) + [0xB9, 0xAB, 0xCB, 0xBE, 0xFF] + Array(",CN\nACME,US\n".utf8)
        var reader = try reader(content, encoding: .gb18030)
        reader.skip(records: 1)
        let chunk = try #require(try reader.next())
        let isValid = chunk.withBytes { bytes -> [Bool] in
            var cursor = RecordCursor(bytes, dialect: Dialect())
            var valid: [Bool] = []
            while cursor.next() { valid.append(isValidUTF8(cursor.record)) }
            return valid
        }
        #expect(isValid == [false, true])
        let rejection = chunk.withBytes { bytes in
            Malformed.undecodable(
                record: bytes, position: firstInvalidUTF8(bytes)!, byteOffset: 13, lineCount: 1,
                encoding: .gb18030)
        }
        #expect(rejection.kind == .undecodable)
        #expect(rejection.reason.contains("gb18030"))
    }

    @Test func chunksKnowWhetherTheyAreUTF8() throws {
        let row = Array("杭州,é😀\n".utf8)
        for spoilt in -1..<row.count {
            var rows = row + row + row
            if spoilt >= 0 { rows[row.count + spoilt] = 0xE6 }
            for cut in 0...row.count {
                let content = Array(rows.dropLast(cut))
                for chunkBytes in [1, 7, 40, 64, 1_000] {
                    var reader = try reader(content, encoding: .utf8, chunkBytes: chunkBytes)
                    while let chunk = try reader.next() {
                        let isValid = chunk.withBytes { isValidUTF8($0) }
                        #expect(chunk.isValidUTF8 == isValid, "\(spoilt), \(cut), \(chunkBytes)")
                    }
                }
            }
        }
    }

    @Test func theGivenEncodingCounts() throws {
        let content = Array("M".utf8) + [0xFC] + Array("nchen,x\n".utf8)
        let found = try entries(reader(content, encoding: .windows1252))
        #expect(found == [record(["München", "x"], "München,x\n", line: 1, offset: 0)])
        // A byte order mark decides between the orders of UTF-16, and is never text.
        let utf16 = try reader([0xFE, 0xFF, 0, 0x61, 0, 0x0A], encoding: .utf16le)
        let encoding = utf16.encoding
        #expect(encoding == .utf16be)
        #expect(try entries(utf16) == [record(["a"], "a\n", line: 1, offset: 0)])
    }

    @Test func skipCountsLinesAsTheCursorDoes() throws {
        let content = Array("\n,,DATA,,\r\n\n\"head\ner\",b\r\n\"x\ny\",1\nz,2\n".utf8)
        for chunkBytes in 1...content.count {
            var reader = try reader(content, chunkBytes: chunkBytes, step: 3)
            reader.skip(records: 2)
            let found = try entries(reader)
            #expect(
                found == [
                    record(["x\ny", "1"], "\"x\ny\",1\n", line: 6, offset: 25),
                    record(["z", "2"], "z,2\n", line: 8, offset: 33),
                ])
        }
    }

    @Test func skipCountsMalformedRecords() throws {
        let content = Array("\"title\nname,x\n1,2\n".utf8)
        for chunkBytes in 1...content.count {
            var reader = try reader(content, chunkBytes: chunkBytes)
            let head = cursorEntries(reader.head)
            #expect(head.count == 3)
            reader.skip(records: 2)
            #expect(try entries(reader) == [record(["1", "2"], "1,2\n", line: 3, offset: 14)])
        }
    }

    @Test func skipMayLeaveNothing() throws {
        var reader = try reader(Array("a,b\n".utf8))
        reader.skip(records: 5)
        let chunk = try reader.next()
        #expect(chunk == nil)
        let lines = reader.linesSkipped
        #expect(lines == 1)
    }

    @Test func headIsCutAtTheEndOfARecord() throws {
        let row = Array("\"line\nbreak\",b,c\n".utf8)
        let content = Array(repeating: row, count: 8000).flatMap { $0 }
        let head = try reader(content).head
        #expect(head.count <= 64 << 10 && head.count > (64 << 10) - 2 * row.count)
        #expect(head.count % row.count == 0)
    }

    /// The same records whatever the size of chunks and reads, with inputs beyond the sample of 64 KiB.
    @Test func longInputsEqualReference() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4 {
            var content: [UInt8] = []
            while content.count < 100_000 {
                switch Int.random(in: 0..<400, using: &generator) {
                case 0: content += Array("\"never closed,".utf8)
                case 1:
                    content += [UInt8](repeating: 0x78, count: Int.random(in: 0...6000, using: &generator))
                case 2...40: content += Array("\"a \"\"b\"\"\r\nc\",".utf8)
                case 41...120: content += Array("\r\n".utf8)
                case 121...125: content += Array("\"".utf8)
                default: content += Array("value,".utf8)
                }
            }
            let maxRecordBytes = [500, 3000, 20_000, 1 << 20][round]
            let expected = ReferenceParser.entries(content, maxRecordBytes: maxRecordBytes)
            for (chunkBytes, step) in [(64, 50), (5000, 1000), (256 << 10, 65536)] {
                let found = try entries(
                    reader(
                        content, encoding: .utf8, delimiter: UInt8(ascii: ","), chunkBytes: chunkBytes,
                        maxRecordBytes: maxRecordBytes, step: step))
                #expect(found == expected, "seed \(seed), round \(round), chunks \(chunkBytes)")
            }
        }
    }
}
