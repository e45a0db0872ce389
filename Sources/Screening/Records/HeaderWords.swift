import CData

/// The words by which the headers of customs files name a party: Data/header-words.csv, read once.
///
/// They are written as ``HeaderRecognition`` folds a header: small letters without accents, words that don't name
/// a role left out, no spaces inside a phrase.
struct HeaderWords {
    /// Every phrase with its role. A phrase stands for the whole header: `consigneecountry` is no party since it
    /// isn't there, so nothing has to say what an address, a code or a telephone number is called.
    private(set) var roles: [String: Role] = [:]
    /// Words that stand beside a role without changing it: `STD_IMPORTER_NAME_EN`, `H_Shipper_Unified`.
    private(set) var fillers: Set<String> = []
    /// Words that are left out only where a word for a name stands in the header as well:
    /// `Consignee Name and Address`.
    private(set) var besideName: Set<String> = []
    /// Words that say that the header is of a name.
    private(set) var name: Set<String> = []
    /// What may stand before or behind a Chinese role word, longest first.
    private(set) var hanFillers: [String] = []

    static let shared = HeaderWords()

    private init() {
        let data = weir_data_header_words()
        let text = UnsafeBufferPointer(start: data.bytes, count: Int(data.count))
        roles.reserveCapacity(Int(data.count) / 16)
        // On bytes: lines cut out of a string cost 2 ms more.
        for line in text.split(separator: UInt8(ascii: "\n")).dropFirst() {
            guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { continue }
            let phrase = String(decoding: line[..<comma], as: UTF8.self)
            switch String(decoding: line[(comma + 1)...], as: UTF8.self) {
            case "filler": fillers.insert(phrase)
            case "beside-name": besideName.insert(phrase)
            case "name": name.insert(phrase)
            case "han-filler": hanFillers.append(phrase)
            case let role: roles[phrase] = Role(rawValue: role)
            }
        }
        hanFillers.sort { ($1.count, $0) < ($0.count, $1) }
    }
}
