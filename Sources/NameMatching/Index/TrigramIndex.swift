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
        var lengths = Scratch<UInt8>(zeroed: vocabulary.count)
        var letterSets = Scratch<UInt32>(zeroed: vocabulary.count)
        // Each trigram of each face once, face after face, and how many are whose.
        var codes = Scratch<UInt16>(capacity: vocabulary.count * 4)
        var owners = Scratch<(face: Int32, codes: Int32)>(capacity: vocabulary.count / 2)
        // By trigram: one more than the last face that has it.
        var lastFace = Scratch<Int32>(zeroed: TrigramIndex.codes)
        var starts = Scratch<Int32>(zeroed: TrigramIndex.codes + 1)
        for face in 0..<Int32(vocabulary.count) where vocabulary.isFuzzy[Int(face)] {
            let letters = vocabulary.letters(of: face)
            lengths[Int(face)] = UInt8(clamping: letters.count)
            var letterSet: UInt32 = 0
            var window: Int32 = 0
            let first = codes.count
            for place in 0..<(letters.count + 2) {
                var symbol: Int32 = 0
                if place < letters.count {
                    symbol = TrigramIndex.symbol(letters[place])
                    letterSet |= 1 << UInt32(symbol)
                }
                window = (window << 5 | symbol) & Int32(TrigramIndex.codes - 1)
                guard lastFace[Int(window)] != face + 1 else { continue }
                lastFace[Int(window)] = face + 1
                starts[Int(window) + 1] += 1
                codes.append(UInt16(window))
            }
            owners.append((face, Int32(codes.count - first)))
            letterSets[Int(face)] = letterSet
        }
        for code in 1...TrigramIndex.codes { starts[code] += starts[code - 1] }
        var next = lastFace
        next.removeAll()
        next.append(contentsOf: starts[0..<TrigramIndex.codes])
        var postings = Scratch<Int32>(capacity: codes.count)
        _ = postings.extend(by: codes.count)
        var place = 0
        for owner in owners.buffer {
            for _ in 0..<owner.codes {
                let code = Int(codes[place])
                postings[Int(next[code])] = owner.face
                next[code] += 1
                place += 1
            }
        }
        self.starts = Table(starts)
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
