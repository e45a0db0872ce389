/// What a name is written in, as far as it decides how the engine reads it.
enum WritingSystem: String, CaseIterable {
    case ascii = "ASCII"
    case latin = "Latin with marks"
    case han = "Han"
    case cyrillic = "Cyrillic"
    /// Any other script, or several.
    case other

    init(_ name: UnsafeBufferPointer<UInt8>) {
        guard name.contains(where: { $0 >= 0x80 }) else {
            self = .ascii
            return
        }
        var found: Set<WritingSystem> = []
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0x80...0x036F, 0x1E00...0x1EFF, 0x2000...0x206F: found.insert(.latin)
            case 0x0400...0x052F: found.insert(.cyrillic)
            case 0x3000...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
                0x20000...0x3FFFD:
                found.insert(.han)
            default: found.insert(.other)
            }
        }
        // Signs that Latin text has too stand between words of all scripts.
        if found.count > 1 { found.remove(.latin) }
        self = found.count == 1 ? found.first ?? .other : .other
    }
}

/// Names of one script, one behind the other.
struct NameList {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }
    var byteCount: Int { bytes.count }

    mutating func append(_ name: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: name)
        ends.append(bytes.count)
    }

    func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in ends {
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }
}
