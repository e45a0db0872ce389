/// Reads lists as OpenSanctions publishes them: objects of the FollowTheMoney model, one in a line
/// (`entities.ftm.json`), with the objects that belong to them inside (`targets.nested.json`), or as an array.
///
/// What they hold is told at https://www.opensanctions.org/docs/bulk/json and https://www.opensanctions.org/reference.
/// Objects of other schemata than those of parties are counted; of `Sanction`, `Identification`, `Passport` and
/// `Address` what they say goes to the party that they belong to. A party that the file doesn't call a target, and gives
/// no topic, such as a sanctioned person's wife or firm, is counted: OpenSanctions advises to go by topics
/// (https://www.opensanctions.org/faq/23/targets), and `targets.simple.csv` doesn't have it either.
struct OpenSanctionsReader {
    private let text: ListText
    private let path: String

    init(_ text: ListText, path: String) {
        self.text = text
        self.path = path
    }

    /// How many lines are looked at: one that is broken doesn't make another list of it.
    private static let linesLookedAt = 16

    /// Whether one of the first objects has a schema.
    static func recognises(_ text: ListText) -> Bool {
        guard let outline = JSONOutline(text.bytes) else { return false }
        if isEntity(outline) { return true }
        if outline.isArray { return false }
        var rest = text.bytes
        for _ in 0..<linesLookedAt {
            let line = rest.prefix { $0 != 10 }
            if let outline = JSONOutline(line), !outline.isArray, isEntity(outline) { return true }
            rest = rest[line.endIndex...].dropFirst()
        }
        return false
    }

    private static func isEntity(_ outline: JSONOutline) -> Bool {
        outline.names.contains("schema")
            && (outline.names.contains("properties") || outline.names.contains("caption"))
    }

    /// What the list holds.
    func content() throws(ScreeningError) -> ListContent {
        var entities = OpenSanctionsEntities(listName: ListFile.baseName(of: path))
        if JSONOutline(text.bytes)?.isArray == true {
            do {
                try JSONNode.read(text.bytes) { root in
                    for element in root.elements { entities.add(element, line: 0) }
                }
            } catch {
                throw ScreeningError(
                    "\(path):\(error.line): the JSON can't be read: \(error.reason); expected is one whole document. "
                        + "Fetch the file again")
            }
        } else {
            try readLines(into: &entities)
        }
        let content = entities.content()
        guard !content.entities.isEmpty else {
            let first = content.skips.skips.first
            throw ScreeningError(
                "\(path):\(max(first?.line ?? 1, 1)): the list holds no party with a name"
                    + (first.map { " (\($0.reason): “\($0.example)”)" } ?? "")
                    + "; expected is an object of OpenSanctions in each line")
        }
        return content
    }

    private func readLines(into entities: inout OpenSanctionsEntities) throws(ScreeningError) {
        var rest = text.bytes
        var number = 0
        while !rest.isEmpty {
            number += 1
            let line = rest.prefix { $0 != 10 }
            rest = rest[line.endIndex...].dropFirst()
            if line.trimmed.isEmpty { continue }
            do {
                try JSONNode.read(line) { entities.add($0, line: number) }
            } catch {
                if line.endIndex == text.bytes.endIndex, error.isCut {
                    throw ScreeningError(
                        "\(path):\(number): the list ends in the middle of an object (\(error.reason)); expected is a whole "
                            + "one and a line end. Fetch the file again")
                }
                let start = String(decoding: line.prefix(200), as: UTF8.self)
                entities.skip("a line that isn't JSON", line: number, example: "\(error.reason): \(start)")
            }
        }
    }
}
