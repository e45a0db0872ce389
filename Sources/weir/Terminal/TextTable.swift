/// Columns of text beside each other, for people.
struct TextTable {
    /// Cells longer than this are cut.
    private static let widest = 48

    private let indentation: Int
    /// The columns whose cells end together: numbers.
    private let rightAligned: Set<Int>
    private var rows: [[String]] = []

    init(header: [String], indentation: Int = 2, rightAligned: Set<Int> = []) {
        self.indentation = indentation
        self.rightAligned = rightAligned
        rows.append(header)
    }

    mutating func append(_ cells: [String]) {
        rows.append(cells.map { TextTable.cut($0, at: TextTable.widest) })
    }

    /// The lines of the table, each with its end.
    var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? TextTable.width(of: $0[column]) : 0 }.max() ?? 0
        }
        var text = ""
        for row in rows {
            var line = String(repeating: " ", count: indentation)
            for (column, cell) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - TextTable.width(of: cell))
                if column > 0 { line += "  " }
                line += rightAligned.contains(column) ? padding + cell : cell + padding
            }
            while line.last == " " { line.removeLast() }
            text += line + "\n"
        }
        return text
    }

    /// How many columns of a terminal a text takes: Han characters and their like two, marks none.
    static func width(of text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// A text without what doesn't fit into so many columns.
    static func cut(_ whole: String, at widest: Int) -> String {
        guard width(of: whole) > widest else { return whole }
        var text = ""
        var room = widest - 1
        for character in whole {
            room -= width(of: String(character))
            if room < 0 { break }
            text.append(character)
        }
        return text + "…"
    }
}
