/// What hits say of the planted names: a fast wrong answer must show.
struct HitCheck {
    /// Found and planted, by phenomenon.
    private(set) var byPhenomenon: [String: (found: Int, planted: Int)] = [:]
    /// Hits of entities that were not planted where they were met.
    private(set) var others = 0

    /// - Parameter hits: the output of `weir screen --keep planted`.
    init(hits path: String, of file: GeneratedFile, on list: BenchList) {
        let table = CSVTable(path)
        var found: Set<Int> = []
        for row in table.rows.indices {
            if table.cell(row, "entity_id") == table.cell(row, "planted") {
                found.insert(Int(table.cell(row, "record")) ?? 0)
            } else {
                others += 1
            }
        }
        for plant in file.planted where list.entities.contains(plant.entity) {
            byPhenomenon[plant.phenomenon, default: (0, 0)].planted += 1
            if found.contains(plant.record) { byPhenomenon[plant.phenomenon]!.found += 1 }
        }
    }

    var planted: Int { byPhenomenon.values.reduce(0) { $0 + $1.planted } }
    var found: Int { byPhenomenon.values.reduce(0) { $0 + $1.found } }
    /// The share of the planted names that were found; nil where the list has none of them.
    var recall: Double? { planted == 0 ? nil : Double(found) / Double(planted) }
}
