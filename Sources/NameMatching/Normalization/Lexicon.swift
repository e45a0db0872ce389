/// Words and phrases that many names share, with the concept that all forms of the same thing stand for.
///
/// `technology`, `tech`, 科技 and `keji` are one concept: they meet each other as if they were the same word, and none
/// of them says who is meant. Forms come from the files in Data/, already folded, and may be added to (``Words``).
struct Lexicon: Sendable {
    /// What a form means; a concept of -1 is no meaning.
    struct Meaning {
        var concept: Int32
        var kind: TermClass
        /// Whether longer forms go on from here; of the meaning of a node.
        var goesOn = false
        /// Whether a legal form stands before names as well as behind them: `OOO`, `PT`.
        var standsBefore = false
    }

    /// A trie over units: the transitions of all nodes are one table from (node, word) to node.
    let transitions: TransitionTable
    /// Tells most letters that are no single word of the lexicon, and most that no form begins with.
    let words: LetterFilter
    let firstWords: LetterFilter
    /// Tells most words that aren't several of its words written as one.
    let gluedEnds: GluedEnds
    /// What the path to a node means.
    let meanings: Table<Meaning>
    /// Phrases that go on from nodes one or more words deep, by node.
    let continuations: Table<Continuation>
    let continuationText: Table<UInt8>

    /// Long single words, which a misspelled word may be meant for.
    let correctable: WordList

    // By concept.
    /// What the data calls the concept; the letters lie in the embedded data.
    let conceptNames: Table<UnsafeBufferPointer<UInt8>>
    let weights: Table<Int32>
    /// The region that a place lies in, or -1.
    let parents: Table<Int32>
    let isStreetWord: Table<Bool>
    let isBranchWord: Table<Bool>
    let isAttentionWord: Table<Bool>
    let isCorporateWord: Table<Bool>
    let isGivenNameWord: Table<Bool>
    /// The country that firms with Chinese names add to them abroad.
    let china: Int32

    /// The next word of a phrase, with what the phrase means.
    struct Continuation {
        var node: Int32
        var textStart: Int32
        var textCount: Int32
        var meaning: Meaning
    }

    static let legalWeight: Int32 = 30
    static let adminWeight: Int32 = 50
    static let corporateWeight: Int32 = 60
    static let genericLimit: Int32 = 450
    static let placeLimit: Int32 = 750

    static let root: Int32 = 0

    /// The lexicon of Data/, read when it is first asked for.
    static let shared: Lexicon = {
        var builder = LexiconBuilder(background: .shared)
        builder.loadBuiltIn()
        return builder.lexicon()
    }()

    /// The node reached from a node by a unit, or -1.
    @inline(__always)
    func next(_ node: Int32, _ key: WordKey) -> Int32 { transitions.find(node, key) }

    /// The node that a unit leads to from the root, or -1.
    @inline(__always)
    func first(_ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey) -> Int32 {
        firstWords.mayHold(letters) ? transitions.find(Lexicon.root, key) : -1
    }

    /// Whether a form goes on from a node.
    @inline(__always)
    func goesOn(_ node: Int32) -> Bool { meanings[Int(node)].goesOn }

    /// What the path to a node means, or nil where no form ends there.
    @inline(__always)
    func meaning(at node: Int32) -> Meaning? {
        let meaning = meanings[Int(node)]
        return meaning.concept < 0 ? nil : meaning
    }

    /// What a single word means, or nil.
    @inline(__always)
    func meaning(of key: WordKey) -> Meaning? {
        let node = next(Lexicon.root, key)
        return node < 0 ? nil : meaning(at: node)
    }

    /// What letters mean that stand between slashes, or nil: `c/o` is no company and `m/s` no ship.
    func meaning(ofSlashed letters: UnsafeBufferPointer<UInt8>) -> Meaning? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * letters.count) { spelled in
            for (place, letter) in letters.enumerated() {
                spelled[2 * place] = letter
                spelled[2 * place + 1] = UInt8(ascii: "/")
            }
            return meaning(of: WordKey(spelled.baseAddress!, count: 2 * letters.count - 1))
        }
    }

    /// Whether a word in capital ASCII letters means something.
    func knows(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        meaning(of: WordKey(text: word.map { $0 | 0x20 })) != nil
    }

    /// What a phrase means of which only the beginning of the next word is left, or nil.
    ///
    /// - Parameters:
    ///   - node: where the whole words led.
    ///   - part: the letters of the next word that are left.
    /// - Complexity: O(log phrases).
    func meaning(at node: Int32, cutWithin part: UnsafeBufferPointer<UInt8>) -> Meaning? {
        var low = 0
        var high = continuations.count
        while low < high {
            let middle = (low + high) / 2
            if continuations[middle].node < node { low = middle + 1 } else { high = middle }
        }
        var found: Meaning?
        while low < continuations.count, continuations[low].node == node {
            let continuation = continuations[low]
            let start = Int(continuation.textStart)
            let word = continuationText[start..<start + Int(continuation.textCount)]
            low += 1
            guard word.count > part.count, word.starts(with: part) else { continue }
            // What could be two things is neither.
            if let found, found.concept != continuation.meaning.concept { return nil }
            found = continuation.meaning
        }
        return found
    }

    /// What the data calls a concept, such as `joint-stock`.
    func name(of concept: Int32) -> String { String(decoding: conceptNames[Int(concept)], as: UTF8.self) }

    /// Whether an address word names a street, so that what stands before it is the street's name.
    func isStreet(_ concept: Int32) -> Bool { concept >= 0 && isStreetWord[Int(concept)] }

    /// Whether a phrase says that what stands before it is a branch: `WUHAN BRANCH`, 武汉分公司.
    func isBranch(_ concept: Int32) -> Bool { concept >= 0 && isBranchWord[Int(concept)] }

    /// Whether a word says that what follows is the person to ask for: `ATTN`.
    func isAttention(_ concept: Int32) -> Bool { concept >= 0 && isAttentionWord[Int(concept)] }

    /// Whether a concept is a given name, in whatever form.
    @inline(__always)
    func isGivenName(_ concept: Int32) -> Bool { concept >= 0 && isGivenNameWord[Int(concept)] }

    /// Whether a generic word says how a firm is held rather than what it does: `GROUP`, 集团.
    @inline(__always)
    func isCorporate(_ concept: Int32) -> Bool { concept >= 0 && isCorporateWord[Int(concept)] }

    /// Whether a region is the place itself or one that it lies in.
    func region(_ region: Int32, contains place: Int32) -> Bool {
        var current = place
        // Four levels reach from a county to the world; a loop in the data must not hang.
        for _ in 0..<8 {
            if current == region { return true }
            if current < 0 { return false }
            current = parents[Int(current)]
        }
        return false
    }

    /// Frees the tables; nobody may read the lexicon, or a copy of it, afterwards.
    func deallocate() {
        transitions.deallocate()
        words.deallocate()
        firstWords.deallocate()
        gluedEnds.deallocate()
        meanings.deallocate()
        continuations.deallocate()
        continuationText.deallocate()
        correctable.deallocate()
        conceptNames.deallocate()
        weights.deallocate()
        parents.deallocate()
        isStreetWord.deallocate()
        isBranchWord.deallocate()
        isAttentionWord.deallocate()
        isCorporateWord.deallocate()
        isGivenNameWord.deallocate()
    }
}
