/// The names of one part of the world: patterns, and the words that stand in them.
///
/// A pattern has `b` for a brand, `f` for a family name, `g` for a generic word, `l` for a legal form, `p` for a place,
/// `n` for a given name, `i` for an initial, `#` for a number; all else stands for itself.
final class NameRegion {
    private enum Piece {
        case brand, family, initial, number
        case word(Choice<Int>)
        case literal([UInt8])
    }

    private let store: WordStore
    private let patterns: Choice<[Piece]>
    private let brands: GrowingVocabulary
    private let families: GrowingVocabulary

    /// - Parameter share: of all names, 0…1: a small region's vocabulary grows like its part of all.
    init(_ name: String, share: Double, table: WordTable, store: WordStore) {
        self.store = store
        let maker = WordMaker(name, in: table)
        brands = GrowingVocabulary(maker: maker, store: store, concentration: 450 * share, discount: 0.70)
        families = GrowingVocabulary(maker: maker, store: store, concentration: 200 * share, discount: 0.60)
        func words(_ kind: String) -> Choice<Int> {
            let entries = table.entries(name, kind)
            return .zipf(
                entries.map { store.add($0.text) }, factors: entries.map { $0.weight ?? 1 }, offset: 2.5,
                exponent: 1)
        }
        let lists: [Unicode.Scalar: Choice<Int>] = [
            "g": words("generic"), "l": words("legal"), "p": words("place"), "n": words("given"),
        ]
        let entries = table.entries(name, "pattern")
        patterns = Choice(
            entries.map { NameRegion.pieces(of: $0.text, lists, in: name) },
            weights: entries.map { $0.weight ?? 1 })
    }

    private static func pieces(
        of pattern: String, _ lists: [Unicode.Scalar: Choice<Int>], in region: String
    ) -> [Piece] {
        var pieces: [Piece] = []
        var literal = ""
        for scalar in pattern.unicodeScalars {
            let piece: Piece
            switch scalar {
            case "b": piece = .brand
            case "f": piece = .family
            case "i": piece = .initial
            case "#": piece = .number
            case "g", "l", "p", "n":
                guard let list = lists[scalar], !list.isEmpty else {
                    stop("words.csv: \(region) has no words for '\(scalar)' in the pattern '\(pattern)'")
                }
                piece = .word(list)
            default:
                literal.unicodeScalars.append(scalar)
                continue
            }
            if !literal.isEmpty { pieces.append(.literal(Array(literal.utf8))) }
            literal = ""
            pieces.append(piece)
        }
        if !literal.isEmpty { pieces.append(.literal(Array(literal.utf8))) }
        return pieces
    }

    func append(isUpper: Bool, to buffer: inout ByteBuffer, _ random: inout Randomness) {
        for piece in patterns.draw(&random) {
            switch piece {
            case .brand: store.append(brands.draw(&random), isUpper: isUpper, to: &buffer)
            case .family: store.append(families.draw(&random), isUpper: isUpper, to: &buffer)
            case .initial: buffer.append(UInt8(ascii: "A") + UInt8(random.below(26)))
            case .number: buffer.append(1 + random.below(random.below(4) == 0 ? 2_000 : 30))
            case .word(let list): store.append(list.draw(&random), isUpper: isUpper, to: &buffer)
            case .literal(let bytes): buffer.append(bytes)
            }
        }
    }
}
