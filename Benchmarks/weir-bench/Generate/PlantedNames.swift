import NameMatching
import Screening

/// Names of a list as hands write them, with the entity that each should lead to: the self-test's mutants.
///
/// Phenomena come in turn, so that a rare one is planted as often as a common one.
struct PlantedNames {
    struct Planted {
        let name: String
        let entity: String
        let phenomenon: String
    }

    static let unchanged = "as listed"

    /// Names by phenomenon, and the place of each one's next.
    private var queues: [(names: [Planted], next: Int)] = []
    private var turn = 0

    /// - Parameters:
    ///   - catalog: what names are taken from.
    ///   - count: how many names should be there; phenomena that have only one result for a name run out.
    init(of catalog: ListCatalog, seed: UInt64, atLeast count: Int) {
        var byPhenomenon: [[Planted]] = .init(repeating: [], count: Phenomenon.all.count + 1)
        var seen: Set<String> = []
        for name in catalog.names where seen.insert(name.text).inserted {
            byPhenomenon[0].append(
                Planted(
                    name: name.text, entity: catalog.entries[Int(name.entity)].entity.id,
                    phenomenon: PlantedNames.unchanged))
        }
        // A self-test changes a name in one way each; another seed makes other typing errors, addresses, cities.
        for round in 0..<UInt64(32) {
            var options = SelfTest.Options()
            options.seed = seed &+ round
            let before = seen.count
            for outcome in SelfTest(catalog: catalog, options: options).run().outcomes
            where seen.insert(outcome.mutant).inserted {
                byPhenomenon[outcome.phenomenon + 1].append(
                    Planted(
                        name: outcome.mutant,
                        entity: catalog.entries[Int(catalog.names[outcome.name].entity)].entity.id,
                        phenomenon: Phenomenon.all[outcome.phenomenon].name))
            }
            if seen.count >= count || seen.count == before { break }
        }
        var random = Randomness(seed: seed)
        for names in byPhenomenon where !names.isEmpty {
            var names = names
            for place in stride(from: names.count - 1, to: 0, by: -1) {
                names.swapAt(place, random.below(place + 1))
            }
            queues.append((names, 0))
        }
    }

    /// Every name, no two with the same bytes.
    var all: some Sequence<String> { queues.lazy.flatMap(\.names).map(\.name) }

    /// The next name; nil where all were given out and none may come again.
    mutating func next(mayRepeat: Bool) -> Planted? {
        for _ in queues.indices {
            turn = (turn + 1) % queues.count
            if queues[turn].next == queues[turn].names.count && mayRepeat { queues[turn].next = 0 }
            guard queues[turn].next < queues[turn].names.count else { continue }
            queues[turn].next += 1
            return queues[turn].names[queues[turn].next - 1]
        }
        return nil
    }
}
