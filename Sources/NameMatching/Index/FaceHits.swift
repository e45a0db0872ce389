/// A face that a stretch of the screened name shows.
struct FaceHit {
    var face: Int32
    /// The units of the screened name that it covers.
    var first: Int16
    var last: Int16
    /// Thousandths.
    var similarity: Int32
    /// Whether the face was met by the pinyin of Han characters.
    var isReading: Bool
    /// The next hit of the same face, or -1.
    var next: Int32
}

/// All faces that one screened name shows, found by face.
struct FaceHits: ~Copyable {
    private(set) var hits = Scratch<FaceHit>(capacity: 256)
    private var firstOfFace: Scratch<Int32>

    init(faces: Int) {
        firstOfFace = Scratch(repeating: -1, count: faces)
    }

    mutating func removeAll() {
        for hit in hits.buffer { firstOfFace[Int(hit.face)] = -1 }
        hits.removeAll()
    }

    /// The first hit of a face, or -1.
    @inline(__always)
    func first(of face: Int32) -> Int32 { firstOfFace[Int(face)] }

    @inline(__always)
    mutating func add(_ face: Int32, by probe: Probe, _ similarity: Int32) {
        hits.append(
            FaceHit(
                face: face, first: probe.first, last: probe.last, similarity: similarity,
                isReading: probe.letters == .reading, next: firstOfFace[Int(face)]))
        firstOfFace[Int(face)] = Int32(hits.count - 1)
    }
}
