/// Makes words up from the onsets, nuclei and codas of a region, so that they look like words of its language.
struct WordMaker {
    private struct Part {
        let upper: [UInt8]
        let lower: [UInt8]
        /// As the first letters of a word.
        let title: [UInt8]

        init(_ text: String) {
            upper = Array(text.uppercased().utf8)
            lower = Array(text.utf8)
            title = Array((text.prefix(1).uppercased() + text.dropFirst()).utf8)
        }
    }

    private let onsets: Choice<Part>
    private let nuclei: Choice<Part>
    private let codas: Choice<Part>
    private let syllableCounts: [Int]

    init(_ region: String, in table: WordTable) {
        func parts(_ kind: String) -> Choice<Part> {
            let entries = table.entries(region, kind)
            // Simple sounds stand first and are the commonest by far.
            return .zipf(
                entries.map { Part($0.text) }, factors: entries.map { $0.weight ?? 1 }, offset: 3,
                exponent: 1.1)
        }
        onsets = parts("onset")
        nuclei = parts("nucleus")
        codas = parts("coda")
        syllableCounts = table.entries(region, "syllables").compactMap { Int($0.text) }
    }

    /// A word in capitals and as a title; the same arrays are filled anew.
    func make(_ random: inout Randomness, upper: inout [UInt8], title: inout [UInt8]) {
        upper.removeAll(keepingCapacity: true)
        title.removeAll(keepingCapacity: true)
        for _ in 0..<syllableCounts[random.below(syllableCounts.count)] {
            for choice in [onsets, nuclei, codas] {
                let part = choice.draw(&random)
                title += title.isEmpty ? part.title : part.lower
                upper += part.upper
            }
        }
    }
}
