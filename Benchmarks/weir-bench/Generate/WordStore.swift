/// The words of generated names, each as written in capitals and as a title has it: `TRADING`, `Trading`.
///
/// A million words as arrays of their own would cost more than all else in the generator.
final class WordStore {
    private var bytes = ByteBuffer(capacity: 1 << 20)
    /// Where each word's two forms end; each begins where the one before ends.
    private var ends: [Int] = []

    var count: Int { ends.count / 2 }

    /// Adds a word and gives its number.
    func add(upper: [UInt8], title: [UInt8]) -> Int {
        bytes.append(upper)
        ends.append(bytes.count)
        bytes.append(title)
        ends.append(bytes.count)
        return count - 1
    }

    func add(_ text: String) -> Int { add(upper: Array(text.uppercased().utf8), title: Array(text.utf8)) }

    func append(_ word: Int, isUpper: Bool, to buffer: inout ByteBuffer) {
        let place = isUpper ? 2 * word : 2 * word + 1
        let start = place == 0 ? 0 : ends[place - 1]
        buffer.append(UnsafeBufferPointer(rebasing: bytes.from(start)[..<(ends[place] - start)]))
    }
}
