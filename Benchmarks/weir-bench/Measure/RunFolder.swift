/// The folder that keeps a run: figures, page and plots.
struct RunFolder {
    let path: String
    private let title: String

    /// - Parameters:
    ///   - name: what the folder is called behind the date where `--output` doesn't name one.
    ///   - title: the page's heading.
    init(_ options: BenchOptions, name: String, title: String) {
        path = options.text("output", default: "Benchmarks/Runs/\(today())-\(name)")
        self.title = title
        FileBytes.makeFolder(path)
    }

    /// Writes results.csv and results.md, and prints the page.
    func write(_ measurements: [Measurement], page: String) {
        FileBytes.write(Measurement.csv(measurements), to: "\(path)/results.csv")
        write(page: page)
    }

    /// Writes results.md, and prints it.
    func write(page: String) {
        let command = (["weir-bench"] + CommandLine.arguments.dropFirst()).joined(separator: " ")
        let text = """
            # \(title), \(today())

            \(Machine().description)

            Command: `\(command)`

            \(page)
            """
        FileBytes.write(text.utf8, to: "\(path)/results.md")
        print(text)
        print("kept in \(path)")
    }

    func write(_ svg: String, to name: String) {
        FileBytes.write(svg.utf8, to: "\(path)/\(name).svg")
    }
}
