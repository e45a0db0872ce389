import CBench
import Glibc

/// A command run to its end, with what it cost.
struct ProcessRun {
    let seconds: Double
    let userSeconds: Double
    let systemSeconds: Double
    /// The most memory it held, in MB.
    let peakMegabytes: Double
    /// Its exit code; 127 where it isn't there, 128 and more where a signal ended it.
    let status: Int32

    /// Runs a command found on the path.
    ///
    /// - Parameters:
    ///   - output: the file that gets its standard output.
    ///   - errors: the file that gets its standard error.
    init(_ command: [String], output: String = "/dev/null", errors: String = "/dev/null") {
        var process = StartedProcess(command, output: output, errors: errors)
        self = process.wait()
    }

    fileprivate init(_ usage: rusage, code: Int32, seconds: Double) {
        func value(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        self.seconds = seconds
        userSeconds = value(usage.ru_utime)
        systemSeconds = value(usage.ru_stime)
        peakMegabytes = Double(usage.ru_maxrss) / 1_024
        status = code & 0x7F == 0 ? (code >> 8) & 0xFF : 128 + (code & 0x7F)
    }

    /// What a command writes to standard output; nil where it isn't there or fails.
    static func text(of command: [String]) -> String? {
        let path = TemporaryFiles.path("output")
        defer { unlink(path) }
        guard ProcessRun(command, output: path).status == 0 else { return nil }
        return FileBytes.text(of: path)
    }
}

/// A command under way.
struct StartedProcess {
    private var process = pid_t()
    private let isStarted: Bool
    private let start = now()

    init(_ command: [String], output: String = "/dev/null", errors: String = "/dev/null") {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        bench_forget_peak()
        isStarted = posix_spawnp(&process, command[0], &actions, nil, &arguments, environ) == 0
    }

    mutating func wait() -> ProcessRun {
        var code: Int32 = 127 << 8
        var usage = rusage()
        if isStarted { while wait4(process, &code, 0, &usage) < 0 && errno == EINTR {} }
        return ProcessRun(usage, code: code, seconds: now() - start)
    }
}
