import CSV
import NameMatching

/// Reads OFAC's lists in CSV, which are several files without headers: the first with one entity a row, one of further
/// names, one of addresses, and one with the rest of remarks too long for the first.
///
/// The columns are those of https://ofac.treasury.gov/specially-designated-nationals-list-data-formats-data-schemas.
/// `-0-` stands for nothing; a line with the byte 0x1A alone ends a file.
struct OFACReader {
    private let text: ListText
    private let path: String
    private var content = ListContent(entities: [])
    private var places: [Int: Int] = [:]
    private var remarks: [String] = []

    init(_ text: ListText, path: String) {
        self.text = text
        self.path = path
    }

    /// The files of a list, told by their first record.
    enum Part: Int {
        case first, names, addresses

        /// How many columns a row has.
        var columns: Int { [12, 5, 6][rawValue] }
    }

    /// Which of OFAC's files a text is; nil where it is none.
    static func part(_ text: ListText) -> Part? {
        let record = ListTable(text, path: "", delimiter: UInt8(ascii: ",")).firstRecord()
        guard let first = record.first, Int(first) != nil else { return nil }
        switch record.count {
        case 12: return !record[1].isEmpty && record[2...10].contains("-0-") ? .first : nil
        case 5: return Int(record[1]) != nil && kind(of: record[2]) != nil ? .names : nil
        case 6: return Int(record[1]) != nil && record[2...].contains("-0-") ? .addresses : nil
        default: return nil
        }
    }

    static func recognises(_ text: ListText) -> Bool { part(text) != nil }

    /// - Throws: where the text is not the first file of a list, a file that belongs to it is missing or can't be read,
    ///   a quote is never closed, or most rows of a file can't be read.
    mutating func read() throws(ScreeningError) -> ListContent {
        guard OFACReader.part(text) == .first else {
            throw ScreeningError(
                "\(path):1: these are further names or addresses of OFAC's list without the list itself. Give sdn.csv "
                    + "or cons_prim.csv, or the folder in which it lies together with this file")
        }
        let files = try OFACFiles(first: path)
        if let note = files.note { content.skips.add(note, example: files.names) }
        let isConsolidated = files.isConsolidated
        try readEntities(source: isConsolidated ? "OFAC consolidated list (non-SDN)" : "OFAC SDN list")
        try readNames(try file(files.alternateNames))
        try readAddresses(try file(files.addresses))
        if let comments = files.comments { try readComments(try file(comments)) }
        for i in content.entities.indices {
            OFACRemarks.read(remarks[i], into: &content.entities[i])
        }
        content.date = files.date
        return content
    }

    /// A file that belongs to the first, whose bytes count for the list's hash from now on.
    private mutating func file(_ path: String) throws(ScreeningError) -> (text: ListText, path: String) {
        let (bytes, _) = try ListFile.read(path, as: "the file of OFAC's list")
        content.siblings.append(bytes)
        guard let text = ListText(bytes) else {
            throw ScreeningError("\(path) is not UTF-8 text, which OFAC's files are. Download it again")
        }
        guard !text.isEmpty else {
            throw ScreeningError("\(path) is empty; expected are rows of OFAC's list. Download it again")
        }
        return (text, path)
    }

    private func table(_ text: ListText, _ path: String) -> ListTable {
        ListTable(text, path: path, delimiter: UInt8(ascii: ","))
    }

    private mutating func readEntities(source: String) throws(ScreeningError) {
        var rows = SkippedRows(path: path, columns: 12)
        try table(text, path).forEachRow(Array(0..<12), isHeaded: false) { row throws(ScreeningError) in
            if OFACReader.isEnd(row) { return }
            guard rows.isWhole(row, &content.skips) else { return }
            guard let number = Int(row.text(0)) else {
                return rows.skip(row, "no ent_num", &content.skips)
            }
            let name = OFACReader.text(row, 1)
            guard !name.isEmpty, row.hasName(1) else { return rows.skip(row, "no name", &content.skips) }
            if let place = places[number] {
                content.skips.add(
                    "an ent_num that comes twice: its name was added to the first", line: row.line,
                    example: name)
                content.entities[place].add(name, kind: .alias)
                return
            }
            var entity = Entity(id: row.text(0), writtenName: name)
            let type = OFACReader.text(row, 2)
            entity.type = type.isEmpty ? "entity" : type
            entity.program = OFACReader.text(row, 3).replacing("] [", with: "; ")
            let callSign = OFACReader.text(row, 5)
            entity.add(identifier: callSign, kind: "Call Sign")
            entity.country = OFACReader.text(row, 9)
            entity.source = source
            places[number] = content.entities.count
            content.entities.append(entity)
            remarks.append(OFACReader.isNull(row[11]) ? "" : String(decoding: row.whole(11), as: UTF8.self))
        }
        try rows.check()
    }

    private mutating func readNames(_ file: (text: ListText, path: String)) throws(ScreeningError) {
        var rows = SkippedRows(path: file.path, columns: Part.names.columns)
        try table(file.text, file.path).forEachRow(Array(0..<5), isHeaded: false) {
            row throws(ScreeningError) in
            if OFACReader.isEnd(row) { return }
            guard rows.isWhole(row, &content.skips) else { return }
            let name = OFACReader.text(row, 3)
            guard let number = Int(row.text(0)), !name.isEmpty else {
                return rows.skip(row, "no ent_num or name", &content.skips)
            }
            guard let place = places[number] else {
                content.skips.add(
                    "a further name of an ent_num that is not on the list", line: row.line, example: name)
                return
            }
            let kind = OFACReader.kind(of: row.text(2)) ?? .alias
            let isWeak = OFACReader.text(row, 4).lowercased().contains("weak")
            content.entities[place].add(name, kind: kind, isWeak: isWeak)
        }
        try rows.checkTrust()
    }

    private mutating func readAddresses(_ file: (text: ListText, path: String)) throws(ScreeningError) {
        var rows = SkippedRows(path: file.path, columns: Part.addresses.columns)
        var hasCountry = Set<Int>()
        try table(file.text, file.path).forEachRow(Array(0..<6), isHeaded: false) {
            row throws(ScreeningError) in
            if OFACReader.isEnd(row) { return }
            guard rows.isWhole(row, &content.skips) else { return }
            guard let number = Int(row.text(0)) else {
                return rows.skip(row, "no ent_num", &content.skips)
            }
            let parts = [2, 3, 4].map { OFACReader.text(row, $0) }
            guard let place = places[number] else {
                content.skips.add(
                    "an address of an ent_num that is not on the list", line: row.line,
                    example: parts.joined(separator: ", "))
                return
            }
            let address = parts.filter { !$0.isEmpty }.joined(separator: ", ")
            if address.isEmpty { return }
            content.entities[place].addresses.append(address)
            // The country of the first address that has one; a vessel's flag only where none has.
            if !parts[2].isEmpty, hasCountry.insert(place).inserted {
                content.entities[place].country = parts[2]
            }
        }
        try rows.checkTrust()
    }

    /// Rows of two columns: the number, and remarks that go on in the middle of a word where the first file's ended.
    private mutating func readComments(_ file: (text: ListText, path: String)) throws(ScreeningError) {
        var rows = SkippedRows(path: file.path, columns: 2)
        try table(file.text, file.path).forEachRow([0, 1], isHeaded: false) { row throws(ScreeningError) in
            if OFACReader.isEnd(row) { return }
            guard rows.isWhole(row, &content.skips) else { return }
            guard let number = Int(row.text(0)), let place = places[number] else {
                content.skips.add(
                    "remarks of an ent_num that is not on the list", line: row.line, example: row.text(0))
                return
            }
            remarks[place] += String(decoding: row.whole(1), as: UTF8.self)
        }
        try rows.checkTrust()
    }

    private static func kind(of type: String) -> NameKind? {
        switch type.lowercased() {
        case "aka", "nka", "a.k.a.", "n.k.a.": .alias
        case "fka", "f.k.a.": .former
        default: nil
        }
    }

    /// Whether a row is the sign with which a file ends.
    private static func isEnd(_ row: ListTable.Row) -> Bool { row.count == 1 && row[0].elementsEqual([0x1A]) }

    private static func isNull(_ cell: ListTable.Row.Cell) -> Bool {
        cell.isEmpty || cell.elementsEqual("-0-".utf8)
    }

    /// A cell's text; nothing for `-0-`.
    private static func text(_ row: ListTable.Row, _ column: Int) -> String {
        isNull(row[column]) ? "" : row.text(column)
    }
}
