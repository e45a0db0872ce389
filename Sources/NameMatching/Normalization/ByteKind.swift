/// What a byte of a name is to the words around it.
enum ByteKind: UInt8 {
    // The first parts words and says no more.
    case separator, comma, opening, closing, letter, digit, dropped, slash, lineBreak, beyond

    init(of byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
        case UInt8(ascii: "'"), UInt8(ascii: "`"): self = .dropped
        case UInt8(ascii: "/"): self = .slash
        case UInt8(ascii: ","), UInt8(ascii: ";"): self = .comma
        case UInt8(ascii: "("), UInt8(ascii: "["): self = .opening
        case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closing
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): self = .lineBreak
        case 0x80...0xFF: self = .beyond
        default: self = .separator
        }
    }

    static let table = Table((0...255).map { ByteKind(of: UInt8($0)) })
}
