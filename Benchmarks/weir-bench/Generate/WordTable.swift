import CBench
import CSV

/// Benchmarks/Words/words.csv: regions, how their names are put together, and of what.
///
/// A row has a region, a class, a weight and texts with bars between them; several rows of a class are one list. What
/// a region lacks it has from the one that its row `uses` names.
struct WordTable {
    struct Entry {
        var text: String
        /// The weight of the row; nil where it states none.
        var weight: Double?
    }

    private(set) var regions: [(name: String, share: Double)] = []
    private var entries: [String: [String: [Entry]]] = [:]
    private var used: [String: String] = [:]

    init() {
        let data = bench_words()
        var cursor = RecordCursor(
            UnsafeBufferPointer(start: data.bytes, count: Int(data.count)),
            dialect: Dialect())
        _ = cursor.next()
        while cursor.next() {
            let cells = (0..<4).map { place in
                var bytes: [UInt8] = []
                if place < cursor.fieldCount { cursor.field(place).append(to: &bytes) }
                return String(decoding: bytes, as: UTF8.self)
            }
            add(region: cells[0], kind: cells[1], weight: Double(cells[2]), texts: cells[3])
        }
    }

    private mutating func add(region: String, kind: String, weight: Double?, texts: String) {
        switch kind {
        case "share": regions.append((region, weight ?? 0))
        case "uses": used[region] = texts
        default:
            let split = texts.split(separator: "|", omittingEmptySubsequences: false)
            entries[region, default: [:]][kind, default: []] += split.map {
                Entry(text: String($0), weight: weight)
            }
        }
    }

    /// What a region has of a class, else the region that it uses.
    func entries(_ region: String, _ kind: String) -> [Entry] {
        if let own = entries[region]?[kind] { return own }
        return used[region].map { entries($0, kind) } ?? []
    }
}
