/// The syllables of pinyin as a trie over small letters: a word is read letter by letter, up to where no syllable goes on.
struct SyllableTrie: Sendable {
    /// By node and letter: the next node, or 0; nobody comes back to the root, which is 0.
    private let next: Table<UInt16>
    private let isSyllable: Table<Bool>

    private static let letters = 26

    static let shared = SyllableTrie()

    private init() {
        var next = Scratch<UInt16>(repeating: 0, count: SyllableTrie.letters)
        var isSyllable = Scratch<Bool>(repeating: false, count: 1)
        let vowels = Array("aeiouv".utf8)
        for syllable in 1..<HanTable.shared.syllableCount {
            let letters = HanTable.shared.letters(of: HanTable.Syllable(syllable))
            // Sounds without a vowel (n, ng, hm) are exclamations, and would make syllables of any word's end.
            guard letters.contains(where: vowels.contains) else { continue }
            var node = 0
            for byte in letters {
                let place = node * SyllableTrie.letters + Int(byte - UInt8(ascii: "a"))
                if next[place] == 0 {
                    next[place] = UInt16(isSyllable.count)
                    isSyllable.append(false)
                    for _ in 0..<SyllableTrie.letters { next.append(0) }
                }
                node = Int(next[place])
            }
            isSyllable[node] = true
        }
        self.next = Table(next)
        self.isSyllable = Table(isSyllable)
    }

    /// Calls `body` with the end of every syllable that begins at a place of a word.
    ///
    /// - Complexity: O(1), for no syllable has more than six letters.
    @inline(__always)
    func forEachEnd(of word: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (Int) -> Void) {
        var node = 0
        var end = start
        while end < word.count {
            let letter = Int(word[end] &- UInt8(ascii: "a"))
            guard letter < SyllableTrie.letters else { return }
            node = Int(next[node * SyllableTrie.letters + letter])
            if node == 0 { return }
            end += 1
            if isSyllable[node] { body(end) }
        }
    }
}
