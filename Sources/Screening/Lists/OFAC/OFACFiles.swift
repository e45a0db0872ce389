import Glibc

/// The files of one of OFAC's lists, found beside the first by their names.
///
/// OFAC publishes `sdn.csv`, `alt.csv`, `add.csv`, `sdn_comments.csv` and `cons_prim.csv`, `cons_alt.csv`, …; capitals
/// or not. What stands behind the first's name (`sdn-2024-05-03.csv`) stands behind the others' too; where it doesn't,
/// the two with the nearest date are taken.
struct OFACFiles {
    let alternateNames: String
    let addresses: String
    let comments: String?
    /// Whether it is the list of those who are not Specially Designated Nationals.
    let isConsolidated: Bool
    /// The day in the first file's name; nil where there is none.
    let date: Day?
    /// What is to be said of the choice: nil where the names fit.
    private(set) var note: String?

    /// The files' names, for people.
    var names: String {
        [alternateNames, addresses].map { String($0.split(separator: "/").last ?? "") }.joined(
            separator: ", ")
    }

    /// - Throws: where the first's name isn't one of OFAC's, or the others are missing.
    init(first path: String) throws(ScreeningError) {
        let (folder, name) = OFACFiles.parts(of: path)
        guard let (isConsolidated, ending) = OFACFiles.ending(of: name) else {
            throw ScreeningError(
                "the list \(path) is OFAC's, but its names and addresses can't be found beside it: it is named neither "
                    + "sdn.csv nor cons_prim.csv. Rename it so, and put alt.csv and add.csv (cons_alt.csv, "
                    + "cons_add.csv) beside it")
        }
        self.isConsolidated = isConsolidated
        date = OFACFiles.day(in: ending)
        let prefix = isConsolidated ? "cons_" : ""
        let here = OFACFiles.names(in: folder)
        let find = { (stem: String, ending: String) in
            here.first { $0.lowercased() == (stem + ending).lowercased() }.map { folder + $0 }
        }
        comments = find(isConsolidated ? "cons_comments" : "sdn_comments", ending)
        if let names = find(prefix + "alt", ending), let addresses = find(prefix + "add", ending) {
            (alternateNames, self.addresses) = (names, addresses)
            return
        }
        let wanted = Day.number(date)
        let others = here.compactMap { name -> (ending: String, distance: Int)? in
            guard let ending = OFACFiles.ending(of: name, behind: prefix + "alt") else { return nil }
            return (ending, abs(Day.number(OFACFiles.day(in: ending)) - wanted))
        }.sorted { ($0.distance, $0.ending) < ($1.distance, $1.ending) }
        guard date != nil,
            let other = others.first(where: { find(prefix + "add", $0.ending) != nil }),
            let names = find(prefix + "alt", other.ending), let addresses = find(prefix + "add", other.ending)
        else {
            throw ScreeningError(
                "the list \(path) has neither \(prefix)alt\(ending) nor \(prefix)add\(ending) beside it, or only one of "
                    + "them: most names of the listed would be missing. Download both from "
                    + "https://sanctionslist.ofac.treas.gov into the same folder")
        }
        (alternateNames, self.addresses) = (names, addresses)
        note = "further names and addresses from files of another date: ent_nums may be missing"
    }

    /// The first file in a folder that holds one list.
    ///
    /// - Throws: where there is none, or several.
    static func first(in folder: String) throws(ScreeningError) -> String {
        let names = names(in: folder + "/").filter { ending(of: $0) != nil }.sorted()
        guard let name = names.first else {
            throw ScreeningError(
                "the list \(folder) is a directory; give a file. Only a directory with OFAC's sdn.csv or cons_prim.csv "
                    + "in it, and the files beside them, is a list itself")
        }
        guard names.count == 1 else {
            throw ScreeningError(
                "the list \(folder) is a directory of several lists: \(names.joined(separator: ", ")). Give one of them"
            )
        }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// What stands behind `sdn` or `cons_prim` in the name of a first file; nil where the name is another.
    private static func ending(of name: String) -> (isConsolidated: Bool, ending: String)? {
        if let ending = ending(of: name, behind: "cons_prim") { return (true, ending) }
        return ending(of: name, behind: "sdn").map { (false, $0) }
    }

    private static func ending(of name: String, behind stem: String) -> String? {
        guard name.lowercased().hasPrefix(stem), name.lowercased().hasSuffix(".csv") else { return nil }
        let ending = String(name.dropFirst(stem.count))
        // sdn_comments.csv and sdn_advanced.csv are others; a date or number may follow.
        guard let first = ending.first, first == "." || "-_ ".contains(first) else { return nil }
        let rest = ending.dropFirst()
        return first == "." || rest.first?.isNumber ?? false ? ending : nil
    }

    /// The day in the ending of a name: of `-2024-05-03.csv`, `_20240503.csv`; the middle of the month of `-2024-05`.
    private static func day(in ending: String) -> Day? {
        let digits = ending.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 }
        guard digits.count == 6 || digits.count == 8 else { return nil }
        let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
        return Day(year: number(0..<4), month: number(4..<6), day: digits.count == 8 ? number(6..<8) : 15)
    }

    /// The names of the files in a folder; none where it can't be read.
    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            names.append(name)
        }
        return names.sorted()
    }
}

extension Day {
    /// About how many days a day is after the year 0: enough to find the nearest.
    fileprivate static func number(_ day: Day?) -> Int {
        day.map { $0.year * 372 + $0.month * 31 + $0.day } ?? 0
    }
}
