import TestSupport
import Testing

@testable import CSV

/// What a cursor does beyond its first block and stride of blocks.
@Suite struct CursorTests {
    private func expectReference(_ input: [UInt8], _ name: String) {
        let found = cursorEntries(input)
        let expected = ReferenceParser.entries(input, isStrict: false)
        // An array of long records says little.
        if found != expected { Issue.record("\(name): \(found.count) records, \(expected.count) expected") }
    }

    /// Records longer than what is marked at a time, of many fields, and short ones behind them.
    @Test func longRecordsAreMarkedFurther() {
        for count in [255, 256, 257, 16_000, 16_384, 16_385, 40_000, 200_000] {
            let long = [UInt8](repeating: 0x78, count: count)
            let many = Array(repeating: Array("x,".utf8), count: count / 2).flatMap { $0 }
            for record in [
                long, many, [0x22] + long + Array("\n\"".utf8), Array("a,\"".utf8) + many + [0x22],
            ] {
                expectReference(
                    Array("a,b\n".utf8) + record + Array("\r\nc,d\n".utf8) + record, "\(count) bytes")
            }
        }
    }

    /// A quote that stays open is followed to the end of the bytes once, wherever it stands.
    @Test(.timeLimit(.minutes(1))) func openQuotesFarFromTheEnd() {
        let row = Array("name,\"two\nlines\",\"say \"\"hi\"\"\"\n".utf8)
        for count in [0, 1, 500, 600, 1000] {
            let rows = Array(repeating: row, count: count).flatMap { $0 }
            expectReference(rows + Array("x,\"open,y\n".utf8) + rows, "\(count) rows")
            expectReference(rows + Array("x,\"open".utf8), "\(count) rows")
            expectReference(rows + [0x22] + rows, "\(count) rows")
        }
        let pairs = Array(repeating: Array("x\",\"\n".utf8), count: 200_000).flatMap { $0 }
        #expect(cursorEntries(pairs).count == 200_000)
    }

    /// Fields may be asked for in any order, again, or not at all.
    @Test func fieldsInAnyOrder() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let rows = (0..<2000).map { row in
            (0..<Int.random(in: 1...30, using: &generator)).map { column in
                Bool.random(using: &generator) ? "r\(row)c\(column)" : "\"r\(row), c\(column)\""
            }
        }
        let input = Array(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
        input.withUnsafeBufferPointer { buffer in
            var cursor = RecordCursor(buffer, dialect: Dialect())
            for row in rows {
                let (isThere, count) = (cursor.next(), cursor.fieldCount)
                #expect(isThere && count == row.count)
                for _ in 0..<Int.random(in: 0...4, using: &generator) {
                    let index = Int.random(in: 0..<row.count, using: &generator)
                    let value = String(decoding: cursor.field(index).bytes, as: UTF8.self)
                    #expect(value == row[index].filter { $0 != "\"" }, "seed \(seed)")
                }
            }
            let (isThere, isThereAgain) = (cursor.next(), cursor.next())
            #expect(!isThere && !isThereAgain)
        }
    }

    /// With a reader's marks as without them, records beside each other that quotes, line ends and limits part.
    @Test func aChunksMarksAreItsBytes() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<300 {
            var content: [UInt8] = []
            while content.count < 3000 {
                let parts = [
                    "x,", "name\n", "\"a,b\",", "\"two\nlines\"\n", "\r\n", "5\" pipe,",
                    "\"say \"\"hi\"\"\",1\n",
                ]
                content += Array(parts.randomElement(using: &generator)!.utf8)
                if Int.random(in: 0..<200, using: &generator) == 0 { content += [0x22] }
            }
            var reader = try RecordReader(
                ScriptedSource(content, step: 700), name: "test", sizeInBytes: nil, encoding: .utf8,
                delimiter: UInt8(ascii: ","), chunkBytes: Int.random(in: 1...1500, using: &generator),
                maxRecordBytes: 2000)
            reader.skip(records: Int.random(in: 0...20, using: &generator))
            while let chunk = try reader.next() {
                if chunk.malformed != nil { continue }
                var cursor = RecordCursor(chunk)
                let found = entries(&cursor)
                let expected = chunk.withBytes { cursorEntries(Array($0)) }
                #expect(found == expected, "seed \(seed), round \(round)")
            }
        }
    }

    /// One cursor goes over many pieces of bytes as a new one each time would, whatever state a piece left it in.
    @Test func aCursorBeginsAnew() {
        let pieces = [
            "a,b\nc,\"d\ne\"\r\n", "x,\"never closed\ny,z\n\"again", "", "one", "k,\"l \"\"m\"\"\"\n,,\n",
            String(repeating: "long,", count: 9_000), "a,b\nc,\"d\ne\"\r\n",
        ].map { Array($0.utf8) }
        var cursor = RecordCursor(UnsafeBufferPointer(start: nil, count: 0), dialect: Dialect())
        for piece in pieces + pieces.reversed() {
            let found = piece.withUnsafeBufferPointer { bytes in
                cursor.restart(with: bytes)
                return entries(&cursor)
            }
            #expect(found == cursorEntries(piece))
        }
    }
}
