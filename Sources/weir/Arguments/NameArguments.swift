import Glibc
import Screening

/// How commands that are given names answer.
enum NameFormat: String, CaseIterable {
    case text, jsonl

    static let help = "text (default), for people, or jsonl: one JSON object a line."
}

extension ParsedArguments {
    /// Answers the names among the arguments, or without any the lines of standard input.
    ///
    /// - Parameter answer: the bytes of an answer; told the name and how many came before it.
    /// - Returns: the exit code.
    func answerNames(_ answer: (_ name: String, _ number: Int) -> [UInt8]) throws -> Int32 {
        if operands.isEmpty && isatty(STDIN_FILENO) == 1 {
            Console.report("reading names from the terminal, one a line, until its end (control-D)")
        }
        let rejected = try NameRun.answer(
            operands.isEmpty ? nil : operands, reportReject: { Console.report($0) }, answer: answer)
        return rejected > 0 ? ExitCode.rejected : ExitCode.done
    }
}
