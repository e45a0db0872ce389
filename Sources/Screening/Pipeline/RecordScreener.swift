import CSV
import Glibc
import NameMatching

/// Screens the records of chunks, one worker's: it owns a matcher, whose caches serve chunk after chunk.
struct RecordScreener: ~Copyable {
    private var matcher: Matcher
    private let catalog: ListCatalog
    private let options: ScreeningOptions
    private var batch = RecordBatch()
    /// On the record of the batch whose rows are made.
    private var cursor = RecordCursor(UnsafeBufferPointer(start: nil, count: 0), dialect: Dialect())
    private var scratch: [UInt8] = []
    /// nil where no column of identifiers is asked for.
    private let identifiers: IdentifierIndex?
    /// What rows are made of for the file in work.
    private var rows: (file: Int, hit: HitRow, record: RecordRow)?

    /// How much of a rejected record is shown.
    static let rejectTextBytes = 500

    init(
        index: NameIndex, identifiers: IdentifierIndex? = nil, catalog: ListCatalog, options: ScreeningOptions
    ) {
        self.identifiers = identifiers
        matcher = Matcher(index: index)
        self.catalog = catalog
        self.options = options
    }

    /// What has been done with names so far.
    var statistics: MatcherStatistics { matcher.statistics }

    /// Screens a chunk of a file.
    mutating func screen(_ chunk: Chunk, of file: InputFile) -> ChunkResult {
        let start = monotonicNanoseconds()
        if rows?.file != file.index {
            rows = (
                file.index, HitRow(file: file, options: options), RecordRow(file: file, options: options)
            )
            cursor = RecordCursor(UnsafeBufferPointer(start: nil, count: 0), dialect: file.dialect)
        }
        var result = ChunkResult(file: file, counts: Counts(lists: catalog.lists.count))
        result.linesSkipped = chunk.linesSkipped
        if let malformed = chunk.malformed {
            result.counts.read = 1
            chunk.withBytes { reject(malformed, record: $0, linesBefore: 0, in: &result) }
            result.lines = malformed.lineCount
        } else {
            screenRecords(of: chunk, in: file, into: &result)
        }
        result.lines += chunk.linesSkipped
        result.nanoseconds = monotonicNanoseconds() - start
        return result
    }

    private mutating func screenRecords(
        of chunk: Chunk, in file: InputFile, into result: inout ChunkResult
    ) {
        guard let layout = file.layout else { return }
        let isValid = chunk.isValidUTF8
        let columnCount = layout.columns.count
        let parties = layout.parties.map(\.index)
        var read = 0
        var ragged = 0
        var cursor = RecordCursor(chunk)
        while cursor.next() {
            read += 1
            let record = cursor.recordWithLineEnd
            if !isValid, let position = firstInvalidUTF8(record) {
                let malformed = Malformed.undecodable(
                    record: record, position: position, byteOffset: chunk.byteOffset + cursor.recordOffset,
                    lineCount: cursor.lineCount - cursor.linesBefore, encoding: file.encoding)
                result.counts.read = read
                reject(malformed, record: cursor.record, linesBefore: cursor.linesBefore, in: &result)
                // Nothing behind the first reject is written: the run ends there.
                if options.isStrict { break }
                continue
            }
            let fieldCount = cursor.fieldCount
            if fieldCount != columnCount { ragged += 1 }
            batch.begin(record, number: read)
            for place in parties.indices where parties[place] < fieldCount {
                let field = cursor.field(parties[place])
                let name = field.hasEscapes ? batch.unescaped(field) : field.bytes
                if PartyCell.holdsName(name) {
                    batch.names.add(name, tag: Int32(truncatingIfNeeded: place))
                }
            }
            if let identifiers { find(identifiers, layout, cursor) }
            if batch.isFull { finishBatch(layout, into: &result) }
        }
        finishBatch(layout, into: &result)
        result.counts.read = read
        result.counts.ragged = ragged
        result.lines = cursor.lineCount
    }

    /// Looks up the identifiers of the record that the cursor is on.
    private mutating func find(
        _ identifiers: IdentifierIndex, _ layout: Layout, _ cursor: borrowing RecordCursor
    ) {
        for (place, column) in layout.identifiers.enumerated() where column.index < cursor.fieldCount {
            let field = cursor.field(column.index)
            let cell = field.hasEscapes ? batch.unescaped(field) : field.bytes
            let listed = identifiers.find(in: cell, &scratch)
            if !listed.isEmpty { batch.add(listed, in: cell, column: place) }
        }
    }

    /// Looks up the names that have come together, and makes the rows of their records.
    private mutating func finishBatch(_ layout: Layout, into result: inout ChunkResult) {
        matcher.match(&batch.names)
        result.counts.parties += batch.names.count
        if options.emit != .hits || !batch.names.found.isEmpty || !batch.identified.isEmpty {
            writeRows(layout, into: &result)
        }
        batch.removeAll()
    }

    private mutating func writeRows(_ layout: Layout, into result: inout ChunkResult) {
        var next = 0
        var nextIdentified = 0
        for place in 0..<batch.recordCount {
            let record = batch.record(place)
            let end = batch.namesEnd(ofRecord: place)
            let hasNames = next < batch.names.found.count && batch.names.found[next].place < end
            let identified = batch.identified.dropFirst(nextIdentified).prefix { $0.record == place }
            nextIdentified += identified.count
            guard hasNames || !identified.isEmpty || options.emit != .hits else { continue }
            cursor.restart(with: record.bytes)
            _ = cursor.next()
            var best: Hit?
            var behind = identified[...]
            while next < batch.names.found.count, batch.names.found[next].place < end {
                let found = batch.names.found[next]
                let column = layout.parties[Int(batch.names.tag(found.place))]
                while let cell = behind.first, layout.identifiers[cell.column].index < column.index {
                    write(behind.removeFirst(), of: record, layout, &best, &result)
                }
                let date = date(of: cursor, layout)
                let hits = found.matches.prefix(options.top ?? .max).map {
                    Hit($0, column: column, date: date, catalog: catalog, options: options)
                }
                write(hits, name: batch.names.name(found.place), of: record, &best, &result)
                next += 1
            }
            for cell in behind { write(cell, of: record, layout, &best, &result) }
            let emit = options.emit
            guard emit != .hits, let rows else { continue }
            if emit == .records || (best != nil) == (emit == .flagged) {
                rows.record.append(cursor, best: best, scratch: &scratch, to: &result.bytes)
            }
        }
    }

    /// Takes the hits of a cell with identifiers, whose record the cursor is on.
    private mutating func write(
        _ cell: RecordBatch.Identified, of record: RecordBatch.Record, _ layout: Layout, _ best: inout Hit?,
        _ result: inout ChunkResult
    ) {
        let date = date(of: cursor, layout)
        let hits = cell.listed.prefix(options.top ?? .max).map {
            Hit(
                $0, column: layout.identifiers[cell.column], date: date, catalog: catalog, options: options)
        }
        write(hits, name: cell.cell, of: record, &best, &result)
    }

    /// Takes the hits of a party, whose record the cursor is on.
    private mutating func write(
        _ hits: [Hit], name: UnsafeBufferPointer<UInt8>, of record: RecordBatch.Record, _ best: inout Hit?,
        _ result: inout ChunkResult
    ) {
        for hit in hits {
            result.counts.hitsByRole[hit.column.role.place] += 1
            result.counts.hitsByList[hit.listPlace] += 1
            result.counts.hitsByBand[hit.band.place] += 1
            if best.map({ hit.match.score > $0.match.score }) ?? true { best = hit }
            guard options.emit == .hits, let rows else { continue }
            rows.hit.append(hit, name: name, cursor: cursor, scratch: &scratch, to: &result.bytes)
            result.rows.append(ChunkResult.Row(record: record.number, end: result.bytes.count))
        }
    }

    /// The record's date; read only for hits, which are few.
    private func date(of cursor: borrowing RecordCursor, _ layout: Layout) -> RecordDate? {
        guard let place = layout.date, place < cursor.fieldCount else { return nil }
        return RecordDate(cell: cursor.field(place).bytes)
    }

    private func reject(
        _ malformed: Malformed, record: UnsafeBufferPointer<UInt8>, linesBefore: Int,
        in result: inout ChunkResult
    ) {
        result.counts.rejected += 1
        result.rejects.append(
            ChunkResult.Reject(
                record: result.counts.read, linesBefore: linesBefore, malformed: malformed,
                text: RecordScreener.text(of: record)))
    }

    /// The first bytes of a record as valid UTF-8, cut between two characters.
    private static func text(of record: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var count = min(record.count, rejectTextBytes)
        // Not inside a character: back over the bytes that continue one.
        while count < record.count && count > 0 && record[count] & 0xC0 == 0x80 { count -= 1 }
        let text = String(decoding: record.prefix(count), as: UTF8.self)
        return Array(text.utf8)
    }
}

extension Role {
    /// The role's place in `Role.allCases`.
    var place: Int { Role.allCases.firstIndex(of: self) ?? 0 }
}

extension Band {
    /// The band's place in `Band.allCases`.
    var place: Int { self == .strong ? 0 : 1 }
}

/// Nanoseconds of a clock that only goes forward.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
