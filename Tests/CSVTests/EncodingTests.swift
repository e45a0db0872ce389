import TestSupport
import Testing

@testable import CSV

@Suite struct EncodingTests {
    private func recognized(_ sample: [UInt8], isWhole: Bool = true) -> EncodingRecognition.Finding {
        EncodingRecognition.recognize(sample, isWhole: isWhole)
    }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    @Test func labels() {
        for (label, encoding) in [
            ("UTF-8", TextEncoding.utf8), ("utf8", .utf8), ("UTF_16", .utf16le), ("utf-16be", .utf16be),
            ("GBK", .gb18030), ("gb2312", .gb18030), ("GB 18030", .gb18030), ("cp936", .gb18030),
            ("Big5", .big5),
            ("BIG5-HKSCS", .big5), ("cp1252", .windows1252), ("Windows-1252", .windows1252),
            ("latin1", .windows1252), ("ISO-8859-1", .windows1252),
        ] {
            #expect(TextEncoding(label: label) == encoding, "\(label)")
        }
        for encoding in TextEncoding.allCases { #expect(TextEncoding(label: encoding.rawValue) == encoding) }
        for label in ["", "koi8-r", "utf-7", "utf"] { #expect(TextEncoding(label: label) == nil, "\(label)") }
    }

    @Test func byteOrderMarks() {
        #expect(recognized([0xEF, 0xBB, 0xBF] + Array("a,b\n".utf8)) == .text(.utf8, markLength: 3))
        #expect(
            recognized([0xFF, 0xFE] + utf16("a,b\n", bigEndian: false)) == .text(.utf16le, markLength: 2))
        #expect(recognized([0xFE, 0xFF] + utf16("a,b\n", bigEndian: true)) == .text(.utf16be, markLength: 2))
        #expect(recognized([0xFF, 0xFE] + utf16("杭州", bigEndian: false)) == .text(.utf16le, markLength: 2))
        #expect(recognized([0x84, 0x31, 0x95, 0x33] + Array("a".utf8)) == .text(.gb18030, markLength: 4))
        // Two stray bytes before ASCII are none.
        #expect(
            recognized([0xFF, 0xFE] + Array("name,country\nACME,US\n".utf8)) == .text(.utf8, markLength: 0))
    }

    @Test(arguments: [false, true]) func utf16WithoutMark(bigEndian: Bool) {
        let encoding: TextEncoding = bigEndian ? .utf16be : .utf16le
        let rows = String(repeating: "杭州海康威视数字技术股份有限公司,中国,8525\r\n", count: 20)
        let cyrillic = String(repeating: "Общество с ограниченной ответственностью,Москва\r\n", count: 20)
        for text in ["name,country\r\nACME LTD,US\r\n", "名称,国家,编号\r\n" + rows, "имя,город\r\n" + cyrillic] {
            #expect(
                recognized(utf16(text, bigEndian: bigEndian)) == .text(encoding, markLength: 0), "\(text)")
        }
    }

    @Test func utf8() {
        #expect(recognized([]) == .text(.utf8, markLength: 0))
        #expect(recognized(Array("name\nM\u{FC}nchen\n".utf8)) == .text(.utf8, markLength: 0))
        // A sequence that the end of the sample cuts off.
        let cut = Array("name\n杭州".utf8.dropLast())
        #expect(recognized(cut, isWhole: false) == .text(.utf8, markLength: 0))
        // Fields padded with NULs.
        #expect(
            recognized(Array("name,country\nACME\0\0\0,US\nX\0\0,DE\n".utf8)) == .text(.utf8, markLength: 0))
        // Damage here and there doesn't make another encoding.
        let damaged =
            Array("a,España\nb,杭州\nc,".utf8) + [0xE6, 0x9D, 0x0A] + Array("d,é\n".utf8) + [0xFF, 0x0A]
        #expect(recognized(damaged) == .text(.utf8, markLength: 0))
        for stray: [UInt8] in [[0xFF, 0xFE], [0xFF], [0x81], [0xC3, 0x28], [0x90, 0x9D]] {
            let sample = Array("name,country\nACME ".utf8) + stray + Array(" LTD,US\n".utf8)
            #expect(recognized(sample) == .text(.utf8, markLength: 0), "\(stray)")
        }
    }

    @Test(arguments: [
        "M\\FCnchen", "Espa\\F1a", "\\93quoted\\94", "S\\C3O PAULO", "CER\\C2MICA PORTUGUESA",
        "ADMINISTRA\\C7\\C3O",
        "\\C1LVAREZ Y MU\\D1OZ", "caf\\E9", "O\\92NEILL", "rue \\E0 c\\F4t\\E9", "\\D6LM\\DCHLE GMBH",
        "5 \\80",
        "GARC\\CDA, JOS\\C9 \\96 N\\BA 7", "IMPORTA\\C7\\D5ES CABE\\C7A\\C7\\C3O L\\CDDER",
        "SOCI\\C9T\\C9 G\\C9N\\C9RALE D\\92\\C9QUIPEMENT",
    ])
    func windows1252(_ text: String) {
        #expect(recognized(escaped("name,country\n" + text + ",X\n")) == .text(.windows1252, markLength: 0))
        let many = escaped("name,country\n" + String(repeating: text + ",X\nACME,Y\n", count: 50))
        #expect(recognized(many) == .text(.windows1252, markLength: 0))
    }

    /// Bytes with `\` and two hexadecimal digits for those that aren't ASCII.
    private func escaped(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if character == "\\" {
                bytes.append(UInt8(rest.prefix(2), radix: 16)!)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(contentsOf: String(character).utf8)
            }
        }
        return bytes
    }

    @Test(arguments: [1, 3, 200]) func chinese(rows: Int) {
        for (encoding, names) in [(TextEncoding.gb18030, ChineseText.gb18030), (.big5, ChineseText.big5)] {
            for first in 0..<names.count {
                var sample = Array("consignee,country,value\r\n".utf8)
                for row in 0..<rows {
                    sample +=
                        ChineseText.bytes(names[(first + row) % names.count].hex) + Array(",CN,12.5\r\n".utf8)
                }
                #expect(
                    recognized(sample) == .text(encoding, markLength: 0),
                    "\(encoding), \(rows) rows from \(first)")
            }
        }
    }

    @Test func chineseAmongLatin() {
        for (encoding, names) in [(TextEncoding.gb18030, ChineseText.gb18030), (.big5, ChineseText.big5)] {
            let sample =
                Array("name\nHIKVISION ".utf8) + ChineseText.bytes(names[0].hex) + Array("\nACME LTD\nX".utf8)
                + ChineseText.bytes(names[1].hex) + Array(" BUREAU\n".utf8)
            #expect(recognized(sample) == .text(encoding, markLength: 0))
        }
    }

    @Test func binary() {
        var generator = SeededGenerator(seed: 7)
        let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &generator) }
        #expect(recognized(noise) == .binary)
        let elf: [UInt8] =
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 56) + [3, 0, 62, 0, 1]
        #expect(recognized(elf) == .binary)
    }

    @Test func decodes() throws {
        for (encoding, names) in [(TextEncoding.gb18030, ChineseText.gb18030), (.big5, ChineseText.big5)] {
            for (text, hex) in names {
                #expect(try encoding.decoded(ChineseText.bytes(hex)[...], isWhole: true) == Array(text.utf8))
            }
        }
        let latin = try TextEncoding.windows1252.decoded([0x93, 0x4D, 0xFC, 0x94, 0x80], isWhole: true)
        #expect(latin == Array("\u{201C}M\u{FC}\u{201D}\u{20AC}".utf8))
    }

    /// Every cut of a text with broken sequences decodes the same, the broken ones as 0xFF, and loses no
    /// delimiter.
    @Test func decodingMarksWhatIsBroken() throws {
        let cases: [(TextEncoding, [UInt8], [UInt8])] = [
            (
                .gb18030, [0x61, 0xB9, 0x2C, 0xB9, 0xAB, 0x0A, 0xFF, 0x22, 0xB9],
                [0x61, 0xFF, 0x2C] + Array("公".utf8) + [0x0A, 0xFF, 0x22, 0xFF]
            ),
            (
                .big5, [0xA4, 0x2C, 0xA4, 0xBD, 0x80, 0x0A, 0xA4],
                [0xFF, 0x2C] + Array("公".utf8) + [0xFF, 0x0A, 0xFF]
            ),
            (.utf16le, [0x61, 0, 0, 0xD8, 0x62, 0, 0, 0xDC, 0x63], [0x61, 0xFF, 0x62, 0xFF, 0xFF]),
            (.utf16be, [0, 0x61, 0xDC, 0, 0xFF, 0xFF, 0, 0x62], [0x61, 0xFF, 0xEF, 0xBF, 0xBF, 0x62]),
        ]
        for (encoding, bytes, expected) in cases {
            for step in 1...bytes.count {
                let source = try DecodingSource(ScriptedSource(bytes, step: step), encoding: encoding)
                var text = [UInt8](repeating: 0, count: 64)
                let count = try text.withUnsafeMutableBufferPointer { buffer throws(InputError) in
                    try source.fill(UnsafeMutableRawBufferPointer(buffer))
                }
                #expect(Array(text[..<count]) == expected, "\(encoding), reads of \(step)")
            }
            for room in 1...4 {
                let source = try DecodingSource(ScriptedSource(bytes, step: 2), encoding: encoding)
                var text: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: room)
                while true {
                    let count = try piece.withUnsafeMutableBufferPointer { buffer throws(InputError) in
                        try source.read(into: UnsafeMutableRawBufferPointer(buffer))
                    }
                    if count == 0 { break }
                    text += piece[..<count]
                }
                #expect(text == expected, "\(encoding), room for \(room)")
            }
        }
    }
}
