/// The words after `weir-bench`: a command, files, and options with a value each.
struct BenchOptions {
    /// The options of each command.
    private static let known: [String: Set<String>] = [
        "generate": ["records", "distinct", "planted", "seed", "list"],
        "lists": ["output", "list", "sdn", "alt", "seed"],
        "parse": ["runs"],
        "scale": ["weir", "list", "runs", "seconds", "output"],
        "stages": ["list", "runs", "records", "seconds", "names", "output"],
        "compare": [],
        "check": ["weir", "kept", "keep"],
        "screen": [
            "weir", "list", "runs", "workers", "threshold", "records", "seconds", "recall", "output",
        ],
    ]

    private(set) var command = ""
    private(set) var files: [String] = []
    private var values: [String: [String]] = [:]

    init(_ arguments: ArraySlice<String>) {
        command = arguments.first ?? ""
        var rest = arguments.dropFirst()
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                files.append(word)
                continue
            }
            let name = String(word.dropFirst(2))
            guard BenchOptions.known[command]?.contains(name) == true else {
                fail("'\(command)' has no option '\(word)'")
            }
            guard let value = rest.popFirst() else { fail("\(word) wants a value") }
            values[name, default: []].append(value)
        }
    }

    /// The file that a command is about, the only one.
    var file: String {
        guard files.count == 1 else { fail("\(command) wants one file") }
        return files[0]
    }

    /// The values of an option in their order; none where it isn't given.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    func text(_ name: String) -> String? { values[name]?.last }

    func text(_ name: String, default value: String) -> String { text(name) ?? value }

    func number<Number: LosslessStringConvertible>(_ name: String, default value: Number) -> Number {
        guard let text = text(name) else { return value }
        guard let number = Number(text) else { fail("--\(name) wants a number, not '\(text)'") }
        return number
    }

    /// Several numbers with commas between them.
    func numbers<Number: LosslessStringConvertible>(_ name: String, default values: [Number]) -> [Number] {
        guard let text = text(name) else { return values }
        return text.split(separator: ",").map { part in
            guard let number = Number(String(part)) else { fail("--\(name) wants numbers, not '\(part)'") }
            return number
        }
    }

    func fail(_ message: String) -> Never {
        stop("\(message)\n\(Bench.usage)")
    }
}
