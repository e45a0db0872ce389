/// Finds the words of a vocabulary that a word could be a misspelling of, through the trigrams they share.
///
/// Words are padded by two marks on each side, so a word of n letters has n + 2 trigrams. One typing error breaks at
/// most four of them (a swap of neighbours: four, a replaced letter: three), so a word within d errors keeps at least
/// (distinct trigrams of the query) - 4d of the query's distinct trigrams. Where that bound is no bound, every word
/// of about the length is proposed: nothing is lost either way. (The count filter of Gravano et al., VLDB 2001.)
struct TrigramIndex: Sendable {
    /// One more than the largest trigram code: three symbols of five bits.
    private static let codes = 1 << 15

    private var starts: [Int32]
    private var postings: [Int32]
    private let lengths: [UInt8]

    /// - Parameters:
    ///   - vocabulary: the faces; only those open to typing errors are indexed.
    init(_ vocabulary: Vocabulary) {
        var codesOfFace: [[Int32]] = []
        var lengths: [UInt8] = []
        var sizes = [Int32](repeating: 0, count: TrigramIndex.codes + 1)
        for face in 0..<Int32(vocabulary.count) {
            var codes: [Int32] = []
            var length = 0
            if vocabulary.isFuzzy[Int(face)] {
                vocabulary.withLetters(of: face) { letters in
                    length = letters.count
                    codes = TrigramIndex.distinctTrigrams(of: letters)
                }
            }
            for code in codes { sizes[Int(code) + 1] += 1 }
            codesOfFace.append(codes)
            lengths.append(UInt8(clamping: length))
        }
        for code in 1...TrigramIndex.codes { sizes[code] += sizes[code - 1] }
        starts = sizes
        postings = [Int32](repeating: 0, count: Int(sizes[TrigramIndex.codes]))
        for (face, codes) in codesOfFace.enumerated() {
            for code in codes {
                postings[Int(sizes[Int(code)])] = Int32(face)
                sizes[Int(code)] += 1
            }
        }
        self.lengths = lengths
    }

    /// Calls `body` with every face that could be within the typing errors allowed to the word; others may be among
    /// them.
    ///
    /// - Parameter shared: scratch space, one count a face, all zero before and after.
    /// - Complexity: O(postings of the word's trigrams).
    func forEachNear(
        _ word: UnsafeBufferPointer<UInt8>, shared: inout [UInt8], touched: inout [Int32],
        _ body: (Int32) -> Void
    ) {
        let budget = WordSimilarity.budget(letters: word.count)
        guard budget > 0, word.count <= WordSimilarity.longest else { return }
        let codes = TrigramIndex.distinctTrigrams(of: word)
        let least = codes.count - 4 * budget
        guard least > 0 else {
            for face in 0..<Int32(lengths.count)
            where lengths[Int(face)] > 0 && abs(Int(lengths[Int(face)]) - word.count) <= budget { body(face) }
            return
        }
        for code in codes {
            for place in Int(starts[Int(code)])..<Int(starts[Int(code) + 1]) {
                let face = postings[place]
                if shared[Int(face)] == 0 { touched.append(face) }
                shared[Int(face)] += 1
            }
        }
        for face in touched {
            if shared[Int(face)] >= least, abs(Int(lengths[Int(face)]) - word.count) <= budget { body(face) }
            shared[Int(face)] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }

    /// The codes of a word's trigrams, each once.
    static func distinctTrigrams(of word: UnsafeBufferPointer<UInt8>) -> [Int32] {
        var codes: [Int32] = []
        codes.reserveCapacity(word.count + 2)
        var window: Int32 = 0
        for place in 0..<(word.count + 2) {
            window = (window << 5 | (place < word.count ? symbol(word[place]) : 0)) & (1 << 15 - 1)
            if !codes.contains(window) { codes.append(window) }
        }
        return codes
    }

    /// A letter as five bits; symbols that share bits only make more candidates.
    @inline(__always)
    private static func symbol(_ byte: UInt8) -> Int32 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int32(byte - UInt8(ascii: "a")) + 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 27 + Int32(byte & 3)
        default: 31
        }
    }
}
