/// The doors of faces under which very many listed names are posted, such as the initials of persons, found by the
/// other face that they ask for.
///
/// A screened name shows some ten faces, and going through a thousand doors to find those that ask for one of them
/// takes longer than everything else.
struct Crowds: Sendable {
    /// How many doors are a crowd.
    static let least: Int32 = 128

    struct Crowd {
        var face: Int32
        /// The first of the face's doors for which another face must be met; those before may do without.
        var firstAsking: Int32
        /// Where the crowd's doors are in `askings`.
        var start: Int32
        var end: Int32
    }

    /// A door, and a face that it asks for.
    struct Asking {
        var face: Int32
        var door: Int32
    }

    /// In the order of their faces; there are some ten.
    private let crowds: Table<Crowd>
    /// Of each crowd, in the order of the faces asked for.
    private let askings: Table<Asking>

    /// Finds the crowds, and puts their doors that may do without others first.
    ///
    /// - Parameters:
    ///   - doors: by face.
    ///   - start: where the doors of each face begin; one more than there are faces.
    /// - Complexity: O(faces), and the time to sort what the crowds ask for.
    init(
        _ doors: inout Scratch<DoorTable.Door>, _ start: borrowing Scratch<Int32>, _ otherFaces: Table<Int32>
    ) {
        var crowds = Scratch<Crowd>()
        var askings = Scratch<Asking>()
        for face in 0..<start.count - 1 where start[face + 1] - start[face] >= Crowds.least {
            let first = Crowds.partition(&doors, Int(start[face])..<Int(start[face + 1]))
            let begin = askings.count
            for door in first..<Int(start[face + 1]) {
                let others = doors[door].others
                for other in otherFaces[Int(others.start)..<Int(others.start + others.count)] {
                    askings.append(Asking(face: other, door: Int32(door)))
                }
            }
            askings.sort(from: begin) { $0.face < $1.face }
            crowds.append(
                Crowd(
                    face: Int32(face), firstAsking: Int32(first), start: Int32(begin),
                    end: Int32(askings.count)))
        }
        self.crowds = Table(crowds)
        self.askings = Table(askings)
    }

    /// Moves the doors that may be enough by themselves to the front, and says where the others begin.
    private static func partition(_ doors: inout Scratch<DoorTable.Door>, _ range: Range<Int>) -> Int {
        var first = range.lowerBound
        for place in range where doors[place].aloneAt <= WordSimilarity.same {
            (doors[first], doors[place]) = (doors[place], doors[first])
            first += 1
        }
        return first
    }

    /// The crowd of a face, or nil.
    subscript(face: Int32) -> Crowd? { crowds[0..<crowds.count].first { $0.face == face } }

    /// The doors of a crowd that ask for a face.
    ///
    /// - Complexity: O(log doors).
    func asking(for face: Int32, _ crowd: Crowd) -> UnsafeBufferPointer<Asking> {
        var low = Int(crowd.start)
        var high = Int(crowd.end)
        while low < high {
            let middle = (low + high) / 2
            if askings[middle].face < face { low = middle + 1 } else { high = middle }
        }
        var last = low
        while last < crowd.end, askings[last].face == face { last += 1 }
        return askings[low..<last]
    }

    /// - Throws: where the sections are those of another layout.
    init(_ reader: inout SectionReader) throws(SectionReader.Mismatch) {
        crowds = try reader.table()
        askings = try reader.table()
    }

    func write(to writer: inout SectionWriter) {
        writer.write(crowds.buffer)
        writer.write(askings.buffer)
    }

    /// Frees the memory.
    func deallocate() {
        crowds.deallocate()
        askings.deallocate()
    }
}
