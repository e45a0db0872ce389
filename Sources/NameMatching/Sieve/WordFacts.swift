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
        let rawValue: UInt8

        /// The word is several written as one.
        static let isGlued = Marks(rawValue: 1)
        /// The word, or one that it is made of, may be none of the letters that names are compared by.
        static let isDroppable = Marks(rawValue: 2)
        /// A phrase that begins with the word may be a door.
        static let leadsToDoor = Marks(rawValue: 4)
        /// The word is tens, of which a number may be made with the next.
        static let isTens = Marks(rawValue: 8)
    }

    /// A door that the word may open, and how similar it is.
    struct Knock {
        var face: Int32
        /// Thousandths.
        var similarity: Int32
    }

    var key: WordKey
    var faces = FaceSet()
    /// The knocks at doors, by their places in the cache.
    var knockStart: Int32 = 0
    var knockCount: Int32 = 0
    /// The letters of a word whose key isn't all of it, by their place in the cache.
    var letterStart: Int32 = 0
    var letterCount: Int32 = 0
    var context: Context
    var marks: Marks = []
}
