import Glibc

/// A command under valgrind's callgrind: what it executed, whatever else the machine did.
struct CallgrindRun {
    let instructions: Int
    let allocations: Int

    /// The C library's functions that give out memory.
    private static let allocators: Set<String> = [
        "malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc",
    ]

    /// Starts a command; `wait` gives what it cost.
    struct Started {
        fileprivate var process: StartedProcess
        fileprivate let profile: String
        fileprivate let log: String

        init(_ command: [String], name: String) {
            profile = TemporaryFiles.path("\(name).callgrind")
            log = TemporaryFiles.path("\(name).log")
            process = StartedProcess(
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=\(profile)"] + command, errors: log)
        }

        mutating func wait() -> CallgrindRun {
            let run = process.wait()
            guard run.status != 127 else { stop("there is no valgrind: make bench-check installs it") }
            guard run.status == 0 else {
                stop("valgrind ended with \(run.status):\n\(FileBytes.text(of: log))")
            }
            defer { unlink(profile) }
            return CallgrindRun(profile: FileBytes.text(of: profile))
        }
    }

    /// Reads a profile: `cfn=(12) malloc` names the function that the `calls=` line behind it is about, the next time
    /// by its number alone; `summary:` or `totals:` has the instructions (Callgrind Format Specification).
    private init(profile: String) {
        var names: [Substring: Substring] = [:]
        var isAllocator = false
        var allocations = 0
        var instructions = 0
        for line in profile.split(separator: "\n") {
            if line.hasPrefix("cfn=") || line.hasPrefix("fn=") {
                let rest = line[line.index(after: line.firstIndex(of: "=")!)...]
                guard let end = rest.firstIndex(of: ")") else { continue }
                let number = rest[...end]
                let name = rest[rest.index(after: end)...].drop { $0 == " " }
                if !name.isEmpty { names[number] = name }
                if line.hasPrefix("cfn=") {
                    isAllocator = CallgrindRun.allocators.contains(String(names[number] ?? ""))
                }
            } else if isAllocator, line.hasPrefix("calls=") {
                allocations += Int(line.dropFirst(6).prefix { $0 != " " }) ?? 0
            } else if line.hasPrefix("totals:") || line.hasPrefix("summary:") {
                instructions = max(instructions, Int(line.split(separator: " ").last ?? "") ?? 0)
            }
        }
        guard instructions > 0, allocations > 0 else {
            stop("valgrind's profile has no totals or no call of malloc")
        }
        self.instructions = instructions
        self.allocations = allocations
    }
}
