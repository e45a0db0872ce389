/// Finds the words of a vocabulary that a word could be a misspelling of.
///
/// A misspelled word begins with the right letter, or has no other error (`WordSimilarity.typed`). So the listed words
/// lie in buckets by first letter and length, and of the few buckets in question the letters are compared as sets; a
/// word with another first letter is found whole, by what follows that letter.
struct MisspelledWords: Sendable {
    /// By first letter and length; one more than there are buckets.
    private let start: Table<Int32>
    private let faces: Table<Int32>
    /// By place in `faces`; filled up so that four can be read from any place.
    private let letterSets: Table<UInt64>
    /// The words by what follows their first letter: the first face of each, and the next of each face.
    private let tails: KeyTable
    private let nextOfTail: Table<Int32>

    private static let longest = WordSimilarity.longest
    private static let buckets = 32 * (longest + 1)
    /// How many words are compared at once.
    private static let width = 4

    /// - Complexity: O(letters of all faces).
    init(_ vocabulary: Vocabulary) {
        var bucketOfFace = Scratch<Int32>(repeating: -1, count: vocabulary.count)
        var start = Scratch<Int32>(zeroed: MisspelledWords.buckets + 1)
        for face in 0..<vocabulary.count where vocabulary.isFuzzy[face] {
            let letters = vocabulary.letters(of: Int32(face))
            guard letters.count <= MisspelledWords.longest else { continue }
            let bucket = MisspelledWords.bucket(letters[0], letters.count)
            bucketOfFace[face] = Int32(bucket)
            start[bucket + 1] += 1
        }
        for bucket in 0..<MisspelledWords.buckets { start[bucket + 1] += start[bucket] }
        let count = Int(start[MisspelledWords.buckets])
        var fill = Scratch<Int32>(capacity: MisspelledWords.buckets)
        fill.append(contentsOf: start[0..<MisspelledWords.buckets])
        var faces = Scratch<Int32>(repeating: -1, count: count)
        var letterSets = Scratch<UInt64>(zeroed: count + MisspelledWords.width)
        var tails = KeyTable(capacity: count)
        var nextOfTail = Scratch<Int32>(repeating: -1, count: vocabulary.count)
        for face in 0..<Int32(vocabulary.count) where bucketOfFace[Int(face)] >= 0 {
            let letters = vocabulary.letters(of: face)
            let place = Int(fill[Int(bucketOfFace[Int(face)])])
            fill[Int(bucketOfFace[Int(face)])] += 1
            faces[place] = face
            letterSets[place] = LetterSet(letters).bits
            guard letters.count > 1 else { continue }
            let first = tails.insert(WordKey(letters.baseAddress! + 1, count: letters.count - 1), face)
            guard first != face else { continue }
            nextOfTail[Int(face)] = nextOfTail[Int(first)]
            nextOfTail[Int(first)] = face
        }
        self.start = Table(start)
        self.faces = Table(faces)
        self.letterSets = Table(letterSets)
        self.tails = tails
        self.nextOfTail = Table(nextOfTail)
    }

    /// Calls `body` with every face that could be within the typing errors allowed to the word; others may be among
    /// them.
    ///
    /// - Complexity: O(words with the same first letter and about the same length / 4).
    func forEachNear(
        _ word: UnsafeBufferPointer<UInt8>, in vocabulary: Vocabulary, _ body: (Int32) -> Void
    ) {
        let most = WordSimilarity.budget(letters: word.count)
        guard most > 0, word.count <= MisspelledWords.longest else { return }
        let letterSet = LetterSet(word)
        for length in max(1, word.count - most)...min(MisspelledWords.longest, word.count + most) {
            let budget = WordSimilarity.budget(letters: min(length, word.count))
            guard budget > 0, abs(length - word.count) <= budget else { continue }
            let most = 2 * budget - abs(length - word.count)
            scan(MisspelledWords.bucket(word[0], length), letterSet, most, body)
        }
        forEachWithOtherBeginning(word, in: vocabulary, body)
    }

    @inline(__always)
    private func scan(_ bucket: Int, _ letterSet: LetterSet, _ most: Int, _ body: (Int32) -> Void) {
        let last = Int(start[bucket + 1])
        var place = Int(start[bucket])
        while place < last {
            let sets = UnsafeRawPointer(letterSets[place..<place].baseAddress!)
                .loadUnaligned(as: SIMD4<UInt64>.self)
            let isNear = letterSet.differ(from: sets, byAtMost: UInt64(most))
            if any(isNear) {
                for offset in 0..<min(MisspelledWords.width, last - place) where isNear[offset] {
                    body(faces[place + offset])
                }
            }
            place += MisspelledWords.width
        }
    }

    /// Words one error away that begin with another letter: it is another, there is one more, one less, or the first
    /// two are swapped.
    private func forEachWithOtherBeginning(
        _ word: UnsafeBufferPointer<UInt8>, in vocabulary: Vocabulary, _ body: (Int32) -> Void
    ) {
        guard let letters = word.baseAddress, word.count > 1 else { return }
        for key in [0, 1].lazy.map({ WordKey(letters + 1 - $0, count: word.count - 1 + $0) }) {
            var face = tails.find(key)
            while face >= 0 {
                if vocabulary.letters(of: face)[0] != word[0] { body(face) }
                face = nextOfTail[Int(face)]
            }
        }
        propose(UnsafeBufferPointer(rebasing: word[1...]), word, vocabulary, body)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: word.count) { swapped in
            _ = swapped.initialize(from: word)
            swapped.swapAt(0, 1)
            propose(UnsafeBufferPointer(swapped), word, vocabulary, body)
        }
    }

    private func propose(
        _ letters: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary,
        _ body: (Int32) -> Void
    ) {
        let face = vocabulary.find(letters)
        if face >= 0, vocabulary.isFuzzy[Int(face)], letters[0] != word[0] { body(face) }
    }

    @inline(__always)
    private static func bucket(_ first: UInt8, _ length: Int) -> Int {
        Int(first & 31) * (longest + 1) + length
    }

    /// Frees the memory.
    func deallocate() {
        start.deallocate()
        faces.deallocate()
        letterSets.deallocate()
        tails.deallocate()
        nextOfTail.deallocate()
    }
}
