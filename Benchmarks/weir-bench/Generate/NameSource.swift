/// Names for the records of a file: new ones, and ones from before.
///
/// A name from before is any earlier occurrence with the same chance, so common ones grow commoner (Simon, Biometrika
/// 1955): with a share s of new names, name number r has a share that falls as r^-(1 - s), about as customs records do
/// (17 % new, exponent .84).
struct NameSource: ~Copyable {
    private var generator: NameGenerator
    private var random: Randomness
    private var distinct = DistinctBytes(foldsCase: true)
    private let newShare: Double
    private let script: NameScript
    private var names = ByteBuffer(capacity: 1 << 16)
    private var ends: [Int] = []
    private var occurrences: [UInt32] = []
    private var candidate = ByteBuffer()

    /// - Parameter newShare: how many names occur for the first time, 0…1; at 1 no name comes twice.
    init(seed: UInt64, newShare: Double, script: NameScript = .any) {
        generator = NameGenerator(seed: seed ^ 0x6E61_6D65)
        random = Randomness(seed: seed)
        self.newShare = newShare
        self.script = script
    }

    /// Appends a name.
    ///
    /// - Parameter quoted: whether as a field of CSV, in quotes where it needs them.
    mutating func append(to buffer: inout ByteBuffer, quoted: Bool = true) {
        if ends.isEmpty || random.happens(newShare) {
            findNew()
            if quoted { buffer.append(field: candidate.from(0)) } else { buffer.append(candidate.from(0)) }
            return
        }
        let name = occurrences[random.below(occurrences.count)]
        occurrences.append(name)
        let start = name == 0 ? 0 : ends[Int(name) - 1]
        buffer.append(field: UnsafeBufferPointer(rebasing: names.from(start)[..<(ends[Int(name)] - start)]))
    }

    /// Keeps a name from being made up.
    mutating func reserve(_ name: String) {
        var name = name
        _ = name.withUTF8 { distinct.insert($0) }
    }

    private mutating func findNew() {
        repeat {
            candidate.removeAll()
            generator.append(to: &candidate)
        } while !script.has(candidate.from(0)) || !distinct.insert(candidate.from(0))
        // Where all names are new there is nothing to go back to.
        guard newShare < 1 else { return }
        names.append(candidate.from(0))
        occurrences.append(UInt32(ends.count))
        ends.append(names.count)
    }
}

/// The names that a file should have: those in ASCII, the others, or all.
enum NameScript {
    case any, ascii, other

    func has(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        self == .any || name.allSatisfy { $0 < 0x80 } == (self == .ascii)
    }
}
