import CSystem

/// The words that names are read with: those of Weir's own data, and what a user adds to them.
///
/// Names meet only where both are read with the same words, so an index and all that is asked of it share one value.
public struct Words: Sendable {
    /// A form of a word, and what it means.
    public struct Word: Sendable, Equatable {
        /// The word or phrase as somebody might write it; it is folded as names are: case, diacritics and punctuation
        /// make no difference, nor do Traditional and Simplified.
        public var form: String
        /// What all forms of the same thing share: one of the data's own, such as `technology`, or a new one. Case
        /// makes no difference.
        public var concept: String
        public var kind: WordClass
        /// The concept of the region that a place lies in; nil where it is none, or not known.
        public var parent: String?

        public init(form: String, concept: String, kind: WordClass, parent: String? = nil) {
            self.form = form
            self.concept = concept
            self.kind = kind
            self.parent = parent
        }
    }

    /// Why words can't be added.
    public struct Mistake: Error, CustomStringConvertible, Equatable {
        /// The place of the word among those given.
        public let word: Int
        /// The place of an earlier word that it contradicts.
        public let earlier: Int?
        /// What was found, and what was expected.
        public let message: String

        public var description: String { message }
    }

    /// The words of Weir's own data alone, read when they are first asked for.
    public static let builtIn = Words(Storage(.shared, text: nil))

    private let storage: Storage

    var lexicon: Lexicon { storage.lexicon }
    /// A checksum of the added words; 0 where there are none.
    var addedWords: UInt64 { storage.addedWords }

    private init(_ storage: Storage) { self.storage = storage }

    /// Adds words to those of Weir's own data; one with the same form as a word of the data takes its place.
    ///
    /// - Parameter words: in any order. A concept belongs to its class: the place `china` isn't the generic word.
    /// - Throws: where a form or concept is empty, a form has two meanings, a parent is no place that is known, or
    ///   stands with a word that is none.
    /// - Complexity: O(letters of the data and of the words), some 6 ms and 2 MB, which go with the last copy.
    public init(adding words: [Word]) throws(Mistake) {
        guard !words.isEmpty else {
            self = .builtIn
            return
        }
        var reader = WordReader()
        for (number, word) in words.enumerated() { try reader.read(word, number) }
        try reader.checkParents()
        // Concepts' names last as long as the lexicon that shows them.
        let text = Table(reader.text)
        var builder = LexiconBuilder(background: .shared)
        for entry in reader.entries {
            entry.form.withUnsafeBufferPointer {
                builder.add(
                    form: $0, concept: text[entry.concept], entry.kind, parent: entry.parent.map { text[$0] })
            }
        }
        builder.loadBuiltIn()
        var given: [UInt8] = []
        for word in words {
            for part in [word.form, word.concept, "\(word.kind)", word.parent ?? ""] {
                given.append(contentsOf: part.utf8)
                given.append(0)
            }
        }
        let sum = given.withUnsafeBytes { weir_checksum($0.baseAddress, $0.count) }
        self.init(Storage(builder.lexicon(), text: text, addedWords: sum))
    }

    private final class Storage: Sendable {
        let lexicon: Lexicon
        /// The names of the concepts of added words; nil where there are none.
        private let text: Table<UInt8>?

        let addedWords: UInt64

        init(_ lexicon: Lexicon, text: Table<UInt8>?, addedWords: UInt64 = 0) {
            self.addedWords = addedWords
            self.lexicon = lexicon
            self.text = text
        }

        deinit {
            // The data's own words are read once and stay.
            guard let text else { return }
            lexicon.deallocate()
            text.deallocate()
        }
    }
}
