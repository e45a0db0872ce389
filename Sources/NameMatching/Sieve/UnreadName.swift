/// A name before it is read: as plain words where these may be enough, else folded.
struct UnreadName: ~Copyable {
    var plain = PlainName()
    /// Whether `plain` is the name, which then isn't folded.
    var isPlain = false
    var folded = FoldedName()
}

/// The name in work, and the next one, which is taken while the memory for its words is fetched.
struct UnreadNames: ~Copyable {
    // Pointers change places; names would be copied.
    private(set) var current = UnreadNames.made()
    private(set) var next = UnreadNames.made()

    private static func made() -> UnsafeMutablePointer<UnreadName> {
        let name = UnsafeMutablePointer<UnreadName>.allocate(capacity: 1)
        name.initialize(to: UnreadName())
        return name
    }

    deinit {
        for name in [current, next] {
            name.deinitialize(count: 1)
            name.deallocate()
        }
    }

    /// Goes on to the next name.
    @inline(__always)
    mutating func step() { (current, next) = (next, current) }
}
