/// Help as it is shown in a terminal of 80 columns.
enum HelpText {
    private static let width = 80

    static var overview: String {
        var text = """
            weir screens the parties in trade records against lists of restricted entities.

            Usage: weir COMMAND [OPTION…] [ARGUMENT…]


            """
        for command in Command.all { text += entry(command.name, command.summary, at: 15) }
        text += """

            weir help COMMAND explains one; weir --version says what runs.

            A first run:  weir screen shipments.csv

            """
        return text
    }

    static func of(_ command: Command) -> String {
        var text = "\(command.summary)\n\nUsage: \(command.usage)\n"
        for paragraph in command.details { text += "\n" + wrapped(paragraph, indentation: 0) }
        text += "\nOptions:\n"
        for option in command.options { text += entry(heading(of: option), option.help, at: 26) }
        if !command.examples.isEmpty { text += "\nExamples:\n" }
        for example in command.examples {
            text += "  \(example.line)\n" + wrapped(example.purpose, indentation: 6)
        }
        return text
    }

    /// `-o, --output PATH`
    static func heading(of option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        return short + "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
    }

    /// A heading with its text beside it, or below where the heading is long.
    private static func entry(_ heading: String, _ help: String, at column: Int) -> String {
        let text = wrapped(help, indentation: column)
        let start = "  " + heading
        guard start.count < column - 1 else { return start + "\n" + text }
        return start + String(repeating: " ", count: column - start.count) + text.dropFirst(column)
    }

    private static func wrapped(_ paragraph: String, indentation: Int) -> String {
        var text = ""
        var line = ""
        for word in paragraph.split(separator: " ") {
            if !line.isEmpty && indentation + line.count + 1 + word.count > width {
                text += String(repeating: " ", count: indentation) + line + "\n"
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return text + String(repeating: " ", count: indentation) + line + "\n"
    }
}
