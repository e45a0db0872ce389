import Foundation
import TestSupport
import Testing

/// The commands whose output is text for people and shells.
@Suite struct TextCommandTests {
    private let work: WorkDirectory

    init() throws { work = try WorkDirectory() }

    static let commands = [
        "screen", "search", "compare", "evaluate", "normalize", "selftest", "bench", "lists", "diff", "man",
        "completions",
        "help",
    ]

    @Test func versionNamesTheEngine() throws {
        for option in ["--version", "-V"] {
            let result = try work.weir(option)
            #expect(result.status == 0)
            #expect(result.text.wholeMatch(of: /weir [0-9]+\.[0-9]+\.[0-9]+ \(ICU [0-9]+\.[0-9]+\)\n/) != nil)
        }
    }

    @Test func theOverviewIsTheSameHoweverOneAsks() throws {
        let overview = try work.weir("help")
        #expect(overview.status == 0)
        #expect(overview.text.contains("Usage: weir COMMAND"))
        for line in [[], ["--help"], ["-h"]] {
            let result = try work.weir(arguments: line)
            #expect(result.status == 0)
            #expect(result.text == overview.text)
            #expect(result.errors.isEmpty)
        }
        for command in Self.commands {
            #expect(overview.text.contains("  \(command) "))
        }
    }

    @Test(arguments: commands)
    func everyCommandExplainsItself(_ command: String) throws {
        let help = try work.weir("help", command)
        #expect(help.status == 0)
        #expect(help.text.contains("Usage: weir \(command)"))
        #expect(try work.weir(command, "--help").text == help.text)
        #expect(try work.weir(command, "-h").text == help.text)
        // A terminal of 80 columns shows it; lines of examples stand as they must be typed.
        for line in help.lines where !line.contains("weir ") { #expect(line.count <= 80, "\(line)") }
    }

    /// The contract's table of options.
    static let screenOptions = [
        "list", "party", "threshold", "emit", "keep", "format", "output", "top", "delimiter", "encoding",
        "no-header",
        "date", "direction", "workers", "summary", "rejects", "strict", "max-record-bytes", "fail-on-hit",
        "quiet",
    ]

    @Test func helpManPageAndCompletionsHaveEveryOption() throws {
        let help = try work.weir("help", "screen").text
        let page = try work.weir("man").text
        for option in Self.screenOptions {
            #expect(help.contains("--\(option)"))
            #expect(page.contains("\\-\\-\(option.replacing("-", with: "\\-"))"))
        }
        for shell in ["bash", "zsh", "fish"] {
            let script = try work.weir("completions", shell).text
            for option in Self.screenOptions {
                #expect(
                    script.contains(shell == "fish" ? "-l \(option)" : "--\(option)"), "\(shell) \(option)")
            }
        }
    }

    @Test func bashTakesItsCompletions() throws {
        let script = """
            source <(weir completions bash)
            COMP_WORDS=(weir screen --emit fl) COMP_CWORD=3; _weir; echo "${COMPREPLY[*]}"
            COMP_WORDS=(weir sc) COMP_CWORD=1; _weir; echo "${COMPREPLY[*]}"
            COMP_WORDS=(weir screen --fail) COMP_CWORD=2; _weir; echo "${COMPREPLY[*]}"
            COMP_WORDS=(weir completions z) COMP_CWORD=2; _weir; echo "${COMPREPLY[*]}"
            """
        let result = try work.shell(script)
        #expect(result.errors.isEmpty)
        #expect(result.lines == ["flagged", "screen", "--fail-on-hit", "zsh"])
    }

    @Test func theManPageIsRoff() throws {
        let page = try work.weir("man").text
        #expect(page.hasPrefix(".TH WEIR 1"))
        for section in ["NAME", "SYNOPSIS", "COMMANDS", "EXIT STATUS", "EXAMPLES"] {
            #expect(page.contains(".SH \(section)\n"))
        }
    }

    @Test func listsShowsTheBuiltInListAndOthers() throws {
        let builtIn = try work.weir("lists")
        #expect(builtIn.status == 0)
        #expect(builtIn.text.contains("entities  28\n"))
        #expect(builtIn.text.contains("28 primary"))
        #expect(builtIn.text.contains("date      2019-10-09"))
        try work.write(Samples.list, to: "my.csv")
        let both = try work.weir("lists", "--list", "my.csv")
        #expect(both.text.hasPrefix(builtIn.text))
        #expect(
            both.text.contains(
                "my\n  path      my.csv\n  format    Weir's own CSV\n  date      2022-01-01, "))
        #expect(
            both.text.contains(" days ago\n  entities  2\n  names     3 (2 primary, 1 alias)\n  sha256    "))
        #expect(try work.weir("lists", "--list", "nowhere.csv").status == 2)
    }

    @Test func aClosedPipeIsNoError() throws {
        let result = try work.shell("set -o pipefail; weir help screen | head -1")
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
    }
}
