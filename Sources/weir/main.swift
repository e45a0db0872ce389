import CSystem
import Glibc

// A stream that the caller has closed must not become the next file that is opened: its number is taken, in a way
// that reading from or writing to it still fails (messages alone may go nowhere).
for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
where fcntl(stream, F_GETFD) == -1 {
    _ = open("/dev/null", mode)
}

// Whoever reads our output may stop: then writing says so (EPIPE) instead of ending the process.
signal(SIGPIPE, SIG_IGN)
weir_say_when_cut(
    "weir: a compiled list was cut short while it was in use; what has been written is incomplete. Run again, and replace "
        + "lists in use by weir compile or mv, which leave them whole\n", ExitCode.failed)
exit(Invocation().run())
