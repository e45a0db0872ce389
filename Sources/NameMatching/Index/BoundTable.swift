import CSystem

/// The listed names laid out for bounding their scores: all that is needed of one side by side.
struct BoundTable: Sendable {
    /// A face by which a term, or neighbouring terms together, may be met.
    struct Face {
        var face: Int32
        /// What the similarity is multiplied by, in thousandths.
        var factor: Int16
        /// The terms met, counted from the first of the name.
        var first: UInt8
        var last: UInt8
    }

    /// A term of a listed name.
    struct Term {
        var weight: Int16
        /// What it weighs against another of its class.
        var classWeight: Int16
        var evidence: Int16
        var role: Role
        /// Whether it is so long that an error or two leave it what it is.
        var isLong: Bool
    }

    /// What a term is to the identity of its name.
    enum Role: UInt8 { case brand, place, generic, number, other }

    struct Name {
        var termStart: Int32
        var faceStart: Int32
        var identity: ListedTerms.Identity
        var isHan: Bool
        var hasGeneric: Bool
        /// All its faces.
        var faces = FaceSet()
    }

    // One more than there are names.
    private let names: Table<Name>
    private let terms: Table<Term>
    private let faces: Table<Face>

    init(_ listed: ListedTerms, _ lexicon: Lexicon) {
        var names = Scratch<Name>(capacity: listed.totalWeight.count + 1)
        var terms = Scratch<Term>(capacity: listed.weight.count)
        var faces = Scratch<Face>(capacity: listed.faces.count + listed.joins.count)
        for number in listed.totalWeight.indices {
            let range = listed.terms(of: number)
            var name = Name(
                termStart: Int32(terms.count), faceStart: Int32(faces.count),
                identity: listed.identity[number],
                isHan: listed.isHan[number], hasGeneric: false)
            for term in range {
                let role = BoundTable.role(of: term, listed, lexicon)
                if role == .generic { name.hasGeneric = true }
                terms.append(
                    Term(
                        weight: Int16(listed.weight[term]), classWeight: Int16(listed.classWeight[term]),
                        evidence: Int16(listed.evidence[term]), role: role,
                        isLong: listed.letterCount(of: term) >= ScoringModel.longWord))
                let place = UInt8(term - range.lowerBound)
                for facePlace in listed.faces(of: term) {
                    let face = listed.faces[facePlace]
                    faces.append(
                        Face(face: face.face, factor: Int16(face.factor), first: place, last: place + 1))
                    name.faces.insert(face.face)
                }
            }
            for joinPlace in listed.joins(of: number) {
                let join = listed.joins[joinPlace]
                faces.append(
                    Face(
                        face: join.face, factor: Int16(join.factor), first: UInt8(join.first),
                        last: UInt8(join.last)))
                name.faces.insert(join.face)
            }
            names.append(name)
        }
        names.append(
            Name(
                termStart: Int32(terms.count), faceStart: Int32(faces.count), identity: .generic,
                isHan: false,
                hasGeneric: false))
        self.names = Table(names)
        self.terms = Table(terms)
        self.faces = Table(faces)
    }

    private static func role(of term: Int, _ listed: ListedTerms, _ lexicon: Lexicon) -> Role {
        switch listed.kind[term] {
        case .brand: .brand
        case .place: .place
        case .number: .number
        case .generic where !lexicon.isCorporate(listed.concept[term]): .generic
        default: .other
        }
    }

    /// Begins to load where a name lies.
    @inline(__always)
    func prefetch(_ name: Int32) { weir_prefetch(names[0..<0].baseAddress! + Int(name)) }

    /// Begins to load the terms and faces of a name: of nearly every name they fill so many of the processor's lines.
    @inline(__always)
    func prefetchParts(_ name: Int32) {
        let faces = UnsafeRawPointer(faces[0..<0].baseAddress! + Int(names[Int(name)].faceStart))
        weir_prefetch(terms[0..<0].baseAddress! + Int(names[Int(name)].termStart))
        weir_prefetch(faces)
        weir_prefetch(faces + BoundTable.lineBytes)
    }
    private static let lineBytes = 64

    @inline(__always)
    subscript(name: Int32) -> Name { names[Int(name)] }

    @inline(__always)
    func terms(of name: Int32) -> UnsafeBufferPointer<Term> {
        terms[Int(names[Int(name)].termStart)..<Int(names[Int(name) + 1].termStart)]
    }

    @inline(__always)
    func faces(of name: Int32) -> UnsafeBufferPointer<Face> {
        faces[Int(names[Int(name)].faceStart)..<Int(names[Int(name) + 1].faceStart)]
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        names = try reader.table()
        terms = try reader.table()
        faces = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(names.buffer)
        writer.write(terms.buffer)
        writer.write(faces.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        names.deallocate()
        terms.deallocate()
        faces.deallocate()
    }
}
