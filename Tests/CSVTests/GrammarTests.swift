import TestSupport
import Testing

@testable import CSV

/// The fast cursor and window against the slow parser.
@Suite struct GrammarTests {
    @Test func cursorEqualsReferenceOnEveryShortInput() {
        everyInput(over: "a,\"\r\n", upTo: 7) { input in
            let found = cursorEntries(input)
            let expected = ReferenceParser.entries(input, isStrict: false)
            if found != expected {
                Issue.record(
                    "\(String(decoding: input, as: UTF8.self).debugDescription): \(found), not \(expected)")
            }
        }
    }

    @Test func windowEqualsReferenceOnEveryCutOfEveryShortInput() throws {
        try everyInput(over: "a,\"\r\n", upTo: 5) { input in
            for maxRecordBytes in [1, 2, 3, 100] {
                let expected = ReferenceParser.entries(input, maxRecordBytes: maxRecordBytes)
                for chunkBytes in [1, 2, 3, 64] {
                    let found = try windowEntries(
                        input, step: 1, chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes)
                    if found != expected {
                        Issue.record(
                            """
                            \(String(decoding: input, as: UTF8.self).debugDescription), limit \(maxRecordBytes), \
                            chunks of \(chunkBytes): \(found), not \(expected)
                            """)
                    }
                }
            }
        }
    }

    @Test func randomInputsEqualReference() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<1500 {
            let input = randomInput(&generator)
            let where_ = "seed \(seed), round \(round)"
            let unlimited = ReferenceParser.entries(input, isStrict: false)
            #expect(cursorEntries(input) == unlimited, "\(where_)")
            let maxRecordBytes = Int.random(in: 1...400, using: &generator)
            let chunkBytes = Int.random(in: 1...300, using: &generator)
            let step = Int.random(in: 1...200, using: &generator)
            let found = try windowEntries(
                input, step: step, chunkBytes: chunkBytes, maxRecordBytes: maxRecordBytes)
            let expected = ReferenceParser.entries(input, maxRecordBytes: maxRecordBytes)
            #expect(
                found == expected, "\(where_), limit \(maxRecordBytes), chunks \(chunkBytes), reads \(step)")
        }
    }

    /// Limits that cut records among quotes, so that a record is taken up where the one before was left.
    @Test func randomInputsOfQuotesWithTightLimitsEqualReference() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let parts = ["x", ",", "\"", "\n", ",\"", "\",\"", "\"\"", "\r\n", "xxxxxxxxxxxxxxx"].map {
            Array($0.utf8)
        }
        for round in 0..<20_000 {
            let input = (0..<Int.random(in: 3...40, using: &generator))
                .flatMap { _ in parts.randomElement(using: &generator)! }
            let maxRecordBytes = Int.random(in: 3...90, using: &generator)
            let chunkBytes = Int.random(in: 1...100, using: &generator)
            let found = try windowEntries(
                input, step: Int.random(in: 1...50, using: &generator), chunkBytes: chunkBytes,
                maxRecordBytes: maxRecordBytes)
            let expected = ReferenceParser.entries(input, maxRecordBytes: maxRecordBytes)
            if found != expected {
                Issue.record(
                    """
                    seed \(seed), round \(round), limit \(maxRecordBytes), chunks of \(chunkBytes), \
                    \(String(decoding: input, as: UTF8.self).debugDescription): \(found), not \(expected)
                    """)
                return
            }
        }
    }

    /// Inputs from well-formed to wild: how often a quote or a line end comes varies from one to the next.
    private func randomInput(_ generator: inout SeededGenerator) -> [UInt8] {
        let count = Int.random(in: 0...900, using: &generator)
        let quotes = Int.random(in: 0...12, using: &generator)
        let lineEnds = Int.random(in: 0...12, using: &generator)
        return (0..<count).map { _ in
            switch Int.random(in: 0..<60, using: &generator) {
            case ..<quotes: UInt8(ascii: "\"")
            case 20..<20 + lineEnds: Bool.random(using: &generator) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
            case 40..<46: UInt8(ascii: ",")
            default: UInt8(ascii: "x")
            }
        }
    }

    /// Expectations as Python's csv module gives them: list(csv.reader(io.StringIO(text, newline=""))),
    /// without the empty lists it has for blank lines.
    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("a\rb\r\r\nc", [["a"], ["b"], ["c"]]),
        ("\n\n,\n,,\n", [["", ""], ["", "", ""]]),
        ("\"a,b\",c\n", [["a,b", "c"]]),
        ("\"a\nb\",\"c\r\nd\"\ne\n", [["a\nb", "c\r\nd"], ["e"]]),
        ("\"say \"\"hi\"\"\"\n", [["say \"hi\""]]),
        ("\"\"\n", [[""]]),
        ("\"\",\"\"\n", [["", ""]]),
        ("\"\"\"\"\n", [["\""]]),
        ("a\"b\",c\"\n", [["a\"b\"", "c\""]]),
        ("a,\"b\"c,d\n", [["a", "bc", "d"]]),
        ("\"a\"b\"c\",d\n", [["ab\"c\"", "d"]]),
        ("\"a\" \"b\"\n", [["a \"b\""]]),
        (" \"a\",b\n", [[" \"a\"", "b"]]),
        ("5\" pipe,x\n", [["5\" pipe", "x"]]),
        ("a\0b,\0\n", [["a\0b", "\0"]]),
        (" \n", [[" "]]),
    ])
    func agreesWithPython(_ text: String, _ expected: [[String]]) {
        let found = cursorEntries(Array(text.utf8)).compactMap { entry -> [String]? in
            guard case .record(let fields, _, _, _) = entry else { return nil }
            return fields.map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(found == expected)
    }
}
