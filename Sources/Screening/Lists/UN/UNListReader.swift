/// Reads the consolidated list of the UN Security Council in XML, as published at
/// https://scsanctions.un.org/consolidated.
///
/// Its root `CONSOLIDATED_LIST` holds an `INDIVIDUAL` or `ENTITY` for each party. These have elements with a text
/// (`FIRST_NAME`), and elements that hold such (`INDIVIDUAL_ALIAS` with `QUALITY` and `ALIAS_NAME`). Elements of other
/// names are passed over.
final class UNListReader: XMLElementReader {
    private var collector = EntityCollector(listName: "UN")
    private var date: Day?
    /// How many elements are open.
    private var depth = 0
    /// How many were when the entry began.
    private var entryDepth = 0
    private var entry: UNEntry?
    /// The element of the entry that is open, and the one in it.
    private var group = ""
    private var leaf = ""
    private var leafText: [UInt8] = []

    static func recognises(_ text: ListText) -> Bool { XMLDocument.rootName(of: text) == "CONSOLIDATED_LIST" }

    /// What the list holds.
    static func content(of text: ListText, path: String) throws(ScreeningError) -> ListContent {
        let reader = UNListReader()
        try XMLDocument.read(text, path: path, by: reader)
        let entities = reader.collector.finished()
        guard !entities.isEmpty else {
            throw ScreeningError(
                "the list \(path) holds no names: it has no INDIVIDUAL and no ENTITY with one")
        }
        return ListContent(entities: entities, date: reader.date, skips: reader.collector.skips)
    }

    func start(_ name: String, attributes: XMLAttributes, line: Int) {
        depth += 1
        guard entry != nil else {
            if depth == 1 { date = attributes["dateGenerated"].flatMap { Day(listed: $0) } }
            if name == "INDIVIDUAL" || name == "ENTITY" {
                entry = UNEntry(isIndividual: name == "INDIVIDUAL", line: line)
                entryDepth = depth
            }
            return
        }
        switch depth - entryDepth {
        case 1:
            group = name
            leaf = ""
        case 2: leaf = name
        default: return
        }
        leafText.removeAll(keepingCapacity: true)
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard entry != nil, (1...2).contains(depth - entryDepth) else { return }
        leafText += bytes
    }

    func end() {
        depth -= 1
        guard entry != nil else { return }
        switch depth + 1 - entryDepth {
        case 0:
            entry?.finish(into: &collector)
            entry = nil
        case 1:
            // Behind an inner element only white space stands, or what isn't meant as the group's text.
            if leaf.isEmpty { entry?.take(leafText, from: group) }
            entry?.closeGroup(group)
        case 2:
            entry?.take(leafText, from: leaf, of: group)
            leafText.removeAll(keepingCapacity: true)
        default: return
        }
    }
}
