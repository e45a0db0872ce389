/// Finds the header among the first records and columns in it, and words what is wrong where it can't.
struct ColumnFinder {
    let request: Layout.Request
    let records: [HeadRecord]
    let path: String

    /// How many columns an input without header has: as many as its first record; where only a part of that one is
    /// known, as many as are named.
    var columnCount: Int {
        guard let first = records.first else { return 0 }
        if first.isWhole { return first.cells.count }
        let named = self.named.map(\.column) + request.keep + [request.date].compactMap(\.self)
        // More than any file has, so that a slip can't ask for all memory.
        return max(first.cells.count, named.compactMap(Int.init).filter { $0 <= 1 << 16 }.max() ?? 0)
    }

    /// The columns named as those of parties and identifiers.
    var named: [PartyRequest] { request.parties + request.identifiers }

    /// The header's place among the records: the first that has every column named by `--party` and `--identifier`,
    /// each as written, else without regard to case; without either the first in which a party is recognised.
    func headerPlace() throws(ScreeningError) -> Int {
        guard !records.isEmpty else {
            throw failure(
                "the first record is longer than any header (64 KiB). Is a quote missing its partner? A file without header is screened with --no-header --party 1=consignee"
            )
        }
        guard !named.isEmpty else {
            let isHeader = { (record: HeadRecord) in
                record.cells.contains { HeaderRecognition.role(ofHeader: $0) != nil }
            }
            if let place = records.firstIndex(where: isHeader) { return place }
            throw noneRecognised()
        }
        for isSame in [Self.isExactly, Self.isAlmost] {
            let place = records.firstIndex { record in
                named.allSatisfy { party in record.cells.contains { isSame($0, party.column) } }
            }
            if let place { return place }
        }
        throw noneHasAll()
    }

    /// The parties' columns in the order of the record.
    func parties(in columns: [String]) throws(ScreeningError) -> [PartyColumn] {
        var parties: [PartyColumn] = []
        if request.parties.isEmpty {
            for (i, name) in columns.enumerated() {
                guard let role = HeaderRecognition.role(ofHeader: name) else { continue }
                parties.append(PartyColumn(index: i, name: name, role: role))
            }
        }
        return try parties + self.columns(request.parties, option: "--party", in: columns)
    }

    /// The identifiers' columns in the order of the record.
    func identifiers(in columns: [String]) throws(ScreeningError) -> [PartyColumn] {
        try self.columns(request.identifiers, option: "--identifier", in: columns)
    }

    /// The columns that an option names, in the order of the record.
    private func columns(
        _ requests: [PartyRequest], option: String, in columns: [String]
    ) throws(ScreeningError) -> [PartyColumn] {
        var found: [PartyColumn] = []
        for request in requests {
            let named = try place(of: request.column, option: option, in: columns)
            // A header that two columns share means both.
            let places =
                self.request.hasHeader ? columns.indices.filter { columns[$0] == columns[named] } : [named]
            for place in places {
                guard !found.contains(where: { $0.index == place }) else {
                    throw failure(
                        "\(option) names the column “\(columns[place])” twice; give it once, with one role")
                }
                found.append(PartyColumn(index: place, name: columns[place], role: request.role))
            }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// The place of the column that an option names.
    func place(of name: String, option: String, in columns: [String]) throws(ScreeningError) -> Int {
        guard request.hasHeader else {
            return try place(ofNumber: name, option: option, count: columns.count)
        }
        if let place = columns.firstIndex(where: { Self.isExactly($0, name) }) { return place }
        if let place = columns.firstIndex(where: { Self.isAlmost($0, name) }) { return place }
        let meant = Spelling.nearest(to: name, among: columns).map { " Did you mean “\($0)”?" } ?? ""
        throw failure(
            "no column is called “\(name)” (\(option)).\(meant) The columns are: \(Self.list(columns))")
    }

    private func place(ofNumber text: String, option: String, count: Int) throws(ScreeningError) -> Int {
        guard let number = Int(text), number >= 1 else {
            throw failure(
                "with --no-header columns are numbers from 1, but \(option) names “\(text)”; give the number, "
                    + "e.g. \(option) 2")
        }
        guard number <= count else {
            throw failure("\(option) names column \(number), but the first record has \(count) columns")
        }
        return number - 1
    }

    private func noneRecognised() -> ScreeningError {
        let shown = probableHeader()
        let example = shown.cells.first { !$0.trimmed.isEmpty } ?? "1"
        return failure(
            "no column is recognised as a party in the first \(records.count) "
                + "\(records.count == 1 ? "record" : "records"). Line \(shown.line) reads: \(Self.list(shown.cells)). "
                + "Name the columns that hold parties, e.g. --party '\(example.trimmed)=consignee', or, where the "
                + "file has no header, --no-header --party 1=consignee")
    }

    private func noneHasAll() -> ScreeningError {
        let count = { (record: HeadRecord) in
            named.count { party in record.cells.contains { Self.isAlmost($0, party.column) } }
        }
        var best = probableHeader()
        for record in records where count(record) > count(best) { best = record }
        let missing = named.map(\.column).filter { name in
            !best.cells.contains { Self.isAlmost($0, name) }
        }
        let meant = missing.compactMap { Spelling.nearest(to: $0, among: best.cells) }
        let question =
            meant.isEmpty ? "" : " Did you mean \(meant.map { "“\($0)”" }.joined(separator: ", "))?"
        let options = [
            request.parties.isEmpty ? nil : "--party", request.identifiers.isEmpty ? nil : "--identifier",
        ]
        .compactMap(\.self).joined(separator: ", ")
        return failure(
            "no column is called \(missing.map { "“\($0)”" }.joined(separator: ", ")) (\(options)).\(question) "
                + "The columns in line \(best.line) are: \(Self.list(best.cells))")
    }

    /// The record that is most likely the header, for a message: the first in which a party is recognised, else the
    /// first of those with most cells filled in.
    private func probableHeader() -> HeadRecord {
        let recognised = records.first { record in
            record.cells.contains { HeaderRecognition.role(ofHeader: $0) != nil }
        }
        if let recognised { return recognised }
        let filled = { (record: HeadRecord) in record.cells.count { !$0.trimmed.isEmpty } }
        var best = records[0]
        for record in records where filled(record) > filled(best) { best = record }
        return best
    }

    private func failure(_ what: String) -> ScreeningError {
        ScreeningError("\(path == "-" ? "standard input" : path): \(what)")
    }

    private static func isExactly(_ cell: String, _ name: String) -> Bool { cell == name }

    private static func isAlmost(_ cell: String, _ name: String) -> Bool {
        cell.trimmed.lowercased() == name.trimmed.lowercased()
    }

    /// A header for a message: as much of it as a terminal can show.
    private static func list(_ cells: [String]) -> String {
        var text = ""
        for (i, cell) in cells.enumerated() {
            let cell = cell.count > 60 ? cell.prefix(60) + "…" : cell
            let next = (i == 0 ? "" : ", ") + String(cell.map { $0.isNewline ? " " : $0 })
            if text.count + next.count > 2000 { return text + ", … (\(cells.count) columns)" }
            text += next
        }
        return text
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        // Most texts begin and end in ASCII; whether another character is white space takes a look at its properties.
        if let first = utf8.first, let last = utf8.last, (33...126).contains(first), (33...126).contains(last)
        {
            return self
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
