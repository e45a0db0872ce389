import Glibc

/// A command run to its end, with what it cost.
struct ProcessRun {
    var seconds: Double
    var userSeconds: Double
    /// The most memory it held, in MB.
    var peakMegabytes: Double
    var status: Int32

    /// Runs a command found on the path, with its standard output in a file.
    init(_ command: [String], output: String = "/dev/null") {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        var process = pid_t()
        let start = now()
        let error = posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
        var code: Int32 = 127
        var usage = rusage()
        if error == 0 { wait4(process, &code, 0, &usage) }
        seconds = now() - start
        userSeconds = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
        peakMegabytes = Double(usage.ru_maxrss) / 1_024
        status = error == 0 ? (code >> 8) & 0xFF : 127
        for argument in arguments { free(argument) }
        posix_spawn_file_actions_destroy(&actions)
    }

    /// The run of several with the middle time.
    static func median(of runs: Int, _ run: () -> ProcessRun) -> ProcessRun {
        (0..<max(1, runs)).map { _ in run() }.sorted { $0.seconds < $1.seconds }[max(1, runs) / 2]
    }
}
