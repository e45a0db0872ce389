import CICU
import Testing

@testable import NameMatching

struct RussianLettersTests {
    private static let letters = (UInt32(0x410)..<0x450).map { String(Unicode.Scalar($0)!) }

    /// Every pair, and every letter between two others.
    @Test func wordsEqualICU() {
        var compared = 0
        for first in RussianLettersTests.letters {
            for second in RussianLettersTests.letters {
                for third in [""] + RussianLettersTests.letters where third < "к" {
                    let word = Array((first + second + third).utf8)
                    guard let latin = RussianLetters.shared.latin(of: word) else { continue }
                    let expected = icu(word)
                    #expect(latin == expected, "\(first)\(second)\(third)")
                    compared += 1
                }
            }
        }
        #expect(compared > 100_000)
    }

    @Test func whatHangsOnOtherLettersIsLeftToICU() {
        for word in ["ё", "СиЕн", "поэег", "выезд", "ее", "єврo", "кафé"] {
            #expect(RussianLetters.shared.latin(of: Array(word.utf8)) == nil, "\(word)")
        }
        #expect(RussianLetters.shared.latin(of: Array("Ещенко".utf8)) == Array("yeshchenko".utf8))
        #expect(RussianLetters.shared.latin(of: Array("предприятие".utf8)) == Array("predpriyatiye".utf8))
    }

    /// What ICU makes of a word, without the marks that `NameFolder` leaves out.
    private func icu(_ word: [UInt8]) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 256)
        let count = Int(weir_latin(word, Int32(word.count), &out, Int32(out.count)))
        var text = String(decoding: out[..<max(0, count)], as: UTF8.self)
        text.removeAll { $0 == "\u{B7}" || $0 == "\"" }
        return Array(text.utf8)
    }
}
