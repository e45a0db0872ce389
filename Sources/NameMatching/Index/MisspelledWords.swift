/// Finds the words of a vocabulary that a word could be a misspelling of.
///
/// A misspelled word begins with the right letter, or has no other error (`WordSimilarity.typed`). So the listed words
/// lie in buckets by first letter and length, and of the few buckets in question the letters are compared as sets
/// (`LetterBuckets`); a word with another first letter is found whole, by what follows that letter.
struct MisspelledWords: Sendable {
    private let buckets: LetterBuckets
    /// The words by what follows their first letter: the first face of each, and the next of each face.
    private let tails: KeyTable
    private let nextOfTail: Table<Int32>
    /// Tells most words that none with another first letter is an error away from.
    private let endings: BitFilter

    /// - Parameter isKept: leaves out all other faces.
    /// - Complexity: O(letters of all faces).
    init(_ vocabulary: Vocabulary, _ isKept: (Int32) -> Bool = { _ in true }) {
        var words = Scratch<Int32>(capacity: vocabulary.count / 2)
        for face in 0..<Int32(vocabulary.count) where vocabulary.isFuzzy[Int(face)] && isKept(face) {
            if vocabulary.letters(of: face).count <= LetterBuckets.longest { words.append(face) }
        }
        var tails = KeyTable(capacity: words.count)
        var nextOfTail = Scratch<Int32>(repeating: -1, count: vocabulary.count)
        // Some 16 bits a word, which has up to three endings.
        var size: UInt64 = 10
        while 1 << size < words.count * 16 { size += 1 }
        var endings = BitFilter(size: size)
        for place in words.indices {
            let face = words[place]
            let letters = vocabulary.letters(of: face)
            MisspelledWords.forEachEnding(of: letters) { endings.insert($0) }
            guard letters.count > 1 else { continue }
            let first = tails.insert(WordKey(letters.baseAddress! + 1, count: letters.count - 1), face)
            guard first != face else { continue }
            nextOfTail[Int(face)] = nextOfTail[Int(first)]
            nextOfTail[Int(first)] = face
        }
        buckets = LetterBuckets(words) { vocabulary.letters(of: $0) }
        self.tails = tails
        self.nextOfTail = Table(nextOfTail)
        self.endings = endings
    }

    /// Calls `body` with every face that could be within the typing errors allowed to the word; others may be among
    /// them.
    ///
    /// - Complexity: O(words with the same first letter and about the same length / 4).
    @inline(__always)
    func forEachNear(
        _ word: UnsafeBufferPointer<UInt8>, in vocabulary: Vocabulary, _ body: (Int32) -> Void
    ) {
        let most = WordSimilarity.budget(letters: word.count)
        guard most > 0, word.count <= LetterBuckets.longest else { return }
        let letterSet = LetterSet(word)
        for length in max(1, word.count - most)...min(LetterBuckets.longest, word.count + most) {
            let budget = WordSimilarity.budget(letters: min(length, word.count))
            guard budget > 0, abs(length - word.count) <= budget else { continue }
            let most = 2 * budget - abs(length - word.count)
            buckets.forEach(from: word[0], length: length, letterSet, atMost: most, body)
        }
        if endings.mayHold(MisspelledWords.ending(of: word)) {
            forEachWithOtherBeginning(word, in: vocabulary, body)
        }
    }

    /// What follows the second letter of a word: an error that makes its first letter another leaves that as it is.
    ///
    /// - Parameter word: of three letters or more.
    @inline(__always)
    private static func ending(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        WordEnds(word).last(word.count - 2)
    }

    /// The endings that a word with another first letter, one error away from this one, may have.
    private static func forEachEnding(of word: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
        let ends = WordEnds(word)
        // That word may have a letter more or less; of long ones the last eight letters are the same.
        for count in max(1, word.count - 3)...max(1, word.count - 1) {
            body(ends.last(count))
            if count >= 8 { return }
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

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        buckets = try LetterBuckets(&reader)
        tails = try KeyTable(&reader)
        nextOfTail = try reader.table()
        endings = try BitFilter(&reader)
    }

    func write(to writer: inout SectionWriter) {
        buckets.write(to: &writer)
        tails.write(to: &writer)
        writer.write(nextOfTail.buffer)
        endings.write(to: &writer)
    }

    /// Frees the memory.
    func deallocate() {
        buckets.deallocate()
        tails.deallocate()
        nextOfTail.deallocate()
        endings.deallocate()
    }
}
