import Screening

/// A list that is screened against.
struct BenchList {
    /// Nil: the built-in one.
    let path: String?
    let label: String
    let names: [String]
    let entities: Set<String>

    /// - Parameter path: `built-in`, or a file in Weir's own format.
    init(_ path: String) throws(ScreeningError) {
        let list = path == "built-in" ? try EntityList.builtIn() : try EntityList(path: path)
        self.path = path == "built-in" ? nil : path
        label = path == "built-in" ? path : FileBytes.baseName(of: path)
        names = list.entities.flatMap { $0.names.map(\.text) }
        entities = Set(list.entities.map(\.id))
    }

    /// The names, one a line, as patterns for tools that look for strings.
    func writePatterns(to path: String) {
        FileBytes.write(names.joined(separator: "\n").utf8, to: path)
    }
}
