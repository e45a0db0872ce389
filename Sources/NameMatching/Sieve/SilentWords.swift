/// Tells most new words that say nothing at any door: what else they show needn't be found out.
///
/// To a short list nearly every new word is one that no lexicon has, and nothing that the list looks for. So what could
/// make a difference is kept small: of the lexicon's long words, which a misspelled one may be meant for, those alone
/// that matter to the list, and of the list's words those under which a name is posted.
struct SilentWords: ~Copyable {
    private let vocabulary: Vocabulary
    private let doors: DoorTable
    private let gluedEnds: GluedEnds
    /// The words of the lexicon, of numbers and of doors.
    private let known: BitFilter
    private let misspelledDoors: MisspelledWords
    /// The long words that mean something to the list.
    private let meant: WordList
    /// A bit for each letter under which a person's name is posted.
    private let initials: UInt32

    /// Some 16 bits for each of the built-in words.
    private static let filterBits: UInt64 = 18

    /// - Complexity: O(words of the lexicon).
    init(_ index: NameIndex) {
        let (vocabulary, doors, lexicon) = (index.vocabulary, index.sieve.doors, index.lexicon)
        self.vocabulary = vocabulary
        self.doors = doors
        gluedEnds = lexicon.gluedEnds
        var known = BitFilter(size: SilentWords.filterBits)
        lexicon.transitions.forEach { _, key, _ in known.insert(SilentWords.number(of: key)) }
        NumberWords.forEachWord { known.insert(SilentWords.number(of: $0)) }
        vocabulary.forEachFace { key, face in
            if doors.isDoor(face) { known.insert(SilentWords.number(of: key)) }
        }
        self.known = known
        misspelledDoors = MisspelledWords(vocabulary) { doors.isDoor($0) }
        meant = lexicon.correctable.filter {
            SilentWords.matters(lexicon.correctable.key(of: $0), lexicon, index.sieve.phrases) {
                let face = vocabulary.find($0)
                return face >= 0 && doors.isDoor(face)
            }
        }
        initials = (UInt8(ascii: "a")...UInt8(ascii: "z")).reduce(0) { bits, letter in
            let face = vocabulary.find(.initial(letter, isListed: true))
            return face >= 0 && doors.isDoor(face) ? bits | SilentWords.bit(of: letter) : bits
        }
    }

    deinit {
        known.deallocate()
        misspelledDoors.deallocate()
        meant.deallocate()
    }

    /// Whether a word of the lexicon means something to a list, or may be left out of names.
    private static func matters(
        _ word: WordKey, _ lexicon: Lexicon, _ phrases: PhraseWords, isDoor: (WordKey) -> Bool
    ) -> Bool {
        if phrases.isDroppable(word) || phrases.isContinuingToDoor(word) || isDoor(word) { return true }
        let node = lexicon.next(Lexicon.root, word)
        guard node >= 0 else { return false }
        return phrases.leadsToDoor(node)
            || lexicon.meaning(at: node).map { isDoor(.concept($0.concept)) } ?? false
    }

    // Mutating: else the compiler would copy all tables for each call.
    /// Whether a word has no signs but, perhaps, that a door begins with it; never true for one that has.
    ///
    /// - Parameters:
    ///   - letters: a word, no longer than a key.
    ///   - isForeign: whether it was written in another script.
    /// - Complexity: O(letters), and that of the search for misspelled words in the few that matter.
    mutating func holds(
        _ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey, isForeign: Bool
    ) -> Bool {
        guard letters.count > 1, initials & SilentWords.bit(of: letters[0]) == 0,
            !known.mayHold(SilentWords.number(of: key)), !SilentWords.mayBeNumber(letters),
            !(letters.count >= LexiconSplitter.shortest && gluedEnds.mayEnd(letters)),
            meant.correction(of: letters) < 0
        else { return false }
        var isNear = false
        misspelledDoors.forEachNear(letters, in: vocabulary) { _ in isNear = true }
        guard !isNear else { return false }
        if isDoor(vocabulary.find(spellingOf: letters)) { return false }
        guard isForeign else { return true }
        return !isDoor(ConsonantSkeleton.withSkeleton(of: letters) { vocabulary.find($0) })
    }

    @inline(__always)
    private func isDoor(_ face: Int32) -> Bool { face >= 0 && doors.isDoor(face) }

    /// Whether a word has digits or may be a Roman numeral.
    @inline(__always)
    private static func mayBeNumber(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = letters[0]
        if first < UInt8(ascii: "a") { return true }
        return letters.count <= NumberWords.longestRoman
            && (first == UInt8(ascii: "i") || first == UInt8(ascii: "v") || first == UInt8(ascii: "x"))
    }

    @inline(__always)
    private static func number(of key: WordKey) -> UInt64 {
        key.low ^ (key.high &* 0xA076_1D64_78BD_642F)
    }

    @inline(__always)
    private static func bit(of letter: UInt8) -> UInt32 { 1 &<< UInt32(letter) }
}
