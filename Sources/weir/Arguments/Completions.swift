/// Completion scripts for shells, from the same tables as the help.
enum Completions {
    enum Shell: String, CaseIterable { case bash, zsh, fish }

    static func script(for shell: Shell) -> String {
        switch shell {
        case .bash: bash
        case .zsh: zsh
        case .fish: fish
        }
    }

    private static var commandNames: String { Command.all.map(\.name).joined(separator: " ") }

    private static var bash: String {
        var script = """
            # bash completion of weir: source it, or put it into bash-completion's folder
            _weir() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
                if [ "$COMP_CWORD" = 1 ]; then
                    COMPREPLY=($(compgen -W "\(commandNames) --version --help" -- "$current"))
                    return
                fi
                case "${COMP_WORDS[1]} $previous" in

            """
        for command in Command.all {
            for option in command.options where !option.choices.isEmpty {
                script += "    \"\(command.name) --\(option.name)\")\n"
                script += "        COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\""
                script += " -- \"$current\")); return ;;\n"
            }
        }
        script += "    esac\n    local options words\n    case ${COMP_WORDS[1]} in\n"
        for command in Command.all {
            let options = command.options.map { "--\($0.name)" }.joined(separator: " ")
            script += "    \(command.name)) options=\"\(options)\""
            script += " words=\"\(command.operandChoices.joined(separator: " "))\" ;;\n"
        }
        script += """
                esac
                case $current in
                -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
                *)
                    if [ -n "$words" ]; then
                        COMPREPLY=($(compgen -W "$words" -- "$current"))
                    else
                        COMPREPLY=($(compgen -f -- "$current"))
                    fi ;;
                esac
            }
            complete -o filenames -F _weir weir

            """
        return script
    }

    private static var zsh: String {
        var script = "#compdef weir\n_weir() {\n    local -a commands\n    commands=(\n"
        for command in Command.all { script += "        '\(command.name):\(zshText(command.summary))'\n" }
        script += """
                )
                if (( CURRENT == 2 )); then
                    _describe command commands
                    return
                fi
                local command=$words[2]
                shift words
                (( CURRENT-- ))
                case $command in

            """
        for command in Command.all {
            script += "    \(command.name))\n        _arguments \\\n"
            for option in command.options {
                let star = option.isRepeatable ? "*" : ""
                var action = ""
                if let value = option.value {
                    let choices = option.choices.isEmpty ? "" : "(\(option.choices.joined(separator: " ")))"
                    action = ":\(value):\(option.takesPath ? "_files" : choices)"
                }
                let equals = option.value == nil ? "" : "="
                script +=
                    "            '\(star)--\(option.name)\(equals)[\(zshText(option.help))]\(action)' \\\n"
            }
            let words = command.operandChoices.joined(separator: " ")
            script += "            '*:argument:\(words.isEmpty ? "_files" : "(\(words))")' ;;\n"
        }
        return script + "    esac\n}\n_weir \"$@\"\n"
    }

    private static func zshText(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "'": escaped += "'\\''"
            case "[", "]", ":": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static var fish: String {
        var script = "# fish completion of weir\n"
        for command in Command.all {
            script += "complete -c weir -n __fish_use_subcommand -f -a \(command.name)"
            script += " -d \(fishText(command.summary))\n"
        }
        for command in Command.all {
            let seen = "complete -c weir -n '__fish_seen_subcommand_from \(command.name)'"
            if !command.operandChoices.isEmpty {
                script += "\(seen) -f -a '\(command.operandChoices.joined(separator: " "))'\n"
            }
            for option in command.options {
                script += "\(seen) -l \(option.name)"
                if let short = option.short { script += " -s \(short)" }
                if option.takesPath {
                    script += " -r -F"
                } else if option.value != nil {
                    script += " -x"
                    if !option.choices.isEmpty { script += " -a '\(option.choices.joined(separator: " "))'" }
                }
                script += " -d \(fishText(option.help))\n"
            }
        }
        return script
    }

    private static func fishText(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character == "'" || character == "\\" { escaped += "\\" }
            escaped.append(character)
        }
        return "'\(escaped)'"
    }
}
