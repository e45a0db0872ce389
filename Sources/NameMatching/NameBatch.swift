/// Names that are looked up together: what the memory of one has to be waited for is there for all.
///
/// It is answered by ``Matcher/match(_:)``, and used again for the next names.
public struct NameBatch: ~Copyable {
    struct Name {
        /// The caller's memory.
        let bytes: UnsafeBufferPointer<UInt8>
        let tag: Int32
        /// Where the cache is likely to have it; 0 where it hasn't.
        var position: UInt32 = 0
        var hash: UInt64 = 0
    }

    /// A name that matches something.
    public struct Found {
        /// The name's place in the batch.
        public let place: Int
        /// All entities of which it reaches the threshold.
        public let matches: [NameMatch]
    }

    var names = Scratch<Name>()
    /// The places of those that the cache doesn't know to match nothing; most it does.
    var open = Scratch<Int32>()
    /// The names that the cache didn't have.
    var misses = 0
    /// The names that match something, in their order.
    public private(set) var found: [Found] = []

    public init() {}

    /// How many names there are.
    public private(set) var count = 0

    /// The bytes of a name.
    public func name(_ place: Int) -> UnsafeBufferPointer<UInt8> { names[place].bytes }

    /// What a name was added with.
    public func tag(_ place: Int) -> Int32 { names[place].tag }

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - bytes: the name as written, valid UTF-8; they must stay as they are until the batch is emptied.
    ///   - tag: comes back with the name's matches.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, tag: Int32) {
        count &+= 1
        names.append(Name(bytes: bytes, tag: tag))
    }

    /// Forgets all names.
    public mutating func removeAll() {
        names.removeAll()
        open.removeAll()
        count = 0
        misses = 0
        if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    }

    mutating func add(_ matches: [NameMatch], of place: Int) {
        found.append(Found(place: place, matches: matches))
    }
}
