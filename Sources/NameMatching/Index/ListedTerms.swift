/// The listed names taken apart for scoring: structures of arrays, with the terms of a name side by side.
struct ListedTerms: Sendable {
    /// A face that a term shows, and the most it can be worth (thousandths): its own text all, its pinyin less.
    struct TermFace {
        var face: Int32
        var factor: Int32
        /// Whether the face is the pinyin of Han characters.
        var isReading = false
    }

    /// Neighbouring terms written as one word.
    struct Join {
        var face: Int32
        var factor: Int32
        var isReading = false
        /// The terms covered, counted from the first of the name.
        var first: Int16
        var last: Int16
    }

    /// What identifies a listed name.
    enum Identity: UInt8, Sendable {
        /// Words that the lexicon doesn't know.
        case brand
        /// A place, with what stands there: a bureau among its likes.
        case place
        /// Nothing but generic words: all of them count.
        case generic
    }

    /// A listed name never has more terms than this; what stands behind them is left out.
    static let termLimit = 64

    // By name; one more than there are names.
    private let termStart: Table<Int32>
    private let joinStart: Table<Int32>
    /// By name: the sum of its terms' weights.
    let totalWeight: Table<Int32>
    let identity: Table<Identity>
    /// Whether the name is written in Han characters.
    let isHan: Table<Bool>
    /// Whether the name may be a person's.
    let isPersonLike: Table<Bool>
    /// Whether the list says that it is a person's.
    let isPerson: Table<Bool>
    /// Whether many others may have the name.
    let isWeak: Table<Bool>

    // By term.
    let weight: Table<Int32>
    /// What the term weighs against another of its class that stands in its place: beside a brand more than `weight`.
    let classWeight: Table<Int32>
    /// How much a term met speaks for the identity, in thousandths of a rare long word.
    let evidence: Table<Int32>
    let kind: Table<TermClass>
    let concept: Table<Int32>
    private let faceStart: Table<Int32>
    // How the term is spelled, for reasons.
    private let spellingStart: Table<Int32>
    private let spellings: Table<UInt8>

    let faces: Table<TermFace>
    let joins: Table<Join>

    init(_ builder: consuming ListedTermsBuilder) {
        termStart = Table(builder.termStart)
        joinStart = Table(builder.joinStart)
        totalWeight = Table(builder.totalWeight)
        identity = Table(builder.identity)
        isHan = Table(builder.isHan)
        isPersonLike = Table(builder.isPersonLike)
        isPerson = Table(builder.isPerson)
        isWeak = Table(builder.isWeak)
        weight = Table(builder.weight)
        classWeight = Table(builder.classWeight)
        evidence = Table(builder.evidence)
        kind = Table(builder.kind)
        concept = Table(builder.concept)
        faceStart = Table(builder.faceStart)
        spellingStart = Table(builder.spellingStart)
        spellings = Table(builder.spellings)
        faces = Table(builder.faces)
        joins = Table(builder.joins)
    }

    @inline(__always)
    func terms(of name: Int) -> Range<Int> { Int(termStart[name])..<Int(termStart[name + 1]) }
    @inline(__always)
    func joins(of name: Int) -> Range<Int> { Int(joinStart[name])..<Int(joinStart[name + 1]) }
    @inline(__always)
    func faces(of term: Int) -> Range<Int> { Int(faceStart[term])..<Int(faceStart[term + 1]) }

    /// The face of a term that is a brand word met by its letters, or -1.
    @inline(__always)
    func brandFace(of term: Int) -> Int32 {
        kind[term] == .brand && faceStart[term] < faceStart[term + 1] ? faces[Int(faceStart[term])].face : -1
    }

    /// Whether a name weighs as the same one does on another list.
    func weighs(_ name: Int, as other: Int, of list: ListedTerms) -> Bool {
        let (own, others) = (terms(of: name), list.terms(of: other))
        return weight[own].elementsEqual(list.weight[others])
            && classWeight[own].elementsEqual(list.classWeight[others])
            && evidence[own].elementsEqual(list.evidence[others])
    }

    /// The letters of a term, in bytes of UTF-8.
    @inline(__always)
    func letterCount(of term: Int) -> Int { Int(spellingStart[term + 1] - spellingStart[term]) }

    func spelling(of term: Int) -> String {
        String(decoding: spellings[Int(spellingStart[term])..<Int(spellingStart[term + 1])], as: UTF8.self)
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        termStart = try reader.table()
        joinStart = try reader.table()
        totalWeight = try reader.table()
        identity = try reader.table()
        isHan = try reader.table()
        isPersonLike = try reader.table()
        isPerson = try reader.table()
        isWeak = try reader.table()
        weight = try reader.table()
        classWeight = try reader.table()
        evidence = try reader.table()
        kind = try reader.table()
        concept = try reader.table()
        faceStart = try reader.table()
        spellingStart = try reader.table()
        spellings = try reader.table()
        faces = try reader.table()
        joins = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(termStart.buffer)
        writer.write(joinStart.buffer)
        writer.write(totalWeight.buffer)
        writer.write(identity.buffer)
        writer.write(isHan.buffer)
        writer.write(isPersonLike.buffer)
        writer.write(isPerson.buffer)
        writer.write(isWeak.buffer)
        writer.write(weight.buffer)
        writer.write(classWeight.buffer)
        writer.write(evidence.buffer)
        writer.write(kind.buffer)
        writer.write(concept.buffer)
        writer.write(faceStart.buffer)
        writer.write(spellingStart.buffer)
        writer.write(spellings.buffer)
        writer.write(faces.buffer)
        writer.write(joins.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        for table in [
            termStart, joinStart, totalWeight, weight, classWeight, evidence, concept, faceStart,
            spellingStart,
        ] { table.deallocate() }
        identity.deallocate()
        isHan.deallocate()
        isPersonLike.deallocate()
        isPerson.deallocate()
        isWeak.deallocate()
        kind.deallocate()
        spellings.deallocate()
        faces.deallocate()
        joins.deallocate()
    }
}
