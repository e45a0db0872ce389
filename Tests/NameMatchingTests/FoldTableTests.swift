import CData
import CICU
import Testing

@testable import NameMatching

struct FoldTableTests {
    /// Every code point that the table covers, and every other one of the basic plane that it answers for.
    @Test func equalsICUOnEveryCodePoint() {
        var compared = 0
        for scalar: UInt32 in 0x80..<0x1_0000 where Unicode.Scalar(scalar) != nil {
            let kind = weir_scalar_kind(scalar)
            switch FoldTable.shared.entry(of: scalar) {
            case .ascii(let packed, let count):
                let text = (0..<count).map { UInt8(packed >> (8 * UInt32($0)) & 0xFF) }
                expectFold(scalar, kind, text)
            case .long(let place): expectFold(scalar, kind, Array(FoldTable.shared.longText(place)))
            case .han: #expect(kind == Int32(WEIR_HAN))
            case .foreign:
                #expect(kind == Int32(WEIR_LETTER))
                if let folded = FoldTable.fold(scalar), scalar < 0x2500 {
                    #expect(!folded.allSatisfy { $0 < 0x80 }, "U+\(String(scalar, radix: 16))")
                }
            }
            compared += 1
        }
        #expect(compared > 60_000)
    }

    private func expectFold(_ scalar: UInt32, _ kind: Int32, _ text: [UInt8]) {
        if kind == Int32(WEIR_MARK) || kind == Int32(WEIR_IGNORABLE) {
            #expect(text.isEmpty, "U+\(String(scalar, radix: 16))")
        } else if text != [0x20] {
            #expect(FoldTable.fold(scalar) == text, "U+\(String(scalar, radix: 16))")
        } else {
            // What has no ASCII form parts words, and only what is no letter does.
            #expect(kind == Int32(WEIR_SEPARATOR), "U+\(String(scalar, radix: 16))")
        }
    }

    @Test func everySimplifiedFormAndReadingEqualsICU() {
        let corrected = characters(of: weir_data_reading_corrections())
        let variants = characters(of: weir_data_han_variants())
        for scalar: UInt32 in 0x3400..<0xA000 where weir_scalar_kind(scalar) == Int32(WEIR_HAN) {
            let text = Array(String(Unicode.Scalar(scalar)!).utf8)
            let simplified = transform(text, weir_simplified)
            let inTable = Array(String(Unicode.Scalar(HanTable.shared.simplified(scalar))!).utf8)
            #expect(
                (inTable == simplified) != variants.contains(scalar), "U+\(String(scalar, radix: 16))")
            guard !corrected.contains(scalar) else { continue }
            let reading = transform(text, weir_han_latin)
            let expected = reading.allSatisfy { $0 < 0x80 } ? reading : []
            #expect(
                Array(HanTable.shared.letters(of: HanTable.shared.reading(scalar))) == expected,
                "U+\(String(scalar, radix: 16))")
        }
    }

    @Test func aStandardFormIsItsOwn() {
        EmbeddedData(weir_data_han_variants()).forEachRow { fields in
            let standard = decodeScalar(fields[1], at: 0).scalar
            #expect(HanTable.shared.simplified(standard) == standard, "U+\(String(standard, radix: 16))")
        }
    }

    /// The single characters in the first column of a data file.
    private func characters(of data: weir_data) -> Set<UInt32> {
        var scalars: Set<UInt32> = []
        EmbeddedData(data).forEachRow { fields in
            let text = decodeScalars(fields[0])
            if text.count == 1 { scalars.insert(text[0]) }
        }
        return scalars
    }

    private func transform(
        _ text: [UInt8],
        _ function: (UnsafePointer<UInt8>?, Int32, UnsafeMutablePointer<UInt8>?, Int32) -> Int32
    ) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: 256)
        let count = function(text, Int32(text.count), &out, Int32(out.count))
        return Array(out[..<max(0, Int(count))])
    }
}
