/// Answers names that somebody types or pipes in, one after the other.
public enum NameRun {
    /// Writes an answer to each name to standard output; those of lines as soon as the lines are there, so that a
    /// person or a program can go on asking.
    ///
    /// - Parameters:
    ///   - names: nil: the lines of standard input, blank ones too.
    ///   - reportReject: is told of lines that can't be read, in words; of the first ten.
    ///   - answer: the bytes of an answer; told the name and how many came before it.
    /// - Returns: how many lines could not be read.
    /// - Throws: where standard input can't be read or the output can't be written.
    public static func answer(
        _ names: [String]?, reportReject: @escaping (String) -> Void = { _ in },
        answer: (_ name: String, _ number: Int) -> [UInt8]
    ) throws(ScreeningError) -> Int {
        var output = try BufferedOutput(path: "-")
        var number = 0
        if let names {
            for name in names {
                guard try output.write(answer(name, number)) else { return 0 }
                number += 1
            }
            try output.end()
            return 0
        }
        var lines = NameLines()
        var line = 0
        var rejected = 0
        while let read = try lines.next() {
            for item in read {
                line += 1
                switch item {
                case .name(let name):
                    guard try output.write(answer(name, number)) else { return rejected }
                    number += 1
                case .unreadable(let reason):
                    rejected += 1
                    report(rejected, "standard input:\(line): \(reason)", to: reportReject)
                }
            }
            guard try output.release() else { return rejected }
        }
        try output.end()
        return rejected
    }

    private static func report(_ number: Int, _ message: String, to reportReject: (String) -> Void) {
        if number <= ScreeningOptions.mostReported {
            reportReject("\(message); line passed over")
        } else if number == ScreeningOptions.mostReported + 1 {
            reportReject("standard input: more lines can't be read; they are passed over")
        }
    }
}
