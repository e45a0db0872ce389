/// A table of Markdown: the columns of texts first, then those of numbers, which stand on the right.
struct MarkdownTable {
    private var text: String

    init(_ texts: [String], _ numbers: [String]) {
        let titles = (texts + numbers).joined(separator: " | ")
        let rule = (texts.map { _ in "---" } + numbers.map { _ in "---:" }).joined(separator: " | ")
        text = "| \(titles) |\n| \(rule) |\n"
    }

    mutating func add(_ cells: String...) { add(cells) }

    mutating func add(_ cells: [String]) { text += "| \(cells.joined(separator: " | ")) |\n" }

    var markdown: String { text }
}
