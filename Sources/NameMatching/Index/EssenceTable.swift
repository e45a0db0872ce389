/// How the essences of two names agree.
enum EssenceMatch: Comparable, Sendable {
    case none
    /// The one's pinyin is the other's letters; of few syllables, or of more.
    case shortReading, reading
    case letters
}

/// The listed names by their essence.
struct EssenceTable: Sendable {
    private let firstText: KeyTable
    // By text; those of a name side by side.
    private let nextText: Table<Int32>
    private let nameOfText: Table<Int32>
    private let isReading: Table<Bool>
    private let start: Table<Int32>
    private let bytes: Table<UInt8>
    /// By name.
    private let textStart: Table<Int32>

    /// The letters of pinyin that are no more than four syllables, which other names may have too.
    private static let fewLetters = 15

    init(_ builder: consuming EssenceTableBuilder) {
        firstText = builder.firstText
        nextText = Table(builder.nextText)
        nameOfText = Table(builder.nameOfText)
        isReading = Table(builder.isReading)
        start = Table(builder.start)
        bytes = Table(builder.bytes)
        textStart = Table(builder.textStart)
    }

    /// The first listed text with a key, or -1; a long one may be another with the same key.
    func first(_ key: WordKey) -> Int32 { firstText.find(key) }

    /// The next listed text with the key of this one, or -1.
    func next(after text: Int32) -> Int32 { nextText[Int(text)] }

    /// The listed name that a text is of.
    func name(of text: Int32) -> Int32 { nameOfText[Int(text)] }

    /// How a listed name's essence agrees with this one, letter by letter.
    func match(_ name: Int32, _ essence: borrowing Essence) -> EssenceMatch {
        var best = EssenceMatch.none
        for text in essence.texts.buffer {
            for place in Int(textStart[Int(name)])..<Int(textStart[Int(name) + 1]) {
                let range = Int(start[place])..<Int(start[place + 1])
                // Characters that only sound alike are others.
                guard !(text.isReading && isReading[place]), range.count == text.count,
                    bytes[range].elementsEqual(essence.letters(of: text))
                else { continue }
                let isSpelled = !text.isReading && !isReading[place]
                best = max(
                    best,
                    isSpelled ? .letters : text.count > EssenceTable.fewLetters ? .reading : .shortReading)
            }
        }
        return best
    }

    /// How many texts the listed names have together.
    var textCount: Int { nameOfText.count }

    /// The letters of a text.
    func letters(ofText text: Int) -> UnsafeBufferPointer<UInt8> {
        bytes[Int(start[text])..<Int(start[text + 1])]
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        firstText = try KeyTable(&reader)
        nextText = try reader.table()
        nameOfText = try reader.table()
        isReading = try reader.table()
        start = try reader.table()
        bytes = try reader.table()
        textStart = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        firstText.write(to: &writer)
        writer.write(nextText.buffer)
        writer.write(nameOfText.buffer)
        writer.write(isReading.buffer)
        writer.write(start.buffer)
        writer.write(bytes.buffer)
        writer.write(textStart.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        firstText.deallocate()
        nextText.deallocate()
        nameOfText.deallocate()
        isReading.deallocate()
        start.deallocate()
        bytes.deallocate()
        textStart.deallocate()
    }
}

/// Collects the essences of listed names while they are read.
struct EssenceTableBuilder: ~Copyable {
    fileprivate var firstText: KeyTable
    fileprivate var nextText: Scratch<Int32>
    fileprivate var nameOfText: Scratch<Int32>
    fileprivate var isReading: Scratch<Bool>
    fileprivate var start: Scratch<Int32>
    fileprivate var bytes: Scratch<UInt8>
    fileprivate var textStart: Scratch<Int32>
    /// The last text of each chain, by its first.
    private var lastText: Scratch<Int32>
    private var essence = Essence()
    /// Of the texts of a part that is being taken over.
    private var keys = Scratch<WordKey>()

    /// A name with more characters of two readings is read in the usual way behind these.
    private static let mostPolyphones = 3

    /// About how many letters an essence has.
    private static let letters = 24

    init(capacity: Int) {
        firstText = KeyTable(capacity: capacity)
        nextText = Scratch(capacity: capacity)
        nameOfText = Scratch(capacity: capacity)
        isReading = Scratch(capacity: capacity)
        start = Scratch(capacity: capacity)
        bytes = Scratch(capacity: capacity * EssenceTableBuilder.letters)
        textStart = Scratch(capacity: capacity + 1)
        lastText = Scratch(capacity: capacity)
        start.append(0)
        textStart.append(0)
    }

    /// Takes in the next listed name.
    mutating func append(_ name: borrowing NormalizedName) {
        let number = Int32(textStart.count - 1)
        for polyphones in 0..<UInt32(1) << min(name.polyphoneCount, EssenceTableBuilder.mostPolyphones) {
            essence.take(from: name, polyphones: polyphones)
            for text in essence.texts.buffer {
                append(essence.letters(of: text), text.key, isReading: text.isReading, of: number)
            }
        }
        textStart.append(Int32(nextText.count))
    }

    /// Takes over the texts of a part of the names.
    mutating func append(_ part: borrowing EssenceTableBuilder) {
        let names = Int32(textStart.count - 1)
        let texts = Int32(nextText.count)
        keys.removeAll()
        // Most look-ups miss the processor's caches.
        for text in part.nextText.indices {
            keys.append(WordKey(text: part.letters(ofText: text)))
            firstText.prefetch(keys[text])
        }
        for text in part.nextText.indices {
            append(
                part.letters(ofText: text), keys[text], isReading: part.isReading[text],
                of: names + part.nameOfText[text])
        }
        for name in 1..<part.textStart.count { textStart.append(texts + part.textStart[name]) }
    }

    mutating func removeAll() {
        firstText.removeAll()
        nextText.removeAll()
        nameOfText.removeAll()
        isReading.removeAll()
        start.truncate(to: 1)
        bytes.removeAll()
        textStart.truncate(to: 1)
        lastText.removeAll()
    }

    private func letters(ofText text: Int) -> UnsafeBufferPointer<UInt8> {
        bytes[Int(start[text])..<Int(start[text + 1])]
    }

    private mutating func append(
        _ letters: UnsafeBufferPointer<UInt8>, _ key: WordKey, isReading: Bool, of name: Int32
    ) {
        let place = Int32(nextText.count)
        nextText.append(-1)
        lastText.append(place)
        nameOfText.append(name)
        self.isReading.append(isReading)
        bytes.append(contentsOf: letters)
        start.append(Int32(bytes.count))
        let first = Int(firstText.insert(key, place))
        if first != place { nextText[Int(lastText[first])] = place }
        lastText[first] = place
    }
}
