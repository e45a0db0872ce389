import Glibc
import Screening

/// Measures Weir: makes inputs and lists, times the reader alone and the command end to end.
@main
enum Bench {
    static let usage = """
        usage: weir-bench generate [--records N] [--distinct SHARE] [--planted SHARE] [--list PATH]... [--seed N] > FILE
               weir-bench lists --output DIR [--list PATH]... [--sdn PATH [--alt PATH]] [--seed N]
               weir-bench parse FILE [--runs N]
               weir-bench screen FILE... [--list PATH]... [--workers N,N] [--threshold X,X] [--recall SHARE]
                                 [--records N | --seconds N] [--runs N] [--weir PATH]... [--output DIR]
               weir-bench scale FILE [--list PATH]... [--seconds N] [--runs N] [--weir PATH] [--output DIR]
               weir-bench stages FILE... [--list PATH]... [--records N | --seconds N] [--names N] [--runs N] [--output DIR]
               weir-bench compare RUN RUN
               weir-bench check [--kept FILE] [--keep yes] [--weir PATH]

        generate  writes shipment records with four parties each, the same for the same seed; --distinct is the share
                  of party names that occur for the first time (default 0.3; 1: no name twice), --planted the share
                  of records that hold a name of the list (default the built-in one), changed as hands change it
                  (default 0.005): the last column says which entity it means
        lists     writes lists of growing size, each of which holds the built-in one: 28 entities, 300 names, 5,000, all
                  of the first --list, and 50,000 of all lists and of OFAC's sdn.csv and alt.csv, filled up with changed
                  names of theirs, or where there are none with made-up ones
        parse     walks all fields of a file with Weir's CSV reader, beside `wc -l`
        screen    runs `weir screen` on files of `generate` for each --list (`built-in` or a path), number of --workers
                  and --threshold, in --runs rounds (default 5), beside `wc -l`, `rg -F -f` and a fixed loop; fails
                  where of the planted names a smaller share than --recall (default 0.95) is found. Of a file it takes
                  --records, or as many as one worker screens in --seconds (default 3). Of several --weir the others
                  run right behind the first: the surest comparison of two builds on a noisy machine
        scale     the cost of a name by the size of the list, and memory by the number of records
        stages    what each stage takes on files of `generate` for each --list: reading, the index, screening as `weir
                  bench` measures it, and matching by script on --names of each (default 50,000) of the first file
        compare   two runs' folders: the second's costs by the first's
        check     counts instructions and allocations a name under valgrind, and fails where one is more than 5 % over
                  the kept figures (default Benchmarks/kept-figures.csv); `--keep yes` writes them anew

        A run is kept in --output, default a folder of the day in Benchmarks/Runs.

        """

    static func main() {
        let options = BenchOptions(CommandLine.arguments.dropFirst())
        do throws(ScreeningError) {
            switch options.command {
            case "generate":
                var generator = try RecordGenerator(RecordGenerator.Settings(options))
                generator.run(to: 1)
            case "lists": try ListMaker(options).run()
            case "parse": ParseBench(options).run()
            case "screen": try ScreenBench(options).run()
            case "scale": try ScaleBench(options).run()
            case "stages": try StagesBench(options).run()
            case "compare": CompareBench(options).run()
            case "check": try CheckBench(options).run()
            case "help", "--help", "-h": print(usage)
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
