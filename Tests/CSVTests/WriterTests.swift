import TestSupport
import Testing

@testable import CSV

@Suite struct WriterTests {
    private func written(_ field: String, delimiter: Character = ",") -> String {
        var output: [UInt8] = []
        CSVWriter.append(field: field, to: &output, delimiter: delimiter.asciiValue!)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func quotesOnlyWhereItMust() {
        for plain in ["", "a", "ACME LTD", " a ", "a;b", "#", "=1+1", "杭州", "'", "a\tb", "\0"] {
            #expect(written(plain) == plain)
        }
        #expect(written("a,b") == "\"a,b\"")
        #expect(written("a;b", delimiter: ";") == "\"a;b\"")
        #expect(written("a,b", delimiter: ";") == "a,b")
        #expect(written("a\nb") == "\"a\nb\"")
        #expect(written("a\rb") == "\"a\rb\"")
        #expect(written("5\" pipe") == "\"5\"\" pipe\"")
        #expect(written("\"") == "\"\"\"\"")
    }

    @Test func onlyFieldOfARecordIsSeen() {
        var output: [UInt8] = []
        [UInt8]().withUnsafeBufferPointer {
            CSVWriter.appendOnly(field: $0, to: &output)
        }
        #expect(output == Array("\"\"".utf8))
    }

    @Test func whatIsWrittenIsReadBack() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let letters: [UInt8] = Array("ab ,;\"\r\n".utf8) + [0xC3, 0xA9, 0x00]
        for round in 0..<300 {
            let delimiter = Array(",;".utf8).randomElement(using: &generator)!
            let records = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                    (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                        letters.randomElement(using: &generator)!
                    }
                }
            }
            var output: [UInt8] = []
            for record in records {
                if record.count == 1 {
                    record[0].withUnsafeBufferPointer {
                        CSVWriter.appendOnly(field: $0, to: &output, delimiter: delimiter)
                    }
                } else {
                    for (index, field) in record.enumerated() {
                        if index > 0 { output.append(delimiter) }
                        CSVWriter.append(field: field, to: &output, delimiter: delimiter)
                    }
                }
                output.append(UInt8(ascii: "\n"))
            }
            let found = cursorEntries(output, delimiter: delimiter).map { entry -> [[UInt8]] in
                if case .record(let fields, _, _, _) = entry { fields } else { [] }
            }
            #expect(found == records, "seed \(seed), round \(round)")
        }
    }

    @Test func json() {
        func json(_ bytes: [UInt8]) -> String {
            var output: [UInt8] = []
            JSONWriter.append(string: bytes, to: &output)
            return String(decoding: output, as: UTF8.self)
        }
        #expect(json([]) == "\"\"")
        #expect(json(Array("ACME \"X\" \\ 杭州 é 😀".utf8)) == "\"ACME \\\"X\\\" \\\\ 杭州 é 😀\"")
        #expect(
            json(Array("a\n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F}".utf8))
                == "\"a\\n\\r\\t\\b\\f\\u0000\\u001f\u{7F}\"")
        // One U+FFFD for each longest prefix of a sequence, as Unicode recommends.
        #expect(json([0x61, 0xFF, 0x62]) == "\"a\u{FFFD}b\"")
        #expect(json([0xE6, 0x9D, 0x61]) == "\"\u{FFFD}a\"")
        #expect(json([0xC0, 0xAF]) == "\"\u{FFFD}\u{FFFD}\"")
        #expect(json([0xED, 0xA0, 0x80]) == "\"\u{FFFD}\u{FFFD}\u{FFFD}\"")
        #expect(json([0xF0, 0x9F, 0x98]) == "\"\u{FFFD}\"")
        var output: [UInt8] = []
        JSONWriter.append(string: "x", to: &output)
        #expect(output == Array("\"x\"".utf8))
    }

    @Test func utf8Validity() {
        func first(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer { firstInvalidUTF8($0) } }
        let long = String(repeating: "ASCII and 杭州, é, 😀. ", count: 10)
        #expect(first(Array(long.utf8)) == nil)
        #expect(first([]) == nil)
        for bad: [UInt8] in [
            [0x80], [0xC0, 0x80], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xE6, 0x9D],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] {
            for prefix in [0, 1, 31, 32, 33, 70] {
                let bytes = [UInt8](repeating: 0x61, count: prefix) + bad
                #expect(first(bytes) == prefix, "\(bad) after \(prefix)")
                #expect(first(bytes + Array("abc".utf8)) == prefix, "\(bad) after \(prefix)")
            }
        }
    }

    @Test func utf8ValidityEqualsTheStandardLibrary() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let bytes: [UInt8] = [
            0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
        ]
        for round in 0..<20_000 {
            let input = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                bytes.randomElement(using: &generator)!
            }
            let isValid = input.withUnsafeBufferPointer { isValidUTF8($0) }
            #expect(
                isValid == (String(validating: input, as: UTF8.self) != nil), "seed \(seed), round \(round)")
        }
    }
}
