import CData

/// Russian letters in Latin ones, as ICU's Russian-Latin/BGN writes them, for words in which each stands for itself.
///
/// Opening ICU's rules costs 16 ms, and a list of Latin names that has one Cyrillic letter (Со., Ltd.) would pay it at
/// every start. A test compares with ICU.
struct RussianLetters: Sendable {
    private struct Letter {
        /// Up to four ASCII letters, the first one lowest.
        var latin: UInt32
        var count: UInt8
        var isConsonant: Bool
    }

    private static let capitals: Range<UInt32> = 0x410..<0x430
    private static let small: Range<UInt32> = 0x430..<0x450
    private static let e: UInt32 = 0x435
    /// The letters behind which an е hangs on what stands before them: е, ы and э.
    private static let unsure = SIMD4<UInt32>(e, 0x44B, 0x44D, e)

    private let letters: Table<Letter>

    static let shared = RussianLetters()

    private init() {
        var letters = [Letter](
            repeating: Letter(latin: 0, count: 0, isConsonant: false), count: RussianLetters.small.count)
        EmbeddedData(weir_data_russian_letters()).forEachRow { fields in
            let scalar = decodeScalar(fields[0], at: 0).scalar
            var latin: UInt32 = 0
            for byte in fields[1].reversed() { latin = latin << 8 | UInt32(byte) }
            letters[Int(scalar - RussianLetters.small.lowerBound)] = Letter(
                latin: latin, count: UInt8(fields[1].count),
                isConsonant: fields[2].first == UInt8(ascii: "c"))
        }
        self.letters = Table(letters)
    }

    /// The run in Latin letters, or nil where it has another letter, or an е that hangs on more than
    /// the letter before.
    ///
    /// - Parameter run: valid UTF-8.
    /// - Complexity: O(bytes).
    func latin(of run: [UInt8]) -> [UInt8]? {
        var latin = Scratch<UInt8>()
        return run.withUnsafeBufferPointer { append(latinOf: $0, to: &latin) } ? Array(latin.buffer) : nil
    }

    /// Appends the run in Latin letters; says no, and appends a part of it, where it isn't for this table.
    func append(latinOf run: UnsafeBufferPointer<UInt8>, to latin: inout Scratch<UInt8>) -> Bool {
        var place = 0
        var before: (letter: UInt32, isCapital: Bool, isConsonant: Bool)?
        while place < run.count {
            var (scalar, width) = decodeScalar(run, at: place)
            let isCapital = RussianLetters.capitals.contains(scalar)
            if isCapital { scalar += 0x20 }
            guard RussianLetters.small.contains(scalar) else { return false }
            let letter = letters[Int(scalar - RussianLetters.small.lowerBound)]
            if scalar == RussianLetters.e, let before, before.isConsonant {
                latin.append(UInt8(ascii: "e"))
            } else {
                if scalar == RussianLetters.e, let before,
                    before.isCapital != isCapital || any(RussianLetters.unsure .== before.letter)
                {
                    return false
                }
                for offset in 0..<UInt32(letter.count) {
                    latin.append(UInt8(truncatingIfNeeded: letter.latin >> (8 * offset)))
                }
            }
            before = (scalar, isCapital, letter.isConsonant)
            place += width
        }
        return true
    }
}
