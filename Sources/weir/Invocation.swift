import Screening

/// One call of the command: finds the subcommand, runs it, and words what went wrong.
struct Invocation {
    /// Returns the exit code.
    func run() -> Int32 {
        do {
            return try dispatch(RawArguments.read())
        } catch let error as UsageError {
            Console.report(error.description)
        } catch let error as ScreeningError {
            Console.report(error.message)
        } catch {
            Console.report("\(error)")
        }
        return ExitCode.failed
    }

    private func dispatch(_ arguments: [String]) throws -> Int32 {
        guard let first = arguments.first else {
            Console.print(HelpText.overview)
            return ExitCode.done
        }
        switch first {
        case "--version", "-V":
            Console.print("weir \(Product.version) (ICU \(Product.icuVersion))\n")
            return ExitCode.done
        case "--help", "-h":
            Console.print(HelpText.overview)
            return ExitCode.done
        default: break
        }
        guard let command = Command.named(first) else { throw unknown(first) }
        let parsed = try ParsedArguments(Array(arguments.dropFirst()), of: command)
        if parsed.has("help") {
            Console.print(HelpText.of(command))
            return ExitCode.done
        }
        return try command.run(parsed)
    }

    private func unknown(_ word: String) -> UsageError {
        let names = Command.all.map(\.name)
        if word.hasPrefix("-") {
            return UsageError(
                "“\(word)” stands before a command; expected is weir COMMAND, e.g. weir screen \(word)")
        }
        let meant = Spelling.nearest(to: word, among: names).map { " (did you mean \($0)?)" } ?? ""
        return UsageError(
            "“\(word)” is no command\(meant); expected is one of \(names.joined(separator: ", ")). "
                + "To screen a file: weir screen \(word)")
    }
}
