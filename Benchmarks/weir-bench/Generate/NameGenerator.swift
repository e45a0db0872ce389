/// Makes up names of firms and persons such as customs records hold.
///
/// What it was made after, counted on 10,500 distinct names of customs files, 9,000 of firms in trade and 32,000 of a
/// sanctions list: four words of five to six letters a name; .8 new words a name after 8,000 names, some .4 after
/// 100,000, .2 after a million (V ~ n^.71); the commonest word in a fifth of the names, the 100th in one of 110, the
/// 1,000th in one of 1,250.
struct NameGenerator {
    private let regions: Choice<NameRegion>
    private var random: Randomness
    private var start = 0

    // Shares of names.
    private static let upperCase = 0.75
    private static let mistyped = 0.04
    private static let cut = 0.02
    /// Where old systems cut a field.
    private static let fieldWidth = 35

    init(seed: UInt64) {
        let table = WordTable()
        let store = WordStore()
        let total = table.regions.reduce(0) { $0 + $1.share }
        regions = Choice(
            table.regions.map { NameRegion($0.name, share: $0.share / total, table: table, store: store) },
            weights: table.regions.map(\.share))
        random = Randomness(seed: seed)
    }

    /// Appends a name.
    mutating func append(to buffer: inout ByteBuffer) {
        start = buffer.count
        let isUpper = random.happens(NameGenerator.upperCase)
        regions.draw(&random).append(isUpper: isUpper, to: &buffer, &random)
        let hand = random.fraction()
        if hand < NameGenerator.mistyped {
            mistype(&buffer)
        } else if hand < NameGenerator.mistyped + NameGenerator.cut {
            cut(&buffer)
        }
    }

    /// Drops, doubles or swaps a letter inside the name.
    private mutating func mistype(_ buffer: inout ByteBuffer) {
        let length = buffer.count - start
        guard length > 8 else { return }
        let place = start + 1 + random.below(length - 3)
        // Letters of more bytes would be torn apart.
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        guard isLetter(buffer[place]), isLetter(buffer[place + 1]) else { return }
        switch random.below(3) {
        case 0: buffer.removeByte(at: place)
        case 1: buffer[place + 1] = buffer[place]
        default:
            let letter = buffer[place]
            buffer[place] = buffer[place + 1]
            buffer[place + 1] = letter
        }
    }

    private func cut(_ buffer: inout ByteBuffer) {
        let end = start + NameGenerator.fieldWidth
        guard buffer.count > end, buffer.from(start).allSatisfy({ $0 < 0x80 }) else { return }
        buffer.removeAll(from: buffer[end - 1] == UInt8(ascii: " ") ? end - 1 : end)
    }
}
