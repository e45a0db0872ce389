/// The faces that listed names show: their words, concepts, numbers, pinyin and joined neighbours, each once.
///
/// Structures of arrays, all indexed by face.
struct Vocabulary: Sendable {
    private var faces = KeyTable(capacity: 1 << 12)
    private(set) var text: [UInt8] = []
    private(set) var start: [Int32] = [0]
    /// The weight of the face's word in thousandths, from the background and the list.
    var weights: [Int32] = []
    /// Whether typing errors may lead to the face.
    private(set) var isFuzzy: [Bool] = []
    /// The faces open to typing errors, in the order of their letters.
    private var inOrder: [Int32] = []

    var count: Int { weights.count }

    /// The face under a key, or -1.
    ///
    /// - Parameter letters: the text that the key was made of; compared where the key isn't the whole text.
    @inline(__always)
    func find(_ key: WordKey, letters: UnsafeBufferPointer<UInt8>) -> Int32 {
        let face = faces.find(key)
        guard face >= 0, key.isLong else { return face }
        return withLetters(of: face) { $0.elementsEqual(letters) } ? face : -1
    }

    /// The face of a key that isn't text (a concept, a number), or -1.
    @inline(__always)
    func find(_ key: WordKey) -> Int32 { faces.find(key) }

    func withLetters<Result>(of face: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        text.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(start[Int(face)])..<Int(start[Int(face) + 1])]))
        }
    }

    /// The face under a key, made if need be.
    mutating func face(_ key: WordKey, letters: [UInt8] = [], isFuzzy fuzzy: Bool = false) -> Int32 {
        let face = faces.insert(key, Int32(count))
        if face == count {
            text += letters
            start.append(Int32(text.count))
            weights.append(BackgroundWords.most)
            isFuzzy.append(fuzzy)
        } else if fuzzy {
            isFuzzy[Int(face)] = true
        }
        return face
    }

    /// Orders the words for `facesBeginning`; no face may be added afterwards.
    mutating func sortWords() {
        inOrder = (0..<Int32(count)).filter { isFuzzy[Int($0)] }
        let (text, start) = (text, start)
        func letters(_ face: Int32) -> ArraySlice<UInt8> {
            text[Int(start[Int(face)])..<Int(start[Int(face) + 1])]
        }
        inOrder.sort { letters($0).lexicographicallyPrecedes(letters($1)) }
    }

    /// The words open to typing errors that begin with the letters.
    ///
    /// - Complexity: O(log words).
    func facesBeginning(with letters: UnsafeBufferPointer<UInt8>) -> ArraySlice<Int32> {
        func bound(_ isBefore: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
            var low = 0
            var high = inOrder.count
            while low < high {
                let middle = (low + high) / 2
                if withLetters(of: inOrder[middle], isBefore) { low = middle + 1 } else { high = middle }
            }
            return low
        }
        let first = bound { $0.lexicographicallyPrecedes(letters) }
        let last = bound { $0.lexicographicallyPrecedes(letters) || $0.starts(with: letters) }
        return inOrder[first..<last]
    }
}
