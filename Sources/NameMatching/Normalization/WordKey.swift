import CSystem

/// A word as a number of fixed size, so that words compare and hash without touching memory elsewhere.
///
/// Up to 16 bytes are the word itself, padded with zeros; a longer word is its first eight bytes and a hash, and
/// whoever looks one up compares the text too. A top byte of 0xFC and more, which UTF-8 never holds, marks what isn't text.
struct WordKey: Hashable, Sendable {
    var low: UInt64
    var high: UInt64

    private static let longTag: UInt64 = 0xFF << 56
    private static let conceptTag: UInt64 = 0xFE << 56
    private static let numberTag: UInt64 = 0xFD << 56
    private static let initialTag: UInt64 = 0xFC << 56

    /// The key of `count` bytes of text.
    ///
    /// - Complexity: O(count).
    @inline(__always)
    init(_ bytes: UnsafePointer<UInt8>, count: Int) {
        if count <= 16 {
            low = WordKey.load(bytes, count: min(count, 8))
            high = count > 8 ? WordKey.load(bytes + 8, count: count - 8) : 0
            return
        }
        low = WordKey.load(bytes, count: 8)
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
        var place = 8
        while place < count {
            let piece = WordKey.load(bytes + place, count: min(8, count - place))
            hash = WordKey.mix(hash ^ piece, 0xD6E8_FEB8_6659_FD93)
            place += 8
        }
        high = WordKey.longTag | (hash >> 8)
    }

    /// The key of `count` bytes of text, behind whose beginning `readable` bytes may be read, and more where
    /// the text is longer: short words, which most are, take no loop.
    @inline(__always)
    init(padded bytes: UnsafePointer<UInt8>, count: Int) {
        // No bytes at all go the other way too.
        guard UInt(bitPattern: count &- 1) < UInt(WordKey.readable) else {
            self.init(bytes, count: count)
            return
        }
        self.init(short: bytes, count: count)
    }

    /// The key of up to sixteen bytes of text, behind whose beginning as many may be read.
    @inline(__always)
    init(short bytes: UnsafePointer<UInt8>, count: Int) {
        self.init(low: 0, high: 0)
        withUnsafeMutableBytes(of: &self) { weir_first_bytes(bytes, count, $0.baseAddress!) }
        low = UInt64(littleEndian: low)
        high = UInt64(littleEndian: high)
    }

    /// The key of a character of UTF-8, its first byte lowest.
    @inline(__always)
    init(character: UInt32) {
        self.init(low: UInt64(character), high: 0)
    }

    /// How many bytes a key has room for.
    static let readable = 16

    init(text: some Sequence<UInt8>) {
        let bytes = Array(text)
        self = bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return WordKey(low: 0, high: 0) }
            return WordKey(base, count: buffer.count)
        }
    }

    @inline(__always)
    init(text: UnsafeBufferPointer<UInt8>) {
        guard let base = text.baseAddress else {
            self = .none
            return
        }
        self.init(base, count: text.count)
    }

    /// The key that no word has.
    static let none = WordKey(low: 0, high: 0)

    private init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The key of a concept of the lexicon, met by all its forms.
    static func concept(_ number: Int32) -> WordKey {
        WordKey(low: UInt64(UInt32(bitPattern: number)), high: conceptTag)
    }

    /// The key of a number, met by its Arabic, Roman and Chinese writing.
    static func number(_ value: UInt64) -> WordKey { WordKey(low: value, high: numberTag) }

    /// The key of a person's name given as its first letter alone; of the letter as the list has it, or of a name that
    /// the list has in full.
    static func initial(_ letter: UInt8, isListed: Bool) -> WordKey {
        WordKey(low: UInt64(letter) << 1 | (isListed ? 1 : 0), high: initialTag)
    }

    /// Whether the key stands for a text of more than 16 bytes and so may, however seldom, be shared by another.
    var isLong: Bool { high >= WordKey.longTag }

    @inline(__always)
    func hash(seed: UInt64) -> UInt64 {
        WordKey.mix(low ^ seed, high ^ 0xA076_1D64_78BD_642F)
    }

    @inline(__always)
    private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right | 1)
        return product.high ^ product.low
    }

    /// Loads up to eight bytes, little end first, the rest zero.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        let raw = UnsafeRawPointer(bytes)
        if count == 8 { return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) }
        if count >= 4 {
            let first = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
            let last = UInt64(
                UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)))
            return first | last << (UInt64(count - 4) * 8)
        }
        var value: UInt64 = 0
        for place in 0..<count { value |= UInt64(bytes[place]) << (UInt64(place) * 8) }
        return value
    }
}
