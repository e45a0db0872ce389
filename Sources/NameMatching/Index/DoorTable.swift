import CSystem

/// Under which faces a listed name is found, and what else a screened name must show to reach the threshold.
///
/// A listed name is posted under its heaviest terms only, until the terms left over together can't reach the
/// threshold. Each posting says how similar a face must be met, from which similarity on that suffices by itself, and
/// otherwise one of which other faces the screened name must show. All three are bounds: nothing that reaches the
/// threshold is left out.
struct DoorTable: Sendable {
    /// A listed name under a face.
    struct Door {
        /// The name as it is matched, by its place among the index's entries.
        var entry: Int32
        /// The least similarity, in thousandths, with which the face may be met.
        var least: Int16
        /// The similarity from which on no other face is needed; over 1,000 where that is none.
        var aloneAt: Int16
        /// Else one of these faces must be met.
        var others: Others
    }

    /// Faces of which one must be met: all in the set, and one by one in the table.
    struct Others {
        var set = FaceSet()
        var start: Int32 = 0
        var count: Int32 = 0
    }

    // By face; one more than there are faces.
    private let start: Table<Int32>
    private let doors: Table<Door>
    private let otherFaces: Table<Int32>
    private let crowds: Crowds

    /// How many faces listed names are posted under.
    let faceCount: Int

    init(_ listed: ListedTerms, _ lexicon: Lexicon, faces: Int, threshold: Score) {
        var maker = DoorMaker(listed, lexicon, threshold)
        for name in listed.totalWeight.indices { maker.make(Int32(name)) }
        var start = Scratch<Int32>(zeroed: faces + 1)
        for posted in maker.doors.buffer { start[Int(posted.face) + 1] += 1 }
        for face in 0..<faces { start[face + 1] += start[face] }
        var fill = Scratch<Int32>(capacity: faces)
        fill.append(contentsOf: start[0..<faces])
        var doors = Scratch<Door>(capacity: maker.doors.count)
        _ = doors.extend(by: maker.doors.count)
        for posted in maker.doors.buffer {
            let others = posted.others < 0 ? Others() : maker.others[Int(posted.others)]
            doors[Int(fill[Int(posted.face)])] = Door(
                entry: posted.entry, least: posted.least, aloneAt: posted.aloneAt, others: others)
            fill[Int(posted.face)] += 1
        }
        faceCount = (0..<faces).count { start[$0] < start[$0 + 1] }
        otherFaces = maker.releaseOtherFaces()
        crowds = Crowds(&doors, start, otherFaces)
        self.start = Table(start)
        self.doors = Table(doors)
    }

    /// The faces of which one must be met.
    @inline(__always)
    func faces(of others: Others) -> UnsafeBufferPointer<Int32> {
        otherFaces[Int(others.start)..<Int(others.start + others.count)]
    }

    /// Whether a listed name is posted under a face.
    @inline(__always)
    func isDoor(_ face: Int32) -> Bool { start[Int(face)] < start[Int(face) + 1] }

    /// Begins to load the listed names posted under a face.
    @inline(__always)
    func prefetch(_ face: Int32) {
        weir_prefetch(doors[0..<0].baseAddress! + Int(start[Int(face)]))
    }

    /// The listed names posted under a face.
    @inline(__always)
    subscript(face: Int32) -> UnsafeBufferPointer<Door> {
        doors[Int(start[Int(face)])..<Int(start[Int(face) + 1])]
    }

    /// The doors of a face that has very many, by the other faces that they ask for; nil of others.
    @inline(__always)
    func crowd(_ face: Int32) -> Crowds.Crowd? {
        start[Int(face) + 1] - start[Int(face)] < Crowds.least ? nil : crowds[face]
    }

    /// The doors of a crowd that may be enough by themselves.
    func alone(_ crowd: Crowds.Crowd) -> UnsafeBufferPointer<Door> {
        doors[Int(start[Int(crowd.face)])..<Int(crowd.firstAsking)]
    }

    /// Those that ask for a face, by their places.
    func asking(for face: Int32, _ crowd: Crowds.Crowd) -> UnsafeBufferPointer<Crowds.Asking> {
        crowds.asking(for: face, crowd)
    }

    subscript(asking: Crowds.Asking) -> Door { doors[Int(asking.door)] }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        start = try reader.table()
        doors = try reader.table()
        otherFaces = try reader.table()
        crowds = try Crowds(&reader)
        faceCount = Int(truncatingIfNeeded: try reader.readNumber())
    }

    func write(to writer: inout SectionWriter) {
        writer.write(start.buffer)
        writer.write(doors.buffer)
        writer.write(otherFaces.buffer)
        crowds.write(to: &writer)
        writer.write(number: UInt64(faceCount))
    }

    /// Frees the memory.
    func deallocate() {
        start.deallocate()
        doors.deallocate()
        otherFaces.deallocate()
        crowds.deallocate()
    }
}
