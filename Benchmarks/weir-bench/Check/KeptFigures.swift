import CSV

/// What a name cost when the figures were last kept: instructions and allocations, by what is screened against what.
struct KeptFigures {
    struct Figure {
        var list: String
        var names: String
        /// Each a name.
        var instructions: Double
        var allocations: Double
        /// By how many instructions it may be off.
        var noise = 0.0
    }

    private(set) var figures: [Figure]

    init(_ figures: [Figure]) {
        self.figures = figures
    }

    init(_ path: String) {
        let table = CSVTable(path)
        figures = table.rows.indices.map { row in
            Figure(
                list: table.cell(row, "list"), names: table.cell(row, "names"),
                instructions: Double(table.cell(row, "instructions")) ?? 0,
                allocations: Double(table.cell(row, "allocations")) ?? 0)
        }
    }

    func write(to path: String) {
        var text = "list,names,instructions,allocations\n"
        for figure in figures {
            text +=
                "\(figure.list),\(figure.names),\(fixed(figure.instructions, 0)),\(fixed(figure.allocations, 3))\n"
        }
        FileBytes.write(text.utf8, to: path)
    }

    func figure(like other: Figure) -> Figure? {
        figures.first { $0.list == other.list && $0.names == other.names }
    }
}
