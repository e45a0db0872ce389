/// Says of texts whether they came before; if asked to, letter case and ASCII punctuation aside.
///
/// It keeps hashes of 64 bits alone: a text that shares its hash with another is taken for known, so what it calls new
/// surely is.
struct DistinctBytes {
    private var slots: [UInt64] = .init(repeating: 0, count: 1 << 12)
    private(set) var count = 0
    private let foldsCase: Bool

    init(foldsCase: Bool) {
        self.foldsCase = foldsCase
    }

    /// - Returns: whether the text is new.
    mutating func insert(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let hash = hash(text)
        if 2 * count >= slots.count { grow() }
        guard place(hash) else { return false }
        count += 1
        return true
    }

    private mutating func place(_ hash: UInt64) -> Bool {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = hash
        return true
    }

    private mutating func grow() {
        let hashes = slots
        slots = .init(repeating: 0, count: 2 * hashes.count)
        for hash in hashes where hash != 0 { _ = place(hash) }
    }

    /// FNV-1a with its bits stirred at the end; never 0, which is an empty slot.
    private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text {
            guard foldsCase else {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
                continue
            }
            var folded = byte
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded |= 0x20
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...0xFF:
                break
            default: continue
            }
            hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
        }
        hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        return hash == 0 ? 1 : hash
    }
}
