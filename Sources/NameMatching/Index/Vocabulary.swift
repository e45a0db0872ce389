import Glibc

/// The faces that listed names show: their words, concepts, numbers, pinyin and joined neighbours, each once.
///
/// Structures of arrays, all indexed by face.
struct Vocabulary: Sendable {
    private let faces: KeyTable
    private let text: Table<UInt8>
    private let start: Table<Int32>
    /// Whether typing errors may lead to the face.
    let isFuzzy: Table<Bool>
    /// The faces open to typing errors, in the order of their letters.
    private let inOrder: Table<Int32>
    /// Tells most texts that are no face.
    let filter: LetterFilter
    /// Tells most texts that no face of eight letters and more begins with.
    let beginnings: Beginnings
    /// The letters of the longest face, in bytes.
    let longest: Int

    init(_ builder: consuming VocabularyBuilder) { self.init(FaceTexts(builder)) }

    /// - Complexity: O(letters of all faces).
    init(_ texts: FaceTexts) {
        let text = texts.text[0..<0].baseAddress!
        filter = LetterFilter(text, texts.start.buffer)
        beginnings = Beginnings(text, texts.start.buffer)
        longest = zip(texts.start.buffer, texts.start.buffer.dropFirst()).reduce(0) {
            max($0, Int($1.1 - $1.0))
        }
        inOrder = texts.fuzzyInOrder()
        (faces, self.text, start, isFuzzy) = (texts.faces, texts.text, texts.start, texts.isFuzzy)
    }

    var count: Int { isFuzzy.count }

    /// The face with these letters, or -1.
    ///
    /// - Complexity: O(letters); O(1) for most letters that no face has.
    @inline(__always)
    func find(_ letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let base = letters.baseAddress, letters.count > 0, filter.mayHold(letters) else { return -1 }
        let key = WordKey(base, count: letters.count)
        let face = faces.find(key)
        guard face >= 0, key.isLong else { return face }
        return self.letters(of: face).elementsEqual(letters) ? face : -1
    }

    /// The face of a word's spelling key, or -1.
    ///
    /// - Complexity: O(letters).
    @inline(__always)
    func find(spellingOf word: UnsafeBufferPointer<UInt8>) -> Int32 {
        SpellingKey.withKey(of: word, where: { filter.mayBegin($0) }, { find($0) })
    }

    /// The face of a key that isn't text (a concept, a number), or -1.
    @inline(__always)
    func find(_ key: WordKey) -> Int32 { faces.find(key) }

    /// Calls `body` with the key and the number of every face.
    func forEachFace(_ body: (WordKey, Int32) -> Void) { faces.forEach(body) }

    @inline(__always)
    func letters(of face: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(face)])..<Int(start[Int(face) + 1])]
    }

    /// The words open to typing errors that begin with the letters.
    ///
    /// - Complexity: O(log words).
    func facesBeginning(with letters: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<Int32> {
        func bound(_ isBefore: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
            var low = 0
            var high = inOrder.count
            while low < high {
                let middle = (low + high) / 2
                if isBefore(self.letters(of: inOrder[middle])) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let first = bound { $0.lexicographicallyPrecedes(letters) }
        let last = bound { $0.lexicographicallyPrecedes(letters) || $0.starts(with: letters) }
        return inOrder[first..<last]
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        faces = try KeyTable(&reader)
        text = try reader.table()
        start = try reader.table()
        isFuzzy = try reader.table()
        inOrder = try reader.table()
        filter = try LetterFilter(&reader)
        beginnings = try Beginnings(&reader)
        longest = Int(truncatingIfNeeded: try reader.readNumber())
    }

    func write(to writer: inout SectionWriter) {
        faces.write(to: &writer)
        writer.write(text.buffer)
        writer.write(start.buffer)
        writer.write(isFuzzy.buffer)
        writer.write(inOrder.buffer)
        filter.write(to: &writer)
        beginnings.write(to: &writer)
        writer.write(number: UInt64(longest))
    }

    /// Frees the memory.
    func deallocate() {
        faces.deallocate()
        text.deallocate()
        start.deallocate()
        isFuzzy.deallocate()
        inOrder.deallocate()
        filter.deallocate()
        beginnings.deallocate()
    }
}

/// Collects faces while names are read.
struct VocabularyBuilder: ~Copyable {
    fileprivate var faces: KeyTable
    fileprivate var text: Scratch<UInt8>
    fileprivate var start: Scratch<Int32>
    fileprivate var isFuzzy: Scratch<Bool>

    /// About how many faces a name shows that no name before it has shown, and their letters.
    private static let newFaces = 5
    private static let newLetters = 80

    /// - Parameter names: about how many names will be read.
    init(names: Int = 16) {
        let expected = names * VocabularyBuilder.newFaces
        faces = KeyTable(capacity: expected)
        text = Scratch(capacity: names * VocabularyBuilder.newLetters)
        start = Scratch(capacity: expected)
        isFuzzy = Scratch(capacity: expected)
        start.append(0)
    }

    var count: Int { isFuzzy.count }

    /// The face under a key, made if need be.
    mutating func face(
        _ key: WordKey, letters: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
        isFuzzy fuzzy: Bool = false
    ) -> Int32 {
        let face = faces.insert(key, Int32(count))
        if face == count {
            text.append(contentsOf: letters)
            start.append(Int32(text.count))
            isFuzzy.append(fuzzy)
        } else if fuzzy {
            isFuzzy[Int(face)] = true
        }
        return face
    }

    /// Takes over the faces of a part of the names, in their order.
    ///
    /// - Parameter numbers: set to the number that each of them has here.
    mutating func append(_ part: borrowing VocabularyBuilder, _ numbers: inout Scratch<Int32>) {
        numbers.removeAll()
        // Most look-ups miss the processor's caches.
        let ahead = 8
        for place in 0..<min(ahead, part.count) { faces.prefetch(part.faces.key(at: place)) }
        for place in 0..<part.count {
            if place + ahead < part.count { faces.prefetch(part.faces.key(at: place + ahead)) }
            numbers.append(
                face(
                    part.faces.key(at: place), letters: part.letters(Int32(place)),
                    isFuzzy: part.isFuzzy[place]))
        }
    }

    mutating func removeAll() {
        faces.removeAll()
        text.removeAll()
        start.truncate(to: 1)
        isFuzzy.removeAll()
    }

    /// Calls `body` with the key and the number of every face.
    func forEachFace(_ body: (WordKey, Int32) -> Void) { faces.forEach(body) }

    private func letters(_ face: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(face)])..<Int(start[Int(face) + 1])]
    }
}

/// The faces when all names are read, and what an index needs of them besides is not made yet.
struct FaceTexts: Sendable {
    fileprivate let faces: KeyTable
    fileprivate let text: Table<UInt8>
    fileprivate let start: Table<Int32>
    fileprivate let isFuzzy: Table<Bool>

    init(_ builder: consuming VocabularyBuilder) {
        faces = builder.faces
        text = Table(builder.text)
        start = Table(builder.start)
        isFuzzy = Table(builder.isFuzzy)
    }

    var count: Int { isFuzzy.count }

    private func letters(_ face: Int32) -> UnsafeBufferPointer<UInt8> {
        text[Int(start[Int(face)])..<Int(start[Int(face) + 1])]
    }

    private func isBefore(_ one: Int32, _ other: Int32) -> Bool {
        let (own, others) = (letters(one), letters(other))
        let order = memcmp(own.baseAddress!, others.baseAddress!, min(own.count, others.count))
        return order == 0 ? own.count < others.count : order < 0
    }

    /// The faces open to typing errors, in the order of their letters.
    ///
    /// - Complexity: O(faces), but for those that begin with the same eight letters.
    fileprivate func fuzzyInOrder() -> Table<Int32> {
        var fuzzy = Scratch<BeginningOrder.Text>(capacity: count / 2)
        for face in 0..<Int32(count) where isFuzzy[Int(face)] {
            fuzzy.append(BeginningOrder.Text(letters(face), number: face))
        }
        BeginningOrder.sort(&fuzzy) { isBefore($0, $1) }
        var faces = Scratch<Int32>(capacity: fuzzy.count)
        for place in fuzzy.indices { faces.append(fuzzy[place].number) }
        return Table(faces)
    }
}
