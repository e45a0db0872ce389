import CSV

/// A file of `weir-bench generate`, with what it holds.
struct GeneratedFile {
    static let parties = ["shipper", "consignee", "notify_party", "end_user"]

    let path: String
    let label: String
    let bytes: Int
    private(set) var records = 0
    /// Cells that hold a party.
    private(set) var names = 0
    private(set) var distinctNames = 0
    /// The planted records: what each is called by `record` in hits, with entity and phenomenon.
    private(set) var planted: [(record: Int, entity: String, phenomenon: String)] = []

    /// - Parameter label: what reports call it; nil: the file's name.
    init(_ path: String, label: String? = nil) {
        self.path = path
        self.label = label ?? FileBytes.baseName(of: path)
        bytes = FileBytes.size(of: path)
        var distinct = DistinctBytes(foldsCase: false)
        do throws(InputError) {
            var reader = try RecordReader(path: path, encoding: .utf8, delimiter: UInt8(ascii: ","))
            let dialect = reader.dialect
            var columns: [Int]?
            var plantedColumn = 0
            while let chunk = try reader.next() {
                chunk.withBytes { bytes in
                    var cursor = RecordCursor(bytes, dialect: dialect)
                    while cursor.next() {
                        guard let columns else {
                            let header = (0..<cursor.fieldCount).map {
                                String(decoding: cursor.field($0).bytes, as: UTF8.self)
                            }
                            columns = GeneratedFile.parties.compactMap { header.firstIndex(of: $0) }
                            plantedColumn = header.firstIndex(of: "planted") ?? -1
                            continue
                        }
                        records += 1
                        for column in columns where column < cursor.fieldCount {
                            let field = cursor.field(column).bytes
                            names += field.isEmpty ? 0 : 1
                            distinctNames += distinct.insert(field) ? 1 : 0
                        }
                        guard plantedColumn > 0, plantedColumn < cursor.fieldCount else { continue }
                        let entity = cursor.field(plantedColumn).bytes
                        if !entity.isEmpty {
                            let phenomenon = cursor.field(plantedColumn - 1).bytes
                            planted.append(
                                (
                                    records, String(decoding: entity, as: UTF8.self),
                                    String(decoding: phenomenon, as: UTF8.self)
                                ))
                        }
                    }
                }
            }
            guard columns?.count == GeneratedFile.parties.count else {
                stop(
                    "\(path) is no file of weir-bench generate: it lacks a column of \(GeneratedFile.parties)"
                )
            }
        } catch {
            stop("\(error)")
        }
    }

    /// A file with the first records of this one; itself where it has no more.
    ///
    /// - Parameter label: what reports call it; nil: as this one.
    func prefix(records: Int, label: String? = nil) -> GeneratedFile {
        guard records < self.records || label != nil else { return self }
        let path = TemporaryFiles.path("\(self.label)-\(records).csv")
        // Some bytes more than the records are likely to have.
        var start = FileBytes.read(self.path, atMost: (bytes / self.records + 64) * (records + 64))
        var isQuoted = false
        var ended = 0
        for (place, byte) in start.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == UInt8(ascii: "\n"), !isQuoted else { continue }
            ended += 1
            if ended == records + 1 {
                start.removeSubrange((place + 1)...)
                break
            }
        }
        FileBytes.write(start, to: path)
        return GeneratedFile(path, label: label ?? self.label)
    }
}
