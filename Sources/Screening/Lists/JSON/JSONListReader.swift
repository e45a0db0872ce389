/// Reads lists in JSON that have one object for each entity, in two forms: an object with `entities`, which says of
/// the list what holds for all of them, and a plain array.
///
/// The members of an entity are `name` or `entity_name`, `aliases`, `address` or `addresses`, `country`,
/// `entity_type`, `id`, `list_id`, `source_list_name`, `effective_date` or `date_added`, `federal_register`, `notes`
/// and `source_url`. Only the name is needed; others are passed over.
struct JSONListReader {
    private let text: ListText
    private let path: String

    init(_ text: ListText, path: String) {
        self.text = text
        self.path = path
    }

    /// Whether it is an object that has `entities`.
    static func recognisesObject(_ text: ListText) -> Bool {
        guard let outline = JSONOutline(text.bytes, until: "entities") else { return false }
        return !outline.isArray && outline.names.contains("entities")
    }

    /// Whether it is an array of objects that have a name.
    static func recognisesArray(_ text: ListText) -> Bool {
        guard let outline = JSONOutline(text.bytes), outline.isArray else { return false }
        return outline.names.contains("entity_name") || outline.names.contains("name")
    }

    /// What the list holds.
    func content() throws(ScreeningError) -> ListContent {
        let content: ListContent?
        do {
            content = try JSONNode.read(text.bytes) { root in
                root.kind == .array ? array(root) : object(root)
            }
        } catch {
            throw ScreeningError(
                "\(path):\(error.line): the JSON can't be read: \(error.reason); expected is one whole document. "
                    + "Fetch the file again")
        }
        guard let content else {
            throw ScreeningError(
                "the list \(path): the value of `entities` is no array; expected is one of objects")
        }
        guard !content.entities.isEmpty else {
            throw ScreeningError("the list \(path) holds no names: none of its entries has one")
        }
        return content
    }

    private func object(_ root: JSONNode) -> ListContent? {
        guard let list = root["entities"], list.kind == .array else { return nil }
        var entries = JSONEntries(listName: root["list_id"]?.text, path: path)
        let source = root["source_file"]?.text ?? ""
        entries.source = source
        // Supplement No. 4 to part 744 of the EAR is the Entity List: its notes are what a licence is asked for.
        entries.notesAreRequirements =
            root["list_id"]?.text == "bis-entity-list"
            || source.contains("Supplement No. 4") && source.contains("744")
        for element in list.elements { entries.add(element) }
        if let count = root["count"] {
            let found = entries.seen
            if count.text.flatMap(Int.init) != found {
                entries.collector.skips.add(
                    "the file says how many entities it has, and has another number",
                    example: "count \(count.text ?? "no number"), entities \(found)")
            }
        }
        let date = root["extracted"]?.text
        return entries.content(date: date.flatMap { Day(listed: $0) })
    }

    private func array(_ root: JSONNode) -> ListContent {
        var entries = JSONEntries(listName: nil, path: path)
        for element in root.elements { entries.add(element) }
        return entries.content(date: entries.newestVerification)
    }
}
