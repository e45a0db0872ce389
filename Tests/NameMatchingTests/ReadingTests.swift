import CICU
import Foundation
import Testing
import TestSupport

@testable import NameMatching

struct ReadingTests {
    private func reading(_ text: String) -> String {
        let name = Normalizer.read(text)
        return String(decoding: Array(name.folded.reading.buffer), as: UTF8.self)
    }

    @Test(arguments: [
        ("重庆", "chongqing"), ("沈阳", "shenyang"), ("藏文", "zangwen"), ("秘鲁", "bilu"), ("成都", "chengdu"),
        ("六安", "luan"), ("银行", "yinhang"), ("长城", "changcheng"), ("厦门", "xiamen"), ("乐清", "yueqing"),
        ("乾景", "qianjing"),
        ("單田芳", "shantianfang"), ("解晓东", "xiexiaodong"), ("仇英", "qiuying"), ("曾国藩", "zengguofan"),
        ("海康威视", "haikangweishi"), ("海康威視", "haikangweishi"),
    ])
    func readsInContext(text: String, expected: String) {
        #expect(reading(text) == expected)
    }

    /// ICU's own rules look at neighbours too (重庆, 沈阳): on whole real names the readings are the same, but where a
    /// correction of ours says otherwise.
    @Test(.enabled(if: SharedData.folder != nil, "the shared data is not here"))
    func sharedNamesAreReadAsICUReadsThem() throws {
        let corrections = SharedData.plainRows(
            of: try Data(
                contentsOf: SharedData.packageRoot.appendingPathComponent("Data/reading-corrections.csv"))
        ).map { $0[0] }
        var compared = 0
        for row in try SharedData.rows("gold/chinese_company_names.csv").dropFirst() {
            let name = row[2]
            guard name.unicodeScalars.allSatisfy({ weir_scalar_kind($0.value) == Int32(WEIR_HAN) }),
                !corrections.contains(where: name.contains) || ["重庆", "沈阳"].contains(String(name.prefix(2)))
            else { continue }
            var rest = name
            for city in ["重庆", "沈阳"] { rest = rest.replacingOccurrences(of: city, with: "") }
            guard !corrections.contains(where: rest.contains) else { continue }
            var out = [UInt8](repeating: 0, count: 1_024)
            let bytes = Array(name.utf8)
            let count = weir_han_latin(bytes, Int32(bytes.count), &out, Int32(out.count))
            let expected = String(decoding: out[..<Int(count)], as: UTF8.self).replacingOccurrences(
                of: " ", with: "")
            #expect(reading(name) == expected, "\(name)")
            compared += 1
        }
        #expect(compared > 1_000)
    }
}
