import Screening

/// A command line taken apart by its command's table of options.
struct ParsedArguments: Sendable {
    /// The values of each option in their order; a switch has one empty value.
    private var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    /// Takes `--name value`, `--name=value`, `-n value`, `-nvalue` and operands; `-` is an operand, and what follows
    /// `--` are operands whatever they look like.
    init(_ arguments: [String], of command: Command) throws(UsageError) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands += rest
                break
            }
            guard argument.hasPrefix("-"), argument != "-" else {
                operands.append(argument)
                continue
            }
            let (option, attached) = try ParsedArguments.option(in: argument, of: command)
            let shown = argument.hasPrefix("--") ? "--\(option.name)" : String(argument.prefix(2))
            guard let placeholder = option.value else {
                if let attached { throw UsageError("\(shown) takes no value, but “\(attached)” was given") }
                values[option.name] = [""]
                continue
            }
            guard let value = attached ?? rest.popFirst() else {
                throw UsageError("\(shown) needs a value: \(shown) \(placeholder)")
            }
            if !option.isRepeatable && values[option.name] != nil {
                throw UsageError("\(shown) is given twice; expected is once")
            }
            values[option.name, default: []].append(value)
        }
    }

    /// Whether the option was given.
    func has(_ name: String) -> Bool { values[name] != nil }

    func value(of name: String) -> String? { values[name]?.first }

    func values(of name: String) -> [String] { values[name] ?? [] }

    /// The option's value as one of the cases of an enumeration.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, as type: Choice.Type
    ) throws(UsageError) -> Choice? where Choice.RawValue == String {
        guard let text = value(of: name) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let names = type.allCases.map(\.rawValue)
        let meant = Spelling.nearest(to: text, among: names).map { " (did you mean \($0)?)" } ?? ""
        throw .value(name, text, expected: "one of \(names.joined(separator: ", "))\(meant)")
    }

    /// The option's value as a whole number within a range.
    func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(of: name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bound = range.upperBound == .max ? "" : " to \(range.upperBound)"
            throw .value(name, text, expected: "a whole number from \(range.lowerBound)\(bound)")
        }
        return number
    }

    /// The option's value as a score.
    func score(_ name: String) throws(UsageError) -> Score? {
        guard let text = value(of: name) else { return nil }
        guard let number = Double(text), number >= 0, number <= 1 else {
            throw .value(name, text, expected: "a number from 0 to 1, such as 0.75")
        }
        return Score(number)
    }

    private static func option(
        in argument: String, of command: Command
    ) throws(UsageError) -> (option: Option, attached: String?) {
        guard argument.hasPrefix("--") else {
            let letter = argument[argument.index(after: argument.startIndex)]
            guard let option = command.options.first(where: { $0.short == letter }) else {
                throw unknown("-\(letter)", of: command, meant: nil)
            }
            let attached = argument.dropFirst(2)
            return (option, attached.isEmpty ? nil : String(attached))
        }
        let parts = argument.dropFirst(2).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let option = command.options.first(where: { $0.name == name }) else {
            let meant = Spelling.nearest(to: name, among: command.options.map(\.name))
            throw unknown("--\(name)", of: command, meant: meant)
        }
        return (option, parts.count > 1 ? String(parts[1]) : nil)
    }

    private static func unknown(_ option: String, of command: Command, meant: String?) -> UsageError {
        let question = meant.map { " (did you mean --\($0)?)" } ?? ""
        return UsageError(
            "\(option) is no option of weir \(command.name)\(question); `weir help \(command.name)` lists them"
        )
    }
}
