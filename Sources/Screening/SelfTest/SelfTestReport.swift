import CSV
import NameMatching

/// What a self-test found: recall by phenomenon and threshold, and every mutant.
public struct SelfTestReport: Sendable {
    /// What is said of one phenomenon, or of all together.
    public struct Row: Sendable {
        /// The phenomenon's name; `total` of all.
        public let phenomenon: String
        /// Mutants that count.
        public let mutants: Int
        /// Mutants left out, since they no longer say whom they mean.
        public let leftOut: Int
        /// Mutants found, by threshold.
        public let found: [Int]

        /// The share of the mutants that a threshold finds, 0…1; nil where there are none.
        public func recall(_ threshold: Int) -> Double? {
            mutants == 0 ? nil : Double(found[threshold]) / Double(mutants)
        }
    }

    private let catalog: ListCatalog
    /// The thresholds that were measured, upwards.
    public let thresholds: [Score]
    /// Every mutant that counts, in the order of names and of phenomena.
    public let outcomes: [SelfTest.Outcome]
    /// A row for each phenomenon that applied to any name.
    public let rows: [Row]
    public let total: Row

    init(catalog: ListCatalog, thresholds: [Score], outcomes: [SelfTest.Outcome], leftOut: [Int]) {
        self.catalog = catalog
        let thresholds = Array(Set(thresholds)).sorted()
        self.thresholds = thresholds
        self.outcomes = outcomes
        var mutants = [Int](repeating: 0, count: Phenomenon.all.count)
        var found = mutants.map { _ in [Int](repeating: 0, count: thresholds.count) }
        for outcome in outcomes {
            mutants[outcome.phenomenon] += 1
            for (place, threshold) in thresholds.enumerated() where outcome.isFound(at: threshold) {
                found[outcome.phenomenon][place] += 1
            }
        }
        rows = Phenomenon.all.indices.filter { mutants[$0] + leftOut[$0] > 0 }.map {
            Row(
                phenomenon: Phenomenon.all[$0].name, mutants: mutants[$0], leftOut: leftOut[$0],
                found: found[$0])
        }
        total = Row(
            phenomenon: "total", mutants: mutants.reduce(0, +), leftOut: leftOut.reduce(0, +),
            found: thresholds.indices.map { place in found.reduce(0) { $0 + $1[place] } })
    }

    /// Every mutant that counts as a row of CSV, with the columns `entity_id`, `name`, `mutant`, `phenomenon`,
    /// `best_score`, `found_entity` (the entity that has the best score; both empty where no threshold was reached),
    /// `found` (yes or no, at the default threshold) and `score` (of the entity that the mutant was made from).
    ///
    /// - Complexity: O(bytes), some 30 MB for the whole Entity List.
    public var csv: [UInt8] {
        var bytes = Array("entity_id,name,mutant,phenomenon,best_score,found_entity,found,score\n".utf8)
        for outcome in outcomes {
            let name = catalog.names[outcome.name]
            let cells = [
                catalog.entries[Int(name.entity)].entity.id, name.text, outcome.mutant,
                Phenomenon.all[outcome.phenomenon].name, outcome.best?.score.description ?? "",
                outcome.best.map { catalog.entries[Int($0.entity)].entity.id } ?? "",
                outcome.isFound(at: NameIndex.defaultThreshold) ? "yes" : "no",
                outcome.score?.description ?? "",
            ]
            for (place, cell) in cells.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                CSVWriter.append(field: cell, to: &bytes)
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}

extension SelfTest.Outcome {
    /// Whether the entity that the mutant was made from is a hit at a threshold.
    public func isFound(at threshold: Score) -> Bool { score.map { $0 >= threshold } ?? false }
}
