import CScan
import TestSupport
import Testing

@testable import CSV

/// The kernels in C against loops that take one byte after the other.
@Suite struct ScanTests {
    private static func bits(_ bytes: some Sequence<UInt8>, where matches: (UInt8) -> Bool) -> UInt64 {
        bytes.enumerated().reduce(0) { matches($1.element) ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    @Test func blocksEqualALoopForEveryByteAtEveryAlignment() {
        var generator = SeededGenerator(seed: 1)
        // Every byte value, each beside its neighbours, which a carry would spoil.
        var bytes = (0..<256).map { UInt8($0) } + (0..<256).map { UInt8(255 - $0) }
        bytes += (0..<128).map { _ in UInt8.random(in: 0...255, using: &generator) }
        bytes.withUnsafeBufferPointer { buffer in
            for offset in 0..<buffer.count - ByteBlock.size {
                let address = buffer.baseAddress! + offset
                let block = ByteBlock(address, count: ByteBlock.size)
                let part = buffer[offset..<offset + ByteBlock.size]
                for byte in UInt8.min...UInt8.max {
                    let expected = Self.bits(part) { $0 == byte }
                    if block.equal(byte) != expected || weir_portable_either(address, byte, byte) != expected
                    {
                        Issue.record("byte \(byte) at \(offset)")
                    }
                }
                let lineEnds = Self.bits(part) { $0 == Byte.cr || $0 == Byte.lf }
                #expect(block.lineEnds == lineEnds)
                #expect(weir_portable_either(address, Byte.cr, Byte.lf) == lineEnds)
                let isASCII = part.allSatisfy { $0 < 0x80 }
                #expect((weir_is_ascii(weir_load(address)) != 0) == isASCII)
                #expect((weir_portable_is_ascii(address) != 0) == isASCII)
            }
        }
    }

    @Test func shortBlocksAreFilledUp() {
        let bytes = [UInt8](repeating: 0x2C, count: ByteBlock.size)
        for count in 0...ByteBlock.size {
            let expected: UInt64 = count == 64 ? ~0 : (1 << UInt64(count)) - 1
            #expect(ByteBlock(bytes, count: count).equal(0x2C) == expected)
        }
    }

    /// What marking says of bytes.
    private struct Marked: Equatable {
        var delimiters: [UInt64] = []
        var lineEnds: [UInt64] = []
        var inner: [UInt64] = []
        var isInside = false
        var isLoose = false
    }

    /// The grammar byte by byte.
    private static func reference(_ bytes: ArraySlice<UInt8>, delimiter: UInt8) -> Marked {
        var marked = Marked()
        var mayOpen = true
        var hasClosed = false
        for (index, byte) in bytes.enumerated() {
            if index % 64 == 0 {
                marked.delimiters.append(0)
                marked.lineEnds.append(0)
                marked.inner.append(0)
            }
            let flag: UInt64 = 1 << UInt64(index % 64)
            let isDelimiter = byte == delimiter
            let isLineEnd = byte == Byte.lf || byte == Byte.cr
            if hasClosed && !isDelimiter && !isLineEnd && byte != Byte.quote { marked.isLoose = true }
            hasClosed = false
            if marked.isInside {
                if byte == Byte.quote {
                    marked.isInside = false
                    hasClosed = true
                }
                if isLineEnd { marked.inner[index / 64] |= flag }
            } else {
                if byte == Byte.quote && mayOpen { marked.isInside = true }
                if isDelimiter { marked.delimiters[index / 64] |= flag }
                if isLineEnd { marked.lineEnds[index / 64] |= flag }
            }
            mayOpen = isDelimiter || isLineEnd || hasClosed
        }
        return marked
    }

    private static func marked(
        _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isWide: Bool
    ) -> Marked {
        let count = Marks.blockCount(bytes.count)
        let marks = UnsafeMutablePointer<weir_marks>.allocate(capacity: count)
        defer { marks.deallocate() }
        var state = weir_quotes(inside: 0, may_open: 1)
        let found = weir_mark(bytes.baseAddress, bytes.count, delimiter, &state, marks, isWide)
        return Marked(
            delimiters: (0..<count).map { marks[$0].delimiters },
            lineEnds: (0..<count).map { marks[$0].line_ends },
            inner: (0..<count).map { marks[$0].inner_line_ends }, isInside: state.inside != 0,
            isLoose: found.is_loose)
    }

    /// Well-formed and wild bytes of every length and alignment, with and without AVX2.
    @Test func marksEqualALoop() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let wild = [
            "a", "bc", ",", "\"", "\n", "\r", "\r\n", "\"\"", "é", "\0", String(repeating: "x", count: 30),
        ]
        let tame = ["name,", "\"a, b\",", "1\n", "\"two\nlines\",", "\"say \"\"hi\"\"\",", "2\r\n", "\"\"\n"]
        for round in 0..<6000 {
            let parts = (round % 2 == 0 ? wild : tame).map { Array($0.utf8) }
            var bytes: [UInt8] = []
            let count = Int.random(in: 0...300, using: &generator)
            while bytes.count < count { bytes += parts.randomElement(using: &generator)! }
            let slice = bytes[min(bytes.count, Int.random(in: 0..<64, using: &generator))...]
            let delimiter = [UInt8(ascii: ","), UInt8(ascii: "a"), UInt8(ascii: ";")][round % 3]
            let expected = Self.reference(slice, delimiter: delimiter)
            slice.withUnsafeBufferPointer { buffer in
                for isWide in [false, weir_is_wide()] {
                    let found = Self.marked(buffer, delimiter: delimiter, isWide: isWide)
                    if found != expected {
                        Issue.record(
                            "seed \(seed), round \(round), wide \(isWide): \(found), not \(expected)")
                    }
                }
            }
        }
    }

    /// Every byte value in every place, so that only what has a meaning is marked.
    @Test func otherBytesAreNotMarked() {
        for byte in UInt8.min...UInt8.max where ![Byte.lf, Byte.cr, Byte.quote, 0x2C].contains(byte) {
            let bytes = [UInt8](repeating: byte, count: 150)
            bytes.withUnsafeBufferPointer { buffer in
                let expected = Self.reference(bytes[...], delimiter: 0x2C)
                #expect(Self.marked(buffer, delimiter: 0x2C, isWide: false) == expected)
                #expect(Self.marked(buffer, delimiter: 0x2C, isWide: weir_is_wide()) == expected)
            }
        }
    }

    /// Records of every density of delimiters, from every place on.
    @Test func recordEndsEqualALoop() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<4000 {
            let blocks = Int.random(in: 1...6, using: &generator)
            let sparse = Int.random(in: 1...5, using: &generator)
            func bits(_ rounds: Int) -> UInt64 {
                (0..<rounds).reduce(~0) { bits, _ in
                    bits & UInt64.random(in: 0...UInt64.max, using: &generator)
                }
            }
            let marks = (0..<blocks).map { _ -> weir_marks in
                let (lineEnds, inner) = (bits(7), bits(6))
                return weir_marks(
                    delimiters: bits(sparse - 1) & ~lineEnds, line_ends: lineEnds,
                    inner_line_ends: inner & ~lineEnds)
            }
            func isSet(_ bits: UInt64, _ place: Int) -> Bool { bits >> UInt64(place % 64) & 1 != 0 }
            let start = Int.random(in: 0..<64 * blocks, using: &generator)
            let end = (start..<64 * blocks).first { isSet(marks[$0 / 64].line_ends, $0) }
            let own = start..<(end ?? 64 * blocks)
            let places = own.filter { isSet(marks[$0 / 64].delimiters, $0) }.map { $0 - 1000 }
            let holdsInner = own.contains { isSet(marks[$0 / 64].inner_line_ends, $0) }
            for isWide in [false, weir_is_wide()] {
                for wanted in [0, places.count / 2, places.count, places.count + 9] {
                    func ends(_ body: (UnsafePointer<weir_ends>) -> Void) -> [Int] {
                        // Whoever writes behind the room that is asked for writes over this.
                        let room = wanted + Int(WEIR_ENDS_SPARE)
                        var noted = [Int](repeating: .min, count: room + 9)
                        noted.withUnsafeMutableBufferPointer {
                            var ends = weir_ends(places: $0.baseAddress, wanted: wanted, origin: -1000)
                            body(&ends)
                        }
                        return Array(noted.prefix(min(wanted, places.count))) + noted[room...]
                    }
                    var found = weir_record()
                    let noted = ends { found = weir_find_end(marks, blocks, start, $0, isWide) }
                    let expected = places.prefix(wanted) + [Int](repeating: .min, count: 9)
                    var isSame =
                        found.delimiters == places.count && noted == Array(expected)
                        && (found.inner_line_ends != 0) == holdsInner && found.line_end == end ?? -1
                    if wanted <= places.count {
                        isSame = isSame && ends { weir_field_ends(marks, start, $0, isWide) } == noted
                    }
                    if !isSame { Issue.record("seed \(seed), round \(round), wide \(isWide)") }
                }
            }
        }
    }

    private static func isMarkedUTF8(_ bytes: UnsafeBufferPointer<UInt8>, isWide: Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: weir_marks.self, capacity: Marks.blockCount(bytes.count) + 1) {
            var state = weir_quotes(inside: 0, may_open: 1)
            return weir_mark(
                bytes.baseAddress, bytes.count, UInt8(ascii: ","), &state, $0.baseAddress, isWide
            ).is_utf8
        }
    }

    /// Valid text of all lengths of sequences, spoilt in a place or cut, at every alignment to blocks.
    @Test func utf8ValidityEqualsOneSequenceAfterTheOther() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "a", "name", "é", "杭州", "\u{D7FF}", "\u{E000}", "\u{800}", "😀", "\u{10FFFF}", "\u{10000}",
        ]
        let edges: [UInt8] = [
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0,
            0xF4, 0xF5,
        ]
        for round in 0..<20_000 {
            var bytes: [UInt8] = []
            let count = Int.random(in: 0...250, using: &generator)
            while bytes.count < count {
                bytes += parts.randomElement(using: &generator)!.utf8
                if Int.random(in: 0..<8, using: &generator) == 0 {
                    bytes += [UInt8](repeating: 0x78, count: Int.random(in: 0...90, using: &generator))
                }
            }
            for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = edges.randomElement(
                    using: &generator)!
            }
            bytes.removeLast(min(bytes.count, Int.random(in: 0...3, using: &generator)))
            bytes.withUnsafeBufferPointer { buffer in
                var expected: Int?
                var position = 0
                while expected == nil, position < buffer.count {
                    let length = UTF8Sequence.length(in: buffer, at: position)
                    if length < 0 { expected = position }
                    position += length
                }
                let found = firstInvalidUTF8(buffer)
                if found != expected {
                    Issue.record("seed \(seed), round \(round): \(found ?? -1), not \(expected ?? -1)")
                }
                for isWide in [false, weir_is_wide()] {
                    // Nothing is said of a sequence that is cut off at the end.
                    let isUTF8 = Self.isMarkedUTF8(buffer, isWide: isWide)
                    let isCut = expected.map { UTF8Sequence.length(in: buffer, at: $0) == $0 - buffer.count }
                    if isUTF8 ? expected != nil && isCut != true : expected == nil {
                        Issue.record("seed \(seed), round \(round), wide \(isWide): marked \(isUTF8)")
                    }
                }
            }
        }
    }
}
