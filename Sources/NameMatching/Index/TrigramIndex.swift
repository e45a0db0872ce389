/// Finds the words of a vocabulary that a word could be a misspelling of, through the trigrams they share.
///
/// Words are padded by two marks on each side, so a word of n letters has n + 2 trigrams. One typing error breaks at
/// most four of them (a swap of neighbours: four, a replaced letter: three), so a word within d errors keeps at least
/// (distinct trigrams of the query) - 4d of the query's distinct trigrams. Where that bound is no bound, every word
/// of about the length is proposed: nothing is lost either way. (The count filter of Gravano et al., VLDB 2001.)
struct TrigramIndex: Sendable {
    /// One more than the largest trigram code: three symbols of five bits.
    private static let codes = 1 << 15

    private let starts: Table<Int32>
    private let postings: Table<Int32>
    private let lengths: Table<UInt8>
    /// Which letters a word has, as bits.
    private let letterSets: Table<UInt32>

    /// - Parameter vocabulary: the faces; only those open to typing errors are indexed.
    init(_ vocabulary: Vocabulary) {
        var codesOfFace: [Int32] = []
        var lengths: [UInt8] = []
        var letterSets: [UInt32] = []
        var codeStart: [Int32] = [0]
        var sizes = [Int32](repeating: 0, count: TrigramIndex.codes + 1)
        var codes = Scratch<Int32>()
        for face in 0..<Int32(vocabulary.count) {
            let letters = vocabulary.letters(of: face)
            let isFuzzy = vocabulary.isFuzzy[Int(face)]
            lengths.append(isFuzzy ? UInt8(clamping: letters.count) : 0)
            letterSets.append(isFuzzy ? TrigramIndex.letterSet(of: letters) : 0)
            codes.removeAll()
            if isFuzzy { TrigramIndex.appendDistinctTrigrams(of: letters, to: &codes) }
            for code in codes.buffer { sizes[Int(code) + 1] += 1 }
            codesOfFace += codes.buffer
            codeStart.append(Int32(codesOfFace.count))
        }
        for code in 1...TrigramIndex.codes { sizes[code] += sizes[code - 1] }
        starts = Table(sizes)
        var postings = [Int32](repeating: 0, count: codesOfFace.count)
        for face in lengths.indices {
            for place in Int(codeStart[face])..<Int(codeStart[face + 1]) {
                let code = Int(codesOfFace[place])
                postings[Int(sizes[code])] = Int32(face)
                sizes[code] += 1
            }
        }
        self.postings = Table(postings)
        self.lengths = Table(lengths)
        self.letterSets = Table(letterSets)
    }

    /// Frees the memory.
    func deallocate() {
        starts.deallocate()
        postings.deallocate()
        lengths.deallocate()
        letterSets.deallocate()
    }

    /// Scratch space of a search: one count a face, all zero between searches.
    struct Counts: ~Copyable {
        fileprivate var shared: Scratch<UInt8>
        fileprivate var touched = Scratch<Int32>(capacity: 1_024)
        fileprivate var codes = Scratch<Int32>()

        init(faces: Int) {
            shared = Scratch(repeating: 0, count: faces)
        }
    }

    /// Calls `body` with every face that could be within the typing errors allowed to the word; others may be among
    /// them.
    ///
    /// - Complexity: O(postings of the word's trigrams).
    func forEachNear(
        _ word: UnsafeBufferPointer<UInt8>, within budget: Int, _ counts: inout Counts,
        _ body: (Int32) -> Void
    ) {
        guard budget > 0, word.count <= WordSimilarity.longest else { return }
        counts.codes.removeAll()
        TrigramIndex.appendDistinctTrigrams(of: word, to: &counts.codes)
        let least = counts.codes.count - 4 * budget
        let letterSet = TrigramIndex.letterSet(of: word)
        guard least > 0 else {
            for face in 0..<Int32(lengths.count) where isAlike(face, word.count, letterSet, budget) {
                body(face)
            }
            return
        }
        for code in counts.codes.buffer {
            for face in postings[Int(starts[Int(code)])..<Int(starts[Int(code) + 1])] {
                if counts.shared[Int(face)] == 0 { counts.touched.append(face) }
                counts.shared[Int(face)] += 1
            }
        }
        for face in counts.touched.buffer {
            if counts.shared[Int(face)] >= least, isAlike(face, word.count, letterSet, budget) { body(face) }
            counts.shared[Int(face)] = 0
        }
        counts.touched.removeAll()
    }

    /// Whether a word is about as long as another and has about the same letters: one error makes at most two letters
    /// come or go.
    @inline(__always)
    private func isAlike(_ face: Int32, _ length: Int, _ letterSet: UInt32, _ budget: Int) -> Bool {
        let listed = Int(lengths[Int(face)])
        return listed > 0 && abs(listed - length) <= budget
            && (letterSets[Int(face)] ^ letterSet).nonzeroBitCount <= 2 * budget
    }

    /// Which letters a word has, as bits.
    static func letterSet(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
        word.reduce(0) { $0 | 1 << UInt32(symbol($1)) }
    }

    /// Appends the codes of a word's trigrams, each once.
    private static func appendDistinctTrigrams(
        of word: UnsafeBufferPointer<UInt8>, to codes: inout Scratch<Int32>
    ) {
        var window: Int32 = 0
        for place in 0..<(word.count + 2) {
            window = (window << 5 | (place < word.count ? symbol(word[place]) : 0)) & (1 << 15 - 1)
            if !codes.buffer.contains(window) { codes.append(window) }
        }
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
