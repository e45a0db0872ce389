import Glibc
import Screening

/// Measures Weir: makes inputs and lists, times the reader alone and the command end to end.
@main
enum Bench {
    static let usage = """
        usage: weir-bench generate [--records N] [--distinct SHARE] [--planted SHARE] [--list PATH]... [--seed N] > FILE
               weir-bench lists --output DIR [--list PATH]... [--sdn PATH] [--alt PATH] [--seed N]
               weir-bench parse FILE [--runs N]
               weir-bench screen FILE [--weir PATH] [--list PATH] [--runs N]

        generate  writes shipment records with four parties each, the same for the same seed; --distinct is the share
                  of party names that occur for the first time (default 0.3; 1: no name twice), --planted the share
                  of records that hold a name of the list (default the built-in one), changed as hands change it
                  (default 0.005): the last column says which entity it means
        lists     writes lists of growing size, each of which holds the built-in one: 28 entities, 300 names, 5,000, all
                  of the first --list, and 50,000 of all lists and of OFAC's sdn.csv and alt.csv
        parse     walks all fields of a file with Weir's CSV reader, beside `wc -l`
        screen    runs `weir screen` with one worker and two, beside `wc -l` and, where it is installed,
                  `rg -F -f` with the names of the built-in list; compares the hits with what was planted

        """

    static func main() {
        let options = BenchOptions(CommandLine.arguments.dropFirst())
        do throws(ScreeningError) {
            switch options.command {
            case "generate":
                var generator = try RecordGenerator(options)
                generator.run(to: 1)
            case "lists": try ListMaker(options).run()
            case "parse": ParseBench(options).run()
            case "screen": ScreenBench(options).run()
            default: options.fail("no bench named '\(options.command)'")
            }
        } catch {
            stop("\(error)")
        }
    }
}

/// Ends the bench with a message.
func stop(_ message: String) -> Never {
    let text = Array("weir-bench: \(message)\n".utf8)
    _ = write(2, text, text.count)
    exit(2)
}
