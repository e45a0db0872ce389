/// What a word of a screened name could show of an index, whatever it stands beside.
struct WordFacts {
    /// Where the word stands, as far as it matters to what it could show.
    enum Context: UInt8 {
        /// Of a line of the cache that holds nothing.
        case vacant
        case anywhere
        /// A word that was in another script: its consonants count too.
        case foreign
        /// The end of a name, where a word may be cut off: the words that it could be the beginning of, and no more.
        case end
    }

    struct Marks: OptionSet {
        let rawValue: UInt16

        /// The word is several written as one.
        static let isGlued = Marks(rawValue: 1)
        /// The word, or one that it is made of, may be none of the letters that names are compared by.
        static let isDroppable = Marks(rawValue: 2)
        /// A phrase that means what a listed name has too may begin with the word.
        static let beginsPhrase = Marks(rawValue: 4)
        /// That may be one that is said around names.
        static let leadsToNoise = Marks(rawValue: 8)
        /// The word may go on with a phrase.
        static let isContinuing = Marks(rawValue: 16)
        /// The word is tens, of which a number may be made with the next.
        static let isTens = Marks(rawValue: 32)
        /// The word may be where a name ends, or a number, after which an address may follow.
        static let mayEnd = Marks(rawValue: 64)
        /// The word is a brand wherever it stands within a name.
        static let isBrand = Marks(rawValue: 128)
        /// A phrase may begin with the word, whatever it means.
        static let goesOn = Marks(rawValue: 512)
        /// A phrase may begin with the word under whose meaning a listed name is posted.
        static let beginsDoorPhrase = Marks(rawValue: 1024)
        /// The word may go on with such a phrase.
        static let continuesDoorPhrase = Marks(rawValue: 2048)
        /// The word says what somebody does or is, wherever it stands within a name.
        static let isGeneric = Marks(rawValue: 256)
    }

    /// A face that the word may show, and how similar it is.
    struct Show {
        var face: Int32
        /// Thousandths.
        var similarity: Int16
        /// Whether a listed name is posted under the face.
        var isDoor: Bool
    }

    /// Where in the cache the faces of a word are.
    struct Shows {
        var start: Int32
        var count: Int32
    }

    var key: WordKey
    /// What the word shows by itself.
    var faces = FaceSet()
    /// The faces one by one.
    var shows = Shows(start: 0, count: 0)
    /// Where the word, or the one that it misspells, leads from the root of the lexicon, or -1.
    var node: Int32 = -1
    /// The word that it misspells, or -1.
    var correction: Int32 = -1
    /// The letters of a word whose key isn't all of it, by their place in the cache.
    var letterStart: Int32 = 0
    var letterCount: Int32 = 0
    /// What the word weighs as a brand or a generic word, in thousandths.
    var weight: Int16 = 0
    var marks: Marks = []
    /// Whether one of the faces is a door.
    var knocks = false
    var context: Context
}
