import Glibc
import Screening

/// Where and of what a run was made: without it nobody can read a figure a year later.
struct Machine {
    let processor: String
    let cores: Int
    let memoryGigabytes: Double
    let system: String
    let kernel: String
    /// How many processes wanted to run in the last minute.
    let load: String
    let toolchain: String
    /// The commit that is checked out, `-dirty` where files were changed.
    let commit: String

    init() {
        processor = Machine.value(of: "model name", in: "/proc/cpuinfo") ?? "unknown processor"
        cores = ScreeningOptions.availableCores
        memoryGigabytes =
            Double(sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))) / 1_073_741_824
        system = Machine.value(of: "PRETTY_NAME", in: "/etc/os-release") ?? "Linux"
        kernel = Machine.line(of: ["uname", "-r"])
        var loads = [0.0]
        load = getloadavg(&loads, 1) == 1 ? fixed(loads[0], 1) : "unknown"
        toolchain = Machine.line(of: ["swift", "--version"])
        commit = Machine.line(of: ["git", "describe", "--always", "--dirty"])
    }

    /// Lines of Markdown.
    var description: String {
        """
        Machine: \(processor), \(cores) cores, \(fixed(memoryGigabytes, 0)) GB, \(system), Linux \(kernel), \
        load \(load) when the run ended

        Made with \(toolchain), at commit \(commit)
        """
    }

    /// What stands behind a key and a colon or equals sign.
    private static func value(of key: String, in path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 4_096)
        while fgets(&buffer, Int32(buffer.count), file) != nil {
            let line = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
            guard line.hasPrefix(key), let sign = line.firstIndex(where: { ":=".contains($0) }) else {
                continue
            }
            let value = line[line.index(after: sign)...].drop(while: { " \"".contains($0) })
            return String(value.prefix { $0 != "\"" && $0 != "\n" })
        }
        return nil
    }

    private static func line(of command: [String]) -> String {
        let text = ProcessRun.text(of: command) ?? ""
        return text.split(separator: "\n").first.map(String.init) ?? "unknown"
    }
}
