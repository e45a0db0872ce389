import Screening

extension Command {
    /// `weir help [COMMAND]`
    static let help = Command(
        name: "help", summary: "Explain a command.", operands: "[COMMAND]",
        operandChoices: [
            "screen", "search", "compare", "evaluate", "normalize", "selftest", "bench", "lists", "diff",
            "man",
            "completions", "help",
        ],
        details: ["Without a command the overview is shown."]
    ) { arguments in
        guard let name = arguments.operands.first else {
            Console.print(HelpText.overview)
            return ExitCode.done
        }
        try arguments.expectOperands(atMost: 1, of: "help")
        guard let command = Command.named(name) else {
            let names = Command.all.map(\.name)
            let meant = Spelling.nearest(to: name, among: names).map { " (did you mean \($0)?)" } ?? ""
            throw UsageError(
                "“\(name)” is no command\(meant); expected is one of \(names.joined(separator: ", "))")
        }
        Console.print(HelpText.of(command))
        return ExitCode.done
    }

    /// `weir man`
    static let man = Command(
        name: "man", summary: "Print the manual page.",
        details: ["The page is roff: weir man > weir.1, or weir man | man -l -."]
    ) { arguments in
        try arguments.expectOperands(atMost: 0, of: "man")
        Console.print(ManPage.text)
        return ExitCode.done
    }

    /// `weir completions SHELL`
    static let completions = Command(
        name: "completions", summary: "Print completions for a shell.", operands: "bash|zsh|fish",
        operandChoices: Completions.Shell.allCases.map(\.rawValue),
        details: ["For bash: source <(weir completions bash)."]
    ) { arguments in
        try arguments.expectOperands(atMost: 1, of: "completions")
        guard let name = arguments.operands.first else {
            throw UsageError("weir completions needs a shell: bash, zsh or fish")
        }
        guard let shell = Completions.Shell(rawValue: name) else {
            throw UsageError(
                "“\(name)” is no shell that weir has completions for; expected is bash, zsh or fish")
        }
        Console.print(Completions.script(for: shell))
        return ExitCode.done
    }
}

extension ParsedArguments {
    func expectOperands(atMost count: Int, of command: String) throws(UsageError) {
        guard operands.count > count else { return }
        throw UsageError(
            count == 0
                ? "weir \(command) takes no arguments, but “\(operands[0])” was given"
                : "weir \(command) takes one argument, but “\(operands[count])” was given as well")
    }
}
