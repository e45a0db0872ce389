import NameMatching

/// The periodic test of a screening tool: every name of a list, changed in the ways in which names change, is
/// screened against the list itself.
///
/// A mutant is found if the entity that it was made from is among the hits. One that no longer says whom it means
/// doesn't count:
///
/// - Its phenomenon takes words away, and no identifying word is left (``NameIdentity/isKept(in:)``).
/// - Another entity has a name with the mutant's letters, or the same phenomenon makes them of another entity's name,
///   and that name isn't the mutant's own one too: both entities would be right. Where the end is cut off, so it is if
///   the mutant has up to three letters more: the rest of a word.
public struct SelfTest: Sendable {
    /// What a self-test is asked for.
    public struct Options: Sendable {
        /// The thresholds whose recall is measured.
        public var thresholds = [0.60, 0.70, 0.75, 0.80, 0.90].map { Score($0) }
        /// Decides the choices of mutations: the same seed gives the same mutants.
        public var seed: UInt64 = 1
        /// What names are read with; mutants are made with Weir's own words whatever these are.
        public var words = Words.builtIn
        /// How many cores screen, at least 1; the report doesn't depend on it.
        public var workers = ScreeningOptions.availableCores

        public init() {}
    }

    /// A name, changed in one way, and what screening made of it.
    public struct Outcome: Sendable {
        /// The place of the name in ``ListCatalog/names``.
        public let name: Int
        /// The place in ``Phenomenon/all``.
        public let phenomenon: Int
        public let mutant: String
        /// The score of the entity that the mutant was made from; nil where it is under all thresholds.
        public internal(set) var score: Score?
        /// The best score of all entities, and whose it is: the mutant's own where several have it.
        public internal(set) var best: NameMatch?
    }

    private let catalog: ListCatalog
    private let options: Options

    public init(catalog: ListCatalog, options: Options = Options()) {
        self.catalog = catalog
        self.options = options
    }

    /// Makes the mutants, screens them and counts.
    ///
    /// - Complexity: O(names · phenomena) screenings; some 10 s on two cores for the 8,581 names of the Entity List.
    public func run() -> SelfTestReport {
        let mutants = self.mutants()
        let namesakes = Namesakes(catalog, mutants)
        var outcomes: [Outcome] = []
        var leftOut = [Int](repeating: 0, count: Phenomenon.all.count)
        for mutant in mutants {
            if mutant.isIdentified && !namesakes.haveLetters(of: mutant) {
                outcomes.append(mutant.outcome)
            } else {
                leftOut[mutant.outcome.phenomenon] += 1
            }
        }
        return SelfTestReport(
            catalog: catalog, thresholds: options.thresholds, outcomes: screened(outcomes), leftOut: leftOut)
    }

    // MARK: Making

    private func mutants() -> [Mutant] {
        let names = catalog.names
        let seed = options.seed
        let words = options.words
        return Parallel.map(names.count, workers: options.workers) { range in
            let reader = NameReader(words: words)
            var mutants: [Mutant] = []
            for place in range {
                let name = WrittenName(names[place].text)
                let identity = reader.identity(of: name.text)
                for (number, phenomenon) in Phenomenon.all.enumerated() {
                    guard let mutant = phenomenon.mutant(of: name, seed: seed) else { continue }
                    let changed = reader.identity(of: mutant)
                    mutants.append(
                        Mutant(
                            outcome: Outcome(name: place, phenomenon: number, mutant: mutant),
                            entity: names[place].entity, original: identity.letters, letters: changed.letters,
                            isIdentified: phenomenon.loss == .nothing || identity.isKept(in: changed)))
                }
            }
            return mutants
        }
    }

    // MARK: Screening

    private func screened(_ outcomes: [Outcome]) -> [Outcome] {
        let least = (options.thresholds + [NameIndex.defaultThreshold]).min()!
        let index = catalog.index(threshold: least, words: options.words, workers: options.workers)
        return Parallel.map(outcomes.count, workers: options.workers) { range in
            var matcher = Matcher(index: index)
            return range.map { place in
                var outcome = outcomes[place]
                var mutant = outcome.mutant
                let matches = mutant.withUTF8 { matcher.matches($0) }
                let own = matches.first { $0.entity == catalog.names[outcome.name].entity }
                outcome.score = own?.score
                outcome.best = own?.score == matches.first?.score ? own : matches.first
                return outcome
            }
        }
    }
}
