import CData

/// Simplified and Traditional forms of Han characters, one character at a time.
struct HanForms: Sendable {
    private var simplifiedOf: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var traditionalOf: [Unicode.Scalar: Unicode.Scalar] = [:]

    static let shared = HanForms()

    private init() {
        for row in embeddedRows(of: weir_data_han_simplified()) {
            guard let traditional = row[0].unicodeScalars.first, let simplified = row[1].unicodeScalars.first
            else { continue }
            simplifiedOf[traditional] = simplified
            // Where several became one, the first of the characters in common use: the extensions hold rare ones.
            if traditionalOf[simplified] == nil, (0x4E00...0x9FA5).contains(traditional.value) {
                traditionalOf[simplified] = traditional
            }
        }
    }

    /// The Simplified form; the character itself where it has none of its own.
    func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar { simplifiedOf[scalar] ?? scalar }

    /// A Traditional form; the character itself where it has none of its own.
    func traditional(_ scalar: Unicode.Scalar) -> Unicode.Scalar { traditionalOf[scalar] ?? scalar }
}
