import Screening

extension Console {
    /// Says why the names of a compiled list are indexed anew, where they are: it takes time that nobody expects.
    static func reportIndexing(of catalog: ListCatalog, _ threshold: Score, _ words: Words) {
        guard let reason = catalog.reasonToIndex(threshold: threshold, words: words) else { return }
        report("\(reason); the names are indexed anew")
    }
}
