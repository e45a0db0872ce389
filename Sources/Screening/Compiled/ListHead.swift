/// What a compiled list says of one of the lists in it.
struct ListHead {
    let name: String
    /// Where it was read when it was compiled.
    let path: String
    let format: ListFormat
    let date: Day?
    let sha256: String
    let tally: EntityList.Tally
    let skips: ListSkips

    init(_ list: EntityList) {
        (name, path, format, date) = (list.name, list.path, list.format, list.date)
        (sha256, tally, skips) = (list.sha256, list.tally, list.skips)
    }

    init(_ reader: inout EntityWordsReader) {
        name = reader.string()
        path = reader.string()
        // A format that this Weir doesn't know can't be in a file of its own layout.
        format = ListFormat(rawValue: reader.string()) ?? .weir
        date = reader.day()
        sha256 = reader.string()
        var tally = EntityList.Tally()
        tally.namesByKind = reader.elements { $0.number() }
        tally.weakNames = reader.number()
        tally.identifiers = reader.number()
        self.tally = tally
        skips = ListSkips(
            reader.elements {
                ListSkips.Skip(
                    reason: $0.string(), count: $0.number(), line: $0.number(), example: $0.string())
            })
    }

    func write(to writer: inout EntityWordsWriter) {
        writer.write(name)
        writer.write(path)
        writer.write(format.rawValue)
        writer.write(date)
        writer.write(sha256)
        writer.write(tally.namesByKind) { $0.write($1) }
        writer.write(tally.weakNames)
        writer.write(tally.identifiers)
        writer.write(skips.skips) { writer, skip in
            writer.write(skip.reason)
            writer.write(skip.count)
            writer.write(skip.line)
            writer.write(skip.example)
        }
    }
}
