import Screening

/// The manual page, from the same tables as the help.
enum ManPage {
    static var text: String {
        var page = """
            .TH WEIR 1 "" "weir \(Product.version)" "User Commands"
            .SH NAME
            weir \\- screen the parties in trade records against lists of restricted entities
            .SH SYNOPSIS

            """
        for command in Command.all { page += ".B \(escaped(command.usage))\n.br\n" }
        page += ".SH COMMANDS\n"
        for command in Command.all {
            page += ".SS \(escaped(command.usage))\n\(escaped(command.summary))\n"
            for paragraph in command.details { page += ".PP\n\(escaped(paragraph))\n" }
            for option in command.options { page += entry(option) }
        }
        page += ".SH EXIT STATUS\n"
        for (code, meaning) in ExitCode.meanings { page += ".TP\n.B \(code)\n\(escaped(meaning))\n" }
        page += ".SH EXAMPLES\n"
        for command in Command.all {
            for example in command.examples {
                page += ".TP\n.B \(escaped(example.line))\n\(escaped(example.purpose))\n"
            }
        }
        return page
    }

    private static func entry(_ option: Option) -> String {
        let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
        let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
        return ".TP\n\(short)\\fB\\-\\-\(escaped(option.name))\\fR\(value)\n\(escaped(option.help))\n"
    }

    /// Text without what roff takes for its own: backslashes, hyphens, a full stop or quote that begins a line.
    private static func escaped(_ text: String) -> String {
        var escaped = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
        for character in text {
            switch character {
            case "\\": escaped += "\\e"
            case "-": escaped += "\\-"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
