import Glibc

/// Measures Weir: makes inputs, times the reader alone and the command end to end.
@main
enum Bench {
    static let usage = """
        usage: weir-bench generate [--records N] [--distinct SHARE] [--planted SHARE] [--seed N] > FILE
               weir-bench parse FILE [--runs N]
               weir-bench screen FILE [--weir PATH] [--list PATH] [--runs N]

        generate  writes shipment records with four parties each, the same for the same seed; --distinct is the share
                  of party names that occur for the first time (default 0.3), --planted the share of records that
                  hold a name of the built-in list, changed as hands change it (default 0.005)
        parse     walks all fields of a file with Weir's CSV reader, beside `wc -l`
        screen    runs `weir screen` with one worker and two, beside `wc -l` and, where it is installed,
                  `rg -F -f` with the names of the built-in list; compares the hits with what was planted

        """

    static func main() {
        let options = BenchOptions(CommandLine.arguments.dropFirst())
        switch options.command {
        case "generate":
            var generator = RecordGenerator(options)
            generator.run()
        case "parse": ParseBench(options).run()
        case "screen": ScreenBench(options).run()
        default: options.fail("no bench named '\(options.command)'")
        }
    }
}

/// The words after `weir-bench`.
struct BenchOptions {
    private(set) var command = ""
    private(set) var file = ""
    private var values: [String: String] = [:]

    private static let known: Set<String> = [
        "records", "distinct", "planted", "seed", "runs", "weir", "list",
    ]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let word = rest.popFirst() {
            if word.hasPrefix("--") {
                let name = String(word.dropFirst(2))
                guard BenchOptions.known.contains(name), let value = rest.popFirst() else {
                    fail("'\(word)' is not an option, or its value is missing")
                }
                values[name] = value
            } else if command.isEmpty {
                command = word
            } else {
                file = word
            }
        }
    }

    func text(_ name: String, default value: String) -> String { values[name] ?? value }

    func number<Number: LosslessStringConvertible>(_ name: String, default value: Number) -> Number {
        guard let text = values[name] else { return value }
        guard let number = Number(text) else { fail("--\(name) wants a number, not '\(text)'") }
        return number
    }

    func fail(_ message: String) -> Never {
        stop("\(message)\n\(Bench.usage)")
    }
}

/// Ends the bench with a message.
func stop(_ message: String) -> Never {
    let text = Array("weir-bench: \(message)\n".utf8)
    _ = write(2, text, text.count)
    exit(2)
}

/// Seconds since some moment, for differences.
func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A number with as many decimals.
func fixed(_ value: Double, _ decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = (value * scale).rounded() / scale
    let text = "\(whole)"
    return decimals == 0 ? String(text.prefix { $0 != "." }) : text
}
