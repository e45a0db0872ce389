import Foundation
import TestSupport
import Testing

/// `weir normalize`: names from the arguments or from standard input.
@Suite struct NormalizeTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    @Test func aNameAsATable() throws {
        let result = try work.weir("normalize", "HANGZHOU HIKVISION TECH CO., LTD", "海康威视")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(
            result.lines == [
                "HANGZHOU HIKVISION TECH CO., LTD", "  term       class    weight  concept     remarks",
                "  hangzhou   place     0.605  hangzhou", "  hikvision  brand     1.000",
                "  tech       generic   0.269  technology", "  co ltd     legal     0.030  limited", "",
                "海康威视", "  term      class  weight  concept  remarks",
                "  海康威视  brand   1.000           pinyin haikangweishi",
            ])
    }

    @Test func aNameAsJSON() throws {
        let result = try work.weir("normalize", "--format", "jsonl", "Hikvision Technologyy LTD \"x\"")
        let objects = try result.objects
        #expect(objects.count == 1)
        #expect(objects[0].keys.sorted() == ["may_be_cut", "name", "terms", "truncated"])
        #expect(objects[0]["name"] as? String == "Hikvision Technologyy LTD \"x\"")
        let terms = try #require(objects[0]["terms"] as? [[String: Any]])
        #expect(terms.map { $0["text"] as? String } == ["hikvision", "technologyy", "ltd", "x"])
        #expect(terms.map { $0["class"] as? String } == ["brand", "generic", "legal", "initial"])
        #expect(terms[0]["concept"] is NSNull)
        #expect(terms[0]["weight"] as? Double == 1)
        #expect(terms[1]["concept"] as? String == "technology")
        #expect(terms[1]["misspelled"] as? Bool == true)
        #expect(terms[3]["tail"] as? Bool == true)
    }

    /// Every line has an answer, so that what comes out can be pasted beside what went in.
    @Test func linesOfStandardInput() throws {
        let names = "\u{FEFF}HIKVISION\r\n\n海康威视\nlast"
        let result = try work.weir("normalize", "--format", "jsonl", input: names)
        #expect(result.status == 0)
        #expect(try result.objects.map { $0["name"] as? String } == ["HIKVISION", "", "海康威视", "last"])
        #expect(try work.weir("normalize", input: "").output.isEmpty)
    }

    @Test func lineAndArgumentReadAlike() throws {
        let name = "DAHUA TECHNOLOGY CO LTD"
        #expect(try work.weir("normalize", name).output == work.weir("normalize", input: name + "\n").output)
    }

    @Test func linesThatCannotBeReadAreSaid() throws {
        let input = Data("A\nb".utf8) + Data([0xE4, 0x0A]) + Data("C\n".utf8) + Data(count: 1 << 21)
        let result = try work.weir(arguments: ["normalize", "--format", "jsonl"], input: input)
        #expect(result.status == 3)
        #expect(try result.objects.map { $0["name"] as? String } == ["A", "C"])
        #expect(
            result.errors == """
                weir: standard input:2: byte 2 of the line (0xE4) isn't valid UTF-8; expected are names in UTF-8; line passed over
                weir: standard input:4: the line has more than 1048576 bytes; line passed over

                """)
        let many = Data((0..<30).flatMap { _ in [0xFF, 0x0A] as [UInt8] })
        let told = try work.weir(arguments: ["normalize"], input: Data("x\n".utf8) + many)
        #expect(told.errors.split(separator: "\n").count == 11)
        #expect(told.errors.contains("standard input: more lines can't be read"))
    }

    @Test func utf16IsNamed() throws {
        let input = Data([0xFF, 0xFE]) + (try #require("HIKVISION\n".data(using: .utf16LittleEndian)))
        let result = try work.weir(arguments: ["normalize"], input: input)
        #expect(result.status == 2)
        #expect(result.errors.contains("standard input is UTF-16; expected are names in UTF-8"))
    }

    @Test func anArgumentThatIsNotUTF8IsAnError() throws {
        for line in ["weir normalize $'caf\\xe9'", "weir screen $'caf\\xe9'"] {
            let result = try work.shell(line)
            #expect(result.status == 2)
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("weir: argument 2, “caf\u{FFFD}”, isn't valid UTF-8; expected"))
        }
    }

    /// Names without a letter, and names without end.
    @Test(arguments: ["", " ", "...", "😀", "\u{301}\u{302}", "\u{200F}", "\u{202E}"])
    func namesWithoutALetter(_ name: String) throws {
        let result = try work.weir("normalize", name)
        #expect(result.status == 0)
        #expect(result.lines.last == "  no letter or digit: nothing that could match")
        let objects = try work.weir("normalize", "--format", "jsonl", name).objects
        #expect(objects.count == 1)
        #expect((objects[0]["terms"] as? [Any])?.isEmpty == true)
    }

    @Test func namesWithoutEnd() throws {
        let word = try work.weir("normalize", String(repeating: "x", count: 10_000))
        #expect(word.lines.count == 3)
        #expect(word.lines.allSatisfy { $0.count <= 162 })
        let words = try work.weir("normalize", String(repeating: "ab ", count: 10_000))
        #expect(words.lines.last == "  … (the rest is left out: no name has so many words)")
    }

    @Test func whatWouldMoveTheTerminalIsSpelledOut() throws {
        let result = try work.weir("normalize", "A\u{1B}[2J\u{202E}B\nC")
        #expect(result.lines.first == "A\\u{1B}[2J\\u{202E}B\\u{A}C")
    }

    @Test func mistakes() throws {
        let format = try work.weir("normalize", "--format", "csv", "A")
        #expect(format.status == 2)
        #expect(format.errors.contains("--format is “csv”; expected is one of text, jsonl"))
        let full = try work.shell("weir normalize A > /dev/full")
        #expect(full.status == 2)
        #expect(full.errors.contains("standard output can't be written: No space left on device"))
        let closed = try work.shell("yes HIKVISION | weir normalize | head -1; echo ${PIPESTATUS[1]}")
        #expect(closed.text == "HIKVISION\n0\n")
    }
}
