import NameMatching

extension ListCatalog {
    /// The bytes of a compiled list: the lists and the index of their names, which a later run uses as they lie there.
    ///
    /// - Parameters:
    ///   - threshold: the lowest one that the index will serve.
    ///   - words: what names are read with, now and then.
    /// - Complexity: O(names), some µs each.
    public func compiled(threshold: Score = NameIndex.defaultThreshold, words: Words = .builtIn) -> [UInt8] {
        var writer = EntityWordsWriter()
        var start: [UInt32] = []
        for entry in entries.all {
            start.append(UInt32(writer.words.count))
            writer.write(entry.entity)
        }
        let entityWords = writer.words.count
        writer.write(lists) { ListHead($1).write(to: &$0) }
        let rows = names.map {
            CompiledLists.NameRow(
                entity: $0.entity, text: writer.place(of: $0.text),
                flags: CompiledLists.NameRow.flags(of: $0))
        }
        var sections = SectionWriter()
        sections.write(writer.textStart)
        sections.write(writer.text)
        sections.write(Array(writer.words[entityWords...]))
        sections.write(Array(writer.words[..<entityWords]))
        sections.write(start)
        sections.write(entries.map { UInt32($0.list) })
        sections.write(rows)
        let index = NameIndex(
            names: names.all, threshold: threshold, words: words, workers: ScreeningOptions.availableCores)
        index.write(to: &sections)
        let header = CompiledHeader(
            bodyLength: sections.bytes.count, words: words, threshold: threshold)
        return header.file(with: sections.bytes)
    }
}
